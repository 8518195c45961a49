import * as z from 'zod/mini';

/** What a person reads: one string for every language, or one per language code. */
export type Text = string | Readonly<Record<string, string>>;

/** Longest text a definition may hold, in UTF-16 units: a privacy notice fits, an accident does not. */
const LONGEST_TEXT = 20_000;

const oneText = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT));

/** Shape of a {@link Text} in a definition; languages are BCP 47 codes such as `ar` or `en-GB`. */
export const textSchema = z.union([
  oneText,
  z
    .record(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), oneText)
    .check(z.refine((texts) => Object.keys(texts).length > 0, 'empty-text')),
]);

/**
 * The text in `language`; where that is missing, in its base language (`ar` for `ar-SA`), in the first of
 * `fallbacks` that is there, or in any language at all, for a sentence in the wrong language beats none.
 */
export function pickText(text: Text, language: string, fallbacks: readonly string[] = []): string {
  if (typeof text === 'string') return text;
  for (const wanted of [language, language.split('-')[0] ?? language, ...fallbacks]) {
    if (Object.hasOwn(text, wanted)) return text[wanted] ?? '';
  }
  return Object.values(text)[0] ?? '';
}
