import type * as z from 'zod/mini';
import type { DefinitionProblem, FormDefinition } from './definition.js';
import { adopt, MOST_FIELDS, MOST_LEVELS } from './definition.js';
import { documentSchema } from './document-shape.js';
import type { AnyFieldType, Catalog, DefinitionFault, FieldDefinition } from './field-type.js';
import { hazardIn } from './hazard.js';
import { errorAt, MOST_PROBLEMS } from './problem-at.js';
import { referenceProblems } from './references.js';
import { allFields, placeOf, scopesOf } from './scopes.js';
import { shapeProblems } from './shape-problems.js';
import * as shapes from './shapes.js';
import { suggest } from './suggestion.js';
import { textProblems } from './text-problems.js';

/** What became of a document: a definition with what could be better, or the reasons why it is none. */
export type ParseResult =
  | { readonly definition: FormDefinition; readonly problems: readonly DefinitionProblem[] }
  | { readonly definition?: undefined; readonly problems: readonly DefinitionProblem[] };

type Params = Readonly<Record<string, string | number>>;

/**
 * Reads an untrusted JSON value as a form definition. Never throws: each fault is a problem with the pointer of the
 * value at fault. `names` are those of all types there are, where the catalogue has only what the document uses.
 */
export function parseDefinition(
  json: unknown,
  catalog: Catalog,
  names: readonly string[] = [...catalog.keys()],
): ParseResult {
  const hazard = hazardIn(json);
  if (hazard !== undefined) return { problems: [hazard] };
  const checker = new ShapeChecker(catalog, names);
  checker.document(json);
  if (checker.problems.length > 0) return { problems: checker.problems.slice(0, MOST_PROBLEMS) };
  const definition = adopt(json);
  // Warnings are for whoever has a form: beside errors they would only hide them.
  const problems = [
    ...typeProblems(definition, catalog),
    ...referenceProblems(definition, catalog),
    ...textProblems(json, definition.languages),
  ];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { problems: errors.slice(0, MOST_PROBLEMS) };
  return { definition, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** What each type has to say about its own fields beyond their shape. */
function typeProblems(definition: FormDefinition, catalog: Catalog): DefinitionProblem[] {
  return [...allFields(scopesOf(definition, catalog).root)].flatMap((field) => {
    // The catalogue forgets which definition each type takes; this one was shaped by that same type.
    const type = catalog.get(field.definition.type) as
      | { check?: (definition: FieldDefinition) => readonly DefinitionFault[] }
      | undefined;
    return (type?.check?.(field.definition) ?? []).map(({ key, code, params }) =>
      errorAt([...placeOf(field), key], code, params),
    );
  });
}

/** Checks the shape of a document and of each field in it, and that no name stands twice in one place. */
class ShapeChecker {
  readonly problems: DefinitionProblem[] = [];
  readonly #catalog: Catalog;
  readonly #names: readonly string[];
  #optionNames: ReadonlySet<string> = new Set();
  #fields = 0;

  constructor(catalog: Catalog, names: readonly string[]) {
    this.#catalog = catalog;
    this.#names = names;
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
    const type = typeof named === 'string' ? this.#catalog.get(named) : undefined;
    if (typeof named !== 'string') this.#report(path, 'field-type-missing', {});
    else if (type === undefined) {
      this.#report([...path, 'type'], 'unknown-type', suggest(named, this.#names));
    }
    if (type === undefined) return;
    // Every type's shape extends the base of all fields; the rest is its own affair.
    const field = this.#shaped(shapeOf(type), json, path) as
      | {
          id: string;
          fields?: readonly unknown[];
          options?: string | readonly { value: string }[] | { src: string };
        }
      | undefined;
    if (field === undefined) return;
    this.#unique(field.id, seen, [...path, 'id']);
    if (typeof field.options === 'string') this.#optionReference(field.options, [...path, 'options']);
    else if (Array.isArray(field.options)) this.#options(field.options, [...path, 'options']);
    if (field.fields !== undefined) {
      this.#list(field.fields, [...path, 'fields'], type.kind === 'list' ? new Set() : seen, level + 1);
    }
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
    this.problems.push(...shapeProblems(result.error.issues, json, path, keysOf(schema)));
    return undefined;
  }

  #report(path: readonly PropertyKey[], code: string, params: Params): void {
    this.problems.push(errorAt(path, code, params));
  }
}

/** The shape of each type, made when it is first wanted: making one costs more than asking it. */
const known = new WeakMap<AnyFieldType, z.ZodMiniType>();

function shapeOf(type: AnyFieldType): z.ZodMiniType {
  const shape = known.get(type) ?? type.definition(shapes);
  known.set(type, shape);
  return shape;
}

/** The keys of a shape itself: what is inside of it is checked by itself. */
function keysOf(schema: z.ZodMiniType): (path: readonly PropertyKey[]) => readonly string[] {
  return (path) => (path.length === 0 && 'shape' in schema ? Object.keys(schema.shape as object) : []);
}
