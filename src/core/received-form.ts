import type { FormDefinition } from './definition.js';
import type { FieldDefinition } from './field-type.js';

/** The sealed sections among some fields and in their sections, in order. */
export function* sealedSections(fields: readonly FieldDefinition[]): Generator<FieldDefinition> {
  for (const field of fields) {
    if (field.type === 'sealed') yield field;
    else yield* sealedSections(field.fields ?? []);
  }
}

/** The same in a whole form. */
export function sealedSectionsOf({ steps }: FormDefinition): readonly FieldDefinition[] {
  return steps.flatMap(({ fields }) => [...sealedSections(fields)]);
}

/** The ids under which answers of a section are sealed: those of its fields, and of the fields of sections in it. */
export function* idsInside({ fields = [] }: FieldDefinition): Generator<string> {
  for (const field of fields) {
    if (field.type === 'section') yield* idsInside(field);
    else yield field.id;
  }
}

/**
 * The form as it is for whoever cannot read its sealed sections: each of them is one answer, an envelope, which has to be
 * there while the section is shown. What is inside has no place in it.
 */
export function asReceived(definition: FormDefinition): FormDefinition {
  if (sealedSectionsOf(definition).length === 0) return definition;
  const steps = definition.steps.map((step) => ({ ...step, fields: step.fields.map(received) }));
  return { ...definition, steps };
}

function received(field: FieldDefinition): FieldDefinition {
  const { fields, ...rest } = field;
  if (fields === undefined) return field;
  return field.type === 'sealed' ? { ...rest, required: true } : { ...rest, fields: fields.map(received) };
}
