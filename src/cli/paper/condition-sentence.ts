import type { Condition, FieldTest } from '../../core/condition.js';
import { holds, operatorOf } from '../../core/condition.js';
import type { Scope, ScopedField } from '../../core/scopes.js';
import { resolve } from '../../core/scopes.js';
import type { Text } from '../../core/text.js';
import type { RatingDefinition } from '../../fields/rating/rating.type.js';
import type { Sheet } from './sheet.js';

/** A condition as the end of a sentence that begins with «if»; `isNot` for its opposite. */
export function conditionSentence(condition: Condition, scope: Scope, sheet: Sheet, isNot = false): string {
  const { words, form } = sheet;
  if (typeof condition === 'string') {
    const named = form.definition.conditions[condition];
    return named === undefined ? '' : conditionSentence(named, scope, sheet, isNot);
  }
  if ('not' in condition) return conditionSentence(condition.not, scope, sheet, !isNot);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (parts === undefined) return testSentence(condition as FieldTest, scope, sheet, isNot);
  const isAny = 'any' in condition;
  const merged = isAny ? chosenTogether(parts) : parts.map((part) => [part]);
  const sentences = merged.map((group) => {
    const [part] = group;
    if (part === undefined) return '';
    if (group.length > 1) return choseSentence(group as readonly FieldTest[], scope, sheet, isNot);
    const sentence = conditionSentence(part, scope, sheet, isNot);
    return isMade(part, form.definition.conditions) ? `(${sentence})` : sentence;
  });
  // Not any of them is none of them, not all of them is one of the others.
  return isAny === isNot ? words.all(sentences) : words.any(sentences);
}

/** Whether a condition is made of several, which another one around it has to keep together. */
function isMade(condition: Condition, named: Readonly<Record<string, Condition>>): boolean {
  if (typeof condition !== 'string') {
    if ('any' in condition) return chosenTogether(condition.any).length > 1;
    return 'all' in condition && condition.all.length > 1;
  }
  const meant = named[condition];
  return meant !== undefined && isMade(meant, named);
}

/** What may be chosen in one question is told as one. */
function chosenTogether(parts: readonly Condition[]): readonly (readonly Condition[])[] {
  const groups: Condition[][] = [];
  const byField = new Map<string, Condition[]>();
  for (const part of parts) {
    const field =
      typeof part !== 'string' && 'field' in part && part.includes !== undefined ? part.field : undefined;
    const known = field === undefined ? undefined : byField.get(field);
    if (known !== undefined) known.push(part);
    else {
      const group = [part];
      groups.push(group);
      if (field !== undefined) byField.set(field, group);
    }
  }
  return groups;
}

function choseSentence(tests: readonly FieldTest[], scope: Scope, sheet: Sheet, isNot: boolean): string {
  const { words } = sheet;
  const field = resolve(tests[0]?.field ?? '', scope);
  const values = tests.map(({ includes }) => valueWords(includes, field, sheet));
  return words.chose(isNot ? words.nor(values) : words.or(values), numberOf(field, sheet), isNot);
}

function testSentence(test: FieldTest, scope: Scope, sheet: Sheet, isOpposite: boolean): string {
  const { words, form } = sheet;
  const field = resolve(test.field, scope);
  const number = field === undefined ? undefined : form.numbers.get(field);
  const name = words.quoted(field === undefined ? test.field : sheet.locale.text(field.definition.label));
  const what = number === undefined ? name : words.answerTo(number);
  const [operator, operand] = operatorOf(test);
  switch (operator) {
    case 'is':
    case 'isNot': {
      const isNot = isOpposite !== (operator === 'isNot');
      if (typeof operand === 'boolean' && number !== undefined) {
        return field?.definition.type === 'statement'
          ? words.isTicked(number, isNot !== !operand)
          : words.isYes(number, operand, isNot);
      }
      return words.is(what, valueWords(operand, field, sheet), isNot);
    }
    case 'in': {
      const values = (operand as readonly unknown[]).map((value) => valueWords(value, field, sheet));
      return words.is(what, isOpposite ? words.nor(values) : words.or(values), isOpposite);
    }
    case 'includes':
      return words.chose(valueWords(operand, field, sheet), numberOf(field, sheet), isOpposite);
    case 'empty':
      return words.isFilled(number, name, isOpposite === operand);
    default: {
      // Points have words on paper, and no numbers.
      const points = pointsWhere(test, field);
      if (points !== undefined) {
        const values = points.map((point) => words.quoted(sheet.locale.text(point)));
        return words.is(what, isOpposite ? words.nor(values) : words.or(values), isOpposite);
      }
      return words.compares(
        what,
        operator,
        valueWords(operand, field, sheet),
        field?.kind === 'date',
        isOpposite,
      );
    }
  }
}

/** The points of a rating that a comparison means; undefined for every other field. */
function pointsWhere(test: FieldTest, field: ScopedField | undefined): readonly Text[] | undefined {
  if (field?.definition.type !== 'rating') return undefined;
  const { points } = field.definition as RatingDefinition;
  return points.filter((_, index) => holds(test, {}, () => index + 1));
}

function numberOf(field: ScopedField | undefined, { form }: Sheet): string {
  return (field && form.numbers.get(field)) ?? '';
}

/** A value as it is written on the paper: the words of an option, a number, a day. */
function valueWords(value: unknown, field: ScopedField | undefined, { locale, words }: Sheet): string {
  if (typeof value === 'boolean') return words.quoted(value ? locale.yes : locale.no);
  if (typeof value === 'number') return locale.number(value);
  const text = String(value);
  if (field?.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return locale.date(text, 'gregory');
  const option = field?.definition.options?.find((candidate) => candidate.value === text);
  return words.quoted(option === undefined ? text : locale.text(option.label));
}
