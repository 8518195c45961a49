/** What a person reads: one string for every language, or one per language code. */
export type Text = string | Readonly<Record<string, string>>;

/** Longest text a definition may hold, in UTF-16 units: a privacy notice fits, an accident does not. */
export const LONGEST_TEXT = 20_000;

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
