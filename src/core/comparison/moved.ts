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

/** The longest row of numbers among others that only rises, in their order. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const rows: (readonly number[])[] = [];
  for (const number of numbers) {
    let best: readonly number[] = [];
    for (const row of rows) if ((row.at(-1) ?? 0) < number && row.length > best.length) best = row;
    rows.push([...best, number]);
  }
  return rows.reduce((longest, row) => (row.length > longest.length ? row : longest), []);
}
