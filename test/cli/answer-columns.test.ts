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

describe('the table of a form', () => {
  it('has a column for each part of a name, an address and a range of dates', () => {
    const whole = parsed(
      form([
        field('name', 'person-name', { parts: 3 }),
        field('address', 'national-address', { ways: ['short', 'none'] }),
        list('stays', [field('stay', 'date-range')]),
      ]),
    );
    const answers = {
      name: { first: 'سالم', family: 'المثالي' },
      address: { none: true },
      stays: [{ stay: { from: '2026-11-01', to: '2026-11-22', calendar: 'gregory' } }],
    };
    const lengths = new Map<string, number>();
    measureLists(whole, answers, lengths);
    const cells = cellsOf(whole, answers, new Map());
    assert.deepEqual(
      columnsOf(whole, lengths).map((column) => [column, cells.get(column)]),
      [
        ['name.first', 'سالم'],
        ['name.father', undefined],
        ['name.family', 'المثالي'],
        ['address.short', undefined],
        ['address.none', 'yes'],
        ['stays.1.stay.from', '2026-11-01'],
        ['stays.1.stay.to', '2026-11-22'],
        ['stays.1.stay.calendar', 'gregory'],
      ],
    );
  });
});
