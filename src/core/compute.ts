import { ageOn } from './calendar.js';
import type { Condition } from './condition.js';
import { holds } from './condition.js';
import type { Context } from './field-type.js';

/**
 * How a computed value is made, from a closed set. A string names a field, or a field of every item of a list as
 * `list.field`; a number is itself.
 */
export type Expression =
  | number
  | string
  | { readonly text: string }
  | { readonly age: string }
  | { readonly count: string; readonly where?: Condition }
  | { readonly sum: string | readonly Expression[] }
  | { readonly min: string | readonly Expression[] }
  | { readonly max: string | readonly Expression[] }
  | { readonly concat: readonly Expression[]; readonly separator?: string }
  | { readonly if: Condition; readonly then: Expression; readonly else?: Expression }
  | { readonly add: readonly Expression[] }
  | { readonly subtract: readonly [Expression, Expression] }
  | { readonly multiply: readonly Expression[] }
  | { readonly divide: readonly [Expression, Expression] };

/** How values are computed: what the type of such fields brings with it, for most forms compute nothing. */
export interface Computing {
  readonly evaluate: typeof evaluate;
  readonly eachReference: typeof eachReference;
}

/** What an expression may ask of the place it stands in. */
export interface Surroundings {
  readonly context: Context;
  readonly named: Readonly<Record<string, Condition>>;
  /** The answer of a field, undefined when there is none or the field is hidden. */
  lookup(field: string): unknown;
  /** A look-up for each visible item of a list. */
  items(list: string): readonly ((field: string) => unknown)[];
}

/** The value of an expression; undefined when what it needs is not there yet or is not a number. */
export function evaluate(expression: Expression, place: Surroundings): string | number | undefined {
  if (typeof expression === 'number') return expression;
  if (typeof expression === 'string') return plain(place.lookup(expression));
  if ('text' in expression) return expression.text;
  if ('age' in expression) return ageIn(place.lookup(expression.age), place.context);
  if ('count' in expression) return countOf(expression, place);
  if ('sum' in expression) return total(numbersOf(expression.sum, place));
  if ('min' in expression) return extreme(numbersOf(expression.min, place), Math.min);
  if ('max' in expression) return extreme(numbersOf(expression.max, place), Math.max);
  if ('concat' in expression) {
    const parts = expression.concat.map((part) => evaluate(part, place)).filter((part) => part !== undefined);
    return parts.length > 0 ? parts.join(expression.separator ?? ' ') : undefined;
  }
  if ('if' in expression) {
    const branch = holds(expression.if, place.named, (field) => place.lookup(field))
      ? expression.then
      : expression.else;
    return branch === undefined ? undefined : evaluate(branch, place);
  }
  if ('add' in expression) return arithmetic(expression.add, place, (a, b) => a + b);
  if ('subtract' in expression) return arithmetic(expression.subtract, place, (a, b) => a - b);
  if ('multiply' in expression) return arithmetic(expression.multiply, place, (a, b) => a * b);
  return arithmetic(expression.divide, place, (a, b) => (b === 0 ? Number.NaN : a / b));
}

/** Calls `visit` with each field that an expression names, as written, and each condition it holds. */
export function eachReference(
  expression: Expression,
  visit: (reference: string) => void,
  visitCondition: (condition: Condition, list?: string) => void,
): void {
  if (typeof expression === 'string') visit(expression);
  if (typeof expression !== 'object') return;
  const each = (inner: Expression) => eachReference(inner, visit, visitCondition);
  for (const [key, operand] of Object.entries(expression)) {
    if (key === 'text' || key === 'separator') continue;
    if (key === 'if') visitCondition(operand as Condition);
    else if (key === 'where') visitCondition(operand as Condition, (expression as { count: string }).count);
    else if (Array.isArray(operand)) for (const inner of operand as readonly Expression[]) each(inner);
    else each(operand as Expression);
  }
}

function plain(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function ageIn(birth: unknown, { today }: Context): number | undefined {
  return typeof birth === 'string' && birth <= today ? ageOn(birth, today) : undefined;
}

function countOf({ count, where }: { count: string; where?: Condition }, place: Surroundings): number {
  if (where === undefined) {
    const answer = place.lookup(count);
    return Array.isArray(answer) ? answer.length : place.items(count).length;
  }
  return place.items(count).filter((lookup) => holds(where, place.named, lookup)).length;
}

function numbersOf(source: string | readonly Expression[], place: Surroundings): number[] {
  if (typeof source !== 'string') {
    return source.map((part) => evaluate(part, place)).filter((value) => typeof value === 'number');
  }
  const [list, field] = source.split('.');
  if (list === undefined || field === undefined) {
    const value = place.lookup(source);
    return typeof value === 'number' ? [value] : [];
  }
  return place
    .items(list)
    .map((lookup) => lookup(field))
    .filter((value) => typeof value === 'number');
}

/** The sum of nothing is 0: a total is shown from the start and grows. */
function total(numbers: readonly number[]): number | undefined {
  return exact(numbers.reduce((sum, value) => sum + value, 0));
}

function extreme(numbers: readonly number[], choose: (...numbers: number[]) => number): number | undefined {
  return numbers.length === 0 ? undefined : choose(...numbers);
}

function arithmetic(
  parts: readonly Expression[],
  place: Surroundings,
  combine: (a: number, b: number) => number,
): number | undefined {
  const numbers = parts.map((part) => evaluate(part, place));
  if (!numbers.every((value) => typeof value === 'number')) return undefined;
  return exact(numbers.reduce(combine));
}

/**
 * Binary fractions make 0.1 + 0.2 show as 0.30000000000000004: twelve significant digits are kept. A division by zero
 * and what is too large for a number give nothing.
 */
function exact(value: number): number | undefined {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined;
}
