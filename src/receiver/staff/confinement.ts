import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { ProcessDefinition } from '../../core/process/process.js';

/** The fields of a form that somebody with these roles must not read: those in confined sections too. */
export function withheldFrom(
  { confined = [] }: ProcessDefinition,
  { steps }: FormDefinition,
  roles: readonly string[],
): ReadonlySet<string> {
  const names = new Set(
    confined.filter(({ to }) => !to.some((role) => roles.includes(role))).flatMap(({ fields }) => fields),
  );
  const withheld = new Set<string>();
  const look = (fields: readonly FieldDefinition[], isInside: boolean): void => {
    for (const { id, type, fields: inner = [] } of fields) {
      const isConfined = isInside || names.has(id);
      if (isConfined) withheld.add(id);
      // The items of a list are a scope of their own: the list is read whole or not at all.
      if (type === 'section') look(inner, isConfined);
    }
  };
  for (const { fields } of steps) look(fields, false);
  return withheld;
}

/** The answers without those. */
export function answersWithout(answers: Answers, withheld: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => !withheld.has(field)));
}
