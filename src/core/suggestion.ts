/** What a problem says of a word that is not known: the word, and the one that was probably meant. */
export function suggest(value: string, candidates: Iterable<string>): { value: string; suggestion?: string } {
  const suggestion = nearest(value, candidates);
  return suggestion === undefined ? { value } : { value, suggestion };
}

/**
 * The candidate that was probably meant by a misspelt word: at most two edits away, or one in a short word; a word of
 * two letters is only looked for in capitals.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const reach = word.length < 3 ? 0 : word.length < 5 ? 1 : 2;
  let best: string | undefined;
  let least = reach + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), reach);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Damerau–Levenshtein distance of neighbours, or `reach + 1` as soon as it must be more than `reach`. */
function editDistance(a: string, b: string, reach: number): number {
  if (Math.abs(a.length - b.length) > reach) return reach + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? reach + 1;
}
