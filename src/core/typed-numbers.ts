/*
 * Numbers as they are really typed in Arabic forms: three kinds of digits, several commas, marks that cannot be seen.
 */

/** Every kind of digit an Arabic keyboard offers: Arabic-Indic, Persian and Urdu, full-width. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Direction marks, zero-width spaces, byte order marks, soft hyphens and both joiners. */
export const INVISIBLE = /[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** `١٢٣`, `۱۲۳` and `１２３` become `123`; everything else stays. (The last four bits of each are its value.) */
export function toAsciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * Drops every character that cannot be seen and turns no-break spaces into spaces. For identity numbers,
 * telephone numbers, amounts and codes only: it drops the joiners U+200C and U+200D too, which words need.
 * For words there are `cleanLine` and `cleanParagraphs`.
 */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(/[\xa0\u202f]/g, ' ');
}

/**
 * A number that is a name (identity, telephone, reference) with ASCII digits, without invisible characters,
 * spaces, dashes of any kind, minus signs and the tatweel that Arabic keyboards have beside the dash. What
 * else was typed stays, so that a letter in an identity number is an error and is not silently ignored.
 */
export function digitsOnly(text: string): string {
  return toAsciiDigits(stripInvisible(text)).replace(/[\s\p{Pd}\u0640\u2043\u2212]/gu, '');
}

/** A whole part with or without groups of three, the same separator in each place, then perhaps decimals. */
const NUMBER =
  /^([-\u2212]?)(\d+|[1-9]\d{0,2}([,\u066c\u060c'\u2019\s])\d{3}(?:\3\d{3})*)(?:[.\u066b](\d+))?$/;

/**
 * The number a person wrote, or `undefined` where it is none or could be read in two ways.
 *
 * Taken: all kinds of digits; `.` or `٫` before decimals; `,` `٬` `،` `'` `’` or a space between groups of
 * three; `-` or `−` in front. Refused: `1e5`, `0x10`, `12abc`, `1,2,3`, `12,5` (half of Europe means twelve
 * and a half), `0,125`, nothing at all, and more than 15 significant digits or 40 characters, which a
 * JavaScript number would silently change.
 */
export function parseNumber(text: string): number | undefined {
  const match = NUMBER.exec(toAsciiDigits(stripInvisible(text)).trim());
  if (!match || match[0].length > 40) return undefined;
  const whole = (match[2] ?? '').replace(/\D/g, '');
  const decimals = match[4] ?? '';
  if ((whole + decimals).replace(/^0+/, '').length > 15) return undefined;
  const size = Number(`${whole}.${decimals}`);
  return match[1] && size ? -size : size;
}
