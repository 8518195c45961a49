import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';

/** Questions of one step that belong together under a heading. It groups what is seen, not the answers. */
export const section = defineFieldType<FieldDefinition, undefined, never>({
  type: 'section',
  kind: 'none',
  definition: (z) => z.strictObject({ ...z.fieldBase, fields: z.array(z.unknown()).check(z.minLength(1)) }),
  empty: undefined,
  read: () => ({}),
  write: () => undefined,
  answer: (z) => z.never(),
  jsonSchema: () => ({}),
  display: () => '',
  problems: [],
});
