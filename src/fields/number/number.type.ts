import { cleanLine } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';
import { parseNumber } from '../../core/typed-numbers.js';

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
      ...z.comparedBase,
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
  write: written,
  answer: (z, { minimum, maximum, integer }) =>
    z.number('type').check(
      z.refine((value) => parseNumber(written(value)) === value, { error: 'unnormalised', abort: true }),
      z.refine((value) => !integer || Number.isInteger(value), { error: 'not-whole', abort: true }),
      z.refine((value) => minimum === undefined || value >= minimum, 'too-small'),
      z.refine((value) => maximum === undefined || value <= maximum, 'too-large'),
    ),
  jsonSchema: ({ minimum, maximum, integer }) => ({
    type: integer ? 'integer' : 'number',
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  }),
  unstated: () => ['a number of at most 15 significant digits'],
  display: (answer, { unit }, locale) =>
    unit === undefined ? locale.number(answer) : `${locale.number(answer)} ${locale.text(unit)}`,
  limits: ({ minimum, maximum }) => ({
    ...(minimum !== undefined && { least: minimum }),
    ...(maximum !== undefined && { most: maximum }),
  }),
  problems: ['not-a-number', 'not-whole', 'too-small', 'too-large'],
});

/** A number as a person could have typed it: `0.0000001` and not `1e-7`. */
function written(answer: number): string {
  const text = String(answer);
  if (!text.includes('e')) return text;
  return answer.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 });
}
