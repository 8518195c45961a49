/** Below it nothing is shown of a group of answers. */
export const LEAST_SHOWN = 5;
/** Below it answers are too few to be compared with others. */
export const LEAST_COMPARED = 30;

/**
 * Which groups of one breakdown are not shown, `sizes` being those of all of them. A group below five is not. Where all
 * hidden groups together would be below five, whoever takes the shown ones off the total would have what they say: then
 * the smallest that is shown is hidden as well (secondary suppression, as statistical offices call it), until together
 * they are five, or nobody. `before` are hidden whatever their size.
 */
export function hiddenOf(sizes: readonly number[], before: ReadonlySet<number> = new Set()): Set<number> {
  const hidden = new Set(before);
  for (const [index, size] of sizes.entries()) if (size < LEAST_SHOWN) hidden.add(index);
  let together = [...hidden].reduce((sum, index) => sum + (sizes[index] ?? 0), 0);
  while (together > 0 && together < LEAST_SHOWN) {
    const smallest = smallestOf(sizes, hidden);
    if (smallest === undefined) break;
    hidden.add(smallest);
    together += sizes[smallest] ?? 0;
  }
  return hidden;
}

function smallestOf(sizes: readonly number[], hidden: ReadonlySet<number>): number | undefined {
  let smallest: number | undefined;
  for (const [index, size] of sizes.entries()) {
    if (hidden.has(index)) continue;
    if (smallest === undefined || size < (sizes[smallest] ?? 0)) smallest = index;
  }
  return smallest;
}
