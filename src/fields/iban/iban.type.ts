import { isolateLtr } from '../../core/characters.js';
import type { FieldDefinition } from '../../core/field-type.js';
import { defineFieldType } from '../../core/field-type.js';
import { digitsOnly } from '../../core/typed-numbers.js';
import { ibanSentences } from './iban.sentences.js';

/** `SA`, two check digits, two digits of the bank, 18 letters or digits of the account (SAMA, sarie.gov.sa/iban). */
const SHAPE = /^SA\d{4}[0-9A-Z]{18}$/;
const LENGTH = 24;

/** A Saudi IBAN, stored without spaces. That the account exists, and whose it is, nobody can tell from it. */
export const iban = defineFieldType<FieldDefinition, string, string>({
  type: 'iban',
  kind: 'text',
  definition: (z) => z.strictObject(z.comparedBase),
  empty: '',
  read(input) {
    const answer = tidy(input);
    if (answer === '') return {};
    const problem = ibanProblem(answer);
    return problem === undefined ? { answer } : { problem };
  },
  write: inFours,
  answer: (z) =>
    z.string('type').check((ctx) => {
      const message = tidy(ctx.value) === ctx.value ? ibanProblem(ctx.value) : 'unnormalised';
      if (message !== undefined) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    }),
  jsonSchema: () => ({ type: 'string', pattern: SHAPE.source }),
  unstated: () => ['the check digits (ISO 7064, MOD 97-10)'],
  display: (answer) => isolateLtr(inFours(answer)),
  problems: ['characters', 'country', 'length', 'checksum'],
  sentences: ibanSentences,
});

/** Capitals and ASCII digits without what parts them, and without the word in front. */
function tidy(input: string): string {
  return digitsOnly(input)
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/^(?:IBAN:?)+/, '');
}

/** What is wrong with an IBAN without spaces; undefined where nothing is. */
function ibanProblem(code: string): 'characters' | 'country' | 'length' | 'checksum' | undefined {
  if (/[^0-9A-Z]/.test(code)) return 'characters';
  if (!code.startsWith('SA')) return 'country';
  if (code.length !== LENGTH) return 'length';
  return SHAPE.test(code) && remainder(code.slice(4) + code.slice(0, 4)) === 1 ? undefined : 'checksum';
}

/** The two check digits of a Saudi account: `bban` are the 20 signs behind them. */
export function ibanCheckDigits(bban: string): string {
  return String(98 - remainder(`${bban}SA00`)).padStart(2, '0');
}

/** The remainder by 97 of a number written with letters, A being 10 and Z 35 (ISO 7064). */
function remainder(code: string): number {
  let rest = 0;
  for (const sign of code) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** `SA03 8000 0000 6080 1016 7519`, as it is printed. */
function inFours(code: string): string {
  return code.replaceAll(/.{4}(?=.)/g, '$& ');
}
