import type { Estimate } from './statistics.js';
import { proportion } from './statistics.js';
import { LEAST_COMPARED, LEAST_SHOWN } from './suppression.js';
import type { Figure, MeasureResult } from './survey.js';
import type { Counter, Tally } from './tally.js';

/** What is shown where there are too few to show anything. */
export const hiddenFigure: Figure = { n: undefined };

/** A figure of `n` answers; `estimate` is made where they are enough, and may come to nothing. */
export function figureOf(n: number, estimate: () => Estimate | undefined): Figure {
  if (n < LEAST_SHOWN) return hiddenFigure;
  return { n, ...estimate(), ...(n < LEAST_COMPARED && { isFew: true }) };
}

/** All that is shown of one measure over all responses that are looked at. */
export function measureResult(counter: Counter, tally: Tally): MeasureResult {
  const { measure, asked } = counter;
  const about = {
    id: measure.id,
    kind: measure.kind,
    title: measure.title ?? asked.title,
    ...(measure.clause !== undefined && { clause: measure.clause }),
    ...rangeOf(counter),
    figure: figureOf(tally.n, () => counter.estimate(tally)),
  };
  if (tally.n < LEAST_SHOWN) return about;
  const mean = counter.mean(tally);
  return {
    ...about,
    ...(mean !== undefined && { mean }),
    notApplicable: tally.notApplicable,
    parts: counter.points.map(({ value, label }, index) => {
      const count = tally.counts[index] ?? 0;
      const ranked = tally.ranked[index] ?? 0;
      return {
        id: String(value),
        label,
        count,
        figure: figureOf(tally.n, () => proportion(count, tally.n)),
        ...(ranked >= LEAST_SHOWN && { meanPlace: (tally.places[index] ?? 0) / ranked }),
      };
    }),
  };
}

function rangeOf({ points }: Counter): Pick<MeasureResult, 'range'> {
  const [least, most] = [points[0]?.value, points.at(-1)?.value];
  return typeof least === 'number' && typeof most === 'number' ? { range: { least, most } } : {};
}
