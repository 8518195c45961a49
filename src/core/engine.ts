import type { Judge } from './answer-rule.js';
import { evaluate } from './compute.js';
import type { Condition } from './condition.js';
import { holds } from './condition.js';
import type { FormDefinition } from './definition.js';
import { conditionFields, expressionOf, ownDependencies } from './dependencies.js';
import type { Catalog, Context, FieldType } from './field-type.js';
import type { Issue } from './nodes.js';
import { FieldNode, Group, StepNode } from './nodes.js';
import type { Scope, ScopedField, ScopeTree } from './scopes.js';
import { allFields, resolve, scopesOf } from './scopes.js';

/** Answers in their stored form, by the ids of the fields; items of lists are answers themselves. */
export type Answers = Readonly<Record<string, unknown>>;

/** Fields looked at after one change: a form of 5,000 fields without a circle stays far below. */
const MOST_TURNS = 1_000_000;

/** Told after a change has settled: the fields and steps whose look may differ now. */
export type Observer = (changed: ReadonlySet<FieldNode | StepNode>) => void;

/**
 * A form being filled in. What is typed goes in by `input`; visibility and computed values follow, and only what
 * depends on the change is looked at. Whether an answer is wrong is `issueOf`; when to say so is `report`.
 */
export class Engine {
  readonly definition: FormDefinition;
  readonly context: Context;
  readonly steps: readonly StepNode[];
  readonly root: Group;
  /**
   * Says what is wrong with an answer. Set once the rules are there: a form can be typed in before.
   */
  judge: Judge | undefined;
  readonly #catalog: Catalog;
  readonly #tree: ScopeTree;
  readonly #named: Readonly<Record<string, Condition>>;
  /** Which fields look at a field, by the one looked at. */
  readonly #dependents = new Map<ScopedField, ScopedField[]>();
  readonly #stepDependents = new Map<ScopedField, StepNode[]>();
  readonly #observers = new Set<Observer>();
  readonly #changed = new Set<FieldNode | StepNode>();
  #keys = 0;
  #depth = 0;

