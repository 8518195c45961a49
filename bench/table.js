import { outcome } from './compare.js';
import { median, spread } from './statistics.js';

/** @typedef {import('./compare.js').Row} Row */

const headings = ['figure', 'kit', 'plain HTML', 'ratio', 'target', ''];

/**
 * All rows as Markdown: medians, with half the distance of the quartiles behind each.
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const cells = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_heading, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => padded(cell, widths[column], column)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const notes = rows.filter(({ note }) => note).map(({ figure, note }) => `- ${figure}: ${note}`);
  return [lines[0], rule, ...lines.slice(1), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

/** @param {Row} row */
function cellsOf(row) {
  const { figure, kit, plain, unit, target } = row;
  const { ratio, ok } = outcome(row);
  return [
    figure,
    value(kit, unit),
    plain === undefined ? '–' : value(plain, unit),
    ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`,
    target === undefined ? '–' : plain === undefined ? `≤ ${amount(target, unit)}` : `≤ ${target} ×`,
    ok === undefined ? '' : ok ? 'ok' : 'NOT',
  ];
}

/**
 * @param {readonly number[]} samples
 * @param {Row['unit']} unit
 */
function value(samples, unit) {
  const middle = amount(median(samples), unit);
  return samples.length < 2 ? middle : `${middle} ± ${digits(scaled(spread(samples) / 2, unit))}`;
}

/**
 * @param {number} number
 * @param {Row['unit']} unit
 */
function amount(number, unit) {
  return `${digits(scaled(number, unit))} ${unit === 'B' ? 'kB' : unit}`;
}

/**
 * @param {number} number
 * @param {Row['unit']} unit
 */
function scaled(number, unit) {
  return unit === 'B' ? number / 1000 : number;
}

/** @param {number} number */
function digits(number) {
  return number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0);
}

/**
 * @param {string} cell
 * @param {number} width
 * @param {number} column
 */
function padded(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
