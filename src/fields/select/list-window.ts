/** Options that are on the page at a time, out of however many. */
export const MOST_SHOWN = 30;

/** Options above the first one in sight. */
const ABOVE = 10;

/** The window moves by so many options at once, so that not every pixel draws it anew. */
const STEP = 5;

/** The first option of the window in which one is well inside. */
export function startAround(position: number, count: number): number {
  const start = Math.floor((position - ABOVE) / STEP) * STEP;
  return Math.max(0, Math.min(start, count - MOST_SHOWN));
}

/** The same for a list that was scrolled down by so many pixels, where no option is lower than `row`. */
export function startAt(scrolled: number, row: number, count: number): number {
  return startAround(Math.floor(scrolled / row), count);
}
