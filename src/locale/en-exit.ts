import { count } from './en-count.js';

/** How often Shift is still to be pressed to leave the page, in English. */
export const enPressed = (left: number): string =>
  count(left, { one: 'Press Shift once more to exit', other: 'Press Shift {n} more times to exit' });
