import type { Colour } from './colour.js';
import { colourFrom, over } from './colour.js';
import { contrast } from './contrast.js';
import type { ColourName, Mode, Palette } from './theme.js';

/** Two colours that meet on the screen, and what is lost where they are too much alike. */
export interface Pair {
  readonly seen: ColourName;
  readonly on: ColourName;
  /** Words to be read, or a border, ring or sign that tells something. */
  readonly kind: 'text' | 'sign';
  /** Where the two meet, for whoever has to mend them. */
  readonly where: string;
  /** How much black lies over the ground, from 0 to 1. */
  readonly shade?: number;
  /** How much is seen of both above the paper, from 0 to 1. */
  readonly share?: number;
}

const text = (seen: ColourName, on: ColourName, where: string): Pair => ({ seen, on, kind: 'text', where });
const sign = (seen: ColourName, on: ColourName, where: string): Pair => ({ seen, on, kind: 'sign', where });

/**
 * Every pair that the styles of the elements put together, other than for decoration. A test in a browser finds those
 * of texts in the stories and compares them with this list. `hairline` is in no pair: what it divides is told apart by
 * space and words, and the row of an option has its radio button.
 */
export const pairs: readonly Pair[] = [
  text('ink', 'paper', 'questions, answers, headings'),
  text('ink', 'field', 'what is typed'),
  text('ink', 'tint', 'options that are chosen, notes, the receipt'),
  text('ink', 'danger-tint', 'the summary of errors, a refused file'),
  text('quiet', 'paper', 'hints, progress, stages to come'),
  text('quiet', 'tint', 'the labels of the receipt, worked-out values, results'),
  text('quiet', 'danger-tint', 'the size of a refused file'),
  text('accent', 'paper', 'links, quiet and secondary buttons'),
  text('accent', 'tint', 'buttons under the pointer, links in notes and receipt'),
  text('accent', 'danger-tint', 'the buttons beside a refused file'),
  text('on-accent', 'accent', 'primary buttons, numbers and switches that are chosen, the stage of now'),
  { ...text('on-accent', 'accent', 'a primary button under the pointer'), shade: 0.12 },
  text('danger', 'paper', 'errors at their questions'),
  text('danger', 'tint', 'errors while sending'),
  text('danger', 'danger-tint', 'links in the summary of errors'),
  text('success', 'paper', 'what has been done'),
  text('success', 'tint', 'a genuine receipt'),
  { ...text('ink', 'field', 'what was typed, in a form that takes no input'), share: 0.8 },
  { ...text('on-accent', 'accent', 'a primary button that is switched off'), share: 0.8 },
  { ...text('accent', 'paper', 'other buttons that are switched off'), share: 0.8 },
  sign('line', 'paper', 'the border of a field, from outside'),
  sign('line', 'field', 'the border of a field, from inside'),
  sign('line', 'tint', 'fields and dashed borders on a tinted ground'),
  sign('accent', 'paper', 'the border of what is chosen, bars of charts, progress'),
  sign('accent', 'tint', 'the bar of a note, bars on their track'),
  sign('accent', 'hairline', 'how far progress has come on its track'),
  sign('on-accent', 'accent', 'the tick of a stage that is done'),
  sign('danger', 'paper', 'the bar beside a question with an error'),
  sign('danger', 'field', 'the border of a field with an error, from inside'),
  sign('danger', 'danger-tint', 'the border of the summary of errors'),
  sign('success', 'tint', 'the round of the mark on the receipt'),
  sign('paper', 'success', 'the tick in the mark on the receipt'),
  sign('focus', 'paper', 'the ring around what has the focus'),
  sign('focus', 'tint', 'the ring on a tinted ground'),
  sign('focus', 'danger-tint', 'the ring in the summary of errors'),
  sign('ink', 'paper', 'charts: intervals; the line of a signature'),
];

/**
 * The ratio a pair has to reach: WCAG 2.2 AA for the usual schemes, AAA for who asks for more. WCAG asks nothing of what
 * is switched off; here it can be read as well.
 */
export function neededBy({ kind, share }: Pair, mode: Mode): number {
  const asksForMore = mode.endsWith('more-contrast') && share === undefined;
  if (kind === 'text') return asksForMore ? 7 : 4.5;
  return asksForMore ? 4.5 : 3;
}

/** How far the colours of a pair are apart in a palette, from 1 to 21. */
export function ratioOf({ seen, on, shade = 0, share = 1 }: Pair, palette: Palette): number {
  const colour = (name: ColourName): Colour => colourFrom(palette[name]) ?? [0, 0, 0];
  const paper = colour('paper');
  const ground = over([0, 0, 0], shade, colour(on));
  return contrast(over(colour(seen), share, paper), over(ground, share, paper));
}

/** A pair with its figures. */
export interface Judged {
  readonly pair: Pair;
  readonly ratio: number;
  readonly needed: number;
  readonly holds: boolean;
}

/** Every pair of a palette, with what it reaches and has to reach. */
export function judgePairs(palette: Palette, mode: Mode): Judged[] {
  return pairs.map((pair) => {
    const [ratio, least] = [ratioOf(pair, palette), neededBy(pair, mode)];
    return { pair, ratio, needed: least, holds: ratio >= least };
  });
}
