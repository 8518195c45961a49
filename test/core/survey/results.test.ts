import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { resultsOf } from '../../../src/core/survey/results.js';
import { resultsCsv } from '../../../src/core/survey/results-csv.js';
import { printedNumber } from '../../../src/core/survey/statistics.js';
import { hiddenOf } from '../../../src/core/survey/suppression.js';
import type { Figure, Participation, SurveyFilter, SurveyResponse } from '../../../src/core/survey/survey.js';
import { readCsv } from '../../cli/csv-reader.js';
import { diceOf, randomResponses } from './random-survey.js';
import { surveyOf } from './survey-form.js';

type Given = SurveyResponse['answers'];

/** `count` responses that say the same. */
function many(count: number, answers: Given, month = '2026-11', step = 'decision'): SurveyResponse[] {
  return Array.from({ length: count }, () => ({ step, month, answers }));
}

function results(responses: readonly SurveyResponse[], filter: SurveyFilter = {}, more = {}) {
  return resultsOf(surveyOf(more), responses, [], filter);
}

function figureOf(id: string, responses: readonly SurveyResponse[]): string[] {
  const figure = results(responses).measures.find((measure) => measure.id === id)?.figure;
  return [figure?.value, figure?.low, figure?.high].map((number) => printedNumber(number ?? Number.NaN));
}

describe('the figure', () => {
  it('of satisfaction is the share of the two highest points', () => {
    const responses = [
      ...many(20, { satisfied: 5 }),
      ...many(22, { satisfied: 4 }),
      ...many(8, { satisfied: 3 }),
    ];
    assert.deepEqual(figureOf('csat', responses), ['84.0', '71.5', '91.7']);
  });

  it('of ease is the share of the three highest of seven, beside the mean', () => {
    const responses = [...many(2, { easy: 7 }), ...many(1, { easy: 5 }), ...many(2, { easy: 4 })];
    assert.deepEqual(figureOf('ces', responses), ['60.0', '23.1', '88.2']);
    assert.equal(results(responses).measures.find(({ id }) => id === 'ces')?.mean, 5.4);
  });

  it('of recommendation is promoters less detractors', () => {
    const responses = [
      ...many(30, { recommend: 9 }),
      ...many(12, { recommend: 8 }),
      ...many(8, { recommend: 6 }),
    ];
    assert.deepEqual(figureOf('nps', responses), ['44.0', '23.1', '64.9']);
  });

  it('leaves out what does not apply, and tells how many', () => {
    const responses = [
      ...many(6, { satisfied: 5 }),
      ...many(3, { satisfied: 'notApplicable' }),
      ...many(2, {}),
    ];
    const [csat] = results(responses).measures;
    assert.deepEqual([csat?.figure.n, csat?.notApplicable], [6, 3]);
  });

  it('leaves out what is no answer of this form', () => {
    const strange = [
      { satisfied: 6 },
      { satisfied: '5' },
      { satisfied: null },
      { service: 'x' },
      { obstacles: ['x'] },
    ];
    for (const answers of strange) {
      const all = results([...many(9, answers), ...many(1, {})]).measures;
      assert.ok(all.every(({ figure }) => figure.n === undefined));
    }
  });

  it('of a ranking tells who came first, and the mean place of each', () => {
    const responses = [
      ...many(6, { order: ['place', 'speed', 'respect'] }),
      ...many(2, { order: ['speed', 'place'] }),
    ];
    const order = results(responses).measures.find(({ id }) => id === 'order');
    assert.deepEqual(
      order?.parts?.map(({ id, count, meanPlace }) => [id, count, meanPlace]),
      [
        ['speed', 2, 1.75],
        ['respect', 0, 3],
        ['place', 6, 1.25],
      ],
    );
  });

  it('of a ranking tells no mean place of fewer than five, in the table neither', () => {
    const responses = [
      ...many(39, { order: ['speed', 'place'] }),
      ...many(10, { order: ['place', 'speed'] }),
      ...many(1, { order: ['respect'] }),
    ];
    const places = (some: readonly SurveyResponse[]) =>
      results(some)
        .measures.find(({ id }) => id === 'order')
        ?.parts?.map(({ id, count, meanPlace }) => [id, count, meanPlace]);
    assert.deepEqual(places(responses), [
      ['speed', 39, 59 / 49],
      ['respect', 1, undefined],
      ['place', 10, 88 / 49],
    ]);
    const rows = readCsv(resultsCsv(results(responses), 'en').slice(1));
    const means = rows.filter((row) => row[12] === 'order' && row[13] === 'answer').map((row) => row[11]);
    assert.deepEqual(means, ['1.2', '', '1.8']);
    assert.equal(places([...responses, ...many(4, { order: ['respect'] })])?.[1]?.[2], 1);
  });

  it('of several obstacles counts people, not ticks', () => {
    const responses = [...many(6, { obstacles: ['papers', 'words'] }), ...many(2, { obstacles: ['words'] })];
    const obstacles = results(responses).measures.find(({ id }) => id === 'obstacles');
    assert.deepEqual(
      [obstacles?.figure, obstacles?.parts?.map(({ count }) => count)],
      [{ n: 8, isFew: true }, [6, 0, 8]],
    );
  });
});

