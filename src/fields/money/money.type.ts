import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { parseNumber, stripInvisible, toAsciiDigits } from '../../core/typed-numbers.js';
import { moneySentences, riyals } from './money.sentences.js';

export interface MoneyDefinition extends FieldDefinition {
  /** 0 where nothing is said: nobody owes himself. */
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Most that can be written to the halala in a number without losing one. */
const MOST = 999_999_999_999;

/** Riyals to the halala, however digits and separators were typed. Stored as a number with at most two decimals. */
export const money = defineFieldType<MoneyDefinition, string, number>({
  type: 'money',
  kind: 'number',
  definition: (z) =>
    z.strictObject({
      ...z.comparedBase,
      minimum: z.optional(z.number().check(z.gte(-MOST), z.lte(MOST))),
      maximum: z.optional(z.number().check(z.gte(-MOST), z.lte(MOST))),
    }),
  check: ({ minimum = 0, maximum }) =>
    maximum !== undefined && minimum > maximum
      ? [{ key: 'maximum', code: 'empty-range', params: { most: maximum } }]
      : [],
  empty: '',
  read(input) {
    const amount = amountIn(input);
    if (amount === '') return {};
    const answer = parseNumber(amount);
    if (answer === undefined) return { problem: 'not-an-amount' };
    return /[.٫]\d{3}/.test(amount) ? { problem: 'too-many-decimals' } : { answer };
  },
  write: (answer) => String(answer).replace(/\.\d$/, '$&0'),
  answer: (z, { minimum = 0, maximum = MOST }) =>
    z.number('type').check(
      z.refine((value) => Math.abs(value) <= MOST, { error: 'too-large', abort: true }),
      z.refine((value) => !Object.is(value, -0) && Number(value.toFixed(2)) === value, {
        error: 'too-many-decimals',
        abort: true,
      }),
      z.refine((value) => value >= minimum, 'too-small'),
      z.refine((value) => value <= maximum, 'too-large'),
    ),
  jsonSchema: ({ minimum = 0, maximum = MOST }) => ({ type: 'number', minimum, maximum }),
  unstated: () => ['an amount of at most two decimals'],
  display: (answer, _definition, { language }) => riyals(grouped(answer), language),
  limits: ({ minimum = 0, maximum = MOST }) => ({ least: minimum, most: maximum }),
  problems: ['not-an-amount', 'too-many-decimals', 'too-small', 'too-large'],
  sentences: moneySentences,
});

/** The currency as people write it before or after an amount, U+20C1 being the sign of the riyal. */
const RIYALS = 'SAR|SR|ر\\.\\s?س\\.?|ريال(?:ا|ًا|اً)?(?: سعودي(?:ا|ًا|اً)?)?|﷼|\u20c1|riyals?';
const CURRENCY = new RegExp(`^(?:${RIYALS})\\s*|\\s*(?:${RIYALS})$`, 'giu');

/** A comma before one or two digits at the end parts halalas: groups have three. */
const DECIMAL_COMMA = /[,،](?=\d{1,2}$)/;

/** The amount alone, in ASCII digits. */
function amountIn(input: string): string {
  const typed = toAsciiDigits(stripInvisible(input)).trim().replace(CURRENCY, '');
  return /[.٫]/.test(typed) ? typed : typed.replace(DECIMAL_COMMA, '.');
}

/** `1,500` or `1,500.50`: halalas are two digits, or none at all. */
function grouped(amount: number): string {
  const [whole = '', halalas] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return halalas === undefined ? groups : `${groups}.${halalas}`;
}
