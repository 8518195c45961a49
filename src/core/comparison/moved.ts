/**
 * What has changed its place among the others, of what is there before and after: as few as can be, so that one that was
 * put in front does not count as all others pushed back.
 */
export function movedAmong(before: readonly string[], after: readonly string[]): readonly string[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  const kept = new Set(longestRising(common.map((id) => places.get(id) ?? 0)));
  return common.filter((id) => !kept.has(places.get(id) ?? 0));
}

/** One number of a row that rises, and what stands before it there. */
interface Link {
  readonly number: number;
  readonly before: Link | undefined;
}

/** The longest row of numbers among others that only rises, in their order (patience sorting, in n log n steps). */
function longestRising(numbers: readonly number[]): readonly number[] {
  // Of all rows of a length the one that ends lowest: those ends rise with the length.
  const ends: Link[] = [];
  for (const number of numbers) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.number ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = { number, before: ends[low - 1] };
  }
  const row: number[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) row.push(link.number);
  return row.reverse();
}
