import * as z from 'zod/mini';
import type { Expression } from '../../core/compute.js';
import { expressionSchema } from '../../core/compute.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType, fieldBase } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';
import { textSchema } from '../../core/text.js';

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
  definition: z.strictObject({
    ...fieldBase,
    value: expressionSchema,
    unit: z.optional(textSchema),
    decimals: z.optional(z.int().check(z.gte(0), z.lte(6))),
  }),
  empty: undefined,
  read: () => ({}),
  write: () => undefined,
  answer: () => z.union([z.string(), z.number()], 'type'),
  jsonSchema: () => ({ type: ['string', 'number'] }),
  unstated: () => ['the value, which the receiver works out anew'],
  display: (answer, { unit }, locale) => {
    const value = typeof answer === 'number' ? locale.number(answer) : answer;
    return unit === undefined ? value : `${value} ${locale.text(unit)}`;
  },
  problems: [],
});
