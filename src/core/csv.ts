/** A byte order mark, so that Excel takes the file for UTF-8. */
export const CSV_START = '\ufeff';

/** What a spreadsheet may take for the start of a formula (OWASP «CSV Injection»), in full width too. */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A number: a sign and digits can call nothing. */
const plainNumber = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Digits with the signs of numbers, dates and times, which a spreadsheet would make one of: `0501`, `1-2`, `3E5`. */
const readAsNumber = /^[ +(.-]*\d[\d.,:/()%eE +-]*$/;

/**
 * One row of an RFC 4180 file, with its end. A cell that a spreadsheet could take for a formula begins with an
 * apostrophe. Every cell is in quotes, because spreadsheets of some countries would part it at a semicolon.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join()}\r\n`;
}

/**
 * A text as a cell that stays one: an apostrophe, by which spreadsheets mark a text, keeps the digits of an identity
 * or telephone number from becoming an amount (docs/decisions/0007-texts-in-tables.md).
 */
export function textCell(text: string): string {
  return readAsNumber.test(text) ? `'${text}` : text;
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return safe === '' ? '' : `"${safe.replaceAll('"', '""')}"`;
}
