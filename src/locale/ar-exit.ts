import { count } from './ar-count.js';

/** How often Shift is still to be pressed to leave the page, in Arabic. */
export const arPressed = (left: number): string =>
  count(left, {
    one: 'اضغط Shift مرة أخرى للخروج',
    two: 'اضغط Shift مرتين أخريين للخروج',
    few: 'اضغط Shift {n} مرات أخرى للخروج',
    many: 'اضغط Shift {n} مرة أخرى للخروج',
    other: 'اضغط Shift {n} مرة أخرى للخروج',
  });
