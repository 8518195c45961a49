import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import type { Text } from '../../core/text.js';

export interface StatementDefinition extends FieldDefinition {
  /** The whole sentence that is agreed to, where the label is only its heading. */
  readonly text?: Text;
}

/**
 * One box to tick, for one purpose: a consent or a confirmation. Never ticked beforehand (PDPL Implementing
 * Regulation art. 11: explicit, documented, independent per purpose). Only a given one is stored.
 */
export const statement = defineFieldType<StatementDefinition, boolean, true>({
  type: 'statement',
  kind: 'boolean',
  neverPrefilled: true,
  definition: (z) => z.strictObject({ ...z.answerBase, text: z.optional(z.text) }),
  empty: false,
  read: (input) => (input ? { answer: true } : {}),
  write: (answer) => answer,
  answer: (z) => z.literal(true, 'type'),
  jsonSchema: () => ({ const: true }),
  display: (_answer, _definition, locale) => locale.yes,
  problems: [],
});
