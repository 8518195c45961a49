import type { Condition } from '../condition.js';
import type { DataShape } from '../data-shape.js';
import { MOST_LEVELS } from '../definition.js';
import type { Text } from '../text.js';
import { hintOf, labelOf } from './field-base.js';
import type { Handle } from './handles.js';
import type { BranchChoice, Guard, Layers } from './layers.js';
import { LayerReader } from './layers.js';
import { optionListOf } from './options.js';
import type { Way, When } from './property-ways.js';
import { PropertyWays } from './property-ways.js';
import type { Place, ReaderState, ReadValue, WrittenField } from './reader-state.js';
import type { Path, SchemaView } from './schema-view.js';
import { isObject } from './schema-view.js';
import type { Test } from './tests.js';
import { conditionFrom, joined, namesIn, negated } from './tests.js';
import { joinedTexts, nameAsWords, textIn } from './texts.js';

/** An object: its properties in order, each in as many ways as the conditions around it make of it. */
export function readObject(view: SchemaView, place: Place, state: ReaderState): ReadValue {
  const label = labelOf(view, place, state);
  const hint = hintOf(view, place, state);
  const id = place.names.take(place.name, place.around);
  const reader = new ObjectReader(
    new LayerReader(state.schemas, state.tests, state.report).read(view),
    place,
    state,
  );
  const { fields, shape, handle } = reader.read();
  if (fields.length === 0) {
    const code = reader.hasProperties ? 'schema-nothing-asked' : 'schema-free-object';
    if (place.name !== '') state.report(view.sources[0]?.path ?? place.path, code, { value: place.name });
    return { shape, handle };
  }
  const field: WrittenField = { id, type: 'section', label, ...(hint !== undefined && { hint }), fields };
  return { field, isObject: true, shape, handle };
}

/** The fields of a value, below what may stand inside one another without the section around them. */
function fieldsOf({ field }: ReadValue, level: number): readonly WrittenField[] {
  if (field === undefined) return [];
  return field.type === 'section' && level >= MOST_LEVELS ? (field.fields ?? []) : [field];
}

class ObjectReader {
  readonly #layers: Layers;
  readonly #place: Place;
  readonly #state: ReaderState;
  readonly #handle: Extract<Handle, { kind: 'object' }>;
  readonly #labels = new Map<string, Text>();
  readonly #ways: PropertyWays;

  constructor(layers: Layers, place: Place, state: ReaderState) {
    this.#layers = layers;
    this.#handle = { kind: 'object', properties: new Map(), isSure: place.required && place.isSure };
    this.#place = place;
    this.#state = state;
    this.#ways = new PropertyWays(layers.layers, state.report);
  }

  get hasProperties(): boolean {
    return this.#layers.layers.some(({ source }) => isObject(source.json.properties));
  }

