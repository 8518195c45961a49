import type { Expression } from './compute.js';
import type { Condition } from './condition.js';
import { type ConditionChecker, unknownField } from './condition-problems.js';
import type { DefinitionProblem } from './definition.js';
import type { ValueKind } from './field-type.js';
import { errorAt } from './problem-at.js';
import type { Scope } from './scopes.js';
import { resolve, resolveReference } from './scopes.js';

type Path = readonly PropertyKey[];

const single: readonly ValueKind[] = ['text', 'option', 'number', 'date', 'time'];
const numbers: readonly ValueKind[] = ['number'];
const many: readonly ValueKind[] = ['list', 'options', 'files'];

/**
 * What is wrong with an expression that stands at `path`, as seen from `scope`: names that lead nowhere, and fields
 * whose answers are of another kind than is worked with. Its conditions are shown to `conditions`.
 */
export function expressionProblems(
  expression: Expression,
  scope: Scope,
  path: Path,
  conditions: ConditionChecker,
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];

  function field(name: string, kinds: readonly ValueKind[], at: Path): void {
    const found = resolve(name, scope);
    if (found === undefined) problems.push(unknownField(name, scope, at));
    // A computed value is a number or a text: which one, only its own expression could tell.
    else if (!kinds.includes(found.kind) && !(found.definition.type === 'computed' && kinds !== many)) {
      problems.push(errorAt(at, 'field-kind', { value: name, expected: kinds.join(', ') }));
    }
  }

  /** A field, or with a dot a field of every item of a list. */
  function column(reference: string, at: Path): void {
    const [list = '', name] = reference.split('.', 2);
    const inside = resolve(list, scope)?.items;
    const [, found] = resolveReference(reference, scope);
    if (name === undefined) field(reference, numbers, at);
    else if (inside === undefined) problems.push(unknownField(list, scope, at));
    else if (found === undefined) problems.push(unknownField(name, inside, at));
    else if (found.kind !== 'number') {
      problems.push(errorAt(at, 'field-kind', { value: reference, expected: 'number' }));
    }
  }

  function each(parts: readonly Expression[], kinds: readonly ValueKind[], at: Path): void {
    for (const [index, part] of parts.entries()) walk(part, kinds, [...at, index]);
  }

  function count({ count: name, where }: { count: string; where?: Condition }, at: Path): void {
    field(name, where === undefined ? many : ['list'], [...at, 'count']);
    const inside = resolve(name, scope)?.items;
    if (where !== undefined && inside !== undefined) conditions.check(where, inside, [...at, 'where']);
  }

  function walk(part: Expression, kinds: readonly ValueKind[], at: Path): void {
    if (typeof part === 'number') return;
    if (typeof part === 'string') field(part, kinds, at);
    else if ('age' in part) field(part.age, ['date'], [...at, 'age']);
    else if ('count' in part) count(part, at);
    else if ('if' in part) {
      conditions.check(part.if, scope, [...at, 'if']);
      walk(part.then, kinds, [...at, 'then']);
      if (part.else !== undefined) walk(part.else, kinds, [...at, 'else']);
    } else if ('concat' in part) each(part.concat, single, [...at, 'concat']);
    else if (!('text' in part)) {
      for (const [key, operands] of Object.entries(part)) {
        if (typeof operands === 'string') column(operands, [...at, key]);
        else each(operands, numbers, [...at, key]);
      }
    }
  }

  walk(expression, single, path);
  return problems;
}
