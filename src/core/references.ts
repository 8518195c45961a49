import { eachReference } from './compute.js';
import type { Condition, FieldTest, Operator } from './condition.js';
import { eachTest, operatorOf } from './condition.js';
import type { DefinitionProblem, FormDefinition } from './definition.js';
import { dependencyOrder, expressionOf } from './dependencies.js';
import type { Catalog, ValueKind } from './field-type.js';
import { pointerOf } from './pointer.js';
import type { Scope, ScopedField } from './scopes.js';
import { allFields, resolve, resolveReference, scopesOf } from './scopes.js';
import { suggest } from './suggestion.js';

type Params = Readonly<Record<string, string | number>>;

/** Which operators make sense for which kind of answer. */
const operatorsOf: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['is', 'isNot', 'in', 'empty'],
  option: ['is', 'isNot', 'in', 'empty'],
  options: ['includes', 'empty'],
  boolean: ['is', 'isNot', 'empty'],
  number: ['is', 'isNot', 'in', 'empty', 'gt', 'gte', 'lt', 'lte'],
  date: ['is', 'isNot', 'in', 'empty', 'gt', 'gte', 'lt', 'lte'],
  list: ['empty'],
  files: ['empty'],
  none: [],
};

/** The faults of a definition whose shape is right: names that lead nowhere, comparisons that cannot hold, circles. */
export function referenceProblems(definition: FormDefinition, catalog: Catalog): DefinitionProblem[] {
  const checker = new ReferenceChecker(definition, catalog);
  checker.conditions();
  checker.computed();
  checker.circles();
  checker.purposes();
  checker.prefill();
  checker.languages();
  return checker.problems;
}

class ReferenceChecker {
  readonly problems: DefinitionProblem[] = [];
  readonly #definition: FormDefinition;
  readonly #tree;

  constructor(definition: FormDefinition, catalog: Catalog) {
    this.#definition = definition;
    this.#tree = scopesOf(definition, catalog);
  }

  conditions(): void {
    const { root } = this.#tree;
    for (const [name, condition] of Object.entries(this.#definition.conditions)) {
      this.#names(condition, ['conditions', name], [name]);
    }
    for (const [index, { when }] of this.#definition.steps.entries()) {
      if (when !== undefined) this.#condition(when, root, ['steps', index, 'when']);
    }
    for (const field of allFields(root)) {
      const { when } = field.definition;
      if (when !== undefined) this.#condition(when, field.scope, [...field.pointer, 'when']);
    }
  }

  computed(): void {
    for (const field of allFields(this.#tree.root)) {
      const expression = expressionOf(field.definition);
      if (expression === undefined) continue;
      const path = [...field.pointer, 'value'];
      eachReference(
        expression,
        (reference) => {
          if (resolveReference(reference, field.scope).length === 0)
            this.#unknownField(reference, field.scope, path);
        },
        (condition, list) => {
          const inside =
            list === undefined ? field.scope : (resolve(list, field.scope)?.items ?? field.scope);
          this.#condition(condition, inside, path);
        },
      );
    }
  }

  circles(): void {
    const { circle } = dependencyOrder(this.#tree, this.#definition.conditions);
    const first = circle?.[0];
    if (circle === undefined || first === undefined) return;
    const names = [...circle, first].map(({ definition }) => definition.id).join(' → ');
    this.#report([...first.pointer, first.definition.when === undefined ? 'value' : 'when'], 'circle', {
      value: names,
    });
  }

  purposes(): void {
    const known = this.#definition.purposes;
    for (const { definition, kind, pointer } of allFields(this.#tree.root)) {
      const { purpose } = definition;
      if (purpose !== undefined && (known === undefined || !Object.hasOwn(known, purpose))) {
        this.#report([...pointer, 'purpose'], 'unknown-purpose', suggest(purpose, Object.keys(known ?? {})));
      }
      const asks = kind !== 'none' && kind !== 'list' && definition.type !== 'computed';
      if (asks && purpose === undefined && known !== undefined) this.#warn(pointer, 'purpose-missing', {});
    }
  }

  prefill(): void {
    const { root } = this.#tree;
    for (const [way, names] of Object.entries(this.#definition.prefill ?? {})) {
      for (const [index, name] of (names ?? []).entries()) {
        const field = root.fields.get(name);
        if (field === undefined) this.#unknownField(name, root, ['prefill', way, index]);
        else if (way === 'url' && field.definition.sensitive === true) {
          this.#report(['prefill', way, index], 'sensitive-in-url', { value: name });
        }
      }
    }
  }

  /** A text in some languages but not in all is shown in the wrong one: a warning, for the form still works. */
  languages(): void {
    const { languages } = this.#definition;
    eachText(this.#definition, [], (texts, path) => {
      const missing = languages.filter((language) => !Object.hasOwn(texts, language));
      if (missing.length > 0) this.#warn(path, 'language-missing', { value: missing.join(', ') });
    });
  }

  #condition(condition: Condition, scope: Scope, path: readonly PropertyKey[]): void {
    this.#names(condition, path, []);
    eachTest(condition, this.#definition.conditions, (test) => this.#test(test, scope, path));
  }

  /** Reports names of conditions that do not exist or lead back to themselves. */
  #names(condition: Condition, path: readonly PropertyKey[], seen: readonly string[]): void {
    const known = this.#definition.conditions;
    if (typeof condition === 'string') {
      if (!Object.hasOwn(known, condition))
        this.#report(path, 'unknown-condition', suggest(condition, Object.keys(known)));
      else if (seen.includes(condition))
        this.#report(path, 'circle', { value: [...seen, condition].join(' → ') });
      else if (seen.length > 0) this.#names(known[condition] ?? condition, path, [...seen, condition]);
    } else if ('all' in condition) {
      for (const [index, part] of condition.all.entries()) this.#names(part, [...path, 'all', index], seen);
    } else if ('any' in condition) {
      for (const [index, part] of condition.any.entries()) this.#names(part, [...path, 'any', index], seen);
    } else if ('not' in condition) {
      this.#names(condition.not, [...path, 'not'], seen);
    }
  }

  #test(test: FieldTest, scope: Scope, path: readonly PropertyKey[]): void {
    const field = resolve(test.field, scope);
    if (field === undefined) return this.#unknownField(test.field, scope, path);
    const [operator, operand] = operatorOf(test);
    const allowed = operatorsOf[field.kind];
    if (!allowed.includes(operator)) {
      this.#report(path, 'operator', { value: operator, field: test.field, expected: allowed.join(', ') });
      return;
    }
    if (operator === 'empty') return;
    for (const value of Array.isArray(operand) ? operand : [operand]) this.#operand(value, field, path);
  }

