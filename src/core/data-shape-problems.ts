import { unknownField } from './condition-problems.js';
import { fieldsIn } from './data-shape.js';
import type { DefinitionProblem, FormDefinition } from './definition.js';
import type { Scope } from './scopes.js';

/** Fields that the shape of a form's data names and that are not there. */
export function dataShapeProblems({ data }: FormDefinition, root: Scope): DefinitionProblem[] {
  if (data === undefined) return [];
  return [...fieldsIn(data, ['data'])].flatMap(({ name, path, lists }) => {
    let scope: Scope | undefined = root;
    for (const list of lists) scope = scope?.fields.get(list)?.items;
    const field = scope?.fields.get(name);
    // What a list is not has no items; that is told of the list.
    if (scope === undefined) return [];
    return field === undefined || field.kind === 'none' ? [unknownField(name, scope, path)] : [];
  });
}
