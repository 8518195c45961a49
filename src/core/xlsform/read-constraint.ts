import { patternProblem } from '../pattern.js';
import type { KnownField } from './read-condition.js';
import { dayOf, NotRead, told } from './read-condition.js';
import type { XPath } from './xpath.js';

/** A constraint as keys of a field, with the codes of the problems they make: its message belongs to these. */
export interface ReadConstraint {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly codes: readonly string[];
  /** The parts, joined by `and`, that no key of the field can say. */
  readonly unread: readonly string[];
}

const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** What `.` may be. A part that no key can say leaves the others as they are. */
export function readConstraint(
  expression: XPath,
  kind: KnownField['kind'],
  isWhole: boolean,
): ReadConstraint {
  const keys: Record<string, unknown> = {};
  const codes: string[] = [];
  const put = (key: string, value: unknown, code: string) => {
    keys[key] = value;
    codes.push(code);
  };
  const unread: string[] = [];
  for (const part of parts(expression)) {
    try {
      readPart(part, kind, isWhole, put);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      unread.push(error.message);
    }
  }
  return { keys, codes, unread };
}

function parts(expression: XPath): readonly XPath[] {
  return expression.kind === 'operation' && expression.operator === 'and'
    ? expression.parts.flatMap(parts)
    : [expression];
}

type Put = (key: string, value: unknown, code: string) => void;

function readPart(part: XPath, kind: KnownField['kind'], isWhole: boolean, put: Put): void {
  if (part.kind === 'call' && part.name === 'regex' && kind === 'text') {
    readPattern(part, put);
    return;
  }
  if (part.kind !== 'operation') throw new NotRead(told(part));
  const [left, right] = part.parts;
  const isTurned = !aboutSelf(left);
  const [asked, limit] = isTurned ? [right, left] : [left, right];
  const operator = isTurned ? (turned[part.operator] ?? part.operator) : part.operator;
  if (asked.kind === 'self' && kind === 'number' && limit.kind === 'number') {
    readNumber(operator, limit.value, isWhole, part, put);
  } else if (asked.kind === 'self' && kind === 'date') {
    readDay(operator, limit, part, put);
  } else readCount(asked, operator, limit, kind, part, put);
}

/** How long a text is, or how many options are chosen. */
function readCount(
  asked: XPath,
  operator: string,
  limit: XPath,
  kind: KnownField['kind'],
  part: XPath,
  put: Put,
): void {
  const counted = asked.kind === 'call' && asked.parts[0]?.kind === 'self' ? asked.name : undefined;
  const [least, most, fewer, more] =
    counted === 'string-length' && kind === 'text'
      ? ['minLength', 'maxLength', 'too-short', 'too-long']
      : counted === 'count-selected' && kind === 'options'
        ? ['minItems', 'maxItems', 'too-few', 'too-many']
        : [];
  if (limit.kind !== 'number' || !least || !most || !fewer || !more) throw new NotRead(told(part));
  const [from, to] = wholeRange(operator, limit.value);
  if (from === undefined && to === undefined) throw new NotRead(told(part));
  if (from !== undefined) put(least, from, fewer);
  if (to !== undefined) put(most, to, more);
}

function aboutSelf(expression: XPath): boolean {
  return expression.kind === 'self' || (expression.kind === 'call' && expression.parts[0]?.kind === 'self');
}

/** The whole numbers that a comparison allows. */
function wholeRange(operator: string, value: number): readonly [from?: number | undefined, to?: number] {
  switch (operator) {
    case '>=':
      return [Math.ceil(value)];
    case '>':
      return [Math.floor(value) + 1];
    case '<=':
      return [undefined, Math.floor(value)];
    case '<':
      return [undefined, Math.ceil(value) - 1];
    case '=':
      return [value, value];
    default:
      return [];
  }
}

function readNumber(operator: string, value: number, isWhole: boolean, part: XPath, put: Put): void {
  // Between two decimal numbers there is always another: such a limit itself cannot be left out.
  if (!isWhole && (operator === '>' || operator === '<')) throw new NotRead(told(part));
  const [from, to] = isWhole
    ? wholeRange(operator, value)
    : operator === '>='
      ? [value]
      : operator === '<='
        ? [undefined, value]
        : [];
  if (from === undefined && to === undefined) throw new NotRead(told(part));
  if (from !== undefined) put('minimum', from, 'too-small');
  if (to !== undefined) put('maximum', to, 'too-large');
}

function readDay(operator: string, limit: XPath, part: XPath, put: Put): void {
  const isToday = limit.kind === 'call' && limit.name === 'today' && limit.parts.length === 0;
  const day = isToday ? 'today' : dayOf(limit);
  if (day === undefined || (operator !== '<=' && operator !== '>=')) throw new NotRead(told(part));
  if (operator === '<=') put('max', day, 'too-late');
  else put('min', day, 'too-early');
}

/** The whole answer must match, as the forms that are filled in on a phone have it. */
function readPattern(part: Extract<XPath, { kind: 'call' }>, put: Put): void {
  const [self, pattern] = part.parts;
  if (self?.kind !== 'self' || pattern?.kind !== 'text') throw new NotRead(told(part));
  const inside = pattern.value.replace(/^\^/, '').replace(/\$$/, '');
  const whole = `^(?:${inside})$`;
  if (patternProblem(whole) !== undefined) throw new NotRead(told(part));
  put('pattern', whole, 'pattern');
}