  read(): { fields: WrittenField[]; shape: DataShape; handle: Handle } {
    const fields: WrittenField[] = [];
    const object: Record<string, DataShape> = {};
    // What leads to a branch stands before what is in it.
    for (const choice of this.#layers.choices) fields.push(...this.#choice(choice));
    for (const name of this.#inOrder()) {
      const read = this.#property(name);
      fields.push(...read.flatMap((one) => fieldsOf(one, this.#place.level + 1)));
      const shapes = read.flatMap(({ shape }) => shape ?? []);
      const [only] = shapes;
      if (only !== undefined) object[name] = shapes.length === 1 ? only : { any: shapes };
    }
    const shape = { object, ...(this.#place.required && { required: true as const }) };
    return { fields, shape, handle: this.#handle };
  }

  /** Names of the properties as they come in the schema, or as `ui:order` wants them. */
  #inOrder(): readonly string[] {
    const names = new Set<string>();
    for (const { source } of this.#layers.layers) {
      const { properties, required } = source.json;
      for (const name of isObject(properties) ? Object.keys(properties) : []) names.add(name);
      for (const name of namesIn(required)) names.add(name);
    }
    const order = this.#place.ui.take('order');
    if (order === undefined) return [...names];
    const wanted = namesIn(order.value);
    for (const name of wanted)
      if (name !== '*' && !names.has(name)) this.#place.ui.tell(order.path, 'ui-unread', { value: name });
    const others = [...names].filter((name) => !wanted.includes(name));
    const place = wanted.includes('*') ? wanted.indexOf('*') : wanted.length;
    return [...wanted.slice(0, place), ...others, ...wanted.slice(place)].filter((name) => names.has(name));
  }

  #property(name: string): readonly ReadValue[] {
    const read = this.#ways.of(name).map((way) => this.#way(name, way));
    this.#handle.properties.set(
      name,
      read.map(({ handle }) => handle),
    );
    return read;
  }

  #way(name: string, { found, required, when }: Way): ReadValue {
    const { report, schemas } = this.#state;
    const [first] = found;
    const path = first?.path ?? this.#place.path;
    const place: Place = {
      name,
      path,
      required,
      isSure: this.#place.isSure && when === undefined,
      ui: this.#place.ui.inner(name),
      names: this.#place.names,
      around: [...this.#place.around, ...(this.#place.name === '' ? [] : [this.#place.name])],
      level: this.#place.level + 1,
      isInList: this.#place.isInList,
    };
    const read = this.#state.read(schemas.view(found), place);
    const label = read.field?.label;
    if (label !== undefined) this.#labels.set(name, label);
    if (required && read.shape === undefined) report(path, 'schema-required-unread', { value: name });
    if (read.isObject === true && !required && hasRequired(read.field))
      report(path, 'schema-stricter', { value: name });
    if (when !== undefined)
      for (const field of fieldsOf(read, place.level)) this.#afterwards(field, name, when, path);
    return read;
  }

  /** Conditions are made when all fields are known. */
  #afterwards(field: WrittenField, name: string, when: When, path: Path): void {
    this.#state.afterwards.push(() => {
      const condition = this.#condition(when);
      if (condition === false) {
        this.#state.never.add(field);
        this.#state.report(path, 'schema-never', { value: name });
      } else if (condition === undefined) {
        for (const { on } of when.combinations.flat())
          this.#state.report(on.path, 'schema-condition-lost', { value: name });
        loosen(field);
      } else if (condition !== true) {
        // What it stood in may have gone, and have left it its condition.
        field.when = field.when === undefined ? condition : { all: [condition, field.when] };
        this.#state.conditional.set(field, { name, path });
      }
    });
  }

  #condition({ isNone, combinations }: When): Condition | boolean | undefined {
    const parts = combinations.map((guards) =>
      joined(
        'all',
        guards.map((guard) => conditionFrom(testOf(guard), this.#handle)),
      ),
    );
    const condition = joined('any', parts);
    return isNone ? negated(condition) : condition;
  }

  /** The question which of several branches is meant. */
  #choice({ id: property, labels, guards, path }: BranchChoice): readonly WrittenField[] {
    const state = this.#state;
    const place = this.#place;
    const id = place.names.take(place.name === '' ? 'kind' : `${place.name} kind`, place.around);
    const own = labels.map(({ view }) => textIn(view, 'title', state.report));
    const values = labels.map((_, index) => index);
    const field: WrittenField = { id, type: 'choice', label: '…', required: true };
    const byJson = new Map(values.map((index) => [JSON.stringify(index), String(index + 1)]));
    const handle: Handle = {
      kind: 'field',
      id,
      holds: 'option',
      values: byJson,
      isSure: guards.length === 0 && place.isSure,
    };
    this.#handle.properties.set(property, [handle]);
    state.afterwards.unshift(() => {
      const names = labels.map(({ names: asked }, index) => own[index] ?? this.#named(asked, index));
      const { options } = optionListOf(
        names.map((label, index) => ({ value: String(index + 1), label })),
        state.languages,
        (most) => state.report(path, 'schema-too-many-options', { most }),
      );
      Object.assign(field, { label: joinedTexts(names, ' / '), options });
    });
    if (guards.length > 0) this.#afterwards(field, property, { isNone: false, combinations: [guards] }, path);
    return [field];
  }

  #named(names: readonly string[], index: number): Text {
    const texts = names.map((name) => this.#labels.get(name) ?? nameAsWords(name));
    return texts.length === 0 ? String(index + 1) : joinedTexts(texts, ' + ');
  }
}

/** That one case of a switch holds, or with −1 none of them. */
function testOf({ on, index }: Guard): Test {
  const test = on.cases[index];
  return test ?? { not: { any: on.cases } };
}

function hasRequired(field: WrittenField | undefined): boolean {
  return field?.fields?.some((inner) => inner.required === true || hasRequired(inner)) ?? false;
}

/** What is shown although nobody knows whether it should be must not be asked for. */
function loosen(field: WrittenField): void {
  if (field.required === true) delete field.required;
  for (const inner of field.fields ?? []) loosen(inner);
}
