import type * as z from 'zod/mini';
import type { DefinitionProblem, FormDefinition } from './definition.js';
import { adopt, MOST_FIELDS, MOST_LEVELS } from './definition.js';
import { documentSchema } from './document-shape.js';
import type { AnyFieldType, Catalog, DefinitionFault, FieldDefinition } from './field-type.js';
import { pointerOf } from './pointer.js';
import { referenceProblems } from './references.js';
import { allFields, scopesOf } from './scopes.js';
import * as shapes from './shapes.js';
import { suggest } from './suggestion.js';

/** What became of a document: a definition with what could be better, or the reasons why it is none. */
export type ParseResult =
  | { readonly definition: FormDefinition; readonly problems: readonly DefinitionProblem[] }
  | { readonly definition?: undefined; readonly problems: readonly DefinitionProblem[] };

type Params = Readonly<Record<string, string | number>>;

/** Problems after which no more are listed: a page of them helps nobody. */
const MOST_PROBLEMS = 50;

/** Objects and arrays inside one another: a real form needs about twenty, and what reads them must come to an end. */
const DEEPEST = 64;

/**
 * Reads an untrusted JSON value as a form definition. Never throws: each fault is a problem with the pointer of the
 * value at fault.
 */
export function parseDefinition(json: unknown, catalog: Catalog): ParseResult {
  if (isDeeperThan(json, DEEPEST)) {
    return { problems: [{ pointer: '', code: 'too-deep', severity: 'error', params: { most: DEEPEST } }] };
  }
  const checker = new ShapeChecker(catalog);
  checker.document(json);
  if (checker.problems.length > 0) return { problems: checker.problems.slice(0, MOST_PROBLEMS) };
  const definition = adopt(json);
  const problems = [...typeProblems(definition, catalog), ...referenceProblems(definition, catalog)];
  const listed = problems.slice(0, MOST_PROBLEMS);
  return problems.some(({ severity }) => severity === 'error')
    ? { problems: listed }
    : { definition, problems: listed };
}

/** What each type has to say about its own fields beyond their shape. */
function typeProblems(definition: FormDefinition, catalog: Catalog): DefinitionProblem[] {
  return [...allFields(scopesOf(definition, catalog).root)].flatMap((field) => {
    // The catalogue forgets which definition each type takes; this one was shaped by that same type.
    const type = catalog.get(field.definition.type) as
      | { check?: (definition: FieldDefinition) => readonly DefinitionFault[] }
      | undefined;
    return (type?.check?.(field.definition) ?? []).map(({ key, code, params = {} }) => ({
      pointer: pointerOf([...field.pointer, key]),
      code,
      severity: 'error' as const,
      params,
    }));
  });
}

