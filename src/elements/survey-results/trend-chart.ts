import { nothing, svg } from 'lit';
import { isolateLtr } from '../../core/characters.js';
import type { Figure, Slice } from '../../core/survey/survey.js';
import { shortHijriMonth } from '../../locale/months.js';
import type { BarChart } from './bar-chart.js';
import { drawnText } from './drawn-text.js';
import type { Scale } from './plot.js';
import { Plot, percentScale, round } from './plot.js';
import type { ResultsTelling } from './results-telling.js';

const TOP = 26;
const BODY = 190;
const BOTTOM = 70;
const START = 46;
const END = 30;
const SIZE = 13;
/** Room that the name of a month needs. */
const NAME_WIDTH = 84;

interface Point {
  readonly slice: Slice;
  readonly figure: Figure;
  readonly x: number;
}

/**
 * One measure month by month, from where the language starts: a line with its interval as an area around it, broken off
 * where nothing is shown. An empty circle stands for few answers, a triangle for a change that is sure.
 */
export function trendChart(
  months: readonly Slice[],
  measure: string,
  telling: ResultsTelling,
  room: { readonly width: number; readonly scale?: Scale },
): BarChart {
  const { width, scale = percentScale } = room;
  const plot = new Plot(width, telling.direction);
  const breadth = width - START - END;
  const between = months.length > 1 ? breadth / (months.length - 1) : 0;
  const y = (value: number) => round(TOP + BODY * (1 - (value - scale.least) / (scale.most - scale.least)));
  const points = months.map((slice, index): Point => {
    const fromStart = START + (months.length > 1 ? index * between : breadth / 2);
    return { slice, figure: slice.figures[measure] ?? { n: undefined }, x: plot.x(fromStart) };
  });
  const every = Math.max(1, Math.ceil(NAME_WIDTH / Math.max(between, 1)));
  const middle = (scale.least + scale.most) / 2;
  return {
    width,
    height: TOP + BODY + BOTTOM,
    drawing: svg`${[scale.least, middle, scale.most].map(
      (
        value,
      ) => svg`<line class="grid" x1=${plot.x(START)} x2=${plot.x(width - END)} y1=${y(value)} y2=${y(value)} stroke-width="1"></line>
        <text class="axis" x=${plot.x(START - 8)} y=${y(value) + 4} font-size=${SIZE} text-anchor="end">${drawnText(`\u2066${value}\u2069`)}</text>`,
    )}
    ${points.map((point, index) => (index % every === 0 ? monthName(point, telling) : nothing))}
    ${runsOf(points).map((run) => [band(run, y), line(run, y)])}
    ${points.map((point) => dot(point, measure, y))}`,
  };
}

/** Neighbours that are all shown. */
function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point.figure.value === undefined) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function band(run: readonly Point[], y: (value: number) => number): unknown {
  const [only] = run;
  const end = (point: Point, key: 'low' | 'high') => y(point.figure[key] ?? 0);
  if (run.length === 1 && only !== undefined)
    return svg`<path class="whisker" d=${`M${only.x - 5} ${end(only, 'low')}h10m-5 0V${end(only, 'high')}m-5 0h10`} fill="none" stroke-width="1.5"></path>`;
  const up = run.map((point) => `${point.x} ${end(point, 'high')}`);
  const back = [...run].reverse().map((point) => `${point.x} ${end(point, 'low')}`);
  return svg`<path class="band" d=${`M${[...up, ...back].join('L')}Z`} stroke-width="1"></path>`;
}

function line(run: readonly Point[], y: (value: number) => number): unknown {
  if (run.length < 2) return nothing;
  const way = run.map(({ x, figure }) => `${x} ${y(figure.value ?? 0)}`).join('L');
  return svg`<path class="line" d=${`M${way}`} fill="none" stroke-width="3"></path>`;
}

function dot({ slice, figure, x }: Point, measure: string, y: (value: number) => number): unknown {
  const { value, isFew } = figure;
  if (value === undefined) return nothing;
  const change = slice.changes?.[measure];
  return svg`<circle class=${isFew === true ? 'dot-few' : 'dot'} cx=${x} cy=${y(value)} r="5" stroke-width="2"></circle>
    ${change === undefined ? nothing : svg`<text class="value" x=${x} y=${y(value) - 11} font-size="14" text-anchor="middle">${change === 'up' ? '▲' : '▼'}</text>`}`;
}

/** The month in both calendars. Hijri ones are in numbers for want of room: a Gregorian month lies in two of them. */
function monthName({ slice, x }: Point, { words, calendar }: ResultsTelling): unknown {
  const [year = '', month = ''] = slice.id.split('-');
  const name = words.dates.months.gregory[Number(month) - 1] ?? slice.id;
  const hijri = isolateLtr(shortHijriMonth(slice.id));
  const lines = calendar === 'gregory' ? [name, year, hijri] : [hijri, name, year];
  return svg`<line class="grid" x1=${x} x2=${x} y1=${TOP + BODY} y2=${TOP + BODY + 6} stroke-width="1"></line>
    ${lines.map((text, index) => svg`<text class="axis" x=${x} y=${TOP + BODY + 22 + index * 18} font-size=${SIZE} text-anchor="middle">${drawnText(text)}</text>`)}`;
}