  #operand(value: unknown, field: ScopedField, path: readonly PropertyKey[]): void {
    const { options, id } = field.definition;
    if (options !== undefined) {
      const values = options.map((option) => option.value);
      if (!values.includes(String(value))) {
        this.#report(path, 'unknown-option', { field: id, ...suggest(String(value), values) });
      }
      return;
    }
    const wanted = field.kind === 'boolean' || field.kind === 'number' ? field.kind : 'string';
    // A computed value may be a text or a number: only the receiver of the value can tell.
    const known = field.definition.type !== 'computed';
    if (known && typeof value !== wanted)
      this.#report(path, 'operand', { value: String(value), field: id, expected: wanted });
  }

  #unknownField(name: string, scope: Scope, path: readonly PropertyKey[]): void {
    const known: string[] = [];
    for (let place: Scope | undefined = scope; place !== undefined; place = place.outer)
      known.push(...place.fields.keys());
    this.#report(path, 'unknown-field', suggest(name, known));
  }

  #report(path: readonly PropertyKey[], code: string, params: Params): void {
    this.problems.push({ pointer: pointerOf(path), code, severity: 'error', params });
  }

  #warn(path: readonly PropertyKey[], code: string, params: Params): void {
    this.problems.push({ pointer: pointerOf(path), code, severity: 'warning', params });
  }
}

/** Calls `visit` with each text of a parsed definition that is written per language. */
function eachText(
  value: unknown,
  path: readonly PropertyKey[],
  visit: (texts: Readonly<Record<string, string>>, path: readonly PropertyKey[]) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const isText =
    entries.length > 0 &&
    entries.every(([key, text]) => /^[a-z]{2,3}(-\w+)*$/.test(key) && typeof text === 'string');
  if (isText && entries.some(([key]) => key === 'ar' || key === 'en'))
    return visit(value as Record<string, string>, path);
  for (const [key, inner] of entries)
    eachText(inner, [...path, Array.isArray(value) ? Number(key) : key], visit);
}
