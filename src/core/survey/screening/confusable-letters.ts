/** Greek and Cyrillic letters that look like a Latin one, small or capital. A subset of the confusables of Unicode's UTS #39. */
const LATIN: ReadonlyMap<string, string> = new Map([
  ...pairs('αβγεζηικμνορτυχϲϳ', 'abyezhikmnoptyxcj'),
  ...pairs('авеіикмнорстухѵһјԁԛԝѕ', 'abeiukmhopctyxvhjdqws'),
]);

/**
 * A folded word with its Greek and Cyrillic letters as the Latin ones they look like, where that makes it Latin: `Κhalid` with a
 * Greek kappa is `khalid`. A word that stays foreign comes back as it is.
 */
export function withLatinLetters(folded: string): string {
  if (!/[\u0370-\u03ff\u0400-\u052f]/.test(folded)) return folded;
  const latin = [...folded].map((letter) => LATIN.get(letter) ?? letter).join('');
  return /^[a-z]+$/.test(latin) ? latin : folded;
}

function pairs(from: string, to: string): [string, string][] {
  const letters = [...to];
  return [...from].map((letter, index) => [letter, letters[index] ?? letter]);
}
