import type { FieldSentences, Sentence } from '../../core/sentence.js';

const everyPlace: Readonly<Record<'ar' | 'en', Sentence>> = {
  ar: ({ name, most }) => `أكمل المراتب من 1 إلى ${most}: ${name}`,
  en: ({ name, most }) => `Fill the places from 1 to ${most}: ${name}`,
};

export const rankingSentences: FieldSentences = {
  ar: {
    required: everyPlace.ar,
    incomplete: everyPlace.ar,
    gap: ({ name }) => `لا تترك فراغًا بين المراتب: ${name}`,
  },
  en: {
    required: everyPlace.en,
    incomplete: everyPlace.en,
    gap: ({ name }) => `Leave no gap between the places: ${name}`,
  },
};

/** What a ranking says besides what lists say. */
export interface RankingWords {
  readonly how: string;
  readonly add: (item: string, place: number) => string;
  readonly takeOut: (item: string) => string;
  readonly takeOutShort: string;
  readonly takenOut: (item: string) => string;
  readonly byNumber: string;
  readonly place: (place: number) => string;
  readonly noPlace: string;
}

const words: Readonly<Record<string, RankingWords>> = {
  ar: {
    how: 'اضغط السهم بجانب الأهم أولًا، ثم ما يليه.',
    add: (item, place) => `ضع ${item} في المرتبة ${place}`,
    takeOut: (item) => `إخراج ${item} من الترتيب`,
    takeOutShort: 'إخراج',
    takenOut: (item) => `أُخرج ${item} من الترتيب`,
    byNumber: 'أو اختر المرتبة بالرقم',
    place: (place) => `المرتبة ${place}`,
    noPlace: 'بلا مرتبة',
  },
  en: {
    how: 'Press the arrow beside what matters most, then beside what comes next.',
    add: (item, place) => `Put ${item} in place ${place}`,
    takeOut: (item) => `Take out ${item}`,
    takeOutShort: 'Take out',
    takenOut: (item) => `${item} taken out of the order`,
    byNumber: 'Or choose places by number',
    place: (place) => `Place ${place}`,
    noPlace: 'No place yet',
  },
};

/** These words in the language of the others. */
export function rankingWordsOf({ language }: { readonly language: string }): RankingWords {
  // Both languages are complete, and the kit speaks no other.
  return words[language] as RankingWords;
}
