/** A byte order mark, so that Excel takes the file for UTF-8. */
export const CSV_START = '\ufeff';

/** What a spreadsheet may take for the start of a formula (OWASP «CSV Injection»), in full width too. */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A number, also an E.164 telephone number: a sign and digits can call nothing. */
const plainNumber = /^[+-]?\d{1,15}(\.\d{1,15})?$/;

/**
 * One row of an RFC 4180 file, with its end. A cell that a spreadsheet could take for a formula begins with an
 * apostrophe. Every cell is in quotes, because spreadsheets of some countries would part it at a semicolon.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join()}\r\n`;
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return safe === '' ? '' : `"${safe.replaceAll('"', '""')}"`;
}
