import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';

/** What the two radio buttons hold: empty until one is taken. */
export type YesNoInput = '' | 'yes' | 'no';

/** Yes or no. Neither is taken until a person takes it. */
export const yesNo = defineFieldType<FieldDefinition, YesNoInput, boolean>({
  type: 'yes-no',
  kind: 'boolean',
  definition: (z) => z.strictObject(z.answerBase),
  empty: '',
  read: (input) => (input === '' ? {} : { answer: input === 'yes' }),
  write: (answer) => (answer ? 'yes' : 'no'),
  answer: (z) => z.boolean('type'),
  jsonSchema: () => ({ type: 'boolean' }),
  display: (answer, _definition, locale) => (answer ? locale.yes : locale.no),
  problems: [],
});
