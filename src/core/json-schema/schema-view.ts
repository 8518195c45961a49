import { pathOf, pointerOf } from '../pointer.js';

export type Path = readonly PropertyKey[];
export type JsonObject = Readonly<Record<string, unknown>>;

/** One object of the document that says something about a value, and where it stands. */
export interface Source {
  readonly json: JsonObject;
  readonly path: Path;
  /** Pointers of all that was referred to on the way here: what refers to one of them has no end. */
  readonly trail: ReadonlySet<string>;
}

/** A value of a keyword, and where it stands. */
export interface Found {
  readonly value: unknown;
  readonly path: Path;
  readonly trail: ReadonlySet<string>;
}

/** Tells that something of the document is not read. */
export type Report = (path: Path, code: string, params?: Readonly<Record<string, string | number>>) => void;

/** Objects of a document that are looked at, those that are referred to counted each time: beyond it is an attack. */
const MOST_SOURCES = 5_000;

/** Keywords that say nothing about the answers, or are followed before anything else. */
const silent = new Set([
  ...['$schema', '$id', 'id', '$comment', '$anchor', '$vocabulary', '$defs', 'definitions'],
  ...['$ref', 'allOf', '\u0000nullable'],
]);

/** What is known of one value: all that its schema says, that of `$ref` and `allOf` among it. */
export class SchemaView {
  readonly sources: readonly Source[];
  /** No value is right. */
  readonly isNever: boolean;
  /** It refers to what it stands in. */
  readonly isEndless: boolean;
  readonly #used = new Set<string>();
  #isDismissed = false;

  constructor(sources: readonly Source[], isNever: boolean, isEndless: boolean) {
    this.sources = sources;
    this.isNever = isNever;
    this.isEndless = isEndless;
  }

  /** Every value of a keyword; it counts as read from now on. */
  take(keyword: string): readonly Found[] {
    this.#used.add(keyword);
    return this.peek(keyword);
  }

  /** The first value of a keyword; it counts as read from now on. */
  first(keyword: string): unknown {
    return this.take(keyword)[0]?.value;
  }

  peek(keyword: string): readonly Found[] {
    return this.sources.flatMap(({ json, path, trail }) =>
      Object.hasOwn(json, keyword) ? [{ value: json[keyword], path: [...path, keyword], trail }] : [],
    );
  }

  has(...keywords: readonly string[]): boolean {
    return keywords.some((keyword) => this.sources.some(({ json }) => Object.hasOwn(json, keyword)));
  }

  /** Nothing of it is read: that is told of it as a whole. */
  dismiss(): void {
    this.#isDismissed = true;
  }

