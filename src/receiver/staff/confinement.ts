import type { FormDefinition } from '../../core/definition.js';
import type { Answers } from '../../core/engine.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { ItemState } from '../../core/process/handled.js';
import type { ProcessDefinition } from '../../core/process/process.js';

/**
 * The names of fields that somebody with these roles must not read, in sections and in lists too. Where a confined name
 * is none of the form's, nobody knows what was meant: then all is withheld.
 */
export function withheldFrom(
  { confined = [] }: ProcessDefinition,
  { steps }: FormDefinition,
  roles: readonly string[],
): ReadonlySet<string> {
  const names = new Set(
    confined.filter(({ to }) => !to.some((role) => roles.includes(role))).flatMap(({ fields }) => fields),
  );
  const all = new Set<string>();
  const withheld = new Set<string>();
  const look = (fields: readonly FieldDefinition[], isInside: boolean): void => {
    for (const { id, fields: inner = [] } of fields) {
      const isConfined = isInside || names.has(id);
      all.add(id);
      if (isConfined) withheld.add(id);
      look(inner, isConfined);
    }
  };
  for (const { fields } of steps) look(fields, false);
  return [...names].every((name) => all.has(name)) ? withheld : all;
}

/** The answers without those, also in the items of lists. */
export function answersWithout(answers: Answers, withheld: ReadonlySet<string>): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([field]) => !withheld.has(field))
      .map(([field, answer]) => [
        field,
        Array.isArray(answer) ? answer.map((item) => itemWithout(item, withheld)) : answer,
      ]),
  );
}

/** Items of lists are objects by their fields; so are files, which have no field of such a name withheld. */
function itemWithout(item: unknown, withheld: ReadonlySet<string>): unknown {
  const isObject = typeof item === 'object' && item !== null && !Array.isArray(item);
  return isObject ? answersWithout(item as Answers, withheld) : item;
}

/** Whether something that was asked of the applicant may be read by somebody from whom these fields are withheld. */
export function mayReadItem(
  { field, isConfined }: Pick<ItemState, 'field' | 'isConfined'>,
  withheld: ReadonlySet<string>,
): boolean {
  if (field !== undefined) return !withheld.has(field);
  return isConfined !== true || withheld.size === 0;
}
