import { partIntervals } from '../../core/survey/statistics.js';
import type { Figure } from '../../core/survey/survey.js';
import type { ResultsWords } from '../../locale/results-words.js';
import type { Bar } from './bar-chart.js';
import type { ResultsTelling } from './results-telling.js';

/** Why something is not shown, or not compared: in words for what is counted, answers unless told. */
export type Reasons = Pick<ResultsWords, 'hidden' | 'few'>;

/** Which of some bars is highest and which lowest, in a sentence; only where that is sure. */
export function endsFound(bars: readonly Bar[], { words }: ResultsTelling): string {
  const { findings, few } = words;
  const shown = bars.filter(({ figure }) => figure.value !== undefined);
  const [only] = shown;
  if (only === undefined) return findings.none;
  if (shown.length === 1) return findings.one(only.label, only.value);
  const comparable = shown
    .filter(({ figure }) => figure.isFew !== true)
    .sort((one, other) => lengthOf(other) - lengthOf(one));
  const [highest, lowest] = [comparable[0], comparable.at(-1)];
  if (highest === undefined || lowest === undefined || highest === lowest) return `${few}.`;
  return isAbove(highest.figure, lowest.figure)
    ? findings.ends(highest.label, highest.value, lowest.label, lowest.value)
    : findings.noDifference;
}

/**
 * Which of some bars is the highest, all of them being of the same answers; only where these are enough to be compared and
 * its interval lies above that of every other.
 */
export function leaderFound(
  bars: readonly Bar[],
  what: 'most' | 'first' | 'left',
  { words }: ResultsTelling,
  { isFew, reasons = words }: { readonly isFew: boolean; readonly reasons?: Reasons },
): string {
  const { findings } = words;
  const [highest, ...others] = bars
    .filter(({ figure }) => figure.value !== undefined)
    .sort((one, other) => lengthOf(other) - lengthOf(one));
  if (highest === undefined) return findings.none;
  if (isFew) return `${reasons.few}.`;
  return others.every(({ figure }) => isAbove(highest.figure, figure))
    ? findings[what].sure(highest.label, highest.value)
    : findings[what].unsure;
}

/** Of two figures of which the first is not the lower one. */
function isAbove(one: Figure, other: Figure): boolean {
  const { low = 0, high = 0 } = one;
  return partIntervals({ low, high }, { low: other.low ?? 0, high: other.high ?? 0 });
}

function lengthOf({ figure }: Bar): number {
  return figure.value ?? Number.NEGATIVE_INFINITY;
}
