import type { Breakdown } from './breakdowns.js';
import type { Counted, Group } from './slices.js';
import { countIn, newGroup, slicesOf } from './slices.js';
import { LEAST_SHOWN } from './suppression.js';
import type { SurveyResponse } from './survey.js';
import type { Counter } from './tally.js';

/** One thing that a filter asks for. */
export interface Wanted {
  readonly breakdown: Breakdown;
  passes(response: SurveyResponse): boolean;
  /** The slice that is asked for; without one it is a span of the slices, which are in order, from one to another. */
  readonly value?: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What may be shown of the responses that pass a filter. */
export interface Showable {
  readonly whole: boolean;
  /** By the place of the measure. */
  readonly measures: readonly boolean[];
}

/**
 * What a filter leaves out by one thing that it asks for, and by nothing else. Whoever asks again without that thing could
 * take one answer off the other: so nothing is shown where what is left between them is fewer than five people. A
 * value is shown where it would be shown beside the other values, a span of months where the next month on either side has
 * five or none.
 */
export class Neighbours {
  readonly #wanted: readonly Wanted[];
  readonly #counters: readonly Counter[];
  readonly #groups: readonly Map<string, Group>[];

  constructor(wanted: readonly Wanted[], counters: readonly Counter[]) {
    this.#wanted = wanted;
    this.#counters = counters;
    this.#groups = wanted.map(() => new Map<string, Group>());
  }

  /** Takes a response; true where it passes. */
  add(response: SurveyResponse): boolean {
    let missed = -1;
    for (let index = 0; index < this.#wanted.length; index += 1) {
      if (this.#wanted[index]?.passes(response)) continue;
      if (missed >= 0) return false;
      missed = index;
    }
    const wanted = this.#wanted[missed];
    const groups = this.#groups[missed];
    if (wanted === undefined || groups === undefined) return true;
    const id = wanted.breakdown.idOf(response);
    const group = groups.get(id) ?? newGroup(this.#counters);
    groups.set(id, group);
    countIn(group, response, this.#counters);
    return false;
  }

  /** `passed` are the responses that pass. */
  showable(passed: Group): Showable {
    const all = this.#wanted.map((wanted, index) => {
      const groups = this.#groups[index] ?? new Map<string, Group>();
      return wanted.value === undefined
        ? besideSpan(wanted, groups, this.#counters)
        : besideValues(wanted, groups, passed, this.#counters);
    });
    return {
      whole: passed.n >= LEAST_SHOWN && all.every(({ whole }) => whole),
      measures: this.#counters.map((_, measure) => all.every(({ measures }) => measures[measure])),
    };
  }
}

/** A value is one of the slices that all together make the answer without it. */
function besideValues(
  { breakdown, value = '' }: Wanted,
  groups: ReadonlyMap<string, Group>,
  passed: Group,
  counters: readonly Counter[],
): Showable {
  const counted: Counted[] = breakdown.slices(new Set([...groups.keys(), value])).map(({ id, label }) => ({
    id,
    label,
    group: id === value ? passed : (groups.get(id) ?? newGroup(counters)),
  }));
  const slice = slicesOf(counted, counters).find(({ id }) => id === value);
  return {
    whole: slice?.n !== undefined,
    measures: counters.map(({ measure }) => slice?.figures[measure.id]?.n !== undefined),
  };
}

/** A span can be made longer at either end, month by month. */
function besideSpan(
  { from = '', to = '' }: Wanted,
  groups: ReadonlyMap<string, Group>,
  counters: readonly Counter[],
): Showable {
  const ids = [...groups.keys()].sort();
  const before = ids.filter((id) => from !== '' && id < from).reverse();
  const after = ids.filter((id) => to !== '' && id > to);
  const isEnough = (sizeOf: (group: Group) => number) =>
    [before, after].every((outside) => {
      const next = outside.map((id) => sizeOf(groups.get(id) as Group)).find((size) => size > 0);
      return next === undefined || next >= LEAST_SHOWN;
    });
  return {
    whole: isEnough(({ n }) => n),
    measures: counters.map((_, measure) => isEnough(({ tallies }) => tallies[measure]?.n ?? 0)),
  };
}
