import type { Comparable, Condition } from '../condition.js';
import type { XPath } from './xpath.js';

/** What an expression needs to know of a question: its id in the form, and of what kind its answers are. */
export interface KnownField {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'date' | 'time' | 'option' | 'options' | 'agreed' | 'list' | 'other';
  /** The list whose items ask it. */
  readonly list?: string;
  /** The values of its options as the sheet writes them, and as the form does. */
  readonly values?: ReadonlyMap<string, string>;
}

export type FindField = (name: string) => KnownField | undefined;

/** A part of an expression that is no condition of the format. The message is that part. */
export class NotRead extends Error {}

const opposite = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
const ordered = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

type Compared = keyof typeof opposite;

/** A condition as data of an expression. @throws NotRead where there is none. */
export function readCondition(expression: XPath, find: FindField): Condition {
  if (expression.kind === 'call') return readCall(expression.name, expression.parts, find);
  if (expression.kind !== 'operation') throw new NotRead(told(expression));
  const { operator, parts } = expression;
  if (operator === 'and') return { all: parts.flatMap((part) => joined('all', readCondition(part, find))) };
  if (operator === 'or') return { any: parts.flatMap((part) => joined('any', readCondition(part, find))) };
  if (!(operator in opposite)) throw new NotRead(told(expression));
  const [left, right] = parts;
  const isTurned = isValue(left);
  return readComparison(
    isTurned ? right : left,
    isTurned ? opposite[operator as Compared] : (operator as Compared),
    isTurned ? left : right,
    find,
  );
}

/** `a and b and c` is one condition of three. */
function joined(key: 'all' | 'any', condition: Condition): readonly Condition[] {
  if (typeof condition === 'string' || !(key in condition)) return [condition];
  return (condition as Record<string, readonly Condition[]>)[key] ?? [];
}

function readCall(name: string, parts: readonly XPath[], find: FindField): Condition {
  const [first, second] = parts;
  if (name === 'not' && first !== undefined) return { not: readCondition(first, find) };
  if (name === 'selected' && first !== undefined && second?.kind === 'text') {
    const field = fieldOf(first, find);
    const value = storedValue(second, field);
    return field.kind === 'options'
      ? { field: field.id, includes: String(value) }
      : { field: field.id, is: value };
  }
  throw new NotRead(told({ kind: 'call', name, parts }));
}

function readComparison(left: XPath, operator: Compared, right: XPath, find: FindField): Condition {
  const counted = left.kind === 'call' && /^(string-length|count-selected|count)$/.test(left.name);
  if (counted) return readCount(left, operator, right, find);
  const field = fieldOf(left, find);
  if (right.kind === 'text' && right.value === '') {
    if (operator === '=' || operator === '!=') return { field: field.id, empty: operator === '=' };
    throw new NotRead(told(right));
  }
  const value = storedValue(right, field);
  if (operator === '=' || operator === '!=') {
    if (field.kind === 'options') {
      const includes = { field: field.id, includes: String(value) };
      return operator === '=' ? includes : { not: includes };
    }
    return operator === '=' ? { field: field.id, is: value } : { field: field.id, isNot: value };
  }
  const isOrdered = ['number', 'date', 'time'].includes(field.kind) && typeof value !== 'boolean';
  if (!isOrdered) throw new NotRead(told(left));
  return { field: field.id, [ordered[operator]]: value } as Condition;
}

/** Lengths and counts are asked only for whether there is something. */
function readCount(call: XPath, operator: Compared, right: XPath, find: FindField): Condition {
  const [of] = call.kind === 'call' ? call.parts : [];
  if (of === undefined || right.kind !== 'number') throw new NotRead(told(call));
  const isSome = `${operator}${right.value}`;
  if (['>0', '>=1', '!=0'].includes(isSome)) return { field: fieldOf(of, find).id, empty: false };
  if (['=0', '<1', '<=0'].includes(isSome)) return { field: fieldOf(of, find).id, empty: true };
  throw new NotRead(told(call));
}

export function fieldOf(expression: XPath, find: FindField): KnownField {
  const found = expression.kind === 'field' ? find(expression.name) : undefined;
  if (found === undefined) throw new NotRead(told(expression));
  return found;
}

function isValue({ kind }: XPath): boolean {
  return kind === 'number' || kind === 'text';
}

/** A value as the answers to a field are stored. */
function storedValue(expression: XPath, { kind, values }: KnownField): Comparable {
  const day = dayOf(expression);
  if (kind === 'date' && day !== undefined) return day;
  if (expression.kind !== 'number' && expression.kind !== 'text') throw new NotRead(told(expression));
  const written = String(expression.value);
  if (kind === 'agreed' && /^(OK|yes|true|1)$/i.test(written)) return true;
  if (kind === 'number' && written !== '' && Number.isFinite(Number(written))) return Number(written);
  if (kind === 'option' || kind === 'options') {
    const value = values?.get(written);
    if (value === undefined) throw new NotRead(told(expression));
    return value;
  }
  if (kind === 'text' || kind === 'time') return written;
  throw new NotRead(told(expression));
}

/** A day that stands in an expression: `'2026-01-01'` or `date('2026-01-01')`. */
export function dayOf(expression: XPath): string | undefined {
  const [inside] = expression.kind === 'call' && expression.name === 'date' ? expression.parts : [expression];
  return inside?.kind === 'text' && /^\d{4}-\d\d-\d\d$/.test(inside.value) ? inside.value : undefined;
}

/** A part of an expression as it may have been written. */
export function told(expression: XPath): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return `'${expression.value}'`;
    case 'field':
      return `\${${expression.name}}`;
    case 'self':
      return '.';
    case 'call':
      return `${expression.name}(${expression.parts.map(told).join(', ')})`;
    case 'operation':
      return expression.parts.map(told).join(` ${expression.operator} `);
  }
}
