import type { Row } from './tally.js';
import { isClean } from './tally.js';

const head = ['fault', 'runs', 'arrived', 'lost', 'doubled', 'falsely sent', 'damaged', 'middle', 'longest'];

/** The table in Markdown, with the sum of all as its last line. */
export function tableOf(rows: readonly Row[]): string {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  const cells = rows.map((row) => [row.fault, ...counts(row), seconds(row.middle), seconds(row.longest)]);
  const all = [
    '**all**',
    ...counts({
      runs: sum((row) => row.runs),
      arrived: sum((row) => row.arrived),
      lost: sum((row) => row.lost),
      doubled: sum((row) => row.doubled),
      falselySent: sum((row) => row.falselySent),
      damaged: sum((row) => row.damaged),
    }),
    '',
    '',
  ];
  const lines = [head, ...cells, all];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const drawn = lines.map((line) =>
    row(line.map((cell, column) => padded(cell, widths[column] ?? 0, column))),
  );
  const rule = row(
    widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  );
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

/** What is not as it must be, one thing a line. */
export function findingsOf(rows: readonly Row[]): string {
  const unclean = rows.filter((one) => !isClean(one));
  return unclean
    .flatMap(({ findings, fault }) => (findings.length > 0 ? findings : [`${fault}: no run`]))
    .join('\n');
}

function counts({
  runs,
  arrived,
  lost,
  doubled,
  falselySent,
  damaged,
}: Omit<Row, 'fault' | 'troubled' | 'middle' | 'longest' | 'findings'>): string[] {
  return [runs, arrived, lost, doubled, falselySent, damaged].map(String);
}

const seconds = (milliseconds: number | undefined) =>
  milliseconds === undefined ? '–' : `${(milliseconds / 1000).toFixed(1)} s`;
const padded = (cell: string, width: number, column: number) =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
