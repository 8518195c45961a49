import type { StepDefinition } from './definition.js';
import type { AnyFieldType, FieldDefinition } from './field-type.js';
import type { Scope, ScopedField } from './scopes.js';

/** What most fields hold: neither items nor fields. */
const none: readonly never[] = [];

/** What is wrong with an answer: the code chooses the sentence, `path` names the control (`dependants.0.name`). */
export interface Issue {
  readonly path: string;
  readonly code: string;
}

/** One page of a form being filled in. */
export class StepNode {
  readonly definition: StepDefinition;
  readonly index: number;
  readonly fields: FieldNode[] = [];
  visible = true;

  constructor(definition: StepDefinition, index: number) {
    this.definition = definition;
    this.index = index;
  }
}

/** The answers of one scope: the form itself, or one item of a list. `key` stays the item's own when it moves. */
export class Group {
  readonly scope: Scope;
  readonly key: number;
  readonly outer: Group | undefined;
  readonly list: FieldNode | undefined;
  /** Every field of the scope, those inside sections too. */
  readonly nodes = new Map<ScopedField, FieldNode>();
  /** The fields that stand directly in the item, in order. */
  readonly fields: FieldNode[] = [];

  constructor(scope: Scope, key: number, list?: FieldNode) {
    this.scope = scope;
    this.key = key;
    this.list = list;
    this.outer = list?.group;
  }

  /** Start of the path of everything in here: empty at the root, `dependants.0.` in an item. */
  get prefix(): string {
    return this.list === undefined ? '' : `${this.list.path}.${this.list.items.indexOf(this)}.`;
  }
}

/** One field of a form being filled in: what was typed, what it says, whether it is shown, what is wrong with it. */
export class FieldNode {
  readonly field: ScopedField;
  readonly type: AnyFieldType;
  readonly step: StepNode;
  readonly group: Group;
  readonly container: FieldNode | undefined;
  /** What the controls hold, in the type's own form. */
  input: unknown;
  /** The answer in its stored form; undefined when there is none. Kept while the field is hidden. */
  answer: unknown;
  /** What somebody sent for a computed field, which is worked out anew. */
  sent: unknown;
  /** Code of what keeps the input from being an answer. */
  problem: string | undefined;
  visible = true;
  /** Whether a problem of this field has been told to the person; from then on it is kept up to date. */
  reported = false;
  issue: Issue | undefined;
  /** Items of a list. */
  items: readonly Group[] = none;
  /** Fields of a section. */
  fields: readonly FieldNode[] = none;

  constructor(field: ScopedField, type: AnyFieldType, step: StepNode, group: Group, container?: FieldNode) {
    this.field = field;
    this.type = type;
    this.step = step;
    this.group = group;
    this.container = container;
    this.input = type.empty;
  }

  get definition(): FieldDefinition {
    return this.field.definition;
  }

  /** Where the answer stands: `dependants.0.birthDate`. It changes when items move. */
  get path(): string {
    return this.group.prefix + this.definition.id;
  }

  /** What a condition sees: nothing while hidden; a date as ISO text; a list as its items. */
  get value(): unknown {
    if (!this.visible) return undefined;
    if (this.field.kind === 'list') return this.items;
    if (this.field.kind === 'date') return (this.answer as { date: string } | undefined)?.date;
    return this.answer;
  }

  /** Whether the answer is made of other answers. */
  get computed(): boolean {
    return this.definition.type === 'computed';
  }
}
