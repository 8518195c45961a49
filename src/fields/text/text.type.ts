import { cleanLine, countOf } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { toAsciiDigits } from '../../core/typed-numbers.js';

/** Most characters of one line where the definition names no limit: a name or an address fits. */
const LONGEST = 200;

export interface TextDefinition extends FieldDefinition {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /**
   * `digits` shows the number keyboard and turns every kind of digit into 0–9; `code` does that too and writes Latin
   * letters as capitals, without spaces.
   */
  readonly characters?: 'any' | 'digits' | 'code';
  /** Direction of what is typed where it is not the page's, as for a code in Latin letters. */
  readonly direction?: 'ltr' | 'rtl';
}

/** One line of text, in Unicode NFC, trimmed, with single spaces. Lengths count code points, as in JSON Schema. */
export const text = defineFieldType<TextDefinition, string, string>({
  type: 'text',
  kind: 'text',
  definition: (z) =>
    z.strictObject({
      ...z.comparedBase,
      minLength: z.optional(z.whole(0, 1000)),
      maxLength: z.optional(z.whole(1, 1000)),
      pattern: z.optional(z.pattern),
      characters: z.optional(z.enum(['any', 'digits', 'code'])),
      direction: z.optional(z.enum(['ltr', 'rtl'])),
    }),
  check: ({ minLength = 0, maxLength = LONGEST }) =>
    minLength > maxLength ? [{ key: 'minLength', code: 'empty-range', params: { most: maxLength } }] : [],
  empty: '',
  read: (input, definition) => ({ answer: tidy(input, definition) || undefined }),
  write: (answer) => answer,
  answer: (z, definition) => {
    const { minLength = 1, maxLength = LONGEST, pattern } = definition;
    const matches = pattern === undefined ? undefined : new RegExp(pattern, 'u');
    return z.string('type').check(
      z.refine((value) => value !== '' && tidy(value, definition) === value, {
        error: 'unnormalised',
        abort: true,
      }),
      z.refine((value) => countOf(value) >= minLength, 'too-short'),
      z.refine((value) => countOf(value) <= maxLength, { error: 'too-long', abort: true }),
      z.refine((value) => matches === undefined || matches.test(value), 'pattern'),
    );
  },
  jsonSchema: ({ minLength = 1, maxLength = LONGEST, pattern }) => ({
    type: 'string',
    minLength: Math.max(1, minLength),
    maxLength,
    ...(pattern !== undefined && { pattern }),
  }),
  unstated: () => ['trimmed NFC text with single spaces and no invisible marks'],
  display: (answer) => answer,
  limits: ({ minLength = 1, maxLength = LONGEST }) => ({ least: minLength, most: maxLength }),
  problems: ['too-short', 'too-long', 'pattern'],
});

function tidy(value: string, { characters }: TextDefinition): string {
  const line = cleanLine(value);
  if (characters !== 'code') return characters === 'digits' ? toAsciiDigits(line) : line;
  // Only Latin letters: capitals of others may be longer or come apart. Without its space a mark may join a letter.
  const code = toAsciiDigits(line).replaceAll(' ', '').normalize('NFC');
  return code.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
