import { isIsoDate } from './calendar.js';
import type { Condition, FieldTest, Operator } from './condition.js';
import { operatorOf } from './condition.js';
import type { DefinitionProblem } from './definition.js';
import type { ValueKind } from './field-type.js';
import { errorAt } from './problem-at.js';
import type { Scope, ScopedField } from './scopes.js';
import { resolve } from './scopes.js';
import { suggest } from './suggestion.js';

type Path = readonly PropertyKey[];

/** Which operators make sense for which kind of answer. */
const operatorsOf: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['is', 'isNot', 'in', 'empty'],
  option: ['is', 'isNot', 'in', 'empty'],
  options: ['includes', 'empty'],
  time: ['is', 'isNot', 'in', 'empty'],
  boolean: ['is', 'isNot', 'empty'],
  number: ['is', 'isNot', 'in', 'empty', 'gt', 'gte', 'lt', 'lte'],
  date: ['is', 'isNot', 'in', 'empty', 'gt', 'gte', 'lt', 'lte'],
  list: ['empty'],
  files: ['empty'],
  signature: ['empty'],
  given: ['empty'],
  matrix: ['empty'],
  range: ['empty'],
  parts: ['empty'],
  sealed: [],
  none: [],
};

/** Tests in a condition, those of the conditions it names counted each time: who needs more wants a computed field. */
const MOST_TESTS = 500;

/** Finds what is wrong with conditions: names that lead nowhere or round in a circle, comparisons that cannot hold. */
export class ConditionChecker {
  readonly problems: DefinitionProblem[] = [];
  readonly #named: Readonly<Record<string, Condition>>;
  /** Tests in each named condition; undefined while it is being counted. */
  readonly #sizes = new Map<string, number | undefined>();
  /** From where each named condition has been looked at, for it may mean other fields from elsewhere. */
  readonly #seen = new Map<string, Set<Scope>>();
  readonly #told = new Set<string>();

  constructor(named: Readonly<Record<string, Condition>>) {
    this.#named = named;
    for (const name of Object.keys(named)) this.#sizeOfNamed(name, []);
  }

  /** Looks at a condition that stands at `path`, as seen from `scope`. */
  check(condition: Condition, scope: Scope, path: Path): void {
    if (this.#sizeOf(condition, path, []) > MOST_TESTS) {
      this.#tell(errorAt(path, 'too-many-tests', { most: MOST_TESTS }));
    }
    this.#part(condition, scope, path);
  }

