import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { printedNumber } from '../../core/survey/statistics.js';
import type { Figure, MeasurePart, MeasureResult } from '../../core/survey/survey.js';
import type { Bar } from './bar-chart.js';
import { barChart } from './bar-chart.js';
import { chartFigure } from './chart-figure.js';
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
      ${partsChart(measure, measure.parts ?? [], words.findings.most, host)} ${aboutAnswers(measure, telling)}
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
        ${partsChart(measure, parts, words.findings.most, host)} ${formulaNote(measure, host.telling)}
      </div>`;
    })}
  </section>`;
}

/** What matters most: by mean place, the first on top. */
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
      const place = ({ meanPlace = Number.POSITIVE_INFINITY }: MeasurePart) => meanPlace;
      const parts = [...(measure.parts ?? [])].sort((one, other) => place(one) - place(other));
      return html`<div class="measure">
        ${partsChart(measure, parts, words.findings.first, host)} ${formulaNote(measure, host.telling)}
      </div>`;
    })}
  </section>`;
}

function partsChart(
  measure: MeasureResult,
  parts: readonly MeasurePart[],
  finding: (label: string, value: string) => string,
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
  const most = measure.kind === 'ranking' ? bars[0] : highestOf(bars);
  const hints = measure.figure.isFew === true ? [words.few] : [];
  return chartFigure(
    {
      id: `parts-${measure.id}`,
      title,
      finding: most === undefined ? words.findings.none : finding(most.label, most.value),
      chart: barChart(bars, telling, { width: host.chartWidth, id: `parts-${measure.id}` }),
      hints,
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

/** Which of some bars is highest and which lowest, in a sentence; only where that is sure. */
export function endsFound(bars: readonly Bar[], { words }: ResultsTelling): string {
  const { findings, few } = words;
  const shown = bars.filter(({ figure }) => figure.value !== undefined);
  const [only] = shown;
  if (only === undefined) return findings.none;
  if (shown.length === 1) return findings.one(only.label, only.value);
  const comparable = shown.filter(({ figure }) => figure.isFew !== true);
  const [highest, lowest] = [highestOf(comparable), lowestOf(comparable)];
  if (highest === undefined || lowest === undefined || highest === lowest) return `${few}.`;
  const { low = 0 } = highest.figure;
  const { high = 0 } = lowest.figure;
  return low > high
    ? findings.ends(highest.label, highest.value, lowest.label, lowest.value)
    : findings.noDifference;
}

function highestOf(bars: readonly Bar[]): Bar | undefined {
  return bars.reduce<Bar | undefined>(
    (best, bar) => (lengthOf(bar) > lengthOf(best) ? bar : best),
    undefined,
  );
}

function lowestOf(bars: readonly Bar[]): Bar | undefined {
  return bars.reduce<Bar | undefined>(
    (best, bar) => (best === undefined || lengthOf(bar) < lengthOf(best) ? bar : best),
    undefined,
  );
}

function lengthOf(bar: Bar | undefined): number {
  return bar?.figure.value ?? Number.NEGATIVE_INFINITY;
}
