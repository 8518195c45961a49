import type { Answers } from '../engine.js';
import type { Estimate } from './statistics.js';
import { netPromoterScore, proportion } from './statistics.js';
import type { Measure } from './survey.js';
import type { Asked, Point } from './survey-fields.js';

/** What somebody who has nothing to say about a question, or does not want to, has answered. */
const NOT_APPLICABLE = 'notApplicable';

/** The answers to one measure in one slice, counted. */
export interface Tally {
  /** Those who have answered. */
  n: number;
  notApplicable: number;
  /** For each point how many have chosen it; of a ranking how many have put it first. */
  readonly counts: number[];
  /** For each point in how many rankings it stands, and the sum of its places there. */
  readonly ranked: number[];
  readonly places: number[];
}

/** Counts the answers to one measure, and says what they come to. */
export class Counter {
  readonly measure: Measure;
  readonly asked: Asked;
  readonly #fieldId: string;
  readonly #indexes: ReadonlyMap<unknown, number>;

  constructor(measure: Measure, asked: Asked) {
    this.measure = measure;
    this.asked = asked;
    this.#fieldId = asked.field.id;
    this.#indexes = new Map(asked.points.map(({ value }, index) => [value, index]));
  }

  get points(): readonly Point[] {
    return this.asked.points;
  }

  newTally(): Tally {
    const none = () => this.points.map(() => 0);
    return { n: 0, notApplicable: 0, counts: none(), ranked: none(), places: none() };
  }

  /** Counts one response. What is no answer of today's form, such as an option that is gone, counts as none. */
  count(answers: Answers, tally: Tally): void {
    const given = answers[this.#fieldId];
    if (given === undefined || given === null) return;
    const { row } = this.asked;
    const answer = row === undefined ? given : ownMember(given, row);
    if (Array.isArray(answer)) this.#countList(answer, tally);
    else this.#countOne(answer, tally);
  }

  #countOne(answer: unknown, tally: Tally): void {
    const index = this.#indexes.get(answer);
    if (index !== undefined) {
      tally.n += 1;
      increase(tally.counts, index, 1);
    } else if (answer === NOT_APPLICABLE) tally.notApplicable += 1;
  }

  #countList(answer: readonly unknown[], tally: Tally): void {
    const isRanking = this.measure.kind === 'ranking';
    let place = 0;
    for (const value of answer) {
      const index = this.#indexes.get(value);
      if (index === undefined) continue;
      place += 1;
      if (!isRanking || place === 1) increase(tally.counts, index, 1);
      if (!isRanking) continue;
      increase(tally.ranked, index, 1);
      increase(tally.places, index, place);
    }
    if (place > 0) tally.n += 1;
  }

  /**
   * What the answers come to, in per cent; undefined where the kind has no single number: shares of several options,
   * a ranking.
   * - `csat`: share of the two highest points.
   * - `ces`: share of the three highest of seven points.
   * - `nps`: share of 9 and 10 less share of 0 to 6.
   * - `shares` of a yes-no question: share of yes.
   */
  estimate({ n, counts }: Tally): Estimate | undefined {
    const { kind } = this.measure;
    if (n === 0) return undefined;
    if (kind === 'csat') return proportion(sum(counts.slice(-2)), n);
    if (kind === 'ces') return proportion(sum(counts.slice(-3)), n);
    if (kind === 'nps') return netPromoterScore(sum(counts.slice(9)), sum(counts.slice(0, 7)), n);
    return this.points[0]?.value === true ? proportion(counts[0] ?? 0, n) : undefined;
  }

  /** The mean of the points, where they are numbers. */
  mean({ n, counts }: Tally): number | undefined {
    if (n === 0 || this.points.some(({ value }) => typeof value !== 'number')) return undefined;
    return sum(counts.map((count, index) => count * Number(this.points[index]?.value))) / n;
  }
}

/** Puts what was counted in one place to what was counted in another. */
export function addTally(to: Tally, from: Tally): void {
  to.n += from.n;
  to.notApplicable += from.notApplicable;
  for (const list of ['counts', 'ranked', 'places'] as const)
    for (const [index, count] of from[list].entries()) increase(to[list], index, count);
}

function increase(counts: number[], index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}

function ownMember(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
