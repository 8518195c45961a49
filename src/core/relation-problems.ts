import { unknownField } from './condition-problems.js';
import type { DefinitionProblem } from './definition.js';
import type { ValueKind } from './field-type.js';
import { errorAt } from './problem-at.js';
import type { RelationKey } from './relations.js';
import { comparableKinds, orders, otherField, relationKeys, uniqueIn } from './relations.js';
import { roundIn } from './round.js';
import type { ScopedField, ScopeTree } from './scopes.js';
import { allFields, placeOf } from './scopes.js';
import { suggest } from './suggestion.js';

/** The faults of what fields say of their answers and others': names that lead nowhere, kinds that do not compare, circles. */
export function relationProblems({ root }: ScopeTree): DefinitionProblem[] {
  const fields = [...allFields(root)];
  return [
    ...fields.flatMap((field) => relationKeys.flatMap((key) => relationFault(key, field) ?? [])),
    ...fields.flatMap(uniqueFaults),
    ...circleFault(fields),
  ];
}

function relationFault(key: RelationKey, field: ScopedField): DefinitionProblem | undefined {
  const name = field.definition[key];
  if (name === undefined) return undefined;
  const path = [...placeOf(field), key];
  const other = otherField(name, field);
  if (other === undefined)
    return name === field.definition.id
      ? errorAt(path, 'itself', { value: name })
      : unknownField(name, field.scope, path);
  const kinds = key === 'notEqual' ? [field.kind] : orderedAs(field.kind);
  return kinds.includes(other.kind)
    ? undefined
    : errorAt(path, 'field-kind', { value: name, expected: kinds.join(', ') });
}

/** The kinds whose answers can be earlier or later than one of this kind. */
function orderedAs(kind: ValueKind): readonly ValueKind[] {
  return (Object.keys(orders) as ValueKind[]).filter((other) => orders[other] === orders[kind]);
}

function uniqueFaults(list: ScopedField): DefinitionProblem[] {
  return uniqueIn(list.definition).flatMap((name, index) => {
    const path = [...placeOf(list), 'unique', index];
    const field = list.items?.fields.get(name);
    if (field === undefined)
      return errorAt(path, 'unknown-field', suggest(name, list.items?.fields.keys() ?? []));
    return comparableKinds.includes(field.kind)
      ? []
      : errorAt(path, 'field-kind', { value: name, expected: comparableKinds.join(', ') });
  });
}

/** Of dates that must each be later than the next, all the way round, no one can be right. */
function circleFault(fields: readonly ScopedField[]): DefinitionProblem[] {
  const laters = new Map<ScopedField, { readonly than: ScopedField; readonly said: PropertyKey[] }[]>();
  const add = (later: ScopedField, than: ScopedField, said: PropertyKey[]) =>
    laters.set(later, [...(laters.get(later) ?? []), { than, said }]);
  for (const field of fields) {
    const { after, before } = field.definition;
    const [one, other] = [after, before].map((name) =>
      name === undefined ? undefined : otherField(name, field),
    );
    if (one !== undefined) add(field, one, [...placeOf(field), 'after']);
    if (other !== undefined) add(other, field, [...placeOf(field), 'before']);
  }
  const round = roundIn(laters.keys(), (field) => (laters.get(field) ?? []).map(({ than }) => than));
  if (round === undefined) return [];
  const [first, second = first] = round;
  const said = first && laters.get(first)?.find(({ than }) => than === second)?.said;
  const names = [...round, first].map((field) => field?.definition.id);
  return [errorAt(said ?? [], 'order-circle', { value: names.join(' → ') })];
}
