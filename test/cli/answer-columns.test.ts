import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellsOf, columnsOf, measureLists } from '../../src/cli/answer-columns.js';
import { field, form, list, options, parsed } from '../core/trial-form.js';

const points = ['Bad', 'Fair', 'Good'];
const rows = [
  { id: 'respect', label: 'Respect' },
  { id: 'time', label: 'Time' },
];
const survey = parsed(
  form([
    field('rated', 'rating', { points, notApplicable: true }),
    field('recommend', 'scale'),
    list('visits', [field('rights', 'matrix', { points, rows })]),
    field('order', 'ranking', { options: options('x', 'y', 'z') }),
  ]),
);

describe('the table of a survey', () => {
  it('has numbers, a column for each row of a matrix, and an order in one cell', () => {
    const answers = {
      rated: 'notApplicable',
      recommend: 0,
      visits: [{ rights: { time: 3 } }, { rights: { respect: 1, time: 2 } }],
      order: ['z', 'x'],
    };
    const lengths = new Map<string, number>();
    measureLists(survey, answers, lengths);
    const columns = columnsOf(survey, lengths);
    const cells = cellsOf(survey, answers, new Map());
    assert.deepEqual(
      columns.map((column) => [column, cells.get(column)]),
      [
        ['rated', 'notApplicable'],
        ['recommend', '0'],
        ['visits.1.rights.respect', undefined],
        ['visits.1.rights.time', '3'],
        ['visits.2.rights.respect', '1'],
        ['visits.2.rights.time', '2'],
        ['order', 'z; x'],
      ],
    );
    assert.ok([...cells.keys()].every((column) => columns.includes(column)));
  });
});
