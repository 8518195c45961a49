import { isIsoDate } from '../calendar.js';
import type { FieldShape, Json } from '../data-shape.js';
import { answersFrom } from '../data-shape.js';
import type { Text } from '../text.js';
import { baseOf } from './field-base.js';
import type { Kind } from './kinds.js';
import { numberKeys } from './number-keys.js';
import type { Allowed } from './options.js';
import { allowedIn, optionListOf } from './options.js';
import type { Place, ReaderState, ReadValue, WrittenField } from './reader-state.js';
import type { SchemaView } from './schema-view.js';
import { textKeys } from './text-keys.js';

/** Reads a text, a number or a yes or no. */
export function readScalar(kind: Kind, view: SchemaView, place: Place, state: ReaderState): ReadValue {
  const base = baseOf(view, place, state);
  const allowed = allowedIn(view, state.schemas, place.ui, state.report);
  if (kind === 'boolean') return readBoolean(base, allowed, view, place, state);
  if (allowed !== undefined) {
    const fitting = allowed.filter(({ value }) => fits(value, kind, view));
    return readChoice(base, fitting, view, place, state);
  }
  const own = kind === 'string' ? textKeys(view, place, state) : numberKeys(kind, view, place, state);
  if (own.parts !== undefined) return readDateTime(base, place);
  const { keys, holds, as } = own;
  const field: WrittenField = { ...base, ...keys };
  const shape: FieldShape = { field: field.id, ...(as !== undefined && { as }) };
  takeDefault(view, field, shape, place, state, (value) => {
    if (holds === 'date') return typeof value === 'string' && isIsoDate(value);
    return typeof value === (holds === 'number' ? 'number' : 'string') && value !== '' && holds !== 'other';
  });
  const isSure = place.required && place.isSure;
  return { field, shape, handle: { kind: 'field', id: field.id, holds, isSure } };
}

/** Only what the schema takes as well is offered. */
function fits(value: Json, kind: Kind, view: SchemaView): boolean {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const isSaid = view.has('type');
  if (!isSaid) return true;
  return kind === 'integer' ? Number.isInteger(value) : type === kind;
}

function readBoolean(
  base: WrittenField,
  allowed: readonly Allowed[] | undefined,
  view: SchemaView,
  place: Place,
  state: ReaderState,
): ReadValue {
  const isSure = place.required && place.isSure;
  const values = allowed?.map(({ value }) => value);
  const words = allowed?.filter(({ label }) => label !== undefined) ?? [];
  if (values?.length === 1 && values[0] === true) {
    const { hint, ...rest } = base;
    const field: WrittenField = {
      ...rest,
      type: 'statement',
      ...(hint !== undefined && { text: hint as Text }),
    };
    return {
      field,
      shape: { field: field.id },
      handle: { kind: 'field', id: field.id, holds: 'boolean', isSure },
    };
  }
  if (words.length > 0 && allowed !== undefined) return readChoice(base, allowed, view, place, state);
  const field: WrittenField = { ...base, type: 'yes-no' };
  const shape = { field: field.id };
  takeDefault(view, field, shape, place, state, (value) => typeof value === 'boolean');
  return { field, shape, handle: { kind: 'field', id: field.id, holds: 'boolean', isSure } };
}

function readChoice(
  base: WrittenField,
  allowed: readonly Allowed[],
  view: SchemaView,
  place: Place,
  state: ReaderState,
): ReadValue {
  const path = view.sources[0]?.path ?? place.path;
  if (allowed.length === 0) {
    state.report(path, 'schema-no-options');
    view.dismiss();
    return { handle: { kind: 'unread' } };
  }
  const { options, values, byJson } = optionListOf(allowed, state.languages, (most) =>
    state.report(path, 'schema-too-many-options', { most }),
  );
  const isLong = options.length > MANY_OPTIONS && state.types.has('select');
  const field: WrittenField = { ...base, type: isLong ? 'select' : 'choice', options };
  const shape: FieldShape = { field: field.id, ...(values && { values }) };
  // The list says it all; what it lets through that these do not is left for whoever wrote it.
  for (const keyword of ['minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum'])
    for (const { path: at } of view.take(keyword)) state.report(at, 'schema-beside-list', { value: keyword });
  takeDefault(view, field, shape, place, state, (value) => byJson.has(JSON.stringify(value)));
  const isSure = place.required && place.isSure;
  return { field, shape, handle: { kind: 'field', id: field.id, holds: 'option', values: byJson, isSure } };
}

/** More options than these are searched rather than read. */
const MANY_OPTIONS = 15;

/** A default is an answer to begin with, where it stands outside of lists and fits. */
function takeDefault(
  view: SchemaView,
  field: WrittenField,
  shape: FieldShape,
  { isInList }: Place,
  state: ReaderState,
  isFitting: (value: unknown) => boolean,
): void {
  const [found] = view.take('default');
  if (found === undefined) return;
  const { value, path } = found;
  // Nothing is what a form begins with anyway.
  if (value === null || value === '') return;
  if (isInList || field.type === 'statement' || !isFitting(value)) {
    state.report(path, 'schema-default', { value: JSON.stringify(value).slice(0, 80) });
    return;
  }
  state.defaults[field.id] = answersFrom(shape, value)[field.id];
}

/** A moment is asked as a day and a time, which stand in a section. */
function readDateTime(base: WrittenField, place: Place): ReadValue {
  const { id, label, hint, required, ...rest } = base;
  const need = required === true ? { required: true } : {};
  const around = [...place.around, place.name];
  const day = { ...rest, id: place.names.take('day', around), type: 'date', label: dayWords, ...need };
  const time = { ...rest, id: place.names.take('time', around), type: 'time', label: timeWords, ...need };
  const field: WrittenField = {
    id,
    type: 'section',
    label,
    ...(hint !== undefined && { hint }),
    fields: [day, time],
  };
  const isSure = place.required && place.isSure;
  return {
    field,
    shape: { dateTime: [day.id, time.id] },
    handle: { kind: 'field', id: day.id, holds: 'other', isSure },
  };
}

const dayWords = { ar: 'اليوم', en: 'Day' };
const timeWords = { ar: 'الوقت', en: 'Time' };
