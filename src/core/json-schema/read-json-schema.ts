import type { DefinitionProblem } from '../definition.js';
import { MOST_STEPS } from '../definition.js';
import { hazardIn } from '../hazard.js';
import { errorAt, warningAt } from '../problem-at.js';
import { carriedDefinition } from './carried-definition.js';
import { hintOf, labelOf } from './field-base.js';
import { formIdOf, Names } from './names.js';
import { readObject } from './read-object.js';
import { readValue } from './read-value.js';
import type { Place, TypeNames, WrittenField } from './reader-state.js';
import { ReaderState } from './reader-state.js';
import type { JsonObject } from './schema-view.js';
import { isObject } from './schema-view.js';
import { shapeWith } from './shape-with.js';
import { stepsOf } from './steps.js';
import { nameAsWords } from './texts.js';
import { UiHints } from './ui-hints.js';
import { withoutFields } from './without-fields.js';

/** What else is known of a schema. */
export interface JsonSchemaOptions {
  /** The `uiSchema` of RJSF that goes with it. */
  readonly uiSchema?: unknown;
  /** What the form is called where the schema has no usable `$id` or title: the name of its file. */
  readonly name?: string | undefined;
}

/** A form made of a JSON Schema. Nothing of the schema is left out without a problem that names it. */
export interface JsonSchemaReading {
  /** A document as a person could have written it, still to be parsed; undefined where nothing can be asked. */
  readonly definition: JsonObject | undefined;
  /** Pointers lead into the schema. */
  readonly problems: readonly DefinitionProblem[];
  /** Pointers lead into the `uiSchema`. */
  readonly uiProblems: readonly DefinitionProblem[];
}

/**
 * Makes a form of a JSON Schema, draft-07 or 2020-12, of an object. What the form cannot hold to is a problem with the
 * pointer of the keyword; of what `taafi schema` has written the definition itself comes back. Never throws.
 */
export function readJsonSchema(
  schema: unknown,
  types: TypeNames,
  { uiSchema, name }: JsonSchemaOptions = {},
): JsonSchemaReading {
  const hazard = hazardIn(schema) ?? hazardIn(uiSchema);
  if (hazard !== undefined) return { definition: undefined, problems: [hazard], uiProblems: [] };
  if (!isObject(schema))
    return { definition: undefined, problems: [errorAt([], 'schema-kind')], uiProblems: [] };
  const carried = carriedDefinition(schema);
  if (carried?.definition !== undefined)
    return { definition: carried.definition, problems: [], uiProblems: [] };
  const state = new ReaderState(schema, types);
  state.read = (view, place) => readValue(view, place, state);
  if (carried !== undefined) state.report(carried.path, 'schema-edited');
  const uiProblems: DefinitionProblem[] = [];
  const ui = new UiHints(uiSchema, [], (path, code, params) => {
    uiProblems.push(warningAt(path, code, params));
  });
  const definition = new FormReader(schema, state, ui, name).read();
  if (definition === undefined) state.problems.push(errorAt([], 'schema-nothing'));
  return { definition, problems: state.problems, uiProblems };
}

class FormReader {
  readonly #schema: JsonObject;
  readonly #state: ReaderState;
  readonly #ui: UiHints;
  readonly #name: string | undefined;

  constructor(schema: JsonObject, state: ReaderState, ui: UiHints, name: string | undefined) {
    this.#schema = schema;
    this.#state = state;
    this.#ui = ui;
    this.#name = name;
  }

