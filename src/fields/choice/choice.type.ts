import type { FieldDefinition, Option } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';

export interface ChoiceDefinition extends FieldDefinition {
  readonly options: readonly Option[];
}

/** One answer from a short list. */
export const choice = defineFieldType<ChoiceDefinition, string, string>({
  type: 'choice',
  kind: 'option',
  definition: (z) => z.strictObject({ ...z.comparedBase, options: z.optionsReference }),
  empty: '',
  read: (input) => (input === '' ? {} : { answer: input }),
  write: (answer) => answer,
  answer: (z, { options }) => z.enum(valuesOf(options), 'not-an-option'),
  jsonSchema: ({ options }) => ({ enum: valuesOf(options) }),
  display: (answer, { options }, locale) => optionText(answer, options, locale),
  problems: ['not-an-option'],
});

/** The values of a closed list, in order. */
export function valuesOf(options: readonly Option[]): readonly string[] {
  return options.map(({ value }) => value);
}

/** The words of an option; a value that is no longer in the list stands for itself. */
export function optionText(
  value: string,
  options: readonly Option[],
  locale: { text(text: Option['label']): string },
) {
  const option = options.find((candidate) => candidate.value === value);
  return option === undefined ? value : locale.text(option.label);
}
