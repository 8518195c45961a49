import { digitsOnly } from './typed-numbers.js';

/*
 * A reference number is twelve random digits and two check digits after ISO 7064 MOD 97-10. Digits, because
 * Latin letters are hard to dictate in Arabic; two check digits, because they catch every wrong digit, every
 * swap of neighbours or of digits one apart, and every changed pair. It names a request, it is no secret.
 */

/**
 * The fourteen digits of a reference number, from the twelve random ones the receiver drew.
 * @throws RangeError where the text is not exactly twelve ASCII digits.
 */
export function referenceFrom(twelveDigits: string): string {
  if (!/^\d{12}$/.test(twelveDigits)) throw new RangeError('A reference number is made from twelve digits.');
  // Fourteen digits are below 2^53, so the remainder is exact.
  const check = 98 - (Number(`${twelveDigits}00`) % 97);
  return twelveDigits + String(check).padStart(2, '0');
}

/**
 * Whether the text is a reference number as it is stored: fourteen ASCII digits, the last two being right.
 */
export function isReference(text: string): boolean {
  return /^\d{14}$/.test(text) && text === referenceFrom(text.slice(0, 12));
}

/** How a reference number is shown, read out and printed: `4829-1730-5612-49`. */
export function formatReference(reference: string): string {
  return reference.replace(/\d{4}(?=\d)/g, '$&-');
}

/**
 * The fourteen digits of a reference number that a person typed or pasted, with any kind of digits, spaces,
 * dashes and direction marks; `undefined` where it is none.
 */
export function parseReference(text: string): string | undefined {
  const digits = digitsOnly(text);
  return isReference(digits) ? digits : undefined;
}

/** How many digits each group has in which a reference number is shown. */
export const GROUP_LENGTHS: readonly number[] = [4, 4, 4, 2];

/**
 * Which groups (1 to 4) of fourteen digits with wrong check digits to look at: those in which one changed digit, or a
 * swap of neighbours, would make them right. Of neighbours in two groups both are named. Where one such slip was made
 * its group is among them; others may be there by chance. Empty where the digits are right, or no fourteen.
 */
export function suspectGroups(digits: string): readonly number[] {
  if (!/^\d{14}$/.test(digits) || isReference(digits)) return [];
  const suspects = new Set<number>();
  for (const [place, digit] of [...digits].entries()) {
    const [before, after] = [digits.slice(0, place), digits.slice(place + 1)];
    if ([...'0123456789'].some((other) => isReference(before + other + after))) suspects.add(groupOf(place));
    const next = after.charAt(0);
    if (next !== '' && isReference(before + next + digit + after.slice(1)))
      suspects.add(groupOf(place)).add(groupOf(place + 1));
  }
  return [...suspects].sort();
}

function groupOf(place: number): number {
  return Math.floor(place / 4) + 1;
}
