import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { Figure } from '../../core/survey/survey.js';
import type { BarChart } from './bar-chart.js';
import type { Reasons } from './findings.js';
import type { ResultsTelling } from './results-telling.js';

/** What stands around a drawing: its title, the sentence that says what it shows, and its numbers. */
export interface ChartAbout {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly chart: BarChart;
  readonly hints?: readonly string[];
  readonly table: NumberTable;
}

export interface NumberTable {
  /** What the first column is of. */
  readonly of: string;
  readonly rows: readonly NumberRow[];
  readonly isScore?: boolean;
  readonly reasons?: Reasons;
}

export interface NumberRow {
  readonly id: string;
  readonly label: unknown;
  readonly figure: Figure;
  /** Instead of the number of the figure. */
  readonly count?: number;
  readonly note?: string | undefined;
}

/** A chart that says the same three times: drawn, in a sentence, and as a table. */
export function chartFigure(
  about: ChartAbout,
  telling: ResultsTelling,
  onPicture: (figure: HTMLElement, title: string) => void,
): TemplateResult {
  const { id, title, finding, chart, table } = about;
  // What the finding says already is not said again.
  const hints = [chart.hint ?? '', ...(about.hints ?? [])].filter((hint) => !finding.includes(hint));
  const { words } = telling;
  const picture = ({ currentTarget }: Event) => {
    const figure = (currentTarget as HTMLElement).closest('figure');
    if (figure !== null) onPicture(figure, title);
  };
  return html`<figure class="chart" part="chart" data-chart=${id}>
    <figcaption>
      <h4>${title}</h4>
      <p class="finding" id="finding-${id}">${finding}</p>
    </figcaption>
    ${drawn(chart, `finding-${id}`)} ${hints.map((hint) => html`<p class="hint">${hint}</p>`)}
    <details>
      <summary>${words.charts.table}</summary>
      ${numberTable(table, title, telling)}
    </details>
    <button type="button" class="quiet small no-print" part="button" aria-label=${words.export.pngOf(title)} @click=${picture}>
      ${words.export.png}
    </button>
  </figure>`;
}

/** The drawing; what it shows is said by the element of that id. */
export function drawn({ width, height, drawing }: BarChart, labelledBy: string): TemplateResult {
  return html`${svg`<svg class="drawing" role="img" aria-labelledby=${labelledBy} viewBox="0 0 ${width} ${height}" width=${width} height=${height} xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`}`;
}

function numberTable(
  { of, rows, isScore = false, reasons }: NumberTable,
  title: string,
  telling: ResultsTelling,
): TemplateResult {
  const { words } = telling;
  const { hidden, few } = reasons ?? words;
  return html`<table>
    <caption class="visually-hidden">
      ${title}
    </caption>
    <thead>
      <tr>
        <th scope="col">${of}</th>
        <th scope="col">${words.charts.value}</th>
        <th scope="col">${words.charts.count}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ id, label, figure, count = figure.n, note }) => html`<tr data-row=${id}>
          <th scope="row">${label}</th>
          ${
            figure.n === undefined
              ? html`<td colspan="2">${hidden}</td>`
              : html`<td>
                    <span class="number">${telling.value(figure, isScore)}</span>
                    <span class="interval">${telling.interval(figure)}</span>
                  </td>
                  <td>
                    <span class="number">${count === undefined ? nothing : telling.count(count)}</span>
                    ${figure.isFew === true ? html`<span class="few">${few}</span>` : nothing}
                    ${note === undefined ? nothing : html`<span class="interval">${note}</span>`}
                  </td>`
          }
        </tr>`,
      )}
    </tbody>
  </table>`;
}
