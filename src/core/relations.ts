import type { FieldDefinition, ValueKind } from './field-type.js';
import { nodeNamed } from './node-search.js';
import type { FieldNode } from './nodes.js';
import { same } from './propagation.js';
import type { ScopedField } from './scopes.js';
import { resolve } from './scopes.js';

/*
 * Rules about an answer beside that of another field. They are of the rules and not of the engine: a form can be typed
 * in before they are here, and nobody is told of a problem before they are.
 */

/** What a definition may say of its answer and another's, with the code of the problem where that is not so. */
export const relationCodes = {
  after: 'not-after',
  before: 'not-before',
  notEqual: 'not-different',
} as const;

export type RelationKey = keyof typeof relationCodes;

export const relationKeys = Object.keys(relationCodes) as RelationKey[];

/** Which answers can be earlier or later than one another: those that count the same. */
export const orders: Readonly<Partial<Record<ValueKind, 'day' | 'time'>>> = {
  date: 'day',
  range: 'day',
  time: 'time',
};

/** Kinds of answer of which two can be the same. */
export const comparableKinds: readonly ValueKind[] = ['text', 'number', 'date', 'time', 'option'];

/** The field that a relation names, as seen from the field that has it, which is passed over itself. */
export function otherField(name: string, field: ScopedField): ScopedField | undefined {
  const near = resolve(name, field.scope);
  if (near !== field) return near;
  return field.scope.outer && resolve(name, field.scope.outer);
}

/** The code of what is wrong with an answer beside those that its definition, or that of its list, sets it against. */
export function relationProblem(node: FieldNode): string | undefined {
  for (const key of relationKeys) {
    const name = node.definition[key];
    const other = name === undefined ? undefined : otherNode(name, node);
    if (other?.value !== undefined && !isSo(key, node, other)) return relationCodes[key];
  }
  return isUnique(node) && twinOf(node) !== undefined ? 'not-unique' : undefined;
}

/** The field that a problem with this code is about besides the field that has it. */
export function relatedNode(node: FieldNode, code: string): FieldNode | undefined {
  if (code === 'not-unique') return twinOf(node);
  const key = relationKeys.find((one) => relationCodes[one] === code);
  const name = key === undefined ? namedByType(node) : node.definition[key];
  return name === undefined ? undefined : otherNode(name, node);
}

/** The relations of a field for partners, in English: JSON Schema compares no answers. */
export function unstatedRelations(definition: FieldDefinition): string[] {
  const { after, before, notEqual } = definition;
  return [
    ...(after === undefined ? [] : [`later than the answer to ${after}`]),
    ...(before === undefined ? [] : [`earlier than the answer to ${before}`]),
    ...(notEqual === undefined ? [] : [`another than the answer to ${notEqual}`]),
    ...uniqueIn(definition).map((id) => `no two items have the same ${id}`),
  ];
}

/** Whether no two items of the list that a field stands in may answer it alike. */
export function isUnique({ definition, group }: FieldNode): boolean {
  return uniqueIn(group.list?.definition).includes(definition.id);
}

/** The fields of the items of a list that no two items may answer alike. */
export function uniqueIn(list: FieldDefinition | undefined): readonly string[] {
  return (list as { unique?: readonly string[] } | undefined)?.unique ?? [];
}

/** The same field of the first item before whose answer is the same. */
function twinOf(node: FieldNode): FieldNode | undefined {
  for (const item of node.group.list?.items ?? []) {
    if (item === node.group) return undefined;
    const other = item.nodes.get(node.field);
    if (other?.value !== undefined && same(other.value, node.value)) return other;
  }
  return undefined;
}

function otherNode(name: string, node: FieldNode): FieldNode | undefined {
  const near = nodeNamed(name, node.group);
  if (near !== node) return near;
  return node.group.outer && nodeNamed(name, node.group.outer);
}

function namedByType({ type, definition }: FieldNode): string | undefined {
  // The catalogue forgets which definition each type takes; this one was shaped by that same type.
  return type.namesOf?.(definition as never)[0]?.name;
}

function isSo(key: RelationKey, node: FieldNode, other: FieldNode): boolean {
  if (key === 'notEqual') return !same(node.value, other.value);
  const [own, others] = [endsOf(node), endsOf(other)];
  return key === 'after' ? own.first > others.last : own.last < others.first;
}

/** First and last of what an answer means: a day is both. */
function endsOf({ value }: FieldNode): { readonly first: string; readonly last: string } {
  if (typeof value !== 'object') return { first: String(value), last: String(value) };
  // Only answers with an order have relations of order.
  const { from, to } = value as { from: string; to: string };
  return { first: from, last: to };
}
