import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';

export interface NoteDefinition extends FieldDefinition {
  readonly text?: Text;
  /** Shows the definition's privacy notice instead of a text of its own. */
  readonly shows?: 'notice';
  /** `details` folds the text away under its label. */
  readonly look?: 'plain' | 'important' | 'details';
}

/** Something to know while answering: no question, no answer. */
export const note = defineFieldType<NoteDefinition, undefined, never>({
  type: 'note',
  kind: 'none',
  definition: (z) =>
    z.strictObject({
      ...z.fieldBase,
      text: z.optional(z.text),
      shows: z.optional(z.literal('notice')),
      look: z.optional(z.enum(['plain', 'important', 'details'])),
    }),
  empty: undefined,
  read: () => ({}),
  write: () => undefined,
  answer: (z) => z.never(),
  jsonSchema: () => ({}),
  display: () => '',
  problems: [],
});
