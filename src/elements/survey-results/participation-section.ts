import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { rateFormula } from '../../core/survey/formula.js';
import type { ParticipationResult } from '../../core/survey/survey.js';
import type { Bar } from './bar-chart.js';
import { barChart } from './bar-chart.js';
import type { NumberRow } from './chart-figure.js';
import { chartFigure } from './chart-figure.js';
import { leaderFound } from './findings.js';
import type { ResultsHost } from './results-host.js';

/** How many of those invited answered, and at which page the others stopped. */
export function participationSection(
  participation: ParticipationResult | undefined,
  host: ResultsHost,
): TemplateResult | typeof nothing {
  if (participation === undefined) return nothing;
  const { telling } = host;
  const { words, language } = telling;
  const told = (count: number | undefined) =>
    count === undefined ? words.participation.fewer : telling.count(count);
  const { invited, started, completed } = participation;
  return html`<section part="participation" aria-labelledby="participation-title">
    <h3 id="participation-title">${words.sections.participation}</h3>
    <p>${words.participation.counts(told(invited), told(started), told(completed))}</p>
    ${rates(participation, host)}
    <p class="formula">
      <span class="formula-title">${words.formula}:</span> ${rateFormula('response', language)};
      ${rateFormula('completion', language)}.
    </p>
    ${brokeOff(participation, host)}
  </section>`;
}

function rates({ response, completion }: ParticipationResult, host: ResultsHost): TemplateResult {
  const { telling } = host;
  const { words } = telling;
  const bars = (['response', 'completion'] as const).map((id): Bar => {
    const figure = { response, completion }[id];
    return { id, label: words.participation[id], figure, value: telling.value(figure) };
  });
  const shown = bars.filter(({ figure }) => figure.n !== undefined);
  return chartFigure(
    {
      id: 'rates',
      title: words.participation.rates,
      finding:
        shown.map(({ label, value }) => words.findings.one(label, value)).join(' ') || words.findings.none,
      chart: barChart(bars, telling, { width: host.chartWidth, id: 'rates', reasons: words.participation }),
      table: {
        of: words.charts.what,
        reasons: words.participation,
        rows: bars.map(({ id, label, figure }) => ({ id, label, figure })),
      },
    },
    telling,
    host.savePicture,
  );
}

function brokeOff(
  { brokeOff: pages }: ParticipationResult,
  host: ResultsHost,
): TemplateResult | typeof nothing {
  if (pages.length === 0) return nothing;
  const { telling } = host;
  const { words } = telling;
  const { participation: reasons } = words;
  const rows = pages.map(
    ({ id, label, count, figure }): NumberRow => ({
      id,
      label: telling.told(label),
      figure,
      ...(count !== undefined && { count }),
    }),
  );
  const bars = pages.map(
    ({ id, label, figure }): Bar => ({
      id,
      label: reasons.place(telling.plain(label)),
      figure,
      value: telling.value(figure),
    }),
  );
  const isFew = pages.some(({ figure }) => figure.isFew === true);
  return chartFigure(
    {
      id: 'broke-off',
      title: words.participation.brokeOff,
      finding: leaderFound(bars, 'left', telling, { isFew, reasons }),
      chart: barChart(bars, telling, { width: host.chartWidth, id: 'broke-off', reasons }),
      hints: isFew ? [] : [reasons.brokeOffHint],
      table: { of: words.charts.what, reasons, rows },
    },
    telling,
    host.savePicture,
  );
}
