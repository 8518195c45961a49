import { isOfKind } from './answer-kind.js';
import type { Judge } from './answer-rule.js';
import type { FormDefinition } from './definition.js';
import type { Catalog, Context, FieldType } from './field-type.js';
import { answersIn, nodeAt, withInner } from './node-search.js';
import type { Issue } from './nodes.js';
import { FieldNode, Group, StepNode } from './nodes.js';
import { Propagation, same } from './propagation.js';
import type { Scope, ScopedField } from './scopes.js';
import { scopesOf } from './scopes.js';

export { withInner } from './node-search.js';

/** Answers in their stored form, by the ids of the fields; items of lists are answers themselves. */
export type Answers = Readonly<Record<string, unknown>>;

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
  readonly #propagation: Propagation;
  readonly #observers = new Set<Observer>();
  readonly #changed = new Set<FieldNode | StepNode>();
  #keys = 0;
  #depth = 0;

  constructor(definition: FormDefinition, catalog: Catalog, context: Context) {
    this.definition = definition;
    this.context = context;
    this.#catalog = catalog;
    const tree = scopesOf(definition, catalog);
    this.root = new Group(tree.root, this.#keys++);
    this.steps = definition.steps.map((step, index) => new StepNode(step, index));
    this.#propagation = new Propagation(definition, tree, this.steps, this.root, context);
    for (const step of this.steps) {
      step.fields.push(...this.#grow(tree.steps[step.index]?.fields ?? [], this.root, step));
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
    return nodeAt(path, this.root);
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
    this.#setItems(list, [...list.items.slice(0, position), group, ...list.items.slice(position)], group);
    return group;
  }

  removeItem(list: FieldNode, item: Group): void {
    this.#setItems(
      list,
      list.items.filter((other) => other !== item),
    );
  }

  /** Moves an item to a position among the others. */
  moveItem(list: FieldNode, item: Group, position: number): void {
    const others = list.items.filter((other) => other !== item);
    this.#setItems(list, [...others.slice(0, position), item, ...others.slice(position)]);
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
        // A question that will be shown later has not been asked yet.
        node.reported ||= node.visible;
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

  /** Looks again at fields that something beside their own answers decides on: what was told of them, how they are drawn. */
  look(nodes: Iterable<FieldNode>): void {
    this.batch(() => {
      for (const node of nodes) {
        this.#changed.add(node);
        if (node.reported) this.#refreshIssue(node);
      }
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

  /**
   * Puts answers in their places, the items of a list in place of those it has. What leads nowhere or is of another
   * kind than the answers of its field is left out: it may come from an address or an old draft.
   */
  restore(answers: Answers): void {
    this.batch(() => this.#restoreGroup(this.root, answers));
  }

  #restoreGroup(group: Group, answers: Answers): void {
    for (const [id, answer] of Object.entries(answers)) {
      const field = group.scope.fields.get(id);
      const node = field && group.nodes.get(field);
      if (node === undefined || node.computed || !isOfKind(answer, node.field.kind)) continue;
      if (node.field.kind === 'list') this.#restoreItems(node, answer as readonly object[]);
      else this.answer(node, answer);
    }
  }

  #restoreItems(list: FieldNode, items: readonly object[]): void {
    if (list.items.length > 0) this.#setItems(list, []);
    // Objects, as their kind says; what they hold is looked at in its turn.
    for (const item of items) this.#restoreGroup(this.addItem(list), item as Answers);
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
      if (field.children.length > 0 && field.kind !== 'list')
        node.fields = this.#grow(field.children, group, step, node);
      return node;
    });
  }

  #afterAnswer(node: FieldNode, before: unknown): void {
    this.batch(() => {
      this.look([node]);
      if (!same(before, node.value)) this.#settle(this.#propagation.looking(node));
    });
  }

  #setItems(list: FieldNode, items: Group[], added?: Group): void {
    this.batch(() => {
      list.items = items;
      this.look([list]);
      // Positions are part of the paths, and with them of every control's name: all of it is drawn anew.
      for (const item of items) {
        for (const node of withInner(item.fields)) {
          this.#changed.add(node);
          if (node.issue !== undefined) node.issue = { ...node.issue, path: node.path };
        }
      }
      this.#settle([...withInner(added?.fields ?? []), ...this.#propagation.lookingInside(list)]);
    });
  }

  #refreshIssue(node: FieldNode): void {
    const issue = this.issueOf(node);
    if (issue?.code !== node.issue?.code) this.#changed.add(node);
    node.issue = issue;
  }

  #settle(start: Iterable<FieldNode | StepNode>): void {
    this.#propagation.settle(start, (node) => {
      if (node instanceof FieldNode) this.look([node]);
      else this.#changed.add(node);
    });
  }

  #tell(): void {
    if (this.#changed.size === 0) return;
    const changed = new Set(this.#changed);
    this.#changed.clear();
    for (const observer of this.#observers) observer(changed);
  }
}

/** The type of a node as one that takes what its own controls hold: only the type itself looks inside. */
function typeOf(node: FieldNode): FieldType<FieldNode['definition'], unknown, unknown> {
  return node.type as unknown as FieldType<FieldNode['definition'], unknown, unknown>;
}
