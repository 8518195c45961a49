import type { Expression } from '../../core/compute.js';
import { eachReference, evaluate } from '../../core/compute.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';

export interface ComputedDefinition extends FieldDefinition {
  readonly value: Expression;
  readonly unit?: Text;
  /** Decimal places that a number is rounded to; 2 where nothing is said. */
  readonly decimals?: number;
}

/** A value made of other answers: an age, a total. The receiver works it out again and keeps its own. */
export const computed = defineFieldType<ComputedDefinition, undefined, string | number>({
  type: 'computed',
  kind: 'number',
  neverPrefilled: true,
  definition: (z) =>
    z.strictObject({
      ...z.fieldBase,
      value: z.expression,
      unit: z.optional(z.text),
      decimals: z.optional(z.whole(0, 6)),
    }),
  computing: { evaluate, eachReference },
  empty: undefined,
  read: () => ({}),
  write: () => undefined,
  answer: (z) => z.union([z.string(), z.number()], 'type'),
  jsonSchema: () => ({ anyOf: [{ type: 'string' }, { type: 'number' }] }),
  unstated: () => ['the value, which the receiver works out anew'],
  display: (answer, { unit }, locale) => {
    const value = typeof answer === 'number' ? locale.number(answer) : answer;
    return unit === undefined ? value : `${value} ${locale.text(unit)}`;
  },
  problems: [],
});
