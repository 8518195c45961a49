import type { Engine } from './engine.js';
import type { Catalog, FieldDefinition, FieldType } from './field-type.js';
import { isSigning } from './field-type.js';
import { instancesOf } from './node-search.js';
import type { FieldNode } from './nodes.js';
import { StepNode } from './nodes.js';
import { same } from './propagation.js';
import { isUnique, otherField, relationKeys, uniqueIn } from './relations.js';
import type { ScopedField } from './scopes.js';
import { allFields } from './scopes.js';

/**
 * Looks again at a field when an answer changes that it is judged beside: only at those that name it, so that a
 * keystroke costs the same in a long form.
 */
export function watchRelations(engine: Engine, catalog: Catalog): void {
  const beside = new Map<ScopedField, Set<ScopedField>>();
  let hasUnique = false;
  for (const field of allFields(engine.root.scope)) {
    hasUnique ||= uniqueIn(field.definition).length > 0;
    for (const name of namesIn(field.definition, catalog)) {
      const other = otherField(name, field);
      if (other !== undefined) beside.set(other, (beside.get(other) ?? new Set()).add(field));
    }
  }
  if (beside.size === 0 && !hasUnique) return;
  let isLooking = false;
  engine.observe((changed) => {
    // What is found wrong changes no answer, so nothing follows from it.
    if (isLooking) return;
    isLooking = true;
    const again = new Set<FieldNode>();
    for (const node of changed) {
      if (node instanceof StepNode) continue;
      for (const field of beside.get(node.field) ?? [])
        for (const judged of instancesOf(field, node.group)) again.add(judged);
      if (hasUnique) for (const judged of alike(node)) again.add(judged);
    }
    try {
      if (again.size > 0) engine.look(again);
    } finally {
      isLooking = false;
    }
  });
}

/** The names of the fields that a field is judged beside. A signature is not: any change makes it void. */
function namesIn(definition: FieldDefinition, catalog: Catalog): string[] {
  if (isSigning(definition, catalog)) return [];
  // The catalogue forgets which definition each type takes; this one was shaped by that same type.
  const type = catalog.get(definition.type) as FieldType<FieldDefinition, unknown, unknown> | undefined;
  return [
    ...relationKeys.flatMap((key) => definition[key] ?? []),
    ...(type?.namesOf?.(definition) ?? []).map(({ name }) => name),
  ];
}

/** The same field of other items of its list, as far as it was told to be the same or is now; all of a list that changed. */
function* alike(node: FieldNode): Generator<FieldNode> {
  const { list } = node.group;
  if (list !== undefined && isUnique(node)) {
    for (const item of list.items) {
      const other = item.nodes.get(node.field);
      if (other?.reported && (other.issue?.code === 'not-unique' || same(other.value, node.value)))
        yield other;
    }
  }
  for (const id of uniqueIn(node.definition)) {
    for (const item of node.items) {
      const field = item.scope.fields.get(id);
      const other = field && item.nodes.get(field);
      if (other?.reported) yield other;
    }
  }
}
