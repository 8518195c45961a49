import type { FieldSentences, Sentence } from '../../core/sentence.js';

type Language = 'ar' | 'en';

/** Names of the parts: above their boxes, and in sentences. */
const parts = {
  first: { ar: 'الاسم الأول', en: 'First name' },
  father: { ar: 'اسم الأب', en: 'Father’s name' },
  grandfather: { ar: 'اسم الجد', en: 'Grandfather’s name' },
  family: { ar: 'اسم العائلة', en: 'Family name' },
} as const;

/** What is said of each part, `part` being its name. */
const problems: Readonly<Record<Language, Readonly<Record<string, (part: string) => Sentence>>>> = {
  ar: {
    missing:
      (part) =>
      ({ name }) =>
        `أدخل ${part}: ${name}`,
    letters:
      (part) =>
      ({ name }) =>
        `اكتب ${part} بالأحرف فقط، بلا أرقام ولا رموز: ${name}`,
    arabic:
      (part) =>
      ({ name }) =>
        `اكتب ${part} بالأحرف العربية: ${name}`,
    latin:
      (part) =>
      ({ name }) =>
        `اكتب ${part} بالأحرف اللاتينية، كما في جواز السفر: ${name}`,
    'too-long':
      (part) =>
      ({ name }) =>
        `اختصر ${part} إلى 60 حرفًا أو أقل: ${name}`,
  },
  en: {
    missing:
      (part) =>
      ({ name }) =>
        `Enter the ${part.toLowerCase()}: ${name}`,
    letters:
      (part) =>
      ({ name }) =>
        `${part} must have letters only, no digits or signs: ${name}`,
    arabic:
      (part) =>
      ({ name }) =>
        `Write the ${part.toLowerCase()} in Arabic letters: ${name}`,
    latin:
      (part) =>
      ({ name }) =>
        `Write the ${part.toLowerCase()} in Latin letters, as in the passport: ${name}`,
    'too-long':
      (part) =>
      ({ name }) =>
        `${part} must be 60 characters or fewer: ${name}`,
  },
};

function sentencesIn(language: Language): Readonly<Record<string, Sentence>> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, words]) =>
      Object.entries(problems[language]).map(([code, sentence]) => [
        `${part}-${code}`,
        sentence(words[language]),
      ]),
    ),
  );
}

export const personNameSentences: FieldSentences = { ar: sentencesIn('ar'), en: sentencesIn('en') };

/** What stands above the box of a part. */
export function partName(part: keyof typeof parts, { language }: { readonly language: string }): string {
  // The kit speaks these two languages and no other.
  return parts[part][language as Language];
}
