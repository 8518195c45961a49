import type { Computing } from './compute.js';
import type { Condition } from './condition.js';
import type { FormDefinition } from './definition.js';
import type { Catalog, FieldDefinition, ValueKind } from './field-type.js';

/** Where names are looked up: the form itself, or the items of one list. Sections open no scope. */
export interface Scope {
  readonly outer?: Scope;
  /** The list whose items these are. */
  readonly list?: ScopedField;
  readonly fields: ReadonlyMap<string, ScopedField>;
}

/** A field of a definition with where it stands. */
export interface ScopedField {
  readonly definition: FieldDefinition;
  readonly kind: ValueKind;
  readonly scope: Scope;
  /** Position of the step the field stands in. */
  readonly step: number;
  /** Position among the fields of its step, or of what it stands in. */
  readonly index: number;
  /** The section or list that the field stands in: hidden with it. */
  readonly container?: ScopedField;
  /** The scope of the items, for a list. */
  readonly items?: Scope;
  /** How its value is made, where that is computed. */
  readonly computing?: Computing;
  /** The fields inside a section or list, in order. */
  readonly children: readonly ScopedField[];
}

/** All scopes of a definition: the root, and the fields of each step in order. */
export interface ScopeTree {
  readonly root: Scope;
  readonly steps: readonly { readonly when?: Condition; readonly fields: readonly ScopedField[] }[];
}

/** The tree of scopes of a definition. */
export function scopesOf(definition: FormDefinition, catalog: Catalog): ScopeTree {
  const root: Scope = { fields: new Map() };
  const steps = definition.steps.map(({ fields, when }, step) => ({
    ...(when !== undefined && { when }),
    fields: collect(fields, root, step, undefined, catalog),
  }));
  return { root, steps };
}

/** What most fields have inside: a form may have a thousand of them. */
const none: readonly never[] = [];

function collect(
  definitions: readonly FieldDefinition[],
  scope: Scope,
  step: number,
  container: ScopedField | undefined,
  catalog: Catalog,
): ScopedField[] {
  // Only this function fills a scope; everybody else reads it.
  const fields = scope.fields as Map<string, ScopedField>;
  return definitions.map((definition, index) => {
    const type = catalog.get(definition.type);
    const { computing } = type ?? {};
    // The catalogue forgets which definition each type takes; this one was shaped by that same type.
    const kind = type?.kindOf?.(definition as never) ?? type?.kind ?? 'none';
    const field: { -readonly [Key in keyof ScopedField]: ScopedField[Key] } = {
      definition,
      kind,
      scope,
      step,
      index,
      ...(container !== undefined && { container }),
      children: none,
    };
    if (computing !== undefined) field.computing = computing;
    if (kind === 'list') field.items = { outer: scope, list: field, fields: new Map() };
    fields.set(definition.id, field);
    const inner = field.items ?? scope;
    if (definition.fields) {
      field.children = collect(definition.fields, inner, step, field, catalog);
    }
    return field;
  });
}

/** JSON pointer of a field in its definition, as a path. */
export function placeOf({ step, container, index }: ScopedField): PropertyKey[] {
  return [...(container === undefined ? ['steps', step] : placeOf(container)), 'fields', index];
}

/** The field that `name` means as seen from `scope`: the nearest, from the item outwards to the root. */
export function resolve(name: string, scope: Scope): ScopedField | undefined {
  for (let place: Scope | undefined = scope; place !== undefined; place = place.outer) {
    const found = place.fields.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The fields that a reference in an expression means: a field, or a list and the field of its items. */
export function resolveReference(reference: string, scope: Scope): readonly ScopedField[] {
  const [first = '', second] = reference.split('.');
  const field = resolve(first, scope);
  if (field === undefined) return [];
  if (second === undefined) return [field];
  const inner = field.items?.fields.get(second);
  return inner === undefined ? [] : [field, inner];
}

/** Every field of every scope, lists before what is in them. */
export function* allFields(scope: Scope): Generator<ScopedField> {
  for (const field of scope.fields.values()) {
    yield field;
    if (field.items !== undefined) yield* allFields(field.items);
  }
}
