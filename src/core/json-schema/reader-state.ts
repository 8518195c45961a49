import type { Condition } from '../condition.js';
import type { DataShape } from '../data-shape.js';
import type { DefinitionProblem } from '../definition.js';
import { MOST_FIELDS } from '../definition.js';
import { warningAt } from '../problem-at.js';
import type { Text } from '../text.js';
import type { Handle } from './handles.js';
import type { Names } from './names.js';
import type { Path, SchemaView } from './schema-view.js';
import { Schemas } from './schema-view.js';
import { TestReader } from './tests.js';
import { languagesOf } from './texts.js';
import type { UiHints } from './ui-hints.js';

/** A field as it is written in a definition, while it is being made. */
export interface WrittenField {
  readonly id: string;
  readonly type: string;
  readonly label: Text;
  when?: Condition;
  fields?: readonly WrittenField[];
  [key: string]: unknown;
}

/** What has become of a value of the schema. */
export interface ReadValue {
  /** Undefined where it is not asked. */
  readonly field?: WrittenField | undefined;
  /** The field holds those of an object. */
  readonly isObject?: boolean;
  /** Undefined where it has no place in the data. */
  readonly shape?: DataShape | undefined;
  readonly handle: Handle;
}

/** Where a value stands, and what is known of it from there. */
export interface Place {
  readonly name: string;
  readonly path: Path;
  readonly required: boolean;
  /** Whether it is asked always, as far as its object is. */
  readonly isSure: boolean;
  readonly ui: UiHints;
  readonly names: Names;
  /** Names of the objects around it in the same scope. */
  readonly around: readonly string[];
  /** Sections and lists around it. */
  readonly level: number;
  readonly isInList: boolean;
  /** What it is called where it does not say. */
  readonly label?: Text | undefined;
}

/** The names of the types of field that a definition may use. */
export interface TypeNames {
  has(name: string): boolean;
}

/** What all parts of the reader share. */
export class ReaderState {
  readonly types: TypeNames;
  readonly languages: readonly string[];
  readonly schemas: Schemas;
  readonly tests: TestReader;
  /** Answers to begin with, by the ids of the fields. */
  readonly defaults: Record<string, unknown> = {};
  /** What can be done only when every field is known, in order. */
  readonly afterwards: (() => void)[] = [];
  /** Fields that can never be shown. */
  readonly never = new Set<WrittenField>();
  /** Fields that are shown under a condition, with what they were made of. */
  readonly conditional = new Map<WrittenField, { readonly name: string; readonly path: Path }>();
  readonly problems: DefinitionProblem[] = [];
  /** Reads a value inside of another one. */
  read: (view: SchemaView, place: Place) => ReadValue = () => ({ handle: { kind: 'unread' } });
  readonly #told = new Set<string>();
  #fields = 0;

  constructor(json: unknown, types: TypeNames) {
    this.types = types;
    this.languages = languagesOf(json);
    this.schemas = new Schemas(json, this.report);
    this.tests = new TestReader(this.schemas, this.report);
  }

  /** The same thing of the same place is told once. */
  readonly report = (path: Path, code: string, params?: DefinitionProblem['params']): void => {
    const problem = warningAt(path, code, params);
    const key = `${problem.pointer} ${code}`;
    if (!this.#told.has(key)) this.problems.push(problem);
    this.#told.add(key);
  };

  /** Whether there may be another field. */
  mayAdd(path: Path): boolean {
    this.#fields += 1;
    if (this.#fields === MOST_FIELDS) this.report(path, 'too-many-fields', { most: MOST_FIELDS });
    return this.#fields < MOST_FIELDS;
  }
}
