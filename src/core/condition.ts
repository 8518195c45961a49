/** A value that an answer can be compared with. Dates are ISO text. */
export type Comparable = string | number | boolean;

/** One test of one field. Exactly one of the operators is there. */
export interface FieldTest {
  readonly field: string;
  readonly is?: Comparable;
  readonly isNot?: Comparable;
  readonly in?: readonly Comparable[];
  readonly includes?: string;
  readonly empty?: boolean;
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly lt?: string | number;
  readonly lte?: string | number;
}

/** A condition as data: a test, a combination, or the name of an entry in the definition's `conditions`. */
export type Condition =
  | string
  | FieldTest
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The operators of a {@link FieldTest}. */
export const operators = ['is', 'isNot', 'in', 'includes', 'empty', 'gt', 'gte', 'lt', 'lte'] as const;
export type Operator = (typeof operators)[number];

/** The one operator of a test, with its operand. */
export function operatorOf(test: FieldTest): readonly [Operator, unknown] {
  const name = operators.find((operator) => Object.hasOwn(test, operator)) ?? 'empty';
  return [name, test[name]];
}

/** Calls `visit` with every field test of a condition and of those it names, each of which is looked at once. */
export function eachTest(
  condition: Condition,
  named: Readonly<Record<string, Condition>>,
  visit: (test: FieldTest) => void,
  seen: Set<string> = new Set(),
): void {
  if (typeof condition === 'string') {
    const entry = Object.hasOwn(named, condition) ? named[condition] : undefined;
    if (entry === undefined || seen.has(condition)) return;
    seen.add(condition);
    eachTest(entry, named, visit, seen);
  } else if ('all' in condition) {
    for (const part of condition.all) eachTest(part, named, visit, seen);
  } else if ('any' in condition) {
    for (const part of condition.any) eachTest(part, named, visit, seen);
  } else if ('not' in condition) {
    eachTest(condition.not, named, visit, seen);
  } else {
    visit(condition);
  }
}

/**
 * Whether a condition holds. `lookup` gives the answer of a field as seen from where the condition stands:
 * undefined when there is none or the field is hidden. A comparison with nothing is false, so `isNot` is true.
 */
export function holds(
  condition: Condition,
  named: Readonly<Record<string, Condition>>,
  lookup: (field: string) => unknown,
): boolean {
  if (typeof condition === 'string') {
    const entry = Object.hasOwn(named, condition) ? named[condition] : undefined;
    return entry !== undefined && holds(entry, named, lookup);
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, named, lookup));
  if ('any' in condition) return condition.any.some((part) => holds(part, named, lookup));
  if ('not' in condition) return !holds(condition.not, named, lookup);
  const [operator, operand] = operatorOf(condition);
  return testHolds(operator, operand, lookup(condition.field));
}

function testHolds(operator: Operator, operand: unknown, answer: unknown): boolean {
  switch (operator) {
    case 'is':
      return answer === operand;
    case 'isNot':
      return answer !== operand;
    case 'in':
      return Array.isArray(operand) && operand.includes(answer);
    case 'includes':
      return Array.isArray(answer) && answer.includes(operand);
    case 'empty':
      return (answer === undefined || (Array.isArray(answer) && answer.length === 0)) === operand;
    default:
      return comparisonHolds(operator, operand, answer);
  }
}

function comparisonHolds(operator: 'gt' | 'gte' | 'lt' | 'lte', operand: unknown, answer: unknown): boolean {
  const bothNumbers = typeof answer === 'number' && typeof operand === 'number';
  const bothTexts = typeof answer === 'string' && typeof operand === 'string';
  if (!bothNumbers && !bothTexts) return false;
  // Either both are numbers or both are ISO dates, which sort as text.
  const [left, right] = [answer as number, operand as number];
  if (operator === 'gt') return left > right;
  if (operator === 'gte') return left >= right;
  if (operator === 'lt') return left < right;
  return left <= right;
}
