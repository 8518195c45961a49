import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';

/** One line of given data: what it is called, and what it is. Without a value it is a heading. */
export interface GivenLine {
  readonly label: string;
  readonly value?: string;
}

/** Data that somebody else has gathered, to be declared as right. */
export interface GivenAnswer {
  readonly lines: readonly GivenLine[];
  /** The name of who is to sign, where it is known. */
  readonly signer?: string;
}

/** Most lines, and the most characters (UTF-16 code units) of a label and of a value. */
const MOST_LINES = 1_000;
const LONGEST_LABEL = 500;
const LONGEST_VALUE = 20_000;

/** Data of the page around the form, or of a request sent before: shown as it will be signed, and never typed here. */
export const given = defineFieldType<FieldDefinition, GivenAnswer | undefined, GivenAnswer>({
  type: 'given',
  kind: 'given',
  neverPrefilled: true,
  definition: (z) => z.strictObject(z.answerBase),
  empty: undefined,
  read: (input) => (input === undefined || input.lines.length === 0 ? {} : { answer: input }),
  write: (answer) => answer,
  answer: (z) => {
    const text = (longest: number) =>
      z.string('type').check(
        z.refine((value) => value.trim() !== '' && !value.includes('\u0000'), 'type'),
        z.maxLength(longest, 'type'),
      );
    return z.strictObject(
      {
        lines: z
          .array(
            z.strictObject({ label: text(LONGEST_LABEL), value: z.optional(text(LONGEST_VALUE)) }, 'type'),
            'type',
          )
          .check(z.minLength(1, 'type'), z.maxLength(MOST_LINES, 'type')),
        signer: z.optional(text(LONGEST_LABEL)),
      },
      'type',
    );
  },
  jsonSchema: () => {
    const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
    return {
      type: 'object',
      additionalProperties: false,
      required: ['lines'],
      properties: {
        lines: {
          type: 'array',
          minItems: 1,
          maxItems: MOST_LINES,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['label'],
            properties: { label: text(LONGEST_LABEL), value: text(LONGEST_VALUE) },
          },
        },
        signer: text(LONGEST_LABEL),
      },
    };
  },
  unstated: () => ['no text is only spaces or holds U+0000'],
  display: ({ lines }) => lines.map(({ label, value = '' }) => `${label}: ${value}`).join('\n'),
  problems: [],
});
