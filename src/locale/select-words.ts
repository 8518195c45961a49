import { isolate } from '../core/characters.js';
import { fromThree } from './ar-plural.js';
import { plural } from './plural.js';

/** What a list says in which people search. */
export interface SelectWords {
  /** How many options there are to choose from, for those who do not see them. */
  readonly results: (count: number) => string;
  readonly noResult: (typed: string) => string;
  readonly chosen: (option: string) => string;
  readonly loading: string;
  readonly failed: string;
}

const words: Readonly<Record<string, SelectWords>> = {
  ar: {
    results: (count) =>
      plural('ar', count, {
        zero: 'لا نتائج',
        one: 'نتيجة واحدة',
        two: 'نتيجتان',
        ...fromThree('نتائج', 'نتيجة', 'نتيجة'),
      }),
    noResult: (typed) => `لا نتيجة لـ «${isolate(typed)}». اكتب كلمة أقصر أو اكتبها بصورة أخرى.`,
    chosen: (option) => `اخترت ${option}`,
    loading: 'تُحمَّل القائمة…',
    failed: 'تعذر تحميل القائمة. ما اخترته محفوظ.',
  },
  en: {
    results: (count) => plural('en', count, { one: '{n} result', other: '{n} results' }),
    noResult: (typed) =>
      `There is no result for “${isolate(typed)}”. Type a shorter word, or spell it another way.`,
    chosen: (option) => `${option} chosen`,
    loading: 'The list is being loaded…',
    failed: 'The list could not be loaded. What you chose is kept.',
  },
};

/** These words in the language of the others. */
export function selectWordsOf({ language }: { readonly language: string }): SelectWords {
  // Both languages are complete, and the kit speaks no other.
  return words[language] as SelectWords;
}
