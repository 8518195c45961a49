import { cleanParagraphs, countOf } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';

/** Most characters where the definition names no limit: about a page. */
const LONGEST = 2000;

export interface LongTextDefinition extends FieldDefinition {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Several lines of text, in Unicode NFC, lines ended by LF, without blank ends. Lengths count code points. */
export const longText = defineFieldType<LongTextDefinition, string, string>({
  type: 'long-text',
  kind: 'text',
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      minLength: z.optional(z.whole(0, 20_000)),
      maxLength: z.optional(z.whole(1, 20_000)),
    }),
  check: ({ minLength = 0, maxLength = LONGEST }) =>
    minLength > maxLength ? [{ key: 'minLength', code: 'empty-range', params: { most: maxLength } }] : [],
  empty: '',
  read: (input) => ({ answer: cleanParagraphs(input) || undefined }),
  write: (answer) => answer,
  answer: (z, { minLength = 1, maxLength = LONGEST }) =>
    z.string('type').check(
      z.refine((value) => value !== '' && cleanParagraphs(value) === value, {
        error: 'unnormalised',
        abort: true,
      }),
      z.refine((value) => countOf(value) >= minLength, 'too-short'),
      z.refine((value) => countOf(value) <= maxLength, 'too-long'),
    ),
  jsonSchema: ({ minLength = 1, maxLength = LONGEST }) => ({
    type: 'string',
    minLength: Math.max(1, minLength),
    maxLength,
  }),
  unstated: () => ['trimmed NFC text without invisible marks'],
  display: (answer) => answer,
  limits: ({ minLength = 1, maxLength = LONGEST }) => ({ least: minLength, most: maxLength }),
  problems: ['too-short', 'too-long'],
});

/** The limit a person is told how much is left of. */
export function longestOf({ maxLength = LONGEST }: LongTextDefinition): number {
  return maxLength;
}
