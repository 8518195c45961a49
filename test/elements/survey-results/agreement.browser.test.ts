import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { resultsOf } from '../../../src/core/survey/results.js';
import { resultsCsv } from '../../../src/core/survey/results-csv.js';
import '../../../src/elements/survey-results/define.js';
import type { TaafiSurveyResults } from '../../../src/elements/survey-results/survey-results.js';
import {
  diceOf,
  surveyDefinition,
  surveyParticipation,
  surveyResponses,
  year,
} from '../../../stories/support/survey.js';

const SETS = 300;

/** What is printed of one thing: n, value, low, high; empty strings where it is hidden. */
type Printed = readonly string[];

describe('the results on the page and those in the table', () => {
  it(`say the same to the last printed digit, on ${SETS} sets of responses`, async function () {
    this.timeout(120_000);
    const definition = surveyDefinition();
    const element = await fixture<TaafiSurveyResults>(
      html`<taafi-survey-results lang="ar" .definition=${definition}></taafi-survey-results>`,
    );
    let compared = 0;
    let hidden = 0;
    for (let seed = 0; seed < SETS; seed += 1) {
      const dice = diceOf(seed);
      const months = year.slice(0, 1 + Math.floor(dice() * 5));
      const responses = surveyResponses(Math.floor(dice() ** 2 * 240), months, seed);
      const participation = surveyParticipation(responses);
      Object.assign(element, { responses, participation, lang: seed % 2 === 0 ? 'ar' : 'en' });
      await element.updateComplete;
      const expected = ofTable(resultsCsv(resultsOf(definition, responses, participation, {}), 'en'));
      const root = element.shadowRoot as ShadowRoot;
      const chosen = root.querySelector<HTMLSelectElement>('#measure')?.value ?? '';
      const found = [...ofCards(root), ...ofTables(root, chosen)];
      for (const [key, printed] of found) {
        expect(printed, `seed ${seed}, ${key}`).to.deep.equal(expected.get(key));
        compared += 1;
        if (printed[0] === '') hidden += 1;
      }
      if (responses.length >= 5) expect(found.length, `seed ${seed}`).to.be.above(10);
    }
    expect(compared).to.be.above(SETS * 20);
    expect(hidden).to.be.above(SETS);
  });
});

function ofTable(csv: string): Map<string, Printed> {
  const [, ...lines] = csv.trimEnd().split('\r\n');
  const rows = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)")?/g)].map(([, cell = '']) => cell),
  );
  return new Map(
    rows.map((row) => {
      const isPart = row[13] === 'answer';
      const [n = '', value = '', low = '', high = ''] = row.slice(5, 9);
      return [`${row[12]}/${row[13]}/${row[14]}`, [isPart ? (row[10] ?? '') : n, value, low, high]];
    }),
  );
}

/** The large figures. */
function ofCards(root: ShadowRoot): [string, Printed][] {
  return [...root.querySelectorAll<HTMLElement>('.card')].map((card) => {
    const [value, n] = [...card.querySelectorAll('.number')].map(
      ({ textContent }) => numbersIn(textContent)[0] ?? '',
    );
    const [low = '', high = ''] = numbersIn(card.querySelector('.interval')?.textContent ?? null);
    return [`${card.dataset.measure}/total/`, [n ?? '', value ?? '', low, high]];
  });
}

/** The tables behind the charts. */
function ofTables(root: ShadowRoot, chosen: string): [string, Printed][] {
  return [...root.querySelectorAll<HTMLElement>('figure')].flatMap((figure) => {
    const { chart = '' } = figure.dataset;
    if (chart === 'broke-off') return [];
    return [...figure.querySelectorAll<HTMLElement>('tbody tr')].map((row): [string, Printed] => {
      const [value = '', n = ''] = [...row.querySelectorAll('.number')].map(
        ({ textContent }) => numbersIn(textContent)[0] ?? '',
      );
      const [low = '', high = ''] = numbersIn(row.querySelector('.interval')?.textContent ?? null);
      return [keyOf(chart, row.dataset.row ?? '', chosen), [n, value, low, high]];
    });
  });
}

function keyOf(chart: string, row: string, chosen: string): string {
  if (chart === 'items' || chart === 'rates') return `${row}/total/`;
  if (chart === 'trend') return `${chosen}/month/${row}`;
  if (chart === 'by-step') return `${chosen}/step/${row}`;
  const [, dimension] = /^by-dimension-(.*)$/.exec(chart) ?? [];
  return dimension === undefined
    ? `${chart.slice('parts-'.length)}/answer/${row}`
    : `${chosen}/dimension.${dimension}/${row}`;
}

function numbersIn(text: string | null): string[] {
  return (text ?? '').replaceAll(',', '').match(/-?\d+(\.\d)?/g) ?? [];
}