  read(): JsonObject | undefined {
    const { $id, title } = this.#schema;
    const [address, words] = [$id, title].map((value) => (typeof value === 'string' ? value : undefined));
    const id = formIdOf(this.#name, address, words);
    const view = this.#state.schemas.root();
    const place: Place = {
      name: '',
      path: [],
      required: true,
      isSure: true,
      ui: this.#ui,
      names: new Names(),
      around: [],
      level: -1,
      isInList: false,
      label: nameAsWords(id),
    };
    const label = labelOf(view, place, this.#state);
    const intro = hintOf(view, place, this.#state);
    for (const keyword of ['writeOnly', 'readOnly', 'x-taafi-definition']) view.take(keyword);
    const submit = this.#ui.take('submitButtonOptions');
    const { submitText } = isObject(submit?.value) ? submit.value : {};
    const read = readObject(view, place, this.#state);
    for (const work of this.#state.afterwards) work();
    this.#settle();
    this.#state.schemas.finish();
    this.#ui.finish();
    const fields = this.#kept(read.field?.fields ?? []);
    const steps = stepsOf(fields, label);
    if (steps.length === 0) return undefined;
    if (steps.length > MOST_STEPS) return undefined;
    return {
      id,
      version: '1.0.0',
      languages: this.#state.languages,
      title: label,
      ...(intro !== undefined && { start: { intro } }),
      steps,
      ...(typeof submitText === 'string' && submitText !== '' && { review: { action: submitText } }),
      ...this.#prefill(fields),
      data: shapeWith(fields, read.shape ?? { object: {} }),
    };
  }

  /** Frees the conditions of what can never be shown; what was shown by that alone is never shown either. */
  #settle(): void {
    const { never, conditional, report } = this.#state;
    for (let known = -1; known !== never.size; ) {
      known = never.size;
      const gone = new Set(idsIn([...never]));
      for (const [field, { name, path }] of conditional) {
        if (field.when === undefined || never.has(field)) continue;
        const condition = withoutFields(field.when, gone);
        if (condition === false) {
          never.add(field);
          report(path, 'schema-never', { value: name });
        } else if (condition === true) delete field.when;
        else field.when = condition;
      }
    }
  }

  /** Without what can never be shown, and what is left empty by that. */
  #kept(fields: readonly WrittenField[]): WrittenField[] {
    return fields.flatMap((field) => {
      if (this.#state.never.has(field)) return [];
      if (field.fields === undefined) return [field];
      const inner = this.#kept(field.fields);
      return inner.length === 0 ? [] : [{ ...field, fields: inner }];
    });
  }

  /** What the host may begin the form with, and what it begins with anyway. */
  #prefill(fields: readonly WrittenField[]): object {
    const { defaults } = this.#state;
    const ids = new Set(idsIn(fields));
    const values = Object.fromEntries(Object.entries(defaults).filter(([id]) => ids.has(id)));
    const host = [...rootFields(fields)].flatMap(({ id, type }) => (neverGiven.has(type) ? [] : [id]));
    if (host.length === 0) return {};
    return { prefill: { host, ...(Object.keys(values).length > 0 && { values }) } };
  }
}

/** What only a person can give, and what takes no answer. */
const neverGiven: ReadonlySet<string> = new Set(['file', 'statement', 'note']);

/** Fields outside of lists, those of sections among them. */
function* rootFields(fields: readonly WrittenField[]): Generator<WrittenField> {
  for (const field of fields) {
    if (field.type === 'section') yield* rootFields(field.fields ?? []);
    else yield field;
  }
}

function idsIn(fields: readonly WrittenField[]): string[] {
  return fields.flatMap((field) => [field.id, ...idsIn(field.fields ?? [])]);
}

/** Whether a document is a JSON Schema of answers and not a form: it has properties and no steps. */
export function isJsonSchema(json: unknown): json is JsonObject {
  if (!isObject(json) || 'steps' in json) return false;
  const { $schema } = json;
  const isNamed = typeof $schema === 'string' && /^https?:\/\/json-schema\.org\//.test($schema);
  const says = ['properties', '$ref', 'allOf', 'oneOf', 'anyOf', 'x-taafi-definition'].some(
    (key) => key in json,
  );
  return says && (isNamed || json.type === 'object' || isObject(json.properties));
}

/** A schema and what goes with it, in one document: `{"schema": …, "uiSchema": …}`, as RJSF's playground has it. */
export function schemaIn(
  json: unknown,
): { readonly schema: unknown; readonly uiSchema?: unknown } | undefined {
  if (isJsonSchema(json)) return { schema: json };
  if (!isObject(json) || 'steps' in json || !isJsonSchema(json.schema)) return undefined;
  return { schema: json.schema, uiSchema: json.uiSchema };
}