  /** Looks at the named conditions that nothing uses: whoever writes a form may still be about to. */
  checkUnused(root: Scope): void {
    for (const name of Object.keys(this.#named)) if (!this.#seen.has(name)) this.#name(name, root);
  }

  #sizeOfNamed(name: string, trail: readonly string[]): number {
    const entry = this.#named[name];
    if (!this.#sizes.has(name) && entry !== undefined) {
      this.#sizes.set(name, undefined);
      const size = this.#sizeOf(entry, ['conditions', name], [...trail, name]);
      this.#sizes.set(name, size);
      if (size > MOST_TESTS)
        this.#tell(errorAt(['conditions', name], 'too-many-tests', { most: MOST_TESTS }));
    }
    return Math.min(this.#sizes.get(name) ?? 0, MOST_TESTS);
  }

  /** How many tests a condition comes to. `trail` are the named conditions that lead here. */
  #sizeOf(condition: Condition, path: Path, trail: readonly string[]): number {
    if (typeof condition === 'string') {
      if (!Object.hasOwn(this.#named, condition)) return 0;
      if (trail.includes(condition)) {
        const circle = [...trail.slice(trail.indexOf(condition)), condition].join(' → ');
        this.#tell(errorAt(path, 'circle', { value: circle }));
        return 0;
      }
      return this.#sizeOfNamed(condition, trail);
    }
    const parts = [...partsOf(condition)];
    if (parts.length === 0) return 1;
    return parts.reduce((sum, [part, keys]) => sum + this.#sizeOf(part, [...path, ...keys], trail), 0);
  }

  #part(condition: Condition, scope: Scope, path: Path): void {
    if (typeof condition === 'string') {
      if (Object.hasOwn(this.#named, condition)) this.#name(condition, scope);
      else this.#tell(errorAt(path, 'unknown-condition', suggest(condition, Object.keys(this.#named))));
    } else if ('field' in condition) this.#test(condition, scope, path);
    else for (const [part, keys] of partsOf(condition)) this.#part(part, scope, [...path, ...keys]);
  }

  #name(name: string, scope: Scope): void {
    const scopes = this.#seen.get(name) ?? new Set();
    this.#seen.set(name, scopes);
    const condition = this.#named[name];
    if (condition === undefined || scopes.has(scope)) return;
    scopes.add(scope);
    this.#part(condition, scope, ['conditions', name]);
  }

  #test(test: FieldTest, scope: Scope, path: Path): void {
    const field = resolve(test.field, scope);
    if (field === undefined) this.#tell(unknownField(test.field, scope, [...path, 'field']));
    else this.#comparison(test, field, path);
  }

  #comparison(test: FieldTest, field: ScopedField, path: Path): void {
    const [operator, operand] = operatorOf(test);
    const allowed = operatorsOf[field.kind];
    const at = [...path, operator];
    if (!allowed.includes(operator)) {
      this.#tell(
        errorAt(at, 'operator', { value: operator, field: test.field, expected: allowed.join(', ') }),
      );
    } else if (Array.isArray(operand)) {
      for (const [index, value] of operand.entries()) this.#operand(value, field, [...at, index]);
    } else if (operator !== 'empty') this.#operand(operand, field, at);
  }

  #operand(value: unknown, field: ScopedField, path: Path): void {
    const problem = operandProblem(value, field, path);
    if (problem !== undefined) this.#tell(problem);
  }

  /** A named condition that is used in ten places is still at fault in one. */
  #tell(problem: DefinitionProblem): void {
    const key = `${problem.code} ${problem.pointer}`;
    if (!this.#told.has(key)) this.problems.push(problem);
    this.#told.add(key);
  }
}

/** What keeps a value, as written at `path`, from ever being the answer of a field. */
export function operandProblem(
  value: unknown,
  field: ScopedField,
  path: Path,
): DefinitionProblem | undefined {
  const { options, id, type } = field.definition;
  const wanted = field.kind === 'boolean' || field.kind === 'number' ? field.kind : 'string';
  // A computed value may be a text or a number: only the receiver of the value can tell.
  if (type === 'computed') return undefined;
  if (typeof value !== wanted)
    return errorAt(path, 'operand', { value: String(value), field: id, expected: wanted });
  if (field.kind === 'date' && !isIsoDate(String(value)))
    return errorAt(path, 'iso-date', { value: String(value) });
  if (options === undefined || options.some((option) => option.value === value)) return undefined;
  const values = options.map((option) => option.value);
  return errorAt(path, 'unknown-option', { field: id, ...suggest(String(value), values) });
}

/** That a name, as written at `path`, means no field seen from `scope`. */
export function unknownField(name: string, scope: Scope, path: Path): DefinitionProblem {
  const known: string[] = [];
  for (let place: Scope | undefined = scope; place !== undefined; place = place.outer) {
    known.push(...place.fields.keys());
  }
  return errorAt(path, 'unknown-field', suggest(name, known));
}

/** The conditions inside a condition, each with where it stands there. */
function* partsOf(condition: Exclude<Condition, string>): Generator<readonly [Condition, Path]> {
  if ('all' in condition) for (const [index, part] of condition.all.entries()) yield [part, ['all', index]];
  else if ('any' in condition)
    for (const [index, part] of condition.any.entries()) yield [part, ['any', index]];
  else if ('not' in condition) yield [condition.not, ['not']];
}
