import { cleanLine, parseNumber } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';

export interface NumberDefinition extends FieldDefinition {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Only whole numbers. */
  readonly integer?: boolean;
  /** What is counted, after the number: riyals a month, people. */
  readonly unit?: Text;
}

/** A number, however its digits and separators were typed. Never clamped: a number out of range is said to be so. */
export const number = defineFieldType<NumberDefinition, string, number>({
  type: 'number',
  kind: 'number',
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      minimum: z.optional(z.number()),
      maximum: z.optional(z.number()),
      integer: z.optional(z.boolean()),
      unit: z.optional(z.text),
    }),
  check: ({ minimum, maximum }) =>
    minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [{ key: 'minimum', code: 'empty-range', params: { most: maximum } }]
      : [],
  empty: '',
  read(input) {
    if (cleanLine(input) === '') return {};
    const answer = parseNumber(input);
    return answer === undefined ? { problem: 'not-a-number' } : { answer };
  },
  write: (answer) => String(answer),
  answer: (z, { minimum, maximum, integer }) =>
    z.number('type').check(
      z.refine((value) => !integer || Number.isInteger(value), { error: 'not-whole', abort: true }),
      z.refine((value) => minimum === undefined || value >= minimum, 'too-small'),
      z.refine((value) => maximum === undefined || value <= maximum, 'too-large'),
    ),
  jsonSchema: ({ minimum, maximum, integer }) => ({
    type: integer ? 'integer' : 'number',
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  }),
  display: (answer, { unit }, locale) =>
    unit === undefined ? locale.number(answer) : `${locale.number(answer)} ${locale.text(unit)}`,
  limits: ({ minimum, maximum }) => ({
    ...(minimum !== undefined && { least: minimum }),
    ...(maximum !== undefined && { most: maximum }),
  }),
  problems: ['not-a-number', 'not-whole', 'too-small', 'too-large'],
});
