import { foldArabic } from '../characters.js';
import { stripInvisible } from '../typed-numbers.js';

/** A letter that joins a word to the one before, and one that puts it into a relation: `وب`. */
const JOINED = '[وف]?[بلك]?';

/** With `ل` the article loses its alef: `للعلاج`. */
const LAM_AND_ARTICLE = '[وف]?لل';

/** Mine, yours, his, hers, ours, theirs. */
const PRONOUN = '(?:كما|كم|كن|ك|هما|هم|هن|ها|ه|نا|ي)';

/**
 * What can follow a word: a pronoun; ي of the adjective; the feminine, which is ه when folded and ت before a pronoun;
 * plural and dual; the alef of the accusative.
 */
const ENDING = `(?:ي?(?:${PRONOUN}|ت${PRONOUN}|ات${PRONOUN}?|ت?ان|ت?ين|ون|ا)?)`;

/** Words shorter than this take no endings: too many others begin with them. */
const SHORTEST = 3;

const ARABIC = /^\p{Script=Arabic}+$/u;
const LATIN = /^\p{Script=Latin}+$/u;

/** An alef with hamza or madda is one of the word: «ألم» has no article. */
const ARTICLE = /^ا(?![\u0653-\u0655])\p{M}*ل/u;

/**
 * The first of some words that a text holds, as it stands in the list; undefined where it holds none.
 *
 * Whole words are compared as people mean them: أ إ آ as ا, ى as ي, ة as ه, without marks and tatweel, Latin letters
 * without capitals. An Arabic word is found behind و ف ب ل ك and the article too, and with the endings of pronouns, of
 * feminine, dual and plural, of the adjective in ي and of the accusative: `علاج` in «وبالعلاج», «علاجًا», «علاجك» and
 * «علاجية», `كسوة` in «كسوتك», `دواء` in «دواؤك», but `طبي` not in «تطبيق». An English one is found in its plural. A word of
 * two letters is found without endings. A word that is written with its article is forbidden with the article alone:
 * `الصحة` leaves «صحة البيانات» as it is. Several words stand for themselves in a row.
 *
 * The spelling is all there is to go by. What looks the same is the same: `مرض` is found in «نتيجة مرضية» (pleasing) as in
 * «إجازة مرضية» (for illness), for to word the one another way costs less than to tell the other. Verbs («تعافيت»), broken
 * plurals («أدوية» of `دواء`) and words of the same root («متعافٍ») are words of their own.
 */
export function forbiddenWordIn(text: string, words: readonly string[]): string | undefined {
  return wordFinder(words)(text);
}

/** The same for many texts. */
export function wordFinder(words: readonly string[]): (text: string) => string | undefined {
  const rows = words
    .map((word) => ({ word, row: wordsAsWritten(word).map(formsOf) }))
    .filter(({ row }) => row.length > 0);
  return (text) => {
    const tokens = tokensOf(text);
    return rows.find(({ row }) =>
      tokens.some((_, from) => row.every((forms, at) => forms.test(tokens[from + at] ?? ''))),
    )?.word;
  };
}

/** What a word of the list looks like in a text that was folded. */
function formsOf(written: string): RegExp {
  const word = foldArabic(written);
  if (ARABIC.test(word)) {
    const before = `(?:${JOINED}(?:ال)?|${LAM_AND_ARTICLE})`;
    if (!ARTICLE.test(written)) return new RegExp(`^${before}${withEndings(word)}$`, 'u');
    const bare = withEndings(word.slice(2));
    return new RegExp(`^(?:${before}ال|${LAM_AND_ARTICLE})${bare}$`, 'u');
  }
  if (!LATIN.test(word) || word.length < SHORTEST) return new RegExp(`^${word}$`, 'u');
  const plural = /[^aeiou]y$/.test(word) ? `(?:${word.slice(0, -1)}ies|${word}s?)` : `${word}(?:e?s)?`;
  return new RegExp(`^${plural}$`, 'u');
}

/** A folded Arabic word with all it can end in, and its last letter as it is written then. */
function withEndings(word: string): string {
  if (word.length < SHORTEST) return `${word}ا?`;
  const rest = word.slice(0, -1);
  const changed: Readonly<Record<string, string>> = {
    // ة: «كسوتك», «مصحات».
    ه: `|${rest}(?:ت(?:${PRONOUN}|ان|ين)|ات${PRONOUN}?)`,
    // ى, which is ي when folded: «مستشفاك».
    ي: `|${rest}ا${PRONOUN}`,
    // ء on its seat: «دواؤك», «دوائي», «دوائية». Not with all endings: «دواوين» are offices.
    ء: `|${rest}[وي]${PRONOUN}|${rest}يي${ENDING}`,
  };
  return `(?:${word}${ENDING}${changed[word.slice(-1)] ?? ''})`;
}

/** The words of an entry of the list, with their hamzas. */
function wordsAsWritten(entry: string): readonly string[] {
  const words =
    stripInvisible(entry)
      .normalize('NFKD')
      .match(/[\p{L}\p{M}\p{N}\u0640]+/gu) ?? [];
  return words.filter((word) => foldArabic(word) !== '');
}

function tokensOf(text: string): readonly string[] {
  return foldArabic(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
