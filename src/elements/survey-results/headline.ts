import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formulaOf, intervalFormula } from '../../core/survey/formula.js';
import { printedNumber } from '../../core/survey/statistics.js';
import type { MeasureResult } from '../../core/survey/survey.js';
import { barChart } from './bar-chart.js';
import { drawn } from './chart-figure.js';
import { percentScale, scoreScale } from './plot.js';
import type { ResultsHost } from './results-host.js';
import type { ResultsTelling } from './results-telling.js';
import { isScore } from './results-telling.js';

/** A card of a headline is never wider. */
const WIDEST = 340;

/** The first measure of each of the three kinds that charities are compared by, as large figures. */
export function headline(
  measures: readonly MeasureResult[],
  host: ResultsHost,
): TemplateResult | typeof nothing {
  const kinds = ['csat', 'ces', 'nps'] as const;
  const chosen = kinds.flatMap((kind) => measures.find((measure) => measure.kind === kind) ?? []);
  if (chosen.length === 0) return nothing;
  const { words } = host.telling;
  return html`<section part="headline" aria-labelledby="headline-title">
    <h3 id="headline-title">${words.sections.headline}</h3>
    <div class="cards">${chosen.map((measure) => card(measure, host))}</div>
    <p class="hint">${words.secure}</p>
  </section>`;
}

function card(measure: MeasureResult, { telling, chartWidth }: ResultsHost): TemplateResult {
  const { id, kind, figure, clause } = measure;
  const { words } = telling;
  const value = telling.value(figure, isScore(measure));
  const chart = barChart([{ id, label: '', figure, value: '' }], telling, {
    width: Math.min(chartWidth - 34, WIDEST),
    id: `card-${id}`,
    scale: isScore(measure) ? scoreScale : percentScale,
  });
  return html`<article class="card" part="card" data-measure=${id}>
    <div class="card-figure"><h4>${kind === 'csat' || kind === 'ces' || kind === 'nps' ? words.kinds[kind] : nothing}</h4>
    <p class="asked">
      ${telling.told(measure.title)}
      ${clause === undefined ? nothing : html`<span class="clause">${words.clause(clause)}</span>`}
    </p>
    ${
      figure.n === undefined
        ? html`<p class="withheld">${words.hidden}</p>`
        : html`<p class="big"><span class="number">${value}</span></p>
            <p class="interval" id="interval-${id}">${telling.interval(figure)}</p>
            ${drawn(chart, `interval-${id}`)}
            <p>
              <span class="number">${words.answers(figure.n)}</span>${
                kind === 'ces' && measure.mean !== undefined
                  ? html`<span class="mean">${words.mean(printedNumber(measure.mean))}</span>`
                  : nothing
              }
            </p>
            ${measure.notApplicable ? html`<p class="hint">${words.notApplicable(measure.notApplicable)}</p>` : nothing}`
    }
    </div>
    ${formulaNote(measure, telling)}
  </article>`;
}

/** How a figure comes about. It stands beside the number: others count otherwise. */
export function formulaNote(measure: MeasureResult, { language, words }: ResultsTelling): TemplateResult {
  return html`<p class="formula">
    <span class="formula-title">${words.formula}:</span> ${formulaOf(measure, language)}.
    ${intervalFormula(measure.kind, language)}.
  </p>`;
}
