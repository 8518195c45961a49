import type { Condition, FieldTest } from './condition.js';
import { eachTest, operatorOf } from './condition.js';
import type { FormDefinition } from './definition.js';
import { conditionFields } from './dependencies.js';
import type { Catalog, FieldType } from './field-type.js';
import { withDefinition } from './json-schema/carried-definition.js';
import { pointerOf } from './pointer.js';
import { asReceived } from './received-form.js';
import { unstatedRelations } from './relations.js';
import type { Scope, ScopedField, ScopeTree } from './scopes.js';
import { placeOf, resolve, scopesOf } from './scopes.js';
import type { Text } from './text.js';
import { pickText } from './text.js';

/** A JSON Schema 2020-12 document or part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A rule of the definition that its JSON Schema does not state; the receiver still holds to it. */
export interface UnstatedRule {
  /** Pointer of the field in the definition. */
  readonly pointer: string;
  readonly rule: string;
}

/**
 * The answers of a form as JSON Schema 2020-12, for partners and other back ends, with the rules it cannot state.
 * What the schema accepts and the receiver refuses is on that list; what the receiver accepts, the schema accepts. The
 * definition itself goes with it, so that reading the schema gives the same form again.
 */
export function toJsonSchema(
  definition: FormDefinition,
  catalog: Catalog,
): { schema: JsonSchema; unstated: readonly UnstatedRule[] } {
  // Partners send, and read, what is stored.
  const compiler = new SchemaCompiler(asReceived(definition), catalog);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:taafi-kit:form:${definition.id}:${definition.version}`,
    ...compiler.titled(definition.title),
    ...compiler.root(),
  };
  return { schema: withDefinition(schema, definition), unstated: compiler.unstated };
}

/** A condition, and from where it looks. */
interface ScopedCondition {
  readonly condition: Condition;
  readonly scope: Scope;
}

class SchemaCompiler {
  readonly unstated: UnstatedRule[] = [];
  readonly #definition: FormDefinition;
  readonly #catalog: Catalog;
  readonly #tree: ScopeTree;
  /** Conditional rules by the scope they are stated in. */
  readonly #rules = new Map<Scope, JsonSchema[]>();
  readonly #sure = new Map<ScopedField, boolean>();

  constructor(definition: FormDefinition, catalog: Catalog) {
    this.#definition = definition;
    this.#catalog = catalog;
    this.#tree = scopesOf(definition, catalog);
  }

  root(): JsonSchema {
    return this.#object(this.#tree.root);
  }

  titled(text: Text): JsonSchema {
    const title = pickText(text, this.#definition.languages[0] ?? '');
    return typeof text === 'string' ? { title } : { title, 'x-i18n-title': text };
  }

  #object(scope: Scope): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const [id, field] of scope.fields) {
      if (field.kind === 'none') continue;
      properties[id] = { ...this.titled(field.definition.label), ...this.#value(field) };
      const parts = this.#conditions(field);
      if (parts.length === 0 && isWanted(field)) required.push(id);
      else if (parts.length > 0) this.#conditional(field, parts);
    }
    // Rules about items from further out are gathered while the items are built, so this scope's come last.
    const allOf = this.#rules.get(scope) ?? [];
    return {
      type: 'object',
      additionalProperties: false,
      properties,
      ...(required.length > 0 && { required }),
      ...(allOf.length > 0 && { allOf }),
    };
  }

  #value(field: ScopedField): JsonSchema {
    const { definition } = field;
    // The catalogue has forgotten which definitions each type takes; this one was shaped by its own.
    const type = this.#catalog.get(definition.type) as unknown as FieldType<
      typeof definition,
      unknown,
      unknown
    >;
    const rules = [...(type.unstated?.(definition) ?? []), ...unstatedRelations(definition)];
    for (const rule of rules) this.#leaveOut(field, rule);
    const schema = type.jsonSchema(definition);
    return field.items === undefined ? schema : { ...schema, items: this.#object(field.items) };
  }

  /** The conditions a field is shown under: its own and those of its sections and step, each with where it stands. */
  #conditions(field: ScopedField): ScopedCondition[] {
    const parts: ScopedCondition[] = [];
    for (let place: ScopedField | undefined = field; place !== undefined; place = place.container) {
      // A list that is hidden is absent with all its items: their own schema need not repeat that.
      if (place !== field && place.kind === 'list') return parts;
      parts.push(...this.#parts(place.definition.when, place.scope));
    }
    return [...parts, ...this.#parts(this.#tree.steps[field.step]?.when, this.#tree.root)];
  }

  /** What must hold all together, one by one: what cannot be stated of it then costs nothing of the rest. */
  #parts(condition: Condition | undefined, scope: Scope): ScopedCondition[] {
    if (condition === undefined) return [];
    if (typeof condition === 'string') return this.#parts(this.#definition.conditions[condition], scope);
    if ('all' in condition) return condition.all.flatMap((part) => this.#parts(part, scope));
    return [{ condition, scope }];
  }

  /**
   * Whether the schema states all that a field's being shown depends on: its own conditions, and whether the fields
   * are shown that these look at. There are no circles in a definition.
   */
  #isSure(field: ScopedField): boolean {
    const known = this.#sure.get(field);
    if (known !== undefined) return known;
    const sure = this.#conditions(field).every(({ condition, scope }) => {
      const looked = conditionFields(condition, scope, this.#definition.conditions);
      return this.#state(condition, scope) !== undefined && looked.every((other) => this.#isSure(other));
    });
    this.#sure.set(field, sure);
    return sure;
  }

  #conditional(field: ScopedField, parts: readonly ScopedCondition[]): void {
    const stated = parts.map(({ condition, scope }) => this.#state(condition, scope));
    if (!this.#isSure(field)) {
      this.#leaveOut(field, 'shown only under its condition');
      if (isWanted(field)) this.#leaveOut(field, 'required while it is shown');
    }
    const { id } = field.definition;
    const byScope = new Map<Scope, JsonSchema[]>();
    for (const part of stated) {
      if (part === undefined) continue;
      const hidden = within(part.scope, field.scope, { properties: { [id]: false } });
      this.#rule(part.scope, { if: { not: part.schema }, then: hidden });
      byScope.set(part.scope, [...(byScope.get(part.scope) ?? []), part.schema]);
    }
    if (!isWanted(field) || stated.includes(undefined)) return;
    let scope = field.scope;
    let demand = present(id);
    for (;;) {
      const here = byScope.get(scope);
      if (here !== undefined) demand = { if: { allOf: here }, then: demand };
      byScope.delete(scope);
      if (byScope.size === 0 || scope.outer === undefined || scope.list === undefined) break;
      demand = inItems(scope.list, demand);
      scope = scope.outer;
    }
    this.#rule(scope, demand);
  }

  #rule(scope: Scope, rule: JsonSchema): void {
    this.#rules.set(scope, [...(this.#rules.get(scope) ?? []), rule]);
  }

  /** A condition as a schema of the one scope all its fields stand in; undefined where there is no such scope. */
  #state(condition: Condition, scope: Scope): { schema: JsonSchema; scope: Scope } | undefined {
    const scopes = new Set<Scope>();
    let statable = true;
    eachTest(condition, this.#definition.conditions, (test) => {
      const field = resolve(test.field, scope);
      if (field === undefined || !isStatable(test, field)) statable = false;
      else scopes.add(field.scope);
    });
    const [only, another] = scopes;
    if (!statable || only === undefined || another !== undefined) return undefined;
    return { schema: this.#condition(condition, only), scope: only };
  }

  #condition(condition: Condition, scope: Scope): JsonSchema {
    if (typeof condition === 'string') {
      const named = this.#definition.conditions[condition];
      return named === undefined ? { not: {} } : this.#condition(named, scope);
    }
    if ('all' in condition) return { allOf: condition.all.map((part) => this.#condition(part, scope)) };
    if ('any' in condition) return { anyOf: condition.any.map((part) => this.#condition(part, scope)) };
    if ('not' in condition) return { not: this.#condition(condition.not, scope) };
    return testSchema(condition, scope.fields.get(condition.field)?.kind === 'date');
  }

  #leaveOut(field: ScopedField, rule: string): void {
    this.unstated.push({ pointer: pointerOf(placeOf(field)), rule });
  }
}

function isWanted({ definition, kind }: ScopedField): boolean {
  const { minItems = 0 } = definition as { minItems?: number };
  return (
    definition.type !== 'computed' && (definition.required === true || (kind === 'list' && minItems > 0))
  );
}

/** Computed values need not be sent, and JSON Schema compares no dates. */
function isStatable(test: FieldTest, field: ScopedField): boolean {
  const [operator] = operatorOf(test);
  return field.definition.type !== 'computed' && !(field.kind === 'date' && /^[gl]te?$/.test(operator));
}

function testSchema(test: FieldTest, isDate: boolean): JsonSchema {
  const [operator, operand] = operatorOf(test);
  const has = (value: JsonSchema): JsonSchema => ({
    properties: {
      [test.field]: isDate ? { type: 'object', properties: { date: value }, required: ['date'] } : value,
    },
    required: [test.field],
  });
  switch (operator) {
    case 'is':
      return has({ const: operand });
    case 'isNot':
      return { not: has({ const: operand }) };
    case 'in':
      return has({ enum: operand });
    case 'includes':
      return has({ type: 'array', contains: { const: operand } });
    case 'empty':
      return operand === true ? { not: present(test.field) } : present(test.field);
    default:
      return has({ type: 'number', [comparisons[operator]]: operand });
  }
}

const comparisons = {
  gt: 'exclusiveMinimum',
  gte: 'minimum',
  lt: 'exclusiveMaximum',
  lte: 'maximum',
} as const;

/** That there is an answer. Validators in strict mode want every required property named, and every type said. */
function present(id: string): JsonSchema {
  return { properties: { [id]: true }, required: [id] };
}

function inItems(list: ScopedField, rule: JsonSchema): JsonSchema {
  const items = { type: 'object', ...rule };
  return { properties: { [list.definition.id]: { type: 'array', items } } };
}

/** A rule about an object of `inner`, stated at `outer`: down through the lists between them. */
function within(outer: Scope, inner: Scope, rule: JsonSchema): JsonSchema {
  let wrapped = rule;
  for (
    let scope = inner;
    scope !== outer && scope.list !== undefined && scope.outer !== undefined;
    scope = scope.outer
  ) {
    wrapped = inItems(scope.list, wrapped);
  }
  return wrapped;
}
