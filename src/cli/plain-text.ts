/**
 * What a terminal would act on instead of showing it: its escapes and other controls, and marks that turn the
 * direction of what follows. A receipt and the name of a file may hold any of them.
 */
const CONTROLS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line of a text, without controls. */
export function plainLine(text: string): string {
  return text.replaceAll(/[\t-\r\u2028\u2029]+/g, ' ').replaceAll(CONTROLS, '');
}

/** The lines of a text, without controls. */
export function plainLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map(plainLine);
}

/** JSON that means the same, in which whatever a terminal would act on is an escape. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(CONTROLS, (sign) =>
    sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
