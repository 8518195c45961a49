import type { DataShape, FieldShape, Json } from '../data-shape.js';
import { answersFrom } from '../data-shape.js';
import { MOST_LEVELS } from '../definition.js';
import { MOST_OPTIONS } from '../shapes.js';
import type { Text } from '../text.js';
import { bounds, countsOf } from './bounds.js';
import { baseOf } from './field-base.js';
import { acceptOf, isFile } from './file-keys.js';
import type { Handle } from './handles.js';
import { Names } from './names.js';
import type { OptionList } from './options.js';
import { allowedIn, optionListOf } from './options.js';
import type { Place, ReaderState, ReadValue, WrittenField } from './reader-state.js';
import type { Found, SchemaView } from './schema-view.js';

/** Most items of a list, and most files of a question. */
const MOST_ITEMS = 200;
const MOST_FILES = 20;

/** Several values: some of a closed list, files, one of each kind, or as many of one kind as there are. */
export function readArray(view: SchemaView, place: Place, state: ReaderState): ReadValue {
  for (const { value, path } of view.take('prefixItems'))
    if (!Array.isArray(value)) state.report(path, 'schema-kind');
  const tuples = ['prefixItems', 'items']
    .flatMap((keyword) => view.peek(keyword))
    .filter(({ value }) => Array.isArray(value));
  const [tuple] = tuples;
  if (tuple !== undefined && tuples.length === 1) return readTuple(tuple, view, place, state);
  const items = view.take('items');
  const inner = state.schemas.view(items.filter(({ value }) => !Array.isArray(value)));
  if (items.length === 0 || inner.isEndless || inner.isNever) {
    if (!inner.isEndless)
      state.report(view.sources[0]?.path ?? place.path, 'schema-any-items', { value: place.name });
    inner.dismiss();
    view.dismiss();
    return { handle: { kind: 'unread' } };
  }
  if (isFile(inner)) return readFiles(view, inner, place, state);
  const allowed = allowedIn(inner, state.schemas, place.ui, state.report);
  if (allowed !== undefined && allowed.length > 0) {
    for (const keyword of ['type', 'title', 'x-i18n-title']) inner.take(keyword);
    const options = optionListOf(allowed, state.languages, (most) =>
      state.report(items[0]?.path ?? place.path, 'schema-too-many-options', { most }),
    );
    return readChoices(view, options, place, state);
  }
  return readList(view, inner, items, place, state);
}

