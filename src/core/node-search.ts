import type { Answers } from './engine.js';
import type { FieldNode, Group } from './nodes.js';
import type { Scope, ScopedField } from './scopes.js';
import { resolve } from './scopes.js';

/** Some fields with all that is inside their sections and items, in order. */
export function* withInner(fields: Iterable<FieldNode>): Generator<FieldNode> {
  for (const node of fields) {
    yield node;
    yield* withInner(node.fields);
    for (const item of node.items) yield* withInner(item.fields);
  }
}

/** The answers of one group in the order of its fields, as far as `wanted` says. */
export function answersIn(group: Group, wanted: (node: FieldNode) => boolean): Answers {
  const answers: Record<string, unknown> = {};
  for (const node of group.nodes.values()) {
    if (!wanted(node)) continue;
    if (node.field.kind === 'list') {
      if (node.items.length > 0) {
        answers[node.definition.id] = node.items.map((item) => answersIn(item, wanted));
      }
    } else if (node.answer !== undefined) answers[node.definition.id] = node.answer;
  }
  return answers;
}

/** The field at a path such as `dependants.0.name`, also where more of a control's name follows. */
export function nodeAt(path: string, root: Group): FieldNode | undefined {
  let group: Group | undefined = root;
  let found: FieldNode | undefined;
  for (const part of path.split('.')) {
    if (group === undefined) {
      group = /^\d+$/.test(part) ? found?.items[Number(part)] : undefined;
      if (group === undefined) return found;
    } else {
      const field: ScopedField | undefined = group.scope.fields.get(part);
      if (field === undefined) return undefined;
      found = group.nodes.get(field);
      group = undefined;
    }
  }
  return found;
}

/** The field that a name means as seen from a group: the nearest, from the item outwards to the root. */
export function nodeNamed(name: string, from: Group): FieldNode | undefined {
  const field = resolve(name, from.scope);
  for (let group: Group | undefined = from; field !== undefined && group !== undefined; group = group.outer) {
    if (group.scope === field.scope) return group.nodes.get(field);
  }
  return undefined;
}

/** The nodes of a field that share the nearest group with `from`: one, or one for each item of the lists between. */
export function* instancesOf(field: ScopedField, from: Group): Generator<FieldNode> {
  let group = from;
  while (group.outer !== undefined && !isWithin(field.scope, group.scope)) group = group.outer;
  yield* nodesBelow(group, field);
}

function* nodesBelow(group: Group, field: ScopedField): Generator<FieldNode> {
  if (group.scope === field.scope) {
    const node = group.nodes.get(field);
    if (node !== undefined) yield node;
    return;
  }
  for (let list = field.scope.list; list !== undefined; list = list.scope.list) {
    if (list.scope !== group.scope) continue;
    for (const item of group.nodes.get(list)?.items ?? []) yield* nodesBelow(item, field);
  }
}

function isWithin(scope: Scope, outer: Scope): boolean {
  for (let place: Scope | undefined = scope; place !== undefined; place = place.outer) {
    if (place === outer) return true;
  }
  return false;
}
