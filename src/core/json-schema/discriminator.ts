import type { Found, JsonObject, Report, Schemas, SchemaView, Source } from './schema-view.js';
import { isObject } from './schema-view.js';
import { namesIn } from './tests.js';

/** A property whose values tell the branches of a `oneOf` apart, and the values of each branch. */
export interface Discriminator {
  readonly name: string;
  readonly values: readonly (readonly unknown[])[];
}

/** The property whose values tell the branches apart. */
export function discriminatorOf(views: readonly SchemaView[]): Discriminator | undefined {
  const [first] = views;
  const names = first === undefined ? [] : propertiesOf(first);
  for (const name of names) {
    const values = views.map((view) => valuesOf(view, name));
    const texts = values.flatMap((some) => some.map((one) => JSON.stringify(one)));
    if (values.every(({ length }) => length > 0) && new Set(texts).size === texts.length)
      return { name, values };
  }
  return undefined;
}

/** A branch without the property that leads to it. */
export function withoutProperty(
  view: SchemaView,
  name: string,
  schemas: Schemas,
  report: Report,
): SchemaView {
  const found = view.sources.map(({ json, path, trail }): Found => {
    const { required } = json;
    if (namesIn(required).includes(name)) {
      const others = namesIn(required).filter((one) => one !== name);
      return partWithout({ json: { ...json, required: others }, path, trail }, name, report);
    }
    return partWithout({ json, path, trail }, name, report);
  });
  view.dismiss();
  return schemas.view(found);
}

function partWithout({ json, path, trail }: Source, name: string, report: Report): Found {
  const { properties } = json;
  if (!isObject(properties) || !Object.hasOwn(properties, name)) return { value: omitted(json), path, trail };
  const { [name]: own, ...rest } = properties;
  if (isObject(own))
    for (const keyword of Object.keys(own))
      if (!['const', 'enum', 'type', 'title', 'x-i18n-title', 'default'].includes(keyword))
        report([...path, 'properties', name, keyword], 'schema-unread', { value: keyword });
  return { value: { ...omitted(json), properties: rest }, path, trail };
}

/** What was followed already. */
function omitted({ $ref: _ref, allOf: _allOf, ...rest }: JsonObject): JsonObject {
  return rest;
}

/** The names of the properties that a schema describes. */
export function propertiesOf(view: SchemaView): string[] {
  return view.peek('properties').flatMap(({ value }) => (isObject(value) ? Object.keys(value) : []));
}

function valuesOf(view: SchemaView, name: string): readonly unknown[] {
  return view.peek('properties').flatMap(({ value }) => {
    const own = isObject(value) ? value[name] : undefined;
    if (!isObject(own)) return [];
    if (Object.hasOwn(own, 'const')) return [own.const];
    return Array.isArray(own.enum) ? own.enum : [];
  });
}

/** What a value that leads to a branch is called: as it says itself, or like its branch. */
export function titleOf(view: SchemaView | undefined, name: string, isAlone: boolean): JsonObject {
  if (view === undefined) return {};
  const own = view.peek('properties').flatMap(({ value }) => (isObject(value) ? (value[name] ?? []) : []))[0];
  const named = isObject(own) && ('title' in own || 'x-i18n-title' in own) ? own : undefined;
  if (named !== undefined && isAlone) return titles(named);
  const [branch] = view.sources;
  return isAlone && branch !== undefined ? titles(branch.json) : {};
}

function titles(json: JsonObject): JsonObject {
  return {
    ...('title' in json && { title: json.title }),
    ...('x-i18n-title' in json && { 'x-i18n-title': json['x-i18n-title'] }),
  };
}