/** Checks the shape of a document and of each field in it, and that no name stands twice in one place. */
class ShapeChecker {
  readonly problems: DefinitionProblem[] = [];
  readonly #catalog: Catalog;
  /** The shape of each type, made when it is first wanted. */
  readonly #shapes = new Map<AnyFieldType, z.ZodMiniType>();
  #optionNames: ReadonlySet<string> = new Set();
  #fields = 0;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  document(json: unknown): void {
    const document = this.#shaped(documentSchema, json, []);
    if (document === undefined) return;
    this.#optionNames = new Set(Object.keys(document.options ?? {}));
    for (const [name, options] of Object.entries(document.options ?? {}))
      this.#options(options, ['options', name]);
    const fieldIds = new Set<string>();
    const stepIds = new Set<string>();
    for (const [index, step] of document.steps.entries()) {
      this.#unique(step.id, stepIds, ['steps', index, 'id']);
      this.#list(step.fields, ['steps', index, 'fields'], fieldIds, 0);
    }
  }

  /** Fields of a step, a section (which shares `seen`, being no scope of its own) or a list. */
  #list(list: readonly unknown[], path: PropertyKey[], seen: Set<string>, level: number): void {
    if (level > MOST_LEVELS) this.#report(path, 'too-deep', { most: MOST_LEVELS });
    else for (const [index, json] of list.entries()) this.#field(json, [...path, index], seen, level);
  }

  #field(json: unknown, path: PropertyKey[], seen: Set<string>, level: number): void {
    this.#fields += 1;
    if (this.#fields === MOST_FIELDS + 1) this.#report(path, 'too-many-fields', { most: MOST_FIELDS });
    if (this.#fields > MOST_FIELDS) return;
    const named = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
    if (typeof named !== 'string') return this.#report(path, 'field-type-missing', {});
    const type = this.#catalog.get(named);
    if (type === undefined)
      return this.#report([...path, 'type'], 'unknown-type', suggest(named, this.#catalog.keys()));
    // Every type's shape extends the base of all fields; the rest is its own affair.
    const field = this.#shaped(this.#shapeOf(type), json, path) as
      | { id: string; fields?: readonly unknown[]; options?: string | readonly { value: string }[] }
      | undefined;
    if (field === undefined) return;
    this.#unique(field.id, seen, [...path, 'id']);
    if (typeof field.options === 'string') this.#optionReference(field.options, [...path, 'options']);
    else if (field.options !== undefined) this.#options(field.options, [...path, 'options']);
    if (field.fields !== undefined) {
      this.#list(field.fields, [...path, 'fields'], type.kind === 'list' ? new Set() : seen, level + 1);
    }
  }

  #shapeOf(type: AnyFieldType): z.ZodMiniType {
    let shape = this.#shapes.get(type);
    if (shape === undefined) {
      shape = type.definition(shapes);
      this.#shapes.set(type, shape);
    }
    return shape;
  }

  #optionReference(name: string, path: PropertyKey[]): void {
    if (!this.#optionNames.has(name)) this.#report(path, 'unknown-options', suggest(name, this.#optionNames));
  }

  #options(options: readonly { value: string }[], path: PropertyKey[]): void {
    const seen = new Set<string>();
    for (const [index, { value }] of options.entries()) this.#unique(value, seen, [...path, index, 'value']);
  }

  #unique(id: string, seen: Set<string>, path: PropertyKey[]): void {
    if (seen.has(id)) this.#report(path, 'duplicate', { value: id });
    seen.add(id);
  }

  #shaped<Schema extends z.ZodMiniType>(
    schema: Schema,
    json: unknown,
    path: PropertyKey[],
  ): z.infer<Schema> | undefined {
    const result = schema.safeParse(json);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.#reportIssue(issue, path, json);
    return undefined;
  }

  #reportIssue(issue: z.core.$ZodIssue, path: PropertyKey[], json: unknown): void {
    const at = [...path, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.#report([...at, key], 'unknown-key', { value: key });
    } else if (issue.code === 'invalid_type') {
      const missing = valueAt(json, issue.path) === undefined;
      this.#report(at, missing ? 'missing' : 'wrong-kind', { expected: issue.expected });
    } else if (issue.code === 'invalid_union') {
      this.#reportUnion(issue, path, json);
    } else {
      const custom = issue.message !== '' && issue.message !== 'Invalid input';
      const params = issue.code === 'custom' ? (issue.params as Params | undefined) : undefined;
      this.#report(at, custom ? issue.message : issue.code, params ?? {});
    }
  }

  /** The branch that got furthest is the one that was meant. */
  #reportUnion(issue: z.core.$ZodIssueInvalidUnion, path: PropertyKey[], json: unknown): void {
    const at = [...path, ...issue.path];
    const value = valueAt(json, issue.path);
    const branches = issue.errors.filter((issues) => issues.every(({ path: inner }) => inner.length > 0));
    const meant = branches.sort((a, b) => a.length - b.length)[0];
    if (value === undefined || meant === undefined || typeof value !== 'object') {
      this.#report(at, value === undefined ? 'missing' : 'wrong-kind', { expected: 'text' });
      return;
    }
    for (const inner of meant) this.#reportIssue(inner, at, value);
  }

  #report(path: readonly PropertyKey[], code: string, params: Params): void {
    this.problems.push({ pointer: pointerOf(path), code, severity: 'error', params });
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  // Only ever read, and only to word an error.
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    json,
  );
}

function isDeeperThan(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((value) => isDeeperThan(value, levels - 1));
}
