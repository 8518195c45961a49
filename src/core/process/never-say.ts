import { foldArabic } from '../characters.js';

/** A letter that joins a word to the one before, one that puts it into a relation, and the article: `وبالعلاج`. */
const PREFIXES = /^[وف]?[بلك]?(?:ال)?$/u;

/** With `ل` the article loses its alef: `للعلاج`. */
const PREFIXES_WITH_LAM = /^[وف]?لل$/u;

const ARABIC = /^\p{Script=Arabic}+$/u;

/**
 * The first of some words that a text holds, as it stands in the list; undefined where it holds none.
 *
 * Whole words are compared as people mean them: أ إ آ as ا, ى as ي, ة as ه, without marks and tatweel, Latin letters
 * without capitals. An Arabic word is found behind و ف ب ل ك and the article too, and with the alef of the accusative:
 * `علاج` in «وبالعلاج» and «علاجًا», but `طبي` not in «تطبيق». A word that is written with its article is forbidden with
 * the article alone: `الصحة` leaves «صحة البيانات» as it is. Several words stand for themselves in a row.
 */
export function forbiddenWordIn(text: string, words: readonly string[]): string | undefined {
  return wordFinder(words)(text);
}

/** The same for many texts. */
export function wordFinder(words: readonly string[]): (text: string) => string | undefined {
  const rows = words
    .map((word) => ({ word, row: tokensOf(word).map(testFor) }))
    .filter(({ row }) => row.length > 0);
  return (text) => {
    const tokens = tokensOf(text);
    return rows.find(({ row }) =>
      tokens.some((_, from) => row.every((isWord, at) => isWord(tokens[from + at]))),
    )?.word;
  };
}

/** Tells whether a word of a text is one that is forbidden, both folded. */
function testFor(word: string): (token: string | undefined) => boolean {
  if (!ARABIC.test(word)) return (token) => token === word;
  const accusative = `${word}ا`;
  return (token) => token !== undefined && (endsIn(token, word) || endsIn(token, accusative));
}

/** Whether an Arabic word is another, or that one behind letters that are written together with it. */
function endsIn(token: string, word: string): boolean {
  if (token.endsWith(word)) {
    const prefix = token.slice(0, token.length - word.length);
    if (PREFIXES.test(prefix) || PREFIXES_WITH_LAM.test(prefix)) return true;
  }
  // Of a word that is written with its article: behind a lam, the alef is gone.
  if (!word.startsWith('ال')) return false;
  const bare = word.slice(2);
  return token.endsWith(bare) && PREFIXES_WITH_LAM.test(token.slice(0, token.length - bare.length));
}

function tokensOf(text: string): readonly string[] {
  return foldArabic(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