describe('fewer than five answers', () => {
  it('tell nothing, whatever they are', () => {
    const told = (responses: SurveyResponse[]) => JSON.stringify({ ...results(responses), filter: {} });
    const nobody = told([]);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        assert.equal(told(randomResponses(diceOf(seed), 400).slice(0, 4)), nobody);
      }),
      { numRuns: 300 },
    );
  });

  it('tell nothing where there are more responses, but not to this question', () => {
    const [csat] = results([...many(4, { satisfied: 5 }), ...many(9, {})]).measures;
    assert.deepEqual(
      [csat?.figure, csat?.parts, csat?.mean, csat?.notApplicable],
      [{ n: undefined }, undefined, undefined, undefined],
    );
  });

  it('are not found by taking what is shown off the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 9 }), (sizes) => {
        const hidden = hiddenOf(sizes);
        const together = [...hidden].reduce((sum, index) => sum + (sizes[index] ?? 0), 0);
        assert.ok(sizes.every((size, index) => size >= 5 || hidden.has(index)));
        assert.ok(together === 0 || together >= 5 || hidden.size === sizes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('take the next smallest slice with them', () => {
    const responses = [
      ...many(40, { channel: 'phone', satisfied: 5 }),
      ...many(12, { channel: 'visit', satisfied: 5 }),
      ...many(3, { channel: 'site', satisfied: 1 }),
    ];
    const [channel] = results(responses).dimensions;
    assert.deepEqual(
      channel?.slices.map(({ id, n, figures }) => [id, n, figures.csat?.n]),
      [
        ['phone', 40, 40],
        ['visit', undefined, undefined],
        ['site', undefined, undefined],
      ],
    );
  });

  it('to one question take that question of another slice with them, and nothing else of it', () => {
    const responses = [
      ...many(40, { channel: 'phone', satisfied: 5 }),
      ...many(8, { channel: 'visit', satisfied: 5, easy: 2 }),
      ...many(9, { channel: 'site', easy: 2 }),
      ...many(2, { channel: 'site', satisfied: 1 }),
    ];
    const [channel] = results(responses).dimensions;
    assert.deepEqual(
      channel?.slices.map(({ n, figures }) => [n, figures.csat?.n, figures.ces?.n]),
      [
        [40, 40, undefined],
        [8, undefined, 8],
        [11, undefined, 9],
      ],
    );
  });
});

