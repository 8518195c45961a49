/** Characters (UTF-16) that a text to the receiver may have at most. */
export const LONGEST_TEXT = 2000;
