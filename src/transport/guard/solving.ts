import type { Work } from '../../core/proof-of-work.js';
import { beginsWithZeros, workText } from '../../core/proof-of-work.js';
import { sha256Hex } from '../digest.js';

/** Milliseconds of work after which the page has its turn: a frame has sixteen. */
const SLICE = 6;

/** How the work gives way to everything else. */
export interface Pace {
  /** Milliseconds, by a clock that only goes forward. */
  readonly now: () => number;
  /** Resolves when the page has had its turn. */
  readonly pause: () => Promise<unknown>;
}

/**
 * Solves the puzzles of a challenge, a little at a time, so that nothing a person does waits for it.
 * @param longest milliseconds of work after which it is given up; the turns of the page in between do not count.
 * @returns one number for each puzzle, or undefined where it was given up.
 */
export async function solve(
  challenge: string,
  { puzzles, bits }: Work,
  pace: Pace,
  longest: number,
): Promise<readonly number[] | undefined> {
  const solution: number[] = [];
  let [worked, begin] = [0, pace.now()];
  for (let puzzle = 0; puzzle < puzzles; puzzle++) {
    for (let number = 0; ; number++) {
      if (beginsWithZeros(sha256Hex(workText(challenge, puzzle, number)), bits)) {
        solution.push(number);
        break;
      }
      // Asking the clock costs as much as a hash.
      if (number % 32 !== 31 || pace.now() - begin < SLICE) continue;
      worked += pace.now() - begin;
      if (worked > longest) return undefined;
      await pace.pause();
      begin = pace.now();
    }
  }
  return solution;
}