describe('a filter', () => {
  const comment = (text: string) => ({ satisfied: 5, comment: text });
  const april = [
    ...many(79, { satisfied: 5, channel: 'phone' }, '2026-09'),
    ...many(1, comment('أ'), '2026-09'),
  ];
  const may = [...many(2, { satisfied: 1 }, '2026-10'), ...many(1, comment('ب'), '2026-10')];
  const june = many(40, { satisfied: 4, channel: 'visit' }, '2026-11');
  const all = [...april, ...may, ...june];

  it('tells nothing where a wider one lets in fewer than five more', () => {
    const sizeOf = (filter: SurveyFilter) => {
      const { n, months, dimensions, measures } = results(all, filter);
      if (n === undefined) {
        assert.ok(measures.every(({ figure, parts }) => figure.n === undefined && parts === undefined));
        assert.deepEqual([months, dimensions], [[], []]);
      }
      return n;
    };
    assert.deepEqual(
      [
        sizeOf({}),
        sizeOf({ to: '2026-09' }),
        sizeOf({ to: '2026-10' }),
        sizeOf({ from: '2026-11' }),
        sizeOf({ from: '2026-10' }),
        sizeOf({ from: '2026-10', to: '2026-10' }),
      ],
      [123, undefined, 83, undefined, 43, undefined],
    );
    // Three have not said by which channel: with the others they are found from the whole.
    const three = [...many(40, { channel: 'phone' }), ...many(30, { channel: 'visit' }), ...many(3, {})];
    const by = (channel: string) => results(three, { dimensions: { channel } }).n;
    assert.deepEqual([by('phone'), by('visit')], [40, undefined]);
  });

  it('shows no comments, which would tell who was let in', () => {
    assert.deepEqual(
      results(all).comments.map(({ text }) => text),
      ['أ', 'ب'],
    );
    assert.deepEqual(results(all, { to: '2026-10' }).comments, []);
  });
});

describe('months', () => {
  const month = (at: string, good: number, bad: number) => [
    ...many(good, { satisfied: 5 }, at),
    ...many(bad, { satisfied: 1 }, at),
  ];
  const changesOf = (...responses: SurveyResponse[][]) =>
    results(responses.flat()).months.map(({ id, changes }) => [id, changes?.csat]);

  it('change only where the intervals part and both are enough to be compared', () => {
    assert.deepEqual(changesOf(month('2026-09', 30, 10), month('2026-10', 10, 30), month('2026-11', 39, 1)), [
      ['2026-09', undefined],
      ['2026-10', 'down'],
      ['2026-11', 'up'],
    ]);
    assert.deepEqual(changesOf(month('2026-09', 20, 20), month('2026-10', 22, 18)), [
      ['2026-09', undefined],
      ['2026-10', undefined],
    ]);
    assert.deepEqual(changesOf(month('2026-09', 29, 0), month('2026-10', 0, 60)), [
      ['2026-09', undefined],
      ['2026-10', undefined],
    ]);
  });

  it('are there also where nobody has answered, and are no neighbours across such a gap', () => {
    assert.deepEqual(changesOf(month('2026-11', 40, 0), month('2027-01', 0, 40)), [
      ['2026-11', undefined],
      ['2026-12', undefined],
      ['2027-01', undefined],
    ]);
  });
});

describe('a filter', () => {
  const responses = [
    ...many(10, { channel: 'phone', again: true }, '2026-08', 'decision'),
    ...many(20, { channel: 'phone', again: false }, '2026-09', 'delivery'),
    ...many(40, { channel: 'visit' }, '2026-10', 'decision'),
  ];
  const count = (filter: SurveyFilter) => results(responses, filter).n;

  it('leaves out other months, occasions and options', () => {
    assert.equal(count({}), 70);
    assert.equal(count({ from: '2026-09' }), 60);
    assert.equal(count({ to: '2026-09' }), 30);
    assert.equal(count({ from: '2026-09', to: '2026-09' }), 20);
    assert.equal(count({ step: 'decision' }), 50);
    assert.equal(count({ dimensions: { channel: 'phone' } }), 30);
    assert.equal(count({ dimensions: { channel: 'phone', again: 'true' } }), 10);
    assert.equal(count({ from: '', to: '', step: '', dimensions: { channel: '' } }), 70);
  });

  it('does not ask about answers that are no dimension', () => {
    assert.equal(count({ dimensions: { satisfied: '5', comment: 'x' } }), 70);
  });

  it('is not broken down by itself', () => {
    const { steps, dimensions } = results(responses, { step: 'decision', dimensions: { channel: 'phone' } });
    assert.deepEqual([steps, dimensions.map(({ id }) => id)], [[], ['again']]);
  });
});

