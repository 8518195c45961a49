import type { Json } from '../data-shape.js';
import type { Text } from '../text.js';
import { labelOf } from './field-base.js';
import type { Holds } from './handles.js';
import type { Kind } from './kinds.js';
import { isNullAmong, kindOf } from './kinds.js';
import { readArray } from './read-array.js';
import { readObject } from './read-object.js';
import { readScalar } from './read-scalar.js';
import type { Place, ReaderState, ReadValue } from './reader-state.js';
import type { SchemaView } from './schema-view.js';
import { textsIn } from './texts.js';

/** Reads one value of a schema: what is asked for it, and where the answer stands in the data. */
export function readValue(view: SchemaView, place: Place, state: ReaderState): ReadValue {
  if (view.isEndless || view.isNever || !state.mayAdd(place.path)) {
    view.dismiss();
    return { handle: { kind: 'unread' } };
  }
  const isNullable = view.has('\u0000nullable') || isNullAmong(view);
  const given = withoutQuestion(view, place, state);
  if (given !== undefined) return given;
  const kind = kindOf(view, place, state);
  const inner = isNullable ? { ...place, required: false } : place;
  const read = readKind(kind, view, inner, state);
  if (!isNullable || !place.required || read.shape === undefined) return read;
  // Of several parts of which none has an answer null is there as a whole.
  const { handle } = read;
  if (!('field' in read.shape)) {
    const shape = { any: [read.shape, { value: null }] };
    return {
      ...read,
      shape,
      handle: handle.kind === 'object' ? { ...handle, isSure: place.isSure } : handle,
    };
  }
  const known = handle.kind === 'field' ? { ...handle, isSure: place.isSure, isNull: true } : handle;
  return { ...read, shape: { ...read.shape, empty: null }, handle: known };
}

function readKind(kind: Kind, view: SchemaView, place: Place, state: ReaderState): ReadValue {
  switch (kind) {
    case 'object':
      return readObject(view, place, state);
    case 'array':
      return readArray(view, place, state);
    case 'null':
      return { shape: { value: null }, handle: { kind: 'constant', value: null } };
    default:
      return readScalar(kind, view, place, state);
  }
}

/** What is said rather than asked: a constant, what only the other side may change, and what is not shown. */
function withoutQuestion(view: SchemaView, place: Place, state: ReaderState): ReadValue | undefined {
  const { ui } = place;
  const isReadOnly =
    view.take('readOnly').some(({ value }) => value === true) ||
    [ui.take('readonly'), ui.take('disabled')].some((hint) => hint?.value === true);
  const isHidden = hiddenBy(ui);
  const constants = view.peek('const');
  const isConsent = constants.some(({ value }) => value === true);
  if (!isReadOnly && !isHidden && (constants.length === 0 || isConsent)) return undefined;
  const [constant] = view.take('const');
  const [standard] = constant === undefined ? view.take('default') : [];
  const found = constant ?? standard;
  const label = labelOf(view, place, state);
  if (found === undefined) {
    if (isHidden) return hiddenField(view, place, label, state);
    state.report(view.sources[0]?.path ?? place.path, 'schema-read-only', { value: place.name });
    view.dismiss();
    return { handle: { kind: 'unread' } };
  }
  const value = found.value as Json;
  // Of what is always the same the rest says nothing more.
  if (constant !== undefined || standard !== undefined) view.dismiss();
  const shape = { value };
  const handle = { kind: 'constant', value } as const;
  if (!isReadOnly || typeof value === 'object') return { shape, handle };
  const id = place.names.take(place.name, place.around);
  // Nothing between its label and the next question would look as if something was missing.
  const text = textsIn(String(value)) ?? '—';
  return { field: { id, type: 'note', label, text }, shape, handle };
}

function hiddenBy(ui: Place['ui']): boolean {
  const widget = ui.take('widget');
  return widget?.value === 'hidden';
}

function hiddenField(view: SchemaView, place: Place, label: Text, state: ReaderState): ReadValue {
  const kind = kindOf(view, place, state);
  const value = { string: 'text', number: 'number', integer: 'number', boolean: 'boolean' }[kind as string];
  if (value === undefined || place.isInList || !state.types.has('hidden')) {
    state.report(view.sources[0]?.path ?? place.path, 'schema-read-only', { value: place.name });
    view.dismiss();
    return { handle: { kind: 'unread' } };
  }
  const id = place.names.take(place.name, place.around);
  const holds = value as Holds;
  return {
    field: { id, type: 'hidden', label, value },
    shape: { field: id },
    handle: { kind: 'field', id, holds, isSure: false },
  };
}
