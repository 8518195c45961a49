import type { Breakdown } from './breakdowns.js';
import type { Counted, Group } from './slices.js';
import { addGroup, countIn, newGroup } from './slices.js';
import type { SurveyResponse } from './survey.js';
import type { Counter } from './tally.js';

/** Responses that are in the same slice of every breakdown. */
interface Cell {
  /** The slice in each. */
  readonly ids: readonly string[];
  readonly group: Group;
}

/** The way to a cell goes by its slice in the first breakdown, then in the second, and so on. */
interface Branch {
  readonly branches: Map<string, Branch>;
  group?: Group;
}

/**
 * Counts responses, tens of thousands of them, in all their breakdowns at once: each goes into one cell, which is its slice in every breakdown, and
 * the slices are the sums of their cells.
 */
export class CountedResponses {
  readonly #breakdowns: readonly Breakdown[];
  readonly #counters: readonly Counter[];
  readonly #root: Branch = { branches: new Map() };
  readonly #cells: Cell[] = [];

  constructor(breakdowns: readonly Breakdown[], counters: readonly Counter[]) {
    this.#breakdowns = breakdowns;
    this.#counters = counters;
  }

  add(response: SurveyResponse): void {
    let branch = this.#root;
    for (const { idOf } of this.#breakdowns) {
      const id = idOf(response);
      let next = branch.branches.get(id);
      if (next === undefined) {
        next = { branches: new Map() };
        branch.branches.set(id, next);
      }
      branch = next;
    }
    branch.group ??= this.#newCell(response);
    countIn(branch.group, response, this.#counters);
  }

  /** All responses together. */
  whole(): Group {
    const whole = newGroup(this.#counters);
    for (const { group } of this.#cells) addGroup(whole, group);
    return whole;
  }

  /** The slices of one of the breakdowns, nothing of them hidden yet. */
  slices(breakdown: Breakdown): Counted[] {
    const place = this.#breakdowns.indexOf(breakdown);
    const groups = new Map<string, Group>();
    for (const { ids, group } of this.#cells) addGroup(this.#groupIn(groups, ids[place] ?? ''), group);
    return breakdown
      .slices(new Set(groups.keys()))
      .map(({ id, label }) => ({ id, label, group: this.#groupIn(groups, id) }));
  }

  #newCell(response: SurveyResponse): Group {
    const group = newGroup(this.#counters);
    this.#cells.push({ ids: this.#breakdowns.map(({ idOf }) => idOf(response)), group });
    return group;
  }

  #groupIn(groups: Map<string, Group>, key: string): Group {
    let group = groups.get(key);
    if (group === undefined) {
      group = newGroup(this.#counters);
      groups.set(key, group);
    }
    return group;
  }
}
