import type { Expression } from './compute.js';
import { eachReference } from './compute.js';
import type { Condition } from './condition.js';
import { eachTest } from './condition.js';
import type { FieldDefinition } from './field-type.js';
import type { Scope, ScopedField, ScopeTree } from './scopes.js';
import { allFields, resolve, resolveReference } from './scopes.js';

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

/** The fields that the value of a computed field is made from. */
export function expressionFields(expression: Expression, scope: Scope, named: Named): ScopedField[] {
  const found: ScopedField[] = [];
  eachReference(
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
  const expression = expressionOf(field.definition);
  return [
    ...conditionFields(field.definition.when, field.scope, named),
    ...(expression === undefined ? [] : expressionFields(expression, field.scope, named)),
  ];
}

/**
 * All fields in an order in which each comes after what it depends on, and, where there is no such order, the fields
 * of one circle. What a field depends on includes what its step, its section and its list depend on.
 */
export function dependencyOrder(
  tree: ScopeTree,
  named: Named,
): { order: ScopedField[]; circle?: ScopedField[] } {
  const order: ScopedField[] = [];
  const state = new Map<ScopedField, 'open' | 'done'>();
  let circle: ScopedField[] | undefined;
  const stepFields = tree.steps.map(({ when }) => conditionFields(when, tree.root, named));

  const before = (field: ScopedField): ScopedField[] => [
    ...(stepFields[field.step] ?? []),
    ...(field.container === undefined ? [] : [field.container]),
    ...ownDependencies(field, named),
  ];

  for (const start of allFields(tree.root)) {
    // A stack of its own: a chain of a thousand conditions must not exhaust the engine's.
    const stack = [{ field: start, rest: before(start) }];
    if (state.has(start)) continue;
    state.set(start, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        state.set(top.field, 'done');
        order.push(top.field);
        stack.pop();
      } else if (state.get(next) === 'open') {
        const trail = stack.map(({ field }) => field);
        circle ??= trail.slice(trail.indexOf(next));
      } else if (!state.has(next)) {
        state.set(next, 'open');
        stack.push({ field: next, rest: before(next) });
      }
    }
  }
  return circle === undefined ? { order } : { order, circle };
}
