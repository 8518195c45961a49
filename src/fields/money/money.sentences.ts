import type { FieldSentences } from '../../core/sentence.js';
import { lowerFirst } from '../../core/sentence.js';

/** The currency, beside a box and behind an amount. */
export const currency: Readonly<Record<string, string>> = { ar: 'ر.س', en: 'SAR' };

/** An amount with its currency, on one line and in one piece whatever stands around it. */
export function riyals(amount: string, language: string): string {
  // In Arabic the currency stands to the left of the number, which an isolate of that direction keeps so in any sentence.
  return language === 'ar'
    ? `\u2067${amount}\xa0${currency.ar}\u2069`
    : `\u2066${currency.en}\xa0${amount}\u2069`;
}

export const moneySentences: FieldSentences = {
  ar: {
    'not-an-amount': ({ name }) => `اكتب المبلغ بالأرقام فقط، مثل 1500 أو 1500.50: ${name}`,
    'too-many-decimals': ({ name }) => `اكتب الهللات برقمين على الأكثر، مثل 1500.50: ${name}`,
    'too-small': ({ name, least }) => `يجب أن يكون المبلغ ${riyals(least, 'ar')} أو أكثر: ${name}`,
    'too-large': ({ name, most }) => `يجب أن يكون المبلغ ${riyals(most, 'ar')} أو أقل: ${name}`,
  },
  en: {
    'not-an-amount': ({ name }) => `Write ${lowerFirst(name)} as digits, like 1500 or 1500.50`,
    'too-many-decimals': ({ name }) => `Write at most two digits for the halalas, like 1500.50: ${name}`,
    'too-small': ({ name, least }) => `${name} must be ${riyals(least, 'en')} or more`,
    'too-large': ({ name, most }) => `${name} must be ${riyals(most, 'en')} or less`,
  },
};
