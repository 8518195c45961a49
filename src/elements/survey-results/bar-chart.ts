import type { SVGTemplateResult } from 'lit';
import { nothing, svg } from 'lit';
import type { Figure } from '../../core/survey/survey.js';
import { drawnText } from './drawn-text.js';
import type { Reasons } from './findings.js';
import type { Scale } from './plot.js';
import { linesOf, Plot, percentScale, round } from './plot.js';
import type { ResultsTelling } from './results-telling.js';

/** One bar: what it is of, how long, and what else is said of it. */
export interface Bar {
  readonly id: string;
  /** Empty where the chart has only one. */
  readonly label: string;
  readonly figure: Figure;
  /** As it is printed beside the bar. */
  readonly value: string;
  /** Stands beneath the bar. */
  readonly note?: string | undefined;
}

export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly drawing: SVGTemplateResult;
  /** What is to be said once, beside the drawing. */
  readonly hint?: string;
}

const LABEL_SIZE = 15;
const LABEL_LINE = 22;
const NOTE_SIZE = 13;
const NOTE_LINE = 19;
const BAR = 18;
const GAP = 16;
const VALUE_WIDTH = 76;
const AXIS = 26;

/**
 * Bars from where the language starts, each with its label above it, its value at its end and its interval as a line on it.
 * A bar of few answers is striped; one that is hidden is not there, and words say so. `id` tells the stripes of one chart
 * from those of another.
 */
export function barChart(
  bars: readonly Bar[],
  telling: ResultsTelling,
  room: { readonly width: number; readonly id: string; readonly scale?: Scale; readonly reasons?: Reasons },
): BarChart {
  const { width, id, scale = percentScale, reasons = telling.words } = room;
  const plot = new Plot(width, telling.direction);
  const reach = width - (bars.some(({ value }) => value !== '') ? VALUE_WIDTH : 0);
  const across = (value: number) => ((value - scale.least) / (scale.most - scale.least)) * reach;
  // Said of every bar it would be in the way.
  const areAllFew =
    bars.length > 1 && bars.every(({ figure }) => figure.n === undefined || figure.isFew === true);
  let height = 4;
  const rows = bars.map((bar) => {
    const top = height;
    const labels = bar.label === '' ? [] : linesOf(bar.label, width, LABEL_SIZE);
    const barTop = top + labels.length * LABEL_LINE + (labels.length > 0 ? 4 : 0);
    const isHidden = bar.figure.n === undefined;
    const notes = linesOf(noteOf(bar, reasons, areAllFew), width, NOTE_SIZE).filter((line) => line !== '');
    const notesTop = isHidden ? barTop : barTop + BAR + 4;
    height = notesTop + notes.length * NOTE_LINE + GAP;
    return svg`<g class="row">
      ${labels.map((line, index) => svg`<text class="label" x=${plot.x(0)} y=${top + 16 + index * LABEL_LINE} font-size=${LABEL_SIZE}>${drawnText(line)}</text>`)}
      ${isHidden ? nothing : oneBar(bar, plot, { across, reach, top: barTop, id, scale })}
      ${notes.map((line, index) => svg`<text class="note-text" x=${plot.x(0)} y=${notesTop + 14 + index * NOTE_LINE} font-size=${NOTE_SIZE}>${drawnText(line)}</text>`)}
    </g>`;
  });
  const bottom = height - GAP / 2;
  const middle = (scale.least + scale.most) / 2;
  const grid = [scale.least, middle, scale.most].map((value) => {
    const x = plot.x(across(value));
    return svg`<line class="grid" x1=${x} x2=${x} y1="2" y2=${bottom} stroke-width="1"></line>
      <text class="axis" x=${x} y=${bottom + 18} font-size=${NOTE_SIZE} text-anchor=${anchorOf(value, scale)}>${drawnText(`\u2066${value}\u2069`)}</text>`;
  });
  return {
    width,
    height: round(bottom + AXIS),
    drawing: svg`${stripes(id)}${grid}${rows}`,
    ...(areAllFew && bars.some(({ figure }) => figure.n !== undefined) && { hint: reasons.few }),
  };
}

interface Place {
  readonly across: (value: number) => number;
  /** Width of the part in which bars are. */
  readonly reach: number;
  readonly top: number;
  readonly id: string;
  readonly scale: Scale;
}

function oneBar({ figure, value }: Bar, plot: Plot, { across, reach, top, id, scale }: Place): unknown {
  const text =
    value === ''
      ? nothing
      : svg`<text class="value" x=${plot.x(reach + 12)} y=${top + 15} font-size=${LABEL_SIZE} font-weight="700">${drawnText(value)}</text>`;
  if (figure.value === undefined) return text;
  const bar = plot.span(across(Math.max(0, scale.least)), across(figure.value));
  const track = plot.span(across(scale.least), across(scale.most));
  return svg`<rect class="track" x=${track.x} y=${top} width=${track.width} height=${BAR} rx="3"></rect>
    ${
      figure.isFew === true
        ? svg`<rect class="bar-few" x=${bar.x} y=${top} width=${bar.width} height=${BAR} rx="3" fill="url(#few-${id})" stroke-width="1.5"></rect>`
        : svg`<rect class="bar" x=${bar.x} y=${top} width=${bar.width} height=${BAR} rx="3"></rect>`
    }
    ${whisker(figure, plot, across, top + BAR / 2)} ${text}`;
}

/** The interval: a line with an end at each side, on a lighter one, so that it is seen on a bar and beside it. */
function whisker({ low, high }: Figure, plot: Plot, across: (value: number) => number, y: number): unknown {
  if (low === undefined || high === undefined) return nothing;
  const [from, to] = [plot.x(across(low)), plot.x(across(high))];
  const way = `M${from} ${y - 6}v12M${from} ${y}H${to}M${to} ${y - 6}v12`;
  return svg`<path class="whisker-edge" d=${way} fill="none" stroke-width="5"></path>
    <path class="whisker" d=${way} fill="none" stroke-width="2"></path>`;
}

/** Stripes that tell a bar of few answers from the others without a colour. */
export function stripes(id: string): SVGTemplateResult {
  return svg`<defs>
    <pattern id="few-${id}" patternUnits="userSpaceOnUse" width="6" height="6">
      <rect class="stripe-ground" width="6" height="6"></rect>
      <path class="stripe" d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke-width="1.6"></path>
    </pattern>
  </defs>`;
}

function noteOf({ figure, note = '' }: Bar, { hidden, few }: Reasons, areAllFew: boolean): string {
  if (figure.n === undefined) return hidden;
  return figure.isFew === true && !areAllFew ? [few, note].filter((text) => text !== '').join('. ') : note;
}

/** Labels at the ends stay inside. */
function anchorOf(value: number, { least, most }: Scale): 'start' | 'middle' | 'end' {
  return value === least ? 'start' : value === most ? 'end' : 'middle';
}
