import { nationalIdProblem } from '../saudi.js';
import type { Setting } from './setting.js';

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly integer?: boolean;
}

/** Fields that ask for money without being of the type for it. */
const amounts = /income|amount|rent|salary|instal|loan|cost|price|total|utilit|obligation|fee/i;

/** Amounts of money are fifties, what is counted is small; both as far as the definition lets them. */
export function sampleNumber({ definition, dice }: Setting): number {
  const { minimum, maximum, integer = false } = definition as Limits;
  const isAmount = definition.type === 'money' || amounts.test(definition.id);
  const step = isAmount ? 50 : 1;
  const least = minimum ?? Math.min(0, maximum ?? 0);
  const most = Math.min(maximum ?? Number.POSITIVE_INFINITY, least + (isAmount ? 4_000 : 12));
  const [first, last] = [Math.ceil(least / step), Math.floor(most / step)];
  if (first <= last) return dice.whole(first, last) * step;
  if (integer) return dice.whole(Math.ceil(least), Math.floor(most));
  const between = least + dice.next() * (most - least);
  // Money has two decimals.
  return definition.type === 'money' ? Number(between.toFixed(2)) : Number(between.toPrecision(6));
}

/** A number whose check digit is right. Whether anybody has it cannot be known: it is for trials alone. */
export function sampleNationalId({ definition, person, dice, answerOf }: Setting): string {
  const { matches } = definition as { matches?: { field: string; citizen: unknown } };
  const said = matches && answerOf(matches.field);
  const isCitizen = said === undefined ? !person.isResident : said === matches?.citizen;
  const start = `${isCitizen ? 1 : 2}${dice.digits(8)}`;
  const last = [...'0123456789'].find((digit) => nationalIdProblem(start + digit) === undefined);
  return `${start}${last ?? '0'}`;
}

/** An account that no bank has given, with the check digits that its own type takes. */
export function sampleIban({ definition, type, context, dice }: Setting): string {
  // The bank with the number 99 is none of those that SAMA has numbered.
  const account = `99${dice.digits(18)}`;
  for (let check = 2; check <= 98; check += 1) {
    const iban = `SA${String(check).padStart(2, '0')}${account}`;
    if (type.read(iban, definition, context).answer === iban) return iban;
  }
  return '';
}

/** A Saudi number; where every kind will do, now and then that of a landline. */
export function samplePhone({ definition, dice }: Setting): string {
  const { kind } = definition as { kind?: string };
  return kind === 'any' && dice.chance(0.2) ? `+96613${dice.digits(7)}` : `+96650${dice.digits(7)}`;
}
