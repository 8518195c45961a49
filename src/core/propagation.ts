import type { Condition } from './condition.js';
import { holds } from './condition.js';
import type { FormDefinition } from './definition.js';
import { conditionFields, expressionOf, ownDependencies } from './dependencies.js';
import type { Context } from './field-type.js';
import { instancesOf, nodeNamed } from './node-search.js';
import type { FieldNode, Group } from './nodes.js';
import { StepNode } from './nodes.js';
import type { ScopedField, ScopeTree } from './scopes.js';
import { allFields } from './scopes.js';

/** Fields looked at after one change: a form of 5,000 fields without a circle stays far below. */
const MOST_TURNS = 1_000_000;

/** Keeps what is shown and what is computed up to date, looking only at what depends on a change. */
export class Propagation {
  readonly #named: Readonly<Record<string, Condition>>;
  readonly #root: Group;
  readonly #context: Context;
  /** Which fields look at a field, by the one looked at. */
  readonly #fields = new Map<ScopedField, ScopedField[]>();
  readonly #steps = new Map<ScopedField, StepNode[]>();

  constructor(
    { conditions }: FormDefinition,
    tree: ScopeTree,
    steps: readonly StepNode[],
    root: Group,
    context: Context,
  ) {
    this.#named = conditions;
    this.#root = root;
    this.#context = context;
    for (const field of allFields(tree.root)) {
      for (const looked of ownDependencies(field, conditions)) add(this.#fields, looked, field);
    }
    for (const step of steps) {
      for (const looked of conditionFields(step.definition.when, tree.root, conditions)) {
        add(this.#steps, looked, step);
      }
    }
  }

  /** The fields and steps that look at a field. */
  *looking(node: FieldNode): Generator<FieldNode | StepNode> {
    yield* this.#steps.get(node.field) ?? [];
    for (const field of this.#fields.get(node.field) ?? []) yield* instancesOf(field, node.group);
  }

  /** The fields that look at a list or at something in its items. */
  *lookingInside(list: FieldNode): Generator<FieldNode | StepNode> {
    yield* this.looking(list);
    for (const inner of list.field.items === undefined ? [] : allFields(list.field.items)) {
      for (const field of this.#fields.get(inner) ?? []) yield* instancesOf(field, list.group);
    }
  }

  /**
   * Brings what is shown and what is computed up to date, starting from some fields and steps, and calls `changed`
   * for each that is seen differently, perhaps more than once.
   * @throws RangeError where conditions go in a circle: the parser refuses them, but a browser shows a form before.
   */
  settle(start: Iterable<FieldNode | StepNode>, changed: (node: FieldNode | StepNode) => void): void {
    const queue = new Set(start);
    let turns = 0;
    for (const node of queue) {
      turns += 1;
      if (turns > MOST_TURNS) throw new RangeError('conditions go in a circle');
      queue.delete(node);
      if (!(node instanceof StepNode ? this.#refreshStep(node) : this.#refresh(node))) continue;
      changed(node);
      for (const inner of node.fields) queue.add(inner);
      if (node instanceof StepNode) continue;
      for (const item of node.items) for (const inner of item.fields) queue.add(inner);
      for (const looking of this.looking(node)) queue.add(looking);
    }
  }

  #refreshStep(step: StepNode): boolean {
    const before = step.visible;
    step.visible = this.#holds(step.definition.when, this.#root);
    return before !== step.visible;
  }

  /** Whether the field is seen differently now. */
  #refresh(node: FieldNode): boolean {
    const { container, group, value: before, visible: wasVisible } = node;
    const within = container?.visible ?? group.list?.visible ?? node.step.visible;
    node.visible = within && this.#holds(node.definition.when, group);
    if (node.computed) node.answer = this.#worth(node);
    return wasVisible !== node.visible || !same(before, node.value);
  }

  #holds(condition: Condition | undefined, group: Group): boolean {
    return condition === undefined || holds(condition, this.#named, (name) => lookup(name, group));
  }

  /** The value of a computed field. */
  #worth({ definition, group, type }: FieldNode): unknown {
    const expression = expressionOf(definition);
    if (expression === undefined) return undefined;
    const value = type.computing?.evaluate(expression, {
      context: this.#context,
      named: this.#named,
      lookup: (name) => lookup(name, group),
      items: (name) => itemsOf(name, group).map((item) => (inner: string) => lookup(inner, item)),
    });
    const { decimals = 2 } = definition as { decimals?: number };
    // Adding zero makes 0 of the -0 that rounding -0.001 gives.
    return typeof value === 'number' ? Number(value.toFixed(decimals)) + 0 : value;
  }
}

/** Whether two answers, as conditions see them, are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => value === b[index]);
  }
  return a === b;
}

function lookup(name: string, from: Group): unknown {
  return nodeNamed(name, from)?.value;
}

function itemsOf(name: string, from: Group): readonly Group[] {
  const list = nodeNamed(name, from);
  return list?.visible ? list.items : [];
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
