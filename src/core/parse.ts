import type * as z from 'zod/mini';
import type { Condition } from './condition.js';
import type { DefinitionProblem, FormDefinition, StepDefinition } from './definition.js';
import { documentSchema, limits, optionFrom, optionSchema } from './definition.js';
import type { Catalog, DefinitionFault, FieldDefinition, Option } from './field-type.js';
import { pointerOf } from './pointer.js';
import { referenceProblems } from './references.js';
import { nearest } from './suggestion.js';

/** What became of a document: a definition with what could be better, or the reasons why it is none. */
export type ParseResult =
  | { readonly definition: FormDefinition; readonly problems: readonly DefinitionProblem[] }
  | { readonly definition?: undefined; readonly problems: readonly DefinitionProblem[] };

/** Problems after which no more are listed: a page of them helps nobody. */
const MOST_PROBLEMS = 50;

/** Objects and arrays inside one another: a real form needs about twenty, and what reads them must come to an end. */
const DEEPEST = 64;

/**
 * Reads an untrusted JSON value as a form definition. Never throws: each fault is a problem with the pointer of the
 * value at fault. The result shares no structure with `json`.
 */
export function parseDefinition(json: unknown, catalog: Catalog): ParseResult {
  if (isDeeperThan(json, DEEPEST)) {
    return { problems: [{ pointer: '', code: 'too-deep', severity: 'error', params: { most: DEEPEST } }] };
  }
  const parser = new DefinitionParser(catalog);
  const definition = parser.document(json);
  const problems = parser.problems;
  if (definition !== undefined && problems.length === 0) problems.push(...referenceProblems(definition, catalog));
  const listed = problems.slice(0, MOST_PROBLEMS);
  const failed = definition === undefined || problems.some(({ severity }) => severity === 'error');
  return failed ? { problems: listed } : { definition, problems: listed };
}

class DefinitionParser {
  readonly problems: DefinitionProblem[] = [];
  readonly #catalog: Catalog;
  #options: Readonly<Record<string, readonly Option[]>> = {};
  #fields = 0;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  document(json: unknown): FormDefinition | undefined {
    const document = this.#shape(documentSchema, json, []);
    if (document === undefined) return undefined;
    this.#options = this.#namedOptions(document.options ?? {});
    const seen = new Set<string>();
    const steps: StepDefinition[] = [];
    const stepIds = new Set<string>();
    for (const [index, step] of document.steps.entries()) {
      const path = ['steps', index];
      this.#unique(step.id, stepIds, [...path, 'id']);
      steps.push({ ...step, fields: this.#fieldList(step.fields, [...path, 'fields'], seen, 0) });
    }
    // What the schema gives and what the interface says differ only in `undefined` being written out.
    return { ...document, steps, conditions: (document.conditions ?? {}) as Record<string, Condition> };
  }

  /** Fields of a step, a section (which shares `seen`, being no scope of its own) or a list. */
  #fieldList(list: readonly unknown[], path: PropertyKey[], seen: Set<string>, depth: number): FieldDefinition[] {
    if (depth > limits.depth) {
      this.#report(path, 'too-deep', { most: limits.depth });
      return [];
    }
    return list
      .map((json, index) => this.#field(json, [...path, index], seen, depth))
      .filter((field) => field !== undefined);
  }

  #field(json: unknown, path: PropertyKey[], seen: Set<string>, depth: number): FieldDefinition | undefined {
    this.#fields += 1;
    if (this.#fields === limits.fields + 1) this.#report(path, 'too-many-fields', { most: limits.fields });
    if (this.#fields > limits.fields) return undefined;
    const named = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
    if (typeof named !== 'string') {
      this.#report(path, 'field-type-missing', {});
      return undefined;
    }
    const type = this.#catalog.get(named);
    if (type === undefined) {
      const suggestion = nearest(named, this.#catalog.keys());
      this.#report([...path, 'type'], 'unknown-type', { value: named, ...(suggestion && { suggestion }) });
      return undefined;
    }
    const shaped = this.#shape(type.definition, json, path);
    if (shaped === undefined) return undefined;
    // Every type's schema extends the base of all fields; the rest is its own affair.
    const field = shaped as FieldDefinition & { options?: unknown };
    this.#unique(field.id, seen, [...path, 'id']);
    const inner =
      field.fields && this.#fieldList(field.fields, [...path, 'fields'], type.kind === 'list' ? new Set() : seen, depth + 1);
    const options = 'options' in field ? this.#optionsOf(field.options, [...path, 'options']) : undefined;
    const whole: FieldDefinition = { ...field, ...(inner && { fields: inner }), ...(options && { options }) } as FieldDefinition;
    // The catalogue forgets which definition each type takes; this one was shaped by that same type.
    const check = type.check as ((definition: FieldDefinition) => readonly DefinitionFault[]) | undefined;
    for (const fault of check?.(whole) ?? []) this.#report([...path, fault.key], fault.code, fault.params ?? {});
    return whole;
  }

  #namedOptions(written: Readonly<Record<string, readonly z.infer<typeof optionSchema>[]>>) {
    const named: Record<string, readonly Option[]> = {};
    for (const [name, list] of Object.entries(written)) named[name] = this.#optionList(list, ['options', name]);
    return named;
  }

  #optionsOf(reference: unknown, path: PropertyKey[]): readonly Option[] {
    if (typeof reference !== 'string') {
      // The field's schema has already seen to the shape of an array in place.
      return this.#optionList(reference as readonly z.infer<typeof optionSchema>[], path);
    }
    const options = Object.hasOwn(this.#options, reference) ? this.#options[reference] : undefined;
    if (options !== undefined) return options;
    const suggestion = nearest(reference, Object.keys(this.#options));
    this.#report(path, 'unknown-options', { value: reference, ...(suggestion && { suggestion }) });
    return [];
  }

  #optionList(list: readonly z.infer<typeof optionSchema>[], path: PropertyKey[]): readonly Option[] {
    const seen = new Set<string>();
    return list.map((written, index) => {
      this.#unique(written.value, seen, [...path, index, 'value']);
      return optionFrom(written);
    });
  }

  #unique(id: string, seen: Set<string>, path: PropertyKey[]): void {
    if (seen.has(id)) this.#report(path, 'duplicate', { value: id });
    seen.add(id);
  }

  #shape<Schema extends z.ZodMiniType>(schema: Schema, json: unknown, path: PropertyKey[]): z.infer<Schema> | undefined {
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
      this.#report(at, custom ? issue.message : issue.code, {});
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

  #report(path: readonly PropertyKey[], code: string, params: Readonly<Record<string, string | number>>): void {
    this.problems.push({ pointer: pointerOf(path), code, severity: 'error', params });
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  // Only ever read, and only to word an error.
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], json);
}

function isDeeperThan(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((value) => isDeeperThan(value, levels - 1));
}
