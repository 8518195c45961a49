import type { Work } from '../../core/proof-of-work.js';
import { beginsWithZeros, workText } from '../../core/proof-of-work.js';
import { sha256Hex } from '../digest.js';
import type { LinkSecret } from '../link-secret.js';
import type { World } from '../world.js';
import { randomName } from '../world.js';

/** How long a challenge can be used, in milliseconds: as long as what could not be sent is kept on a device. */
export const CHALLENGE_LASTS = 8 * 24 * 60 * 60 * 1000;

/** What no other code of the secret is for. */
const PURPOSE = 'challenge\n';

/** Some 32,000 hashes: a few tenths of a second on a phone of today, less than two on a slow old one. */
export const usualWork: Work = { puzzles: 8, bits: 12 };

/** A challenge that was given here. */
export interface ReadChallenge {
  /** Milliseconds since it was given. */
  readonly age: number;
  /** ISO 8601. */
  readonly until: string;
}

/**
 * Challenges for forms: when one was given, and something random, under the receiver's own code. Nothing of them is kept
 * before they are used, so asking for a million of them fills nothing.
 */
export class Challenges {
  readonly #secret: LinkSecret;
  readonly #world: World;

  constructor(secret: LinkSecret, world: World) {
    this.#secret = secret;
    this.#world = world;
  }

  give(): string {
    return this.#secret.token(PURPOSE, `${this.#world.clock().toString(36)}.${randomName(this.#world)}`);
  }

  /** Undefined for one that was never given here, or whose time is over. */
  read(challenge: string): ReadChallenge | undefined {
    const said = this.#secret.saidBy(PURPOSE, challenge);
    if (said === undefined) return undefined;
    const given = Number.parseInt(said, 36);
    const age = this.#world.clock() - given;
    return age < CHALLENGE_LASTS
      ? { age, until: new Date(given + CHALLENGE_LASTS).toISOString() }
      : undefined;
  }
}

/** Whether numbers solve all puzzles of a challenge. */
export function isSolved(challenge: string, { puzzles, bits }: Work, solution: readonly number[]): boolean {
  return (
    solution.length === puzzles &&
    solution.every((number, puzzle) => beginsWithZeros(sha256Hex(workText(challenge, puzzle, number)), bits))
  );
}