  /** Where the keywords stand that nobody has taken. */
  *unread(): Generator<Path> {
    if (this.#isDismissed) return;
    for (const { json, path } of this.sources)
      for (const keyword of Object.keys(json))
        if (!silent.has(keyword) && !this.#used.has(keyword)) yield [...path, keyword];
  }
}

/** What a schema says to those who read it: no answer could break it. */
const remarks: ReadonlySet<string> = new Set(['examples', 'deprecated']);

/** The schemas of one document: follows references, and keeps account of what was read. */
export class Schemas {
  readonly #root: unknown;
  readonly #report: Report;
  readonly #views: SchemaView[] = [];
  readonly #base: string;
  #anchors: ReadonlyMap<string, Path> | undefined;
  #count = 0;

  constructor(root: unknown, report: Report) {
    this.#root = root;
    this.#report = report;
    const id = isObject(root) ? root.$id : undefined;
    this.#base = typeof id === 'string' ? id.replace(/#.*$/s, '') : '';
  }

  /** What some schemas say together. */
  view(schemas: readonly Found[]): SchemaView {
    const found = new Expansion();
    for (const schema of schemas) this.#expand(schema, found);
    const view = new SchemaView(found.sources, found.isNever, found.isEndless);
    this.#views.push(view);
    return view;
  }

  /** The whole document. */
  root(): SchemaView {
    return this.view([{ value: this.#root, path: [], trail: new Set(['']) }]);
  }

  /** The objects that make up a schema. */
  sources(schema: Found): readonly Source[] {
    const found = new Expansion();
    this.#expand(schema, found);
    return found.sources;
  }

  /** Tells all that nobody has read. */
  finish(): void {
    for (const view of this.#views)
      for (const path of view.unread()) {
        const value = String(path.at(-1));
        this.#report(path, remarks.has(value) ? 'schema-remark' : 'schema-unread', { value });
      }
  }

  #expand({ value, path, trail }: Found, into: Expansion): void {
    this.#count += 1;
    if (this.#count > MOST_SOURCES) {
      if (this.#count === MOST_SOURCES + 1) this.#report(path, 'schema-too-large', { most: MOST_SOURCES });
      into.isEndless = true;
      return;
    }
    if (value === true) return;
    if (value === false) {
      into.isNever = true;
      return;
    }
    if (!isObject(value)) {
      this.#report(path, 'schema-kind');
      return;
    }
    const parts = withoutNull(value);
    into.sources.push({ json: parts.json, path, trail });
    if (Object.hasOwn(value, '$ref')) this.#follow(value.$ref, [...path, '$ref'], trail, into);
    if (parts.only !== undefined)
      this.#expand({ value: parts.only.value, path: [...path, ...parts.only.path], trail }, into);
    if (!Object.hasOwn(value, 'allOf')) return;
    if (!Array.isArray(value.allOf)) this.#report([...path, 'allOf'], 'schema-kind');
    else
      for (const [index, part] of value.allOf.entries())
        this.#expand({ value: part, path: [...path, 'allOf', index], trail }, into);
  }

  #follow(reference: unknown, path: Path, trail: ReadonlySet<string>, into: Expansion): void {
    const target = this.#target(reference);
    if (target === undefined) {
      const isElsewhere = typeof reference === 'string' && /^[^#]/.test(reference);
      this.#report(path, isElsewhere ? 'schema-elsewhere' : 'schema-reference', { value: String(reference) });
      return;
    }
    const pointer = pointerOf(target);
    if (trail.has(pointer)) {
      this.#report(path, 'schema-recursive', { value: String(reference) });
      into.isEndless = true;
      return;
    }
    const value = valueAt(this.#root, target);
    this.#expand({ value, path: target, trail: new Set([...trail, pointer]) }, into);
  }

  /** Where a reference leads in this document. */
  #target(reference: unknown): Path | undefined {
    if (typeof reference !== 'string') return undefined;
    const [document = '', fragment = ''] = reference.split(/#(.*)/s);
    this.#anchors ??= anchorsIn(this.#root);
    const base = document === '' || document === this.#base ? [] : this.#anchors.get(document);
    if (base === undefined) return undefined;
    if (fragment !== '' && !fragment.startsWith('/')) return this.#anchors.get(`#${fragment}`);
    const path = [...base, ...pathOf(decoded(fragment))];
    return valueAt(this.#root, path) === undefined ? undefined : path;
  }
}

/** What a schema is made of, while it is being gathered. */
class Expansion {
  readonly sources: Source[] = [];
  isNever = false;
  isEndless = false;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && (schema.type === 'null' || schema.const === null);
}

/** Marks a schema that takes null besides. */
export const NULLABLE = '\u0000nullable';

/** «That, or null», however it is written, is that; `only` is the one alternative that is left then. */
function withoutNull(json: JsonObject): {
  readonly json: JsonObject;
  readonly only?: { readonly value: unknown; readonly path: Path };
} {
  if (json.nullable === true) return withoutNull({ ...omit(json, 'nullable'), [NULLABLE]: true });
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const { [keyword]: branches } = json;
    if (!Array.isArray(branches) || !branches.some(isNull)) continue;
    const left = [...branches.entries()].filter(([, branch]) => !isNull(branch));
    const [[index, value] = [0, undefined]] = left;
    // Its other branches keep their places: what is told of them names those.
    if (left.length === 1)
      return {
        json: { ...omit(json, keyword), [NULLABLE]: true },
        only: { value, path: [keyword, index] },
      };
    return { json: { ...json, [NULLABLE]: true } };
  }
  return { json };
}

/** Whether null is one of several alternatives: it is no branch to choose then. */
export function isNullBranch(schema: unknown): boolean {
  return isNull(schema);
}

function omit(json: JsonObject, keyword: string): JsonObject {
  const { [keyword]: _, ...rest } = json;
  return rest;
}

function valueAt(json: unknown, path: Path): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Names that parts of a document give themselves, with where they stand. */
function anchorsIn(root: unknown): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>();
  const walk = (json: unknown, path: Path): void => {
    if (typeof json !== 'object' || json === null) return;
    const { $anchor, $id } = json as JsonObject;
    if (typeof $anchor === 'string' && !found.has(`#${$anchor}`)) found.set(`#${$anchor}`, path);
    if (typeof $id === 'string' && path.length > 0 && !found.has($id)) found.set($id, path);
    for (const [key, value] of Object.entries(json)) walk(value, [...path, key]);
  };
  walk(root, []);
  return found;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