describe('who took part', () => {
  const one = (more: Partial<Participation>): Participation => ({
    step: 'decision',
    month: '2026-11',
    invited: 0,
    started: 0,
    completed: 0,
    brokeOff: {},
    ...more,
  });
  const told = (participation: Participation[], filter: SurveyFilter = {}, more = {}) =>
    resultsOf(surveyOf(more), [], participation, filter).participation;
  const rate = ({ value, low, high }: Figure = { n: undefined }) =>
    [value, low, high].map((number) => number?.toFixed(1));

  it('is told with how sure it is, and where people left', () => {
    const found = told([
      one({ invited: 30, started: 28, completed: 22, brokeOff: { one: 1, two: 5 } }),
      one({ invited: 30, started: 22, completed: 20, month: '2026-12', brokeOff: { one: 2 } }),
    ]);
    assert.deepEqual([found?.invited, found?.started, found?.completed], [60, 50, 42]);
    assert.deepEqual(rate(found?.completion), ['84.0', '71.5', '91.7']);
    const label = { ar: 'خطوة', en: 'Step' };
    assert.deepEqual(
      told([one({ started: 50, completed: 30, brokeOff: { one: 8, two: 12 } })])?.brokeOff.map(
        ({ figure, ...page }) => [page, figure.n, figure.isFew, ...rate(figure)],
      ),
      [
        [{ id: 'two', label, count: 12 }, 20, true, '60.0', '38.7', '78.1'],
        [{ id: 'one', label, count: 8 }, 20, true, '40.0', '21.9', '61.3'],
      ],
    );
  });

  it('hides the page at which fewer than five left, and what would tell of it', () => {
    const pages = (brokeOff: Participation['brokeOff']) =>
      told([one({ started: 60, completed: 40, brokeOff })])?.brokeOff.map(({ id, count, figure }) => [
        id,
        count,
        figure.n,
      ]);
    // The three of one page would be those of all less those of the others.
    assert.deepEqual(pages({ two: 3, start: 11, one: 6 }), [
      ['start', 11, 20],
      ['one', undefined, undefined],
      ['two', undefined, undefined],
    ]);
    // Together they are five: what is left of all tells of neither.
    assert.deepEqual(pages({ start: 15, one: 1, two: 4 }), [
      ['start', 15, 20],
      ['one', undefined, undefined],
      ['two', undefined, undefined],
    ]);
    assert.deepEqual(pages({ start: 4, one: 16, two: 0 }), [
      ['start', undefined, undefined],
      ['one', undefined, undefined],
    ]);
    assert.deepEqual(
      told([one({ started: 9, completed: 4, brokeOff: { one: 5 } })])?.brokeOff,
      [],
      '9 less 5',
    );
  });

  it('keeps every page below five from being worked out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), ([start = 0, first = 0, two = 0]) => {
        const left = start + first + two;
        const pages = told([
          one({ started: left + 50, completed: 50, brokeOff: { start, one: first, two } }),
        ])?.brokeOff;
        const counts = (pages ?? []).flatMap(({ count }) => (count === undefined ? [] : [count]));
        const rest = left - counts.reduce((sum, count) => sum + count, 0);
        assert.ok(counts.every((count) => count >= 5));
        assert.ok(rest === 0 || rest >= 5 || counts.length === 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('follows the filter by month and occasion', () => {
    const participation = [
      one({ invited: 10 }),
      one({ invited: 20, step: 'delivery' }),
      one({ invited: 40, month: '2026-12' }),
    ];
    assert.equal(told(participation, { to: '2026-11' })?.invited, 30);
    assert.equal(told(participation, { step: 'decision' })?.invited, 50);
  });

  it('is not told where anybody may answer, or of those with one answer', () => {
    assert.equal(told([one({ invited: 10 })], {}, { access: 'open' }), undefined);
    assert.equal(told([one({ invited: 10 })], { dimensions: { channel: 'phone' } }), undefined);
  });

  it('is not told of fewer than five people', () => {
    const found = told([one({ invited: 40, started: 9, completed: 4, brokeOff: { one: 4 } })]);
    assert.deepEqual([found?.invited, found?.started, found?.completed], [40, 9, undefined]);
    assert.deepEqual(
      [found?.response, found?.completion, found?.brokeOff],
      [{ n: undefined }, { n: undefined }, []],
    );
    assert.deepEqual(
      rate(told([one({ invited: 40 })])?.response),
      ['0.0', '0.0', '8.8'],
      'nobody is an answer too',
    );
  });
});

describe('comments', () => {
  it('are told in an order that tells nothing, and only among five responses', () => {
    const said = ['واو', 'ألف', 'باء', 'ألف', 'هاء'].map(
      (comment) => many(1, { comment })[0] as SurveyResponse,
    );
    const told = (responses: SurveyResponse[]) => results(responses).comments.map(({ text }) => text);
    assert.deepEqual(told(said), ['ألف', 'ألف', 'باء', 'هاء', 'واو']);
    assert.deepEqual(told([...said].reverse()), told(said));
    assert.deepEqual(told(said.slice(1)), []);
  });
});

describe('the table', () => {
  it('says of people that they are people', () => {
    const counts = { step: 'decision', month: '2026-11', brokeOff: {} };
    const noteOf = (id: string, participation: Participation) => {
      const csv = resultsCsv(resultsOf(surveyOf(), [], [participation], {}), 'ar');
      return readCsv(csv.slice(1)).find((row) => row[12] === id)?.[9] ?? '';
    };
    assert.match(noteOf('response', { ...counts, invited: 4, started: 0, completed: 0 }), /أقل من 5 أشخاص/);
    assert.match(noteOf('response', { ...counts, invited: 20, started: 9, completed: 8 }), /دون 30 شخصًا/);
    assert.match(noteOf('csat', { ...counts, invited: 20, started: 9, completed: 8 }), /أقل من 5 إجابات/);
  });

  const responses = [...many(40, { satisfied: 5, channel: 'phone' }), ...many(9, { satisfied: 2 })];

  it('is RFC 4180 in UTF-8 with a byte order mark, the same cells in every row', () => {
    for (const language of ['ar', 'en', 'fr']) {
      const csv = resultsCsv(results(responses), language);
      assert.ok(csv.startsWith('\ufeff"'));
      assert.doesNotMatch(csv.replaceAll('\r\n', ''), /[\r\n]/);
      const rows = readCsv(csv.slice(1));
      assert.deepEqual(new Set(rows.map(({ length }) => length)), new Set([15]));
      assert.equal(
        new Set(rows.map((row) => row.slice(12).join())).size,
        rows.length,
        'each row has its own ids',
      );
    }
  });

  it('speaks one language, and has the same numbers in both', () => {
    const [ar, en] = ['ar', 'en'].map((language) =>
      readCsv(resultsCsv(results(responses), language).slice(1)),
    );
    const numbers = (rows: string[][] = []) =>
      rows.slice(1).map((row) => [...row.slice(5, 9), ...row.slice(10)]);
    assert.deepEqual(numbers(ar), numbers(en));
    for (const row of en ?? []) assert.doesNotMatch(row.join(), /[\u0600-\u06ff]/);
    for (const row of ar ?? []) assert.match(row[0] ?? '', /[\u0600-\u06ff]/);
  });

  it('has nothing that a spreadsheet would work out', () => {
    const measures = [{ id: 'csat', kind: 'csat', of: 'satisfied', title: { ar: '=1+1', en: '@cmd' } }];
    for (const language of ['ar', 'en']) {
      const rows = readCsv(resultsCsv(results(responses, {}, { measures }), language).slice(1));
      for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+@\t\r]|^-(?![\d.]+$)/);
      assert.ok(rows.some(([title]) => /^'(=1\+1|@cmd)$/.test(title ?? '')));
    }
  });
});
