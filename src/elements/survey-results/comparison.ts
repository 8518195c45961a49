import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { MeasureResult, Slice, SurveyResults } from '../../core/survey/survey.js';
import type { Bar } from './bar-chart.js';
import { barChart } from './bar-chart.js';
import type { NumberRow } from './chart-figure.js';
import { chartFigure } from './chart-figure.js';
import { endsFound } from './findings.js';
import { formulaNote } from './headline.js';
import { percentScale, scoreScale } from './plot.js';
import type { ResultsHost } from './results-host.js';
import { isScore } from './results-telling.js';
import { trendChart } from './trend-chart.js';

/** One measure at a time, by month, by occasion and by each dimension. */
export class Comparison {
  readonly #host: ResultsHost;
  /** The id of the measure that was chosen; the first where it is none of those there are. */
  #chosen = '';

  constructor(host: ResultsHost) {
    this.#host = host;
  }

  template({ measures, months, steps, dimensions }: SurveyResults): TemplateResult | typeof nothing {
    const comparable = measures.filter(({ figure }) => figure.value !== undefined);
    const measure = comparable.find(({ id }) => id === this.#chosen) ?? comparable[0];
    if (measure === undefined) return nothing;
    const { telling } = this.#host;
    const { words } = telling;
    const breakdowns = [
      { id: 'step', label: words.charts.byStep, slices: steps },
      ...dimensions.map(({ id, label, slices }) => ({
        id: `dimension-${id}`,
        label: telling.plain(label),
        slices,
      })),
    ];
    return html`<section part="comparison" aria-labelledby="compare-title">
      <h3 id="compare-title">${words.sections.compare}</h3>
      <div class="chosen-measure no-print">
        <label for="measure" part="label">${words.charts.chosen}</label>
        <select id="measure" part="control" @change=${this.#onChoice}>
          ${comparable.map(
            ({ id, title }) =>
              html`<option value=${id} .selected=${id === measure.id}>${telling.plain(title)}</option>`,
          )}
        </select>
      </div>
      ${formulaNote(measure, telling)} ${months.length === 0 ? nothing : this.#trend(measure, months)}
      ${breakdowns.map(({ id, label, slices }) =>
        slices.length === 0 ? nothing : this.#bySlice(measure, `by-${id}`, label, slices),
      )}
    </section>`;
  }

  #trend(measure: MeasureResult, months: readonly Slice[]): TemplateResult {
    const { telling, chartWidth, savePicture } = this.#host;
    const { words } = telling;
    const last = months.filter(({ figures }) => figures[measure.id]?.value !== undefined).at(-1);
    const changes = months.flatMap(({ id, changes }) => {
      const way = changes?.[measure.id];
      return way === undefined ? [] : [words.findings[way](telling.month(id))];
    });
    const known =
      last === undefined
        ? words.findings.none
        : words.findings.last(
            telling.month(last.id),
            telling.value(last.figures[measure.id] ?? { n: undefined }, isScore(measure)),
          );
    const finding = [
      known,
      ...(changes.length > 0
        ? changes
        : last === undefined || months.length < 2
          ? []
          : [areComparable(months, measure.id) ? words.findings.noChange : `${words.few}.`]),
    ];
    return chartFigure(
      {
        id: 'trend',
        title: words.charts.trend(telling.plain(measure.title)),
        finding: finding.join(' '),
        chart: trendChart(months, measure.id, telling, { width: chartWidth, scale: scaleOf(measure) }),
        hints: [words.charts.legend, words.charts.fewLegend],
        table: {
          of: words.charts.month,
          isScore: isScore(measure),
          rows: months.map((slice): NumberRow => {
            const way = slice.changes?.[measure.id];
            const note = way && words.findings[way](telling.month(slice.id));
            return {
              id: slice.id,
              label: telling.month(slice.id),
              figure: slice.figures[measure.id] ?? { n: undefined },
              note,
            };
          }),
        },
      },
      telling,
      savePicture,
    );
  }

  #bySlice(measure: MeasureResult, id: string, kind: string, slices: readonly Slice[]): TemplateResult {
    const { telling, chartWidth, savePicture } = this.#host;
    const { words } = telling;
    const figures = slices.map((slice) => ({ slice, figure: slice.figures[measure.id] ?? { n: undefined } }));
    const bars = figures.map(
      ({ slice, figure }): Bar => ({
        id: slice.id,
        label: telling.plain(slice.label),
        figure,
        value: telling.value(figure, isScore(measure)),
      }),
    );
    return chartFigure(
      {
        id,
        title: words.charts.bySlice(telling.plain(measure.title), kind),
        finding: endsFound(bars, telling),
        chart: barChart(bars, telling, { width: chartWidth, id, scale: scaleOf(measure) }),
        table: {
          of: kind,
          isScore: isScore(measure),
          rows: figures.map(({ slice, figure }) => ({
            id: slice.id,
            label: telling.told(slice.label),
            figure,
          })),
        },
      },
      telling,
      savePicture,
    );
  }

  readonly #onChoice = ({ target }: Event): void => {
    this.#chosen = (target as HTMLSelectElement).value;
    this.#host.requestUpdate();
  };
}

/** Whether two months that follow one another have answers enough to be compared. */
function areComparable(months: readonly Slice[], measure: string): boolean {
  const isEnough = ({ figures }: Slice) => figures[measure]?.value !== undefined && !figures[measure]?.isFew;
  return months.some((month, index) => {
    const before = months[index - 1];
    return before !== undefined && isEnough(before) && isEnough(month);
  });
}

function scaleOf(measure: MeasureResult) {
  return isScore(measure) ? scoreScale : percentScale;
}