/** How many there may be. An array that must be there is there when it is empty. */
function counts(
  view: SchemaView,
  most: number,
  { report }: ReaderState,
): { minItems?: number; maxItems?: number } {
  const least = Math.max(0, ...countsOf(view, 'minItems', report));
  const written = countsOf(view, 'maxItems', report);
  const path = view.peek('minItems')[0]?.path ?? [];
  if (least > most) report(path, 'schema-too-many-items', { most });
  const lower = least > 0 ? Math.min(least, most) : undefined;
  const upper = written.length > 0 ? Math.max(1, Math.min(...written, most)) : undefined;
  const found = bounds(lower, upper, () => report(path, 'schema-empty-range'));
  // A list has a limit of its own where none is said, which many items must not meet.
  const maxItems = found.most ?? (least > 20 ? most : undefined);
  return {
    ...(found.least !== undefined && { minItems: found.least }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

/** A list that must be there may be empty, unless it says how many there are at least. */
function needed(field: WrittenField, minItems: number | undefined): WrittenField {
  const { required, ...rest } = field;
  return required === true && minItems !== undefined ? { ...rest, required } : (rest as WrittenField);
}

function readChoices(view: SchemaView, list: OptionList, place: Place, state: ReaderState): ReadValue {
  // Of a closed list everything is there once, whether or not it must be.
  view.take('uniqueItems');
  place.ui.take('widget');
  const { minItems, maxItems } = counts(view, MOST_OPTIONS, state);
  const most = Math.min(maxItems ?? MOST_OPTIONS, list.options.length);
  if (minItems !== undefined && minItems > most)
    state.report(view.peek('minItems')[0]?.path ?? place.path, 'schema-too-many-items', { most });
  const least = minItems === undefined ? undefined : Math.min(minItems, most);
  const base = needed(baseOf(view, place, state), least);
  const field: WrittenField = {
    ...base,
    type: 'choices',
    options: list.options,
    ...(least !== undefined && { minItems: least }),
    ...(maxItems !== undefined && { maxItems: most }),
  };
  const shape = shapeOf(field, place, least, { ...(list.values && { values: list.values }) });
  const [standard] = view.take('default');
  const isFitting =
    !place.isInList &&
    Array.isArray(standard?.value) &&
    standard.value.every((one) => list.byJson.has(JSON.stringify(one)));
  if (standard !== undefined && isFitting && (standard.value as unknown[]).length > 0) {
    const given = answersFrom(shape, standard.value)[field.id] as readonly unknown[];
    // Answers stand in the order of the options.
    state.defaults[field.id] = list.options
      .map(({ value }) => value)
      .filter((value) => given.includes(value));
  } else if (standard !== undefined && !isNothing(standard.value))
    state.report(standard.path, 'schema-default', { value: JSON.stringify(standard.value).slice(0, 80) });
  return { field, shape, handle: handleOf(field, 'options', place, list.byJson) };
}

function readFiles(view: SchemaView, inner: SchemaView, place: Place, state: ReaderState): ReadValue {
  inner.take('type');
  view.take('uniqueItems');
  place.ui.take('widget');
  const { minItems, maxItems = MOST_FILES } = counts(view, MOST_FILES, state);
  if (minItems !== undefined && minItems > 1)
    state.report(view.peek('minItems')[0]?.path ?? place.path, 'schema-unread', { value: 'minItems' });
  const field: WrittenField = {
    ...needed(baseOf(view, place, state), minItems),
    type: 'file',
    maxItems,
    ...acceptOf(inner, state),
  };
  return {
    field,
    shape: shapeOf(field, place, minItems, { as: 'files' }),
    handle: handleOf(field, 'files', place),
  };
}

function readList(
  view: SchemaView,
  inner: SchemaView,
  items: readonly Found[],
  place: Place,
  state: ReaderState,
): ReadValue {
  if (place.level >= MOST_LEVELS) {
    state.report(view.sources[0]?.path ?? place.path, 'too-deep', { most: MOST_LEVELS });
    view.dismiss();
    inner.dismiss();
    return { handle: { kind: 'unread' } };
  }
  const { minItems, maxItems } = counts(view, MOST_ITEMS, state);
  // Nothing is said where there is nothing to keep to.
  for (const { value, path } of view.take('uniqueItems'))
    if (value === true) state.report(path, 'schema-unread', { value: 'uniqueItems' });
  const base = needed(baseOf(view, place, state), minItems);
  const ui = place.ui.inner('items');
  const isGroup = inner.has('properties');
  const read = state.read(inner, {
    name: isGroup ? place.name : 'value',
    path: items[0]?.path ?? place.path,
    required: true,
    isSure: true,
    ui,
    names: new Names(),
    around: [],
    // The fields of an item stand right in the list, a list in its place one below.
    level: isGroup ? place.level : place.level + 1,
    isInList: true,
    label: base.label,
  });
  const { field: item, shape: items_ } = read;
  if (item === undefined || items_ === undefined) {
    state.report(view.sources[0]?.path ?? place.path, 'schema-any-items', { value: place.name });
    return { handle: { kind: 'unread' } };
  }
  const isObject = read.isObject === true;
  const fields = isObject ? item.fields : [item];
  const field: WrittenField = {
    ...base,
    type: 'list',
    itemLabel: numbered(isObject ? item.label : base.label),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
    fields: fields ?? [],
  };
  if (isObject && item.hint !== undefined && field.hint === undefined) field.hint = item.hint;
  return {
    field,
    shape: shapeOf(field, place, minItems, { items: items_ }),
    handle: handleOf(field, 'list', place),
  };
}

/** «Child {n}»: which one it is. */
function numbered(label: Text): Text {
  const clean = (text: string) => `${text.replaceAll(/[{}]/g, '')} {n}`;
  return typeof label === 'string'
    ? clean(label)
    : Object.fromEntries(Object.entries(label).map(([code, text]) => [code, clean(text)]));
}

/** One value of each kind, in order: all of them are asked, for none may be left out between others. */
function readTuple(
  { value, path, trail }: Found,
  view: SchemaView,
  place: Place,
  state: ReaderState,
): ReadValue {
  const parts = value as readonly unknown[];
  for (const { value: more, path: at } of view.take(view.has('prefixItems') ? 'items' : 'additionalItems'))
    if (more !== false) state.report(at, 'schema-unread', { value: String(at.at(-1)) });
  view.take('items');
  view.take('minItems');
  const least = view.take('maxItems').map(({ value: most }) => most as number);
  for (const most of least) if (most < parts.length) state.report(path, 'schema-too-many-items', { most });
  if (!place.required && parts.length > 1) state.report(path, 'schema-gap', { value: place.name });
  const base = baseOf(view, place, state);
  const read = parts.map((part, index) => {
    const name = `${place.name} ${index + 1}`;
    const at = [...path, index];
    return state.read(state.schemas.view([{ value: part, path: at, trail }]), {
      ...place,
      name,
      path: at,
      required: place.required,
      ui: place.ui.inner(String(index)),
      level: place.level + 1,
    });
  });
  const fields = read.flatMap(({ field }) => field ?? []);
  const array: DataShape[] = read.map(({ shape }) => shape ?? { value: null });
  if (fields.length === 0) return { shape: { array }, handle: { kind: 'unread' } };
  const { required: _, ...rest } = base;
  const field: WrittenField = { ...rest, id: base.id, type: 'section', label: base.label, fields };
  return { field, shape: { array }, handle: { kind: 'unread' } };
}

function shapeOf(
  field: WrittenField,
  place: Place,
  minItems: number | undefined,
  more: Partial<FieldShape>,
): FieldShape {
  const isThereEmpty = place.required && minItems === undefined;
  return { field: field.id, ...more, ...(isThereEmpty && { empty: [] satisfies Json }) };
}

function handleOf(
  field: WrittenField,
  holds: 'options' | 'files' | 'list',
  place: Place,
  values?: ReadonlyMap<string, string>,
): Handle {
  // Where it must be there and nothing is chosen, an empty list is.
  const isSure = place.required && place.isSure;
  return { kind: 'field', id: field.id, holds, isSure, ...(values && { values }) };
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
