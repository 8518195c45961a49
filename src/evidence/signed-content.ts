import type { FormDefinition } from '../core/definition.js';
import type { Answers } from '../core/engine.js';
import type { Catalog, FieldDefinition } from '../core/field-type.js';
import { isSigning } from '../core/field-type.js';

/**
 * The answers that a signature is under: all that the person gave but the signatures themselves, those in lists too.
 * Computed values follow from the others, and from the day: an age that grew overnight makes no signature void.
 */
export function signedContent({ steps }: FormDefinition, answers: Answers, catalog: Catalog): Answers {
  const fields = steps.flatMap((step) => step.fields);
  return withoutSignatures(fields, answers, catalog);
}

function withoutSignatures(fields: readonly FieldDefinition[], answers: Answers, catalog: Catalog): Answers {
  const content: Record<string, unknown> = {};
  for (const field of fieldsOfScope(fields)) {
    const isOther = field.type === 'computed' || isSigning(field, catalog);
    if (isOther || !Object.hasOwn(answers, field.id)) continue;
    const answer = answers[field.id];
    // What was found right holds arrays of items where its field is a list.
    content[field.id] =
      catalog.get(field.type)?.kind === 'list'
        ? (answer as readonly Answers[]).map((item) => withoutSignatures(field.fields ?? [], item, catalog))
        : answer;
  }
  return content;
}

/** The fields whose answers stand beside one another: those of sections do, those of lists do not. */
function* fieldsOfScope(fields: readonly FieldDefinition[]): Generator<FieldDefinition> {
  for (const field of fields) {
    yield field;
    if (field.type === 'section') yield* fieldsOfScope(field.fields ?? []);
  }
}
