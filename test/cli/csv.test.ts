import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvRow, textCell } from '../../src/core/csv.js';
import { readCsv } from './csv-reader.js';

const cellOf = (text: string) => readCsv(csvRow([text, '']))[0]?.[0];

describe('a cell', () => {
  it('is read as it was written', () => {
    const harmless = ['', 'سالم', 'a,b', 'a"b', '"', 'a\nb', 'a\r\nb', ' a ', "it's", '1;2', 'a=b', '٣', "'"];
    for (const text of harmless) assert.equal(cellOf(text), text);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2 }), (cells) => {
        const [read = []] = readCsv(csvRow(cells));
        assert.deepEqual(
          read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1))),
          cells,
        );
      }),
    );
  });

  it('cannot begin a formula', () => {
    const hostile = [
      '=1+1',
      '=HYPERLINK("http://x","y")',
      '+1+cmd|calc',
      '-1-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      '-',
      '+',
      '--5',
      '-5x',
      '+966 50',
      '+966501234567',
      '+1',
      '-5,0',
      '=-5',
      '+1e9',
    ];
    for (const text of hostile) assert.equal(cellOf(text), `'${text}`, text);
    fc.assert(
      fc.property(fc.constantFrom(...'=+-@\t\r\n＝＋－＠'), fc.string({ unit: 'binary' }), (start, rest) => {
        const cell = cellOf(start + rest) ?? '';
        assert.ok(cell.startsWith("'") || /^-\d+(\.\d+)?$/.test(cell));
      }),
    );
  });

  it('stays the number it is', () => {
    for (const text of ['-5', '-0.5', '12']) assert.equal(cellOf(text), text);
  });

  it('stays the text it is', () => {
    const numbers = [
      '0501234567',
      '+966501234567',
      '1012345678',
      '1',
      '-5',
      '1-2',
      '12/5',
      '1:30',
      '3E5',
      '50%',
    ];
    for (const text of [...numbers, '(05) 012', '1,5', '.5', '00', '1 000'])
      assert.equal(cellOf(textCell(text)), `'${text}`);
    for (const text of ['', 'سالم', 'حي 5', '5 شارع', 'A1', "'", '-', 'SA0380000000608010167519', '1; x'])
      assert.equal(textCell(text), text);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-.eE,/ :') }), (text) => {
        const cell = cellOf(textCell(text)) ?? '';
        // What a program takes for a number, a spreadsheet does.
        assert.ok(cell.trim() === '' || Number.isNaN(Number(cell)), cell);
      }),
    );
  });
});
