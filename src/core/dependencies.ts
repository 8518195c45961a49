import type { Expression } from './compute.js';
import type { Condition } from './condition.js';
import { eachTest } from './condition.js';
import type { FieldDefinition } from './field-type.js';
import type { Scope, ScopedField } from './scopes.js';
import { resolve, resolveReference } from './scopes.js';

type Named = Readonly<Record<string, Condition>>;

/** The expression of a computed field; undefined for every other type. */
export function expressionOf(definition: FieldDefinition): Expression | undefined {
  return definition.type === 'computed'
    ? (definition as FieldDefinition & { value: Expression }).value
    : undefined;
}

/** The fields a condition looks at, as seen from `scope`. */
export function conditionFields(condition: Condition | undefined, scope: Scope, named: Named): ScopedField[] {
  const found: ScopedField[] = [];
  if (condition !== undefined) {
    eachTest(condition, named, ({ field }) => {
      const resolved = resolve(field, scope);
      if (resolved !== undefined) found.push(resolved);
    });
  }
  return found;
}

/** The fields that the value of a field is made from; none where it is not computed. */
export function expressionFields({ definition, computing, scope }: ScopedField, named: Named): ScopedField[] {
  const expression = expressionOf(definition);
  if (expression === undefined || computing === undefined) return [];
  const found: ScopedField[] = [];
  computing.eachReference(
    expression,
    (reference) => found.push(...resolveReference(reference, scope)),
    (condition, list) => {
      const inside = list === undefined ? scope : (resolve(list, scope)?.items ?? scope);
      found.push(...conditionFields(condition, inside, named));
    },
  );
  return found;
}

/** What a field looks at itself: for being shown, and for its value where that is computed. */
export function ownDependencies(field: ScopedField, named: Named): ScopedField[] {
  return [...conditionFields(field.definition.when, field.scope, named), ...expressionFields(field, named)];
}
