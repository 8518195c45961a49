import { isIsoDate } from '../calendar.js';
import type { Condition } from '../condition.js';

/** What kind of answer the field of a property takes, as far as conditions care. */
export type Holds =
  | 'text'
  | 'number'
  | 'boolean'
  | 'option'
  | 'date'
  | 'options'
  | 'list'
  | 'files'
  | 'other';

/** What has become of a property: conditions are about properties, and are looked up here. */
export type Handle =
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly holds: Holds;
      /** Values of the options by the JSON text of what the schema calls them. */
      readonly values?: ReadonlyMap<string, string> | undefined;
      /** Whether it is always in the data, once the form is sent. */
      readonly isSure: boolean;
      /** Where there is no answer, null is. */
      readonly isNull?: boolean;
    }
  | { readonly kind: 'constant'; readonly value: unknown }
  | {
      readonly kind: 'object';
      readonly properties: Map<string, Handle[]>;
      /** Whether it is always in the data, with or without an answer in it. */
      readonly isSure: boolean;
    }
  /** Not asked: nothing is known of it. */
  | { readonly kind: 'unread' };

/** What is at the end of a way through objects: each way in which it is asked. Undefined where it is not asked. */
export function handleAt(object: Handle, way: readonly string[]): readonly Handle[] | undefined {
  let found: readonly Handle[] = [object];
  for (const name of way) {
    const inner = found.flatMap((handle) =>
      handle.kind === 'object' ? (handle.properties.get(name) ?? []) : [],
    );
    if (inner.length === 0) return undefined;
    found = inner;
  }
  return found.some(({ kind }) => kind === 'unread') ? undefined : found;
}

/** That there is an answer. */
export function isPresent(handle: Handle): Condition | boolean | undefined {
  switch (handle.kind) {
    case 'field':
      return handle.isSure ? true : { field: handle.id, empty: false };
    case 'constant':
      return true;
    case 'unread':
      return undefined;
    case 'object': {
      if (handle.isSure) return true;
      const parts = [...handle.properties.values()].flat().map(isPresent);
      if (parts.includes(true)) return true;
      const open = parts.filter((part): part is Condition => typeof part === 'object');
      return open.length === 0 ? undefined : { any: open };
    }
  }
}

/** That there is an answer which is more than an empty text or list. */
export function isFilled(handle: Handle): Condition | boolean | undefined {
  if (handle.kind === 'field') return { field: handle.id, empty: false };
  if (handle.kind !== 'constant') return undefined;
  const { value } = handle;
  return typeof value === 'string' || Array.isArray(value) ? value.length > 0 : true;
}

export interface FoundValue {
  readonly value: unknown;
}

/** What a value of the data is in the answer to a field; undefined where no answer can be that. */
export function answerValue(
  { holds, values }: Extract<Handle, { kind: 'field' }>,
  json: unknown,
): FoundValue | undefined {
  if (values !== undefined) {
    const value = values.get(JSON.stringify(json));
    if (value === undefined) return undefined;
    return { value: holds === 'boolean' ? value === 'true' : value };
  }
  if (holds === 'date' && !(typeof json === 'string' && isIsoDate(json))) return undefined;
  const kind = { number: 'number', boolean: 'boolean', text: 'string', date: 'string' }[holds as string];
  return typeof json === kind ? { value: json } : undefined;
}
