import type { FieldSentences, Sentence } from '../../core/sentence.js';

type Language = 'ar' | 'en';

/** What can be wrong with one of the two days, `day` being that day in a sentence. */
const ofADay: Readonly<Record<Language, Readonly<Record<string, (day: string) => Sentence>>>> = {
  ar: {
    missing:
      (day) =>
      ({ name }) =>
        `أدخل ${day}: ${name}`,
    'day-missing':
      (day) =>
      ({ name }) =>
        `أكمل ${day} باليوم: ${name}`,
    'month-missing':
      (day) =>
      ({ name }) =>
        `أكمل ${day} بالشهر: ${name}`,
    'year-missing':
      (day) =>
      ({ name }) =>
        `أكمل ${day} بالسنة: ${name}`,
    'not-a-date':
      (day) =>
      ({ name }) =>
        `اكتب اليوم والسنة بالأرقام في ${day}: ${name}`,
    'no-such-date':
      (day) =>
      ({ name }) =>
        `راجع ${day}، فهذا اليوم غير موجود في هذا الشهر: ${name}`,
    'out-of-calendar':
      (day) =>
      ({ name }) =>
        `راجع السنة والتقويم المختار في ${day}: ${name}`,
  },
  en: {
    missing:
      (day) =>
      ({ name }) =>
        `Enter the ${day}: ${name}`,
    'day-missing':
      (day) =>
      ({ name }) =>
        `The ${day} must include a day: ${name}`,
    'month-missing':
      (day) =>
      ({ name }) =>
        `The ${day} must include a month: ${name}`,
    'year-missing':
      (day) =>
      ({ name }) =>
        `The ${day} must include a year: ${name}`,
    'not-a-date':
      (day) =>
      ({ name }) =>
        `The ${day} must have a day and a year in numbers: ${name}`,
    'no-such-date':
      (day) =>
      ({ name }) =>
        `The ${day} must be a real date, and that month does not have this day: ${name}`,
    'out-of-calendar':
      (day) =>
      ({ name }) =>
        `Check the year and the calendar of the ${day}: ${name}`,
  },
};

const days: Readonly<Record<Language, Readonly<Record<'from' | 'to', string>>>> = {
  ar: { from: 'تاريخ البداية', to: 'تاريخ النهاية' },
  en: { from: 'start date', to: 'end date' },
};

function ofBothDays(language: Language): Readonly<Record<string, Sentence>> {
  return Object.fromEntries(
    (['from', 'to'] as const).flatMap((which) =>
      Object.entries(ofADay[language]).map(([code, sentence]) => [
        `${which}-${code}`,
        sentence(days[language][which]),
      ]),
    ),
  );
}

export const dateRangeSentences: FieldSentences = {
  ar: {
    ...ofBothDays('ar'),
    'ends-before': ({ name }) => `يجب أن يكون تاريخ النهاية هو تاريخ البداية أو بعده: ${name}`,
    'too-early': ({ name, least }) => `يجب أن يكون تاريخ البداية ${least} أو بعده: ${name}`,
    'too-late': ({ name, most }) => `يجب أن يكون تاريخ النهاية ${most} أو قبله: ${name}`,
    'too-long': ({ name, mostCount }) => `يجب ألا يزيد عدد الأيام على ${mostCount}: ${name}`,
  },
  en: {
    ...ofBothDays('en'),
    'ends-before': ({ name }) => `The end date must be the same as or after the start date: ${name}`,
    'too-early': ({ name, least }) => `The start date must be on or after ${least}: ${name}`,
    'too-late': ({ name, most }) => `The end date must be on or before ${most}: ${name}`,
    'too-long': ({ name, mostCount }) => `The number of days must be ${mostCount} or fewer: ${name}`,
  },
};

/** What stands above the two days. */
const heads: Readonly<Record<Language, Readonly<Record<'from' | 'to', string>>>> = {
  ar: { from: 'من', to: 'إلى' },
  en: { from: 'From', to: 'To' },
};

/** What stands above one of the two days, in a language the kit speaks. */
export function headOf(which: 'from' | 'to', { language }: { readonly language: string }): string {
  return heads[language as Language][which];
}

/** Two days in words of one language, so that nothing has to keep them apart. */
export function fromTo(from: string, to: string, { language }: { readonly language: string }): string {
  return language === 'ar' ? `من ${from} إلى ${to}` : `From ${from} to ${to}`;
}
