import { median, spread } from './statistics.js';

/**
 * @typedef {'kit' | 'plain'} Side
 * @typedef {{ kit: number[], plain: number[] }} Samples
 *
 * @typedef {object} Row one line of the table
 * @property {string} figure
 * @property {'ms' | 'B'} unit
 * @property {readonly number[]} kit samples
 * @property {readonly number[]} [plain] samples; without them the target is a number of the kit's own
 * @property {number} [target] most that the ratio, or the kit's own number, may be; without it the row only informs
 * @property {string} [note]
 */

/** @type {readonly Side[]} */
const sides = ['kit', 'plain'];

/**
 * Measures both sides in turn, each first as often as the other, so that a slow minute of the machine is shared.
 * @param {number} runs
 * @param {(side: Side) => Promise<number | number[]>} measure
 * @returns {Promise<Samples>}
 */
export async function alternate(runs, measure) {
  /** @type {Samples} */
  const samples = { kit: [], plain: [] };
  for (let run = 0; run < runs; run += 1) {
    for (const side of run % 2 === 0 ? sides : sides.toReversed()) {
      samples[side].push(...[await measure(side)].flat());
    }
  }
  return samples;
}

/**
 * What the table compares with the target: the ratio of the medians, or the kit's own number.
 * @param {Row} row
 */
export function outcome({ kit, plain, target }) {
  const own = median(kit);
  const ratio = plain && own / median(plain);
  const compared = ratio ?? own;
  return { own, ratio, ok: target === undefined ? undefined : compared <= target };
}

/** @param {readonly number[]} samples */
export function summary(samples) {
  return { median: median(samples), spread: spread(samples), count: samples.length };
}
