/** What a person reads: one string for every language, or one per language code. */
export type Text = string | Readonly<Record<string, string>>;

/** Longest text a definition may hold, in UTF-16 units: a privacy notice fits, an accident does not. */
export const LONGEST_TEXT = 20_000;

/**
 * The text in `language`; where that is missing, in its base language (`ar` for `ar-SA`), in the first of
 * `fallbacks` that is there, or in any language at all, for a sentence in the wrong language beats none.
 */
export function pickText(text: Text, language: string, fallbacks: readonly string[] = []): string {
  return typeof text === 'string' ? text : (text[languageOfText(text, language, fallbacks)] ?? '');
}

/** The language in which `pickText` finds a text; `language` itself where the text is one for all of them. */
export function languageOfText(text: Text, language: string, fallbacks: readonly string[] = []): string {
  if (typeof text === 'string') return language;
  const wanted = [language, language.split('-')[0] ?? language, ...fallbacks];
  return wanted.find((candidate) => Object.hasOwn(text, candidate)) ?? Object.keys(text)[0] ?? language;
}

/** Puts values where a text says `{key}`; what has no value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? String(values[key]) : whole,
  );
}
