import type { Expression } from '../compute.js';
import type { FindField } from './read-condition.js';
import { fieldOf, NotRead, readCondition, told } from './read-condition.js';
import type { XPath } from './xpath.js';

/** What a field of the type `computed` is made with. */
export interface ReadCalculation {
  readonly value: Expression;
  readonly decimals?: number;
}

/** A calculation as an expression of the format. @throws NotRead with the part that has none. */
export function readCalculation(expression: XPath, find: FindField): ReadCalculation {
  if (expression.kind === 'call') {
    const [first, second] = expression.parts;
    if (
      expression.name === 'round' &&
      first !== undefined &&
      (second === undefined || second.kind === 'number')
    ) {
      return { value: read(first, find), decimals: second?.kind === 'number' ? second.value : 0 };
    }
    const age = ageIn(expression, find);
    if (age !== undefined) return { value: age };
  }
  return { value: read(expression, find) };
}

/** `int((today() - ${birth}) div 365.25)`, the usual way to write an age. */
function ageIn(call: Extract<XPath, { kind: 'call' }>, find: FindField): Expression | undefined {
  const [inside] = call.parts;
  if (!/^(int|floor|round)$/.test(call.name) || inside?.kind !== 'operation' || inside.operator !== 'div')
    return undefined;
  const [days, year] = inside.parts;
  if (year.kind !== 'number' || Math.floor(year.value) !== 365) return undefined;
  if (days.kind !== 'operation' || days.operator !== '-') return undefined;
  const [today, birth] = days.parts;
  if (today.kind !== 'call' || today.name !== 'today' || birth.kind !== 'field') return undefined;
  const field = fieldOf(birth, find);
  return field.kind === 'date' ? { age: field.id } : undefined;
}

function read(expression: XPath, find: FindField): Expression {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'text':
      return { text: expression.value };
    case 'field':
      return fieldOf(expression, find).id;
    case 'operation':
      return readOperation(expression, find);
    case 'call':
      return readCall(expression, find);
    default:
      throw new NotRead(told(expression));
  }
}

function readOperation(expression: Extract<XPath, { kind: 'operation' }>, find: FindField): Expression {
  const [left, right] = expression.parts;
  const both = (): [Expression, Expression] => [read(left, find), read(right, find)];
  switch (expression.operator) {
    case '+':
      return { add: both() };
    case '-':
      return { subtract: both() };
    case '*':
      return { multiply: both() };
    case 'div':
      return { divide: both() };
    default:
      throw new NotRead(told(expression));
  }
}

function readCall(expression: Extract<XPath, { kind: 'call' }>, find: FindField): Expression {
  const { name, parts } = expression;
  const [first, second, third] = parts;
  if (first === undefined) throw new NotRead(told(expression));
  switch (name) {
    case 'sum':
    case 'min':
    case 'max': {
      const field = parts.length === 1 && first.kind === 'field' ? fieldOf(first, find) : undefined;
      const of =
        field?.list === undefined ? parts.map((part) => read(part, find)) : `${field.list}.${field.id}`;
      return { [name]: of } as Expression;
    }
    case 'count':
      return { count: fieldOf(first, find).id };
    case 'concat':
      return { concat: parts.map((part) => read(part, find)), separator: '' };
    case 'if':
      if (second === undefined) throw new NotRead(told(expression));
      return {
        if: readCondition(first, find),
        then: read(second, find),
        ...(third !== undefined && !isNothing(third) && { else: read(third, find) }),
      };
    case 'number':
    case 'string':
      return read(first, find);
    default:
      throw new NotRead(told(expression));
  }
}

function isNothing(expression: XPath): boolean {
  return expression.kind === 'text' && expression.value === '';
}
