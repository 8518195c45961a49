import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { printedNumber } from '../../core/survey/statistics.js';
import type { Figure, MeasurePart, MeasureResult } from '../../core/survey/survey.js';
import type { Bar } from './bar-chart.js';
import { barChart } from './bar-chart.js';
import { chartFigure } from './chart-figure.js';
import { endsFound, leaderFound } from './findings.js';
import { formulaNote } from './headline.js';
import type { ResultsHost } from './results-host.js';
import type { ResultsTelling } from './results-telling.js';

/** The satisfied of each question side by side, with their intervals. */
export function itemsSection(
  measures: readonly MeasureResult[],
  host: ResultsHost,
): TemplateResult | typeof nothing {
  const items = measures.filter(({ kind }) => kind === 'csat');
  if (items.length < 2) return nothing;
  const { telling } = host;
  const { words } = telling;
  const bars = items.map(({ id, title, figure, clause }): Bar => {
    const note = clause === undefined ? '' : words.clause(clause);
    return { id, label: telling.plain(title), figure, value: telling.value(figure), note };
  });
  return html`<section part="items" aria-labelledby="items-title">
    <h3 id="items-title">${words.sections.items}</h3>
    ${chartFigure(
      {
        id: 'items',
        title: words.charts.items,
        finding: endsFound(bars, telling),
        chart: barChart(bars, telling, { width: host.chartWidth, id: 'items' }),
        table: {
          of: words.charts.what,
          rows: items.map(({ id, title, figure }) => ({ id, label: telling.told(title), figure })),
        },
      },
      telling,
      host.savePicture,
    )}
    ${items[0] === undefined ? nothing : formulaNote(items[0], telling)}
  </section>`;
}

/** How many chose each point, for every question that has points. */
export function distributionsSection(
  measures: readonly MeasureResult[],
  host: ResultsHost,
): TemplateResult | typeof nothing {
  const rated = measures.filter(({ range }) => range !== undefined);
  if (rated.length === 0) return nothing;
  const { telling } = host;
  const { words } = telling;
  return html`<section part="distributions" aria-labelledby="distributions-title">
    <h3 id="distributions-title">${words.sections.distributions}</h3>
    ${rated.map(
      (measure) => html`<div class="measure">
      ${partsChart(measure, measure.parts ?? [], 'most', host)} ${aboutAnswers(measure, telling)}
    </div>`,
    )}
  </section>`;
}

/** Shares of options, the most frequent first: what hinders people stands above. */
export function sharesSection(
  measures: readonly MeasureResult[],
  host: ResultsHost,
): TemplateResult | typeof nothing {
  const shares = measures.filter(({ kind }) => kind === 'shares');
  if (shares.length === 0) return nothing;
  const { words } = host.telling;
  return html`<section part="shares" aria-labelledby="shares-title">
    <h3 id="shares-title">${words.sections.shares}</h3>
    ${shares.map((measure) => {
      const parts = [...(measure.parts ?? [])].sort((one, other) => other.count - one.count);
      return html`<div class="measure">
        ${partsChart(measure, parts, 'most', host)} ${formulaNote(measure, host.telling)}
      </div>`;
    })}
  </section>`;
}

/** What matters most: what most people put first on top. A mean place is of those alone who ranked it, perhaps a few. */
export function rankingsSection(
  measures: readonly MeasureResult[],
  host: ResultsHost,
): TemplateResult | typeof nothing {
  const rankings = measures.filter(({ kind }) => kind === 'ranking');
  if (rankings.length === 0) return nothing;
  const { words } = host.telling;
  return html`<section part="rankings" aria-labelledby="rankings-title">
    <h3 id="rankings-title">${words.sections.rankings}</h3>
    <p class="hint">${words.charts.rankHint}</p>
    ${rankings.map((measure) => {
      const parts = [...(measure.parts ?? [])].sort(
        (one, other) => other.count - one.count || byPlace(one, other),
      );
      return html`<div class="measure">
        ${partsChart(measure, parts, 'first', host)} ${formulaNote(measure, host.telling)}
      </div>`;
    })}
  </section>`;
}

function byPlace({ meanPlace: one }: MeasurePart, { meanPlace: other }: MeasurePart): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return one - other;
}

function partsChart(
  measure: MeasureResult,
  parts: readonly MeasurePart[],
  finding: 'most' | 'first',
  host: ResultsHost,
): TemplateResult {
  const { telling } = host;
  const { words } = telling;
  const title = words.charts.distribution(telling.plain(measure.title));
  if (parts.length === 0) return html`<h4>${title}</h4><p class="withheld">${words.hidden}</p>`;
  const noteOf = ({ meanPlace }: MeasurePart) =>
    meanPlace === undefined ? undefined : words.charts.meanPlace(printedNumber(meanPlace));
  const bars = parts.map(
    (part): Bar => ({
      id: part.id,
      label: telling.plain(part.label),
      // That they are few is said once for all of them: they are of the same answers.
      figure: withoutFew(part.figure),
      value: telling.value(part.figure),
      note: noteOf(part),
    }),
  );
  const isFew = measure.figure.isFew === true;
  return chartFigure(
    {
      id: `parts-${measure.id}`,
      title,
      finding: leaderFound(bars, finding, telling, { isFew }),
      chart: barChart(bars, telling, { width: host.chartWidth, id: `parts-${measure.id}` }),
      table: {
        of: words.charts.what,
        rows: parts.map((part) => ({
          id: part.id,
          label: telling.told(part.label),
          figure: withoutFew(part.figure),
          count: part.count,
          note: noteOf(part),
        })),
      },
    },
    telling,
    host.savePicture,
  );
}

function aboutAnswers(
  { figure, mean, notApplicable = 0 }: MeasureResult,
  { words }: ResultsTelling,
): unknown {
  if (figure.n === undefined) return nothing;
  return html`<p class="hint">
    ${words.answers(figure.n)}. ${mean === undefined ? nothing : `${words.mean(printedNumber(mean))}. `}
    ${notApplicable === 0 ? nothing : `${words.notApplicable(notApplicable)}.`}
  </p>`;
}

function withoutFew({ isFew: _, ...figure }: Figure): Figure {
  return figure;
}
