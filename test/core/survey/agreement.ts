import assert from 'node:assert/strict';
import { resultsOf } from '../../../src/core/survey/results.js';
import { resultsCsv } from '../../../src/core/survey/results-csv.js';
import { printedNumber } from '../../../src/core/survey/statistics.js';
import type { Figure, SurveyFilter, SurveyResults } from '../../../src/core/survey/survey.js';
import { readCsv } from '../../cli/csv-reader.js';
import type { Printed } from './naive-results.js';
import { naiveResults } from './naive-results.js';
import { diceOf, randomParticipation, randomResponses } from './random-survey.js';
import { surveyOf } from './survey-form.js';

const definition = surveyOf();

/** Tries sets of responses, each made from a number from `first` on. */
export function checkAgreement(sets: number, first = 0): void {
  let shown = 0;
  let hidden = 0;
  for (let seed = first; seed < first + sets; seed += 1) {
    const dice = diceOf(seed);
    const responses = randomResponses(dice, 160);
    const participation = randomParticipation(dice);
    const filter = randomFilter(dice);
    const expected = naiveResults(responses, participation, filter);
    const results = resultsOf(definition, responses, participation, filter);
    const table = rowsOf(resultsCsv(results, seed % 2 === 0 ? 'ar' : 'en'));
    assert.deepEqual(differences(ofResults(results), expected), [], `seed ${seed}, results`);
    assert.deepEqual(differences(table, expected), [], `seed ${seed}, table`);
    const sizes = [...expected.values()].map(([n]) => n);
    shown += sizes.filter((n) => n !== '').length;
    hidden += sizes.filter((n) => n === '').length;
  }
  // Otherwise the sets would be too large or too small to try the rules.
  assert.ok(shown > sets && hidden > sets, `${shown} shown, ${hidden} hidden`);
}

function differences(found: Map<string, Printed>, expected: Map<string, Printed>): string[] {
  const keys = new Set([...found.keys(), ...expected.keys()]);
  const told = (row: Printed | undefined) => row?.join(' | ') ?? 'none';
  return [...keys]
    .map((key) => [key, told(found.get(key)), told(expected.get(key))])
    .filter(([, one, other]) => one !== other)
    .map(([key, one, other]) => `${key}: ${one} instead of ${other}`);
}

function randomFilter(dice: () => number): SurveyFilter {
  if (dice() < 0.4) return {};
  return {
    ...(dice() < 0.4 && { from: '2026-09' }),
    ...(dice() < 0.4 && { to: '2026-12' }),
    ...(dice() < 0.3 && { step: dice() < 0.5 ? 'decision' : 'delivery' }),
    ...(dice() < 0.3 && {
      dimensions: dice() < 0.5 ? { channel: 'phone' } : { again: 'true', channel: 'visit' },
    }),
  };
}

function rowsOf(csv: string): Map<string, Printed> {
  const [, ...rows] = readCsv(csv.slice(1));
  const found = rows
    .filter((row) => row[13] !== 'answer')
    .map((row): [string, Printed] => {
      const [n = '', value = '', low = '', high = '', note = ''] = row.slice(5, 10);
      const code = note === '' ? '' : /^(hidden|محجوب)/.test(note) ? 'hidden' : 'few';
      return [`${row[12]}/${row[13]}/${row[14]}`, [n, value, low, high, code]];
    });
  return new Map(found);
}

function ofResults({
  n,
  participation,
  measures,
  months,
  steps,
  dimensions,
}: SurveyResults): Map<string, Printed> {
  const rows = new Map<string, Printed>();
  const add = (key: string, { n: size, value, low, high, isFew }: Figure) => {
    const [printed = '', least = '', most = ''] = [value, low, high].map((number) =>
      number === undefined ? '' : printedNumber(number),
    );
    const note = size === undefined ? 'hidden' : isFew === true ? 'few' : '';
    rows.set(key, [size === undefined ? '' : String(size), printed, least, most, note]);
  };
  add('responses/total/', { n });
  if (participation !== undefined) {
    add('response/total/', participation.response);
    add('completion/total/', participation.completion);
  }
  for (const { id, figure } of measures) add(`${id}/total/`, figure);
  const breakdowns = [
    { kind: 'month', slices: months },
    { kind: 'step', slices: steps },
    ...dimensions.map(({ id, slices }) => ({ kind: `dimension.${id}`, slices })),
  ];
  for (const { kind, slices } of breakdowns)
    for (const slice of slices) {
      add(`responses/${kind}/${slice.id}`, { n: slice.n });
      for (const [id, figure] of Object.entries(slice.figures)) add(`${id}/${kind}/${slice.id}`, figure);
    }
  return rows;
}