  constructor(definition: FormDefinition, catalog: Catalog, context: Context) {
    this.definition = definition;
    this.context = context;
    this.#catalog = catalog;
    this.#named = definition.conditions;
    this.#tree = scopesOf(definition, catalog);
    this.root = new Group(this.#tree.root, this.#keys++);
    this.steps = definition.steps.map((step, index) => new StepNode(step, index));
    for (const field of allFields(this.#tree.root)) {
      for (const looked of ownDependencies(field, this.#named)) add(this.#dependents, looked, field);
    }
    for (const [index, { when, fields }] of this.#tree.steps.entries()) {
      const step = this.#step(index);
      for (const looked of conditionFields(when, this.#tree.root, this.#named))
        add(this.#stepDependents, looked, step);
      step.fields.push(...this.#grow(fields, this.root, step));
    }
    this.#settle([...this.steps, ...this.root.nodes.values()]);
    this.#changed.clear();
  }

  /** Calls `observer` after each change has settled, until the function returned is called. */
  observe(observer: Observer): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  /** Several changes that are told as one. */
  batch(change: () => void): void {
    this.#depth += 1;
    try {
      change();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#tell();
    }
  }

  /** The field at a path such as `dependants.0.name`, also where more of a control's name follows. */
  find(path: string): FieldNode | undefined {
    let group: Group | undefined = this.root;
    let found: FieldNode | undefined;
    for (const part of path.split('.')) {
      if (group === undefined) {
        if (found === undefined || found.field.kind !== 'list') return found;
        group = found.items[Number(part)];
        if (group === undefined) return found;
      } else {
        const field = group.scope.fields.get(part);
        if (field === undefined) return undefined;
        found = group.nodes.get(field);
        group = undefined;
      }
    }
    return found;
  }

  /** What a person typed into the controls of a field. */
  input(node: FieldNode, input: unknown): void {
    const before = node.value;
    node.input = input;
    const reading = typeOf(node).read(input, node.definition, this.context);
    node.answer = reading.answer;
    node.problem = reading.problem;
    this.#afterAnswer(node, before);
  }

  /** An answer in its stored form, as from a prefill or a draft. Not for lists. */
  answer(node: FieldNode, answer: unknown): void {
    this.input(node, answer === undefined ? node.type.empty : typeOf(node).write(answer, node.definition));
  }

  /** Puts a value that was sent in place of an answer, right or wrong; a computed answer stays the engine's own. */
  place(node: FieldNode, sent: unknown): void {
    if (node.computed) {
      node.sent = sent;
      return;
    }
    const before = node.value;
    node.answer = sent;
    this.#afterAnswer(node, before);
  }

  /** Adds an item at the end of a list, or puts a removed one back where it was. */
  addItem(list: FieldNode, position = list.items.length, removed?: Group): Group {
    const scope = list.field.items;
    if (scope === undefined) throw new TypeError(`${list.path} is not a list`);
    const group = removed ?? this.#newItem(list, scope);
    this.batch(() => {
      list.items = [...list.items.slice(0, position), group, ...list.items.slice(position)];
      this.#afterItems(list, group);
    });
    return group;
  }

  removeItem(list: FieldNode, item: Group): void {
    this.batch(() => {
      list.items = list.items.filter((other) => other !== item);
      this.#afterItems(list);
    });
  }

  /** Moves an item to a position among the others. */
  moveItem(list: FieldNode, item: Group, position: number): void {
    this.batch(() => {
      const others = list.items.filter((other) => other !== item);
      list.items = [...others.slice(0, position), item, ...others.slice(position)];
      this.#afterItems(list);
    });
  }

  /** What is wrong with an answer, whether or not it has been told; nothing for what is hidden. */
  issueOf(node: FieldNode): Issue | undefined {
    if (!node.visible) return undefined;
    const code = this.judge?.(node);
    return code === undefined ? undefined : { path: node.path, code };
  }

  /** Tells all that is wrong with some fields, and from now on keeps it up to date. Gives the issues in order. */
  report(fields: Iterable<FieldNode>): Issue[] {
    const issues: Issue[] = [];
    this.batch(() => {
      for (const node of withInner(fields)) {
        node.reported = true;
        this.#refreshIssue(node);
        if (node.issue !== undefined) issues.push(node.issue);
      }
    });
    return issues;
  }

  /** Shows a problem that somebody else found, such as the receiver; it goes with the next change of the answer. */
  reportIssue(node: FieldNode, code: string): void {
    this.batch(() => {
      node.reported = true;
      node.issue = { path: node.path, code };
      this.#changed.add(node);
    });
  }

  /** Every answer that is shown, in its stored form. */
  answers(): Answers {
    return answersIn(this.root, (node) => node.visible);
  }

  /** All that is shown, in order, what is inside sections and items too. */
  *shownFields(): Generator<FieldNode> {
    for (const step of this.steps) {
      if (step.visible) for (const node of withInner(step.fields)) if (node.visible) yield node;
    }
  }

  /** Puts answers in their places; keys that lead nowhere are left out. */
  restore(answers: Answers): void {
    this.batch(() => this.#restoreGroup(this.root, answers));
  }

  #restoreGroup(group: Group, answers: Answers): void {
    for (const [id, answer] of Object.entries(answers)) {
      const field = group.scope.fields.get(id);
      const node = field && group.nodes.get(field);
      if (node === undefined || node.computed) continue;
      if (node.field.kind !== 'list') this.answer(node, answer);
      else if (Array.isArray(answer)) {
        for (const item of answer) {
          const added = this.addItem(node);
          if (typeof item === 'object' && item !== null) this.#restoreGroup(added, item as Answers);
        }
      }
    }
  }

  #newItem(list: FieldNode, scope: Scope): Group {
    const group = new Group(scope, this.#keys++, list);
    group.fields.push(...this.#grow(list.field.children, group, list.step));
    return group;
  }

  /** Makes the nodes of some fields of one group, and of the sections among them. */
  #grow(fields: readonly ScopedField[], group: Group, step: StepNode, container?: FieldNode): FieldNode[] {
    return fields.map((field) => {
      const type = this.#catalog.get(field.definition.type);
      if (type === undefined) throw new TypeError(`unknown field type ${field.definition.type}`);
      const node = new FieldNode(field, type, step, group, container);
      group.nodes.set(field, node);
      if (field.kind !== 'list') node.fields = this.#grow(field.children, group, step, node);
      return node;
    });
  }

  #step(index: number): StepNode {
    const step = this.steps[index];
    if (step === undefined) throw new RangeError(`no step ${index}`);
    return step;
  }

  #afterAnswer(node: FieldNode, before: unknown): void {
    this.batch(() => {
      this.#changed.add(node);
      if (node.reported) this.#refreshIssue(node);
      if (!same(before, node.value)) this.#settle([...this.#looking(node)]);
    });
  }

  #afterItems(list: FieldNode, added?: Group): void {
    this.#changed.add(list);
    if (list.reported) this.#refreshIssue(list);
    // Positions are part of the paths, and with them of every control's name: all of it is drawn anew.
    for (const item of list.items) for (const node of item.nodes.values()) this.#changed.add(node);
    const inside = list.field.items === undefined ? [] : [...allFields(list.field.items)];
    const watching = inside
      .flatMap((field) => this.#dependents.get(field) ?? [])
      .flatMap((field) => [...this.#instances(field, list.group)]);
    this.#settle([...(added?.nodes.values() ?? []), ...this.#looking(list), ...watching]);
  }

  #refreshIssue(node: FieldNode): void {
    const issue = this.issueOf(node);
    if (issue?.code !== node.issue?.code) this.#changed.add(node);
    node.issue = issue;
  }

  /** The fields and steps that look at a field. */
  *#looking(node: FieldNode): Generator<FieldNode | StepNode> {
    yield* this.#stepDependents.get(node.field) ?? [];
    for (const field of this.#dependents.get(node.field) ?? []) yield* this.#instances(field, node.group);
  }

  /** The nodes of a field that share the nearest group with `from`. */
  *#instances(field: ScopedField, from: Group): Generator<FieldNode> {
    let group = from;
    while (group.outer !== undefined && !isWithin(field.scope, group.scope)) group = group.outer;
    yield* nodesBelow(group, field);
  }

  /**
   * Brings what is shown and what is computed up to date, starting from some fields and steps.
   * @throws RangeError where conditions go in a circle: the parser refuses them, but a browser shows a form before.
   */
  #settle(start: Iterable<FieldNode | StepNode>): void {
    const queue = new Set(start);
    let turns = 0;
    for (const node of queue) {
      turns += 1;
      if (turns > MOST_TURNS) throw new RangeError('conditions go in a circle');
      queue.delete(node);
      if (node instanceof StepNode) {
        const visible = this.#holds(node.definition.when, this.root);
        if (visible === node.visible) continue;
        node.visible = visible;
        this.#changed.add(node);
        for (const field of node.fields) queue.add(field);
      } else if (this.#refresh(node)) {
        this.#changed.add(node);
        for (const inner of node.fields) queue.add(inner);
        for (const item of node.items) for (const inner of item.fields) queue.add(inner);
        for (const looking of this.#looking(node)) queue.add(looking);
      }
    }
  }

  /** Whether the field is seen differently now. */
  #refresh(node: FieldNode): boolean {
    const before = node.value;
    const wasVisible = node.visible;
    const { container, group } = node;
    const within = container?.visible ?? group.list?.visible ?? node.step.visible;
    node.visible = within && this.#holds(node.definition.when, group);
    const expression = expressionOf(node.definition);
    if (expression !== undefined) {
      const { decimals = 2 } = node.definition as { decimals?: number };
      const value = evaluate(expression, {
        context: this.context,
        named: this.#named,
        lookup: (name) => lookup(name, group),
        items: (name) => itemsOf(name, group).map((item) => (inner: string) => lookup(inner, item)),
      });
      node.answer = typeof value === 'number' ? Number(value.toFixed(decimals)) : value;
    }
    if (wasVisible !== node.visible && node.reported) this.#refreshIssue(node);
    return wasVisible !== node.visible || !same(before, node.value);
  }

  #holds(condition: Condition | undefined, group: Group): boolean {
    return condition === undefined || holds(condition, this.#named, (name) => lookup(name, group));
  }

  #tell(): void {
    if (this.#changed.size === 0) return;
    const changed = new Set(this.#changed);
    this.#changed.clear();
    for (const observer of this.#observers) observer(changed);
  }
}

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
      if (node.items.length > 0)
        answers[node.definition.id] = node.items.map((item) => answersIn(item, wanted));
    } else if (node.answer !== undefined) answers[node.definition.id] = node.answer;
  }
  return answers;
}

/** The type of a node as one that takes what its own controls hold: only the type itself looks inside. */
function typeOf(node: FieldNode): FieldType<FieldNode['definition'], unknown, unknown> {
  return node.type as unknown as FieldType<FieldNode['definition'], unknown, unknown>;
}

function lookup(name: string, from: Group): unknown {
  return nodeNamed(name, from)?.value;
}

function itemsOf(name: string, from: Group): readonly Group[] {
  const list = nodeNamed(name, from);
  return list?.visible ? list.items : [];
}

function nodeNamed(name: string, from: Group): FieldNode | undefined {
  const field = resolve(name, from.scope);
  for (let group: Group | undefined = from; field !== undefined && group !== undefined; group = group.outer) {
    if (group.scope === field.scope) return group.nodes.get(field);
  }
  return undefined;
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
  for (let place: Scope | undefined = scope; place !== undefined; place = place.outer)
    if (place === outer) return true;
  return false;
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => value === b[index]);
  return a === b;
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
