/**
 * What people really type in Arabic forms: three kinds of digits, marks that cannot be seen, several commas.
 *
 * Two families of functions stand here, because the same invisible character is noise in a number and part of
 * a word. A zero-width non-joiner or joiner (U+200C, U+200D) inside an identity number came along with a
 * paste; inside a Persian, Urdu or Arabic word it decides how the letters join, and dropping it would
 * misspell a name.
 */

import { INVISIBLE, toAsciiDigits } from './typed-numbers.js';

/**
 * Direction marks, zero-width spaces, byte order marks and soft hyphens, without the joiners, and with what no text can hold: control characters and halves of characters.
 */
const NEVER_IN_TEXT = /[\p{Cc}\p{Cs}\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * A joiner that follows no letter joins nothing; an answer made only of them would look empty and not be it.
 */
const IDLE_JOINERS = /(^|\s)[\u200c\u200d]+/g;

/**
 * One line of text as it is stored: composed (NFC), without direction marks, zero-width spaces, control
 * characters and lone surrogates, every run of whitespace one space, trimmed. Joiners inside words stay, and
 * so does tatweel, because «1447 هـ» is written with it. Cleaning twice changes nothing.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/[\t-\r\x85]/g, ' ')
    .replace(NEVER_IN_TEXT, '')
    .normalize('NFC')
    .replace(IDLE_JOINERS, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Text of several lines as it is stored: each line cleaned as by `cleanLine`, lines ended by `\n` whatever
 * the system that sent them, at most one empty line in a row, no empty line at either end. Cleaning twice
 * changes nothing.
 */
export function cleanParagraphs(text: string): string {
  return text
    .split(/\r\n|[\n-\r\x85\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Letters that are written for one another, and the Persian and Urdu forms that foreign keyboards type. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  '\u0671': '\u0627', // ٱ → ا
  '\u0649': '\u064a', // ى → ي
  '\u06cc': '\u064a', // ی → ي
  '\u0629': '\u0647', // ة → ه
  '\u06c1': '\u0647', // ہ → ه
  '\u06a9': '\u0643', // ک → ك
};

/**
 * The text reduced to what people mean by "the same": for comparing and searching, never for storing. Alef
 * with hamza or madda becomes ا, ى becomes ي, ة becomes ه; vowel marks, accents, hamza on its seat and
 * tatweel are dropped; printed ligatures are opened; Latin letters become lower case, digits ASCII; spaces
 * are collapsed. `foldArabic('أحْمــد') === foldArabic('احمد')`. Folding twice changes nothing.
 */
export function foldArabic(text: string): string {
  return toAsciiDigits(text.normalize('NFKD').toLowerCase())
    .replace(INVISIBLE, '')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[\u0629\u0649\u0671\u06a9\u06c1\u06cc]/g, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text that runs left to right whatever stands around it: a number in groups, a phone number, a code. */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`;
}

/** A text whose direction is its own and changes nothing around it: a name, a file's name. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Length in code points: an emoji or a rare letter counts once. */
export function countOf(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}
