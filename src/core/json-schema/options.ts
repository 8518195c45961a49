import type { Json } from '../data-shape.js';
import { MOST_OPTIONS } from '../shapes.js';
import type { Text } from '../text.js';
import type { Found, Report, Schemas, SchemaView } from './schema-view.js';
import { isNullBranch, isObject } from './schema-view.js';
import { inLanguages, textIn, textsIn } from './texts.js';
import type { UiHints } from './ui-hints.js';

/** One of the values a schema allows, and what it is called. */
export interface Allowed {
  readonly value: Json;
  readonly label?: Text | undefined;
  readonly hint?: Text | undefined;
}

/** A closed list as the format writes it. */
export interface OptionList {
  readonly options: readonly Readonly<Record<string, unknown>>[];
  /** What the data calls them, where that is something else. */
  readonly values?: Readonly<Record<string, Json>>;
  /** Values of the options by the JSON text of what the data calls them. */
  readonly byJson: ReadonlyMap<string, string>;
}

/** The values that a schema lists; undefined where it lists none. Null among them is left out. */
export function allowedIn(
  view: SchemaView,
  schemas: Schemas,
  ui: UiHints,
  report: Report,
): readonly Allowed[] | undefined {
  const lists: (readonly Allowed[])[] = view.take('const').map(({ value }) => [{ value: value as Json }]);
  const names = view.take('enumNames')[0]?.value ?? ui.take('enumNames')?.value;
  for (const { value, path } of view.take('enum')) {
    if (Array.isArray(value))
      lists.push(value.map((one: Json, index) => ({ value: one, label: nameAt(names, index, one) })));
    else report(path, 'schema-kind');
  }
  for (const keyword of ['oneOf', 'anyOf'])
    for (const found of view.peek(keyword)) {
      if (!isOptionList(found.value)) continue;
      view.take(keyword);
      lists.push(branchesOf(found, schemas, report));
    }
  const [first, ...others] = lists.map(byJson);
  if (first === undefined) return undefined;
  return [...first].flatMap(([json, one]) => {
    const same = others.map((list) => list.get(json));
    if (one.value === null || same.includes(undefined)) return [];
    return [one.label === undefined ? (same.find((other) => other?.label !== undefined) ?? one) : one];
  });
}

/** Each value once, by its JSON text. */
function byJson(list: readonly Allowed[]): ReadonlyMap<string, Allowed> {
  const found = new Map<string, Allowed>();
  for (const one of list) {
    const json = JSON.stringify(one.value);
    if (!found.has(json)) found.set(json, one);
  }
  return found;
}

/** Whether alternatives are single values, each perhaps with a title. */
export function isOptionList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isNullBranch(one) || isSingle(one));
}

function isSingle(schema: unknown): boolean {
  return (
    isObject(schema) &&
    (Object.hasOwn(schema, 'const') || (Array.isArray(schema.enum) && schema.enum.length === 1))
  );
}

function branchesOf({ value, path, trail }: Found, schemas: Schemas, report: Report): Allowed[] {
  return (value as readonly unknown[]).flatMap((branch, index): Allowed[] => {
    if (isNullBranch(branch)) return [];
    const view = schemas.view([{ value: branch, path: [...path, index], trail }]);
    view.take('type');
    const [single] = view.take('enum');
    const { value: constant = (single?.value as readonly unknown[] | undefined)?.[0] } =
      view.take('const')[0] ?? {};
    return [
      {
        value: constant as Json,
        label: textIn(view, 'title', report),
        hint: textIn(view, 'description', report),
      },
    ];
  });
}

function nameAt(names: unknown, index: number, value: Json): Text | undefined {
  if (Array.isArray(names)) return textsIn(names[index]);
  return isObject(names) ? textsIn(names[String(value)]) : undefined;
}

/** Values with their words as options of a field; those that are too many are told, and left out. */
export function optionListOf(
  allowed: readonly Allowed[],
  languages: readonly string[],
  tellTooMany: (most: number) => void,
): OptionList {
  if (allowed.length > MOST_OPTIONS) tellTooMany(MOST_OPTIONS);
  const byJson = new Map<string, string>();
  const values: Record<string, Json> = {};
  const taken = new Set<string>();
  const options = allowed.slice(0, MOST_OPTIONS).map(({ value: json, label, hint }, index) => {
    const value = freeValue(json, index, taken);
    byJson.set(JSON.stringify(json), value);
    if (value !== json) values[value] = json;
    const words = inLanguages(
      label ?? (typeof json === 'string' && json !== '' ? json : JSON.stringify(json)),
      languages,
    );
    return { value, ...words, ...(hint !== undefined && { hint }) };
  });
  return { options, byJson, ...(Object.keys(values).length > 0 && { values }) };
}

const USABLE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The value itself where it can be that of an option. */
function freeValue(json: Json, index: number, taken: Set<string>): string {
  const own = typeof json === 'object' ? '' : String(json);
  const usable = USABLE.test(own) && !taken.has(own) && !(own in Object.prototype) ? own : undefined;
  let value = usable ?? `option${index + 1}`;
  while (taken.has(value)) value += 'x';
  taken.add(value);
  return value;
}
