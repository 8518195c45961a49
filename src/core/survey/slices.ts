import type { Text } from '../text.js';
import { figureOf, hiddenFigure } from './measure-result.js';
import { partIntervals } from './statistics.js';
import { hiddenOf } from './suppression.js';
import type { Figure, Slice, SurveyResponse } from './survey.js';
import type { Counter, Tally } from './tally.js';
import { addTally } from './tally.js';

/** Responses of one kind, counted: how many, and for each measure what they say. */
export interface Group {
  n: number;
  readonly tallies: readonly Tally[];
}

/** One slice of a breakdown before anything of it is hidden. */
export interface Counted {
  readonly id: string;
  readonly label: Text;
  readonly group: Group;
}

export function newGroup(counters: readonly Counter[]): Group {
  return { n: 0, tallies: counters.map((counter) => counter.newTally()) };
}

/** Counts a response in a group. */
export function countIn(group: Group, { answers }: SurveyResponse, counters: readonly Counter[]): void {
  group.n += 1;
  // An index, for this runs for each of tens of thousands.
  for (let index = 0; index < counters.length; index += 1) {
    const tally = group.tallies[index];
    if (tally !== undefined) counters[index]?.count(answers, tally);
  }
}

export function addGroup(to: Group, from: Group): void {
  to.n += from.n;
  for (const [index, tally] of to.tallies.entries()) {
    const other = from.tallies[index];
    if (other !== undefined) addTally(tally, other);
  }
}

/**
 * The slices of a breakdown as they may be shown. They must be all of it: what is hidden is worked out from what the
 * shown ones leave of the whole, first for the responses, then for the answers to each measure. `isShown` says of a measure
 * by its place whether anything of it is.
 */
export function slicesOf(
  counted: readonly Counted[],
  counters: readonly Counter[],
  isShown: (measure: number) => boolean = () => true,
): Slice[] {
  const hidden = hiddenOf(counted.map(({ group }) => group.n));
  const hiddenHere = counters.map((_, measure) =>
    hiddenOf(
      counted.map(({ group }) => group.tallies[measure]?.n ?? 0),
      hidden,
    ),
  );
  return counted.map(({ id, label, group }, index) => {
    const figures = counters.map((counter, measure): readonly [string, Figure] => {
      const tally = group.tallies[measure];
      const isHidden = tally === undefined || !isShown(measure) || hiddenHere[measure]?.has(index) === true;
      return [counter.measure.id, isHidden ? hiddenFigure : figureOf(tally.n, () => counter.estimate(tally))];
    });
    return { id, label, n: hidden.has(index) ? undefined : group.n, figures: Object.fromEntries(figures) };
  });
}

/** The same slices, each told apart from the one before it where both are enough to be compared and their intervals part. */
export function withChanges(slices: readonly Slice[]): Slice[] {
  return slices.map((slice, index) => {
    const before = slices[index - 1]?.figures ?? {};
    const changes = Object.entries(slice.figures).flatMap(([id, figure]) => {
      const way = wayFrom(before[id], figure);
      return way === undefined ? [] : [[id, way] as const];
    });
    return changes.length === 0 ? slice : { ...slice, changes: Object.fromEntries(changes) };
  });
}

function wayFrom(before: Figure | undefined, now: Figure): 'up' | 'down' | undefined {
  const [one, other] = [intervalOf(before), intervalOf(now)];
  if (one === undefined || other === undefined || !partIntervals(one, other)) return undefined;
  return other.low > one.high ? 'up' : 'down';
}

/** Undefined where the figure is hidden, has no interval, or is made of too few to be compared. */
function intervalOf(figure: Figure | undefined): { low: number; high: number } | undefined {
  if (figure === undefined || figure.isFew === true) return undefined;
  const { low, high } = figure;
  return low === undefined || high === undefined ? undefined : { low, high };
}
