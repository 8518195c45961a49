import type { FormDefinition } from './definition.js';
import type { Answers } from './engine.js';
import type { FieldDefinition } from './field-type.js';

/** A field that has an answer, and where that stands: keys and positions. */
export interface AnsweredField {
  readonly field: FieldDefinition;
  readonly answer: unknown;
  readonly path: readonly (string | number)[];
}

/** Every answer of a form that has been found right, with its field, those inside lists too. */
export function* answeredFields({ steps }: FormDefinition, answers: Answers): Generator<AnsweredField> {
  for (const { fields } of steps) yield* answeredIn(fields, answers, []);
}

function* answeredIn(
  fields: readonly FieldDefinition[],
  answers: Answers,
  path: readonly (string | number)[],
): Generator<AnsweredField> {
  for (const field of fields) {
    if (field.type === 'section') {
      yield* answeredIn(field.fields ?? [], answers, path);
      continue;
    }
    if (!Object.hasOwn(answers, field.id)) continue;
    const answer = answers[field.id];
    const at = [...path, field.id];
    yield { field, answer, path: at };
    if (field.type !== 'list') continue;
    // The validation has seen to it that a list holds items, and that those are objects.
    for (const [index, item] of (answer as readonly Answers[]).entries()) {
      yield* answeredIn(field.fields ?? [], item, [...at, index]);
    }
  }
}
