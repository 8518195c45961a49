import type { FieldDefinition, Option } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { optionText, valuesOf } from '../choice/choice.type.js';

export interface ChoicesDefinition extends FieldDefinition {
  readonly options: readonly Option[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Any number of answers from a list, stored once each and in the order of the list. */
export const choices = defineFieldType<ChoicesDefinition, readonly string[], readonly string[]>({
  type: 'choices',
  kind: 'options',
  definition: (z) =>
    z.strictObject({
      ...z.answerBase,
      options: z.optionsReference,
      minItems: z.optional(z.whole(1, 2000)),
      maxItems: z.optional(z.whole(1, 2000)),
    }),
  check: ({ minItems = 1, maxItems = Number.POSITIVE_INFINITY, options }) =>
    minItems > Math.min(maxItems, options.length)
      ? [{ key: 'minItems', code: 'empty-range', params: { most: Math.min(maxItems, options.length) } }]
      : [],
  empty: [],
  read(input, { options }) {
    const answer = valuesOf(options).filter((value) => input.includes(value));
    return answer.length === 0 ? {} : { answer };
  },
  write: (answer) => answer,
  answer: (z, { options, minItems = 1, maxItems = options.length }) => {
    const values = valuesOf(options);
    const inOrder = (answer: readonly string[]) =>
      answer.every(
        (value, index) => index === 0 || values.indexOf(value) > values.indexOf(answer[index - 1] ?? ''),
      );
    return z
      .array(z.enum(values, 'not-an-option'), 'type')
      .check(
        z.refine(inOrder, { error: 'unnormalised', abort: true }),
        z.minLength(minItems, 'too-few'),
        z.maxLength(maxItems, 'too-many'),
      );
  },
  jsonSchema: ({ options, minItems = 1, maxItems = options.length }) => ({
    type: 'array',
    items: { enum: valuesOf(options) },
    uniqueItems: true,
    minItems,
    maxItems,
  }),
  unstated: () => ['in the order of the options'],
  display: (answer, { options }, locale) =>
    locale.list(answer.map((value) => optionText(value, options, locale))),
  limits: ({ options, minItems = 1, maxItems = options.length }) => ({ least: minItems, most: maxItems }),
  problems: ['not-an-option', 'too-few', 'too-many'],
});
