import type { Work } from '../../core/proof-of-work.js';
import { exchange } from '../exchange.js';
import { pageWorld, usualPatience } from '../world.js';

/** What a receiver wants to be sent along, so that it can tell people from programs. */
export interface Challenge {
  readonly text: string;
  readonly work: Work | undefined;
  /** Whether a field is drawn that no person sees. */
  readonly hasTrap: boolean;
}

/** More than any phone should be asked for. */
const MOST = { puzzles: 64, bits: 20 };

/** Asks a receiver for a challenge; undefined where it wants none, or cannot be asked. */
export async function askForChallenge(receiver: string): Promise<Challenge | undefined> {
  const url = `${receiver.replace(/([^/])$/, '$1/')}api/challenges`;
  try {
    const { status, body } = await exchange({ ...pageWorld, ...usualPatience }, url, { method: 'POST' });
    return status === 200 ? challengeIn(body) : undefined;
  } catch {
    return undefined;
  }
}

function challengeIn(body: unknown): Challenge | undefined {
  const { challenge, work, trap } = Object(body) as Readonly<Record<string, unknown>>;
  if (typeof challenge !== 'string') return undefined;
  return { text: challenge, work: workIn(work), hasTrap: trap === true };
}

function workIn(work: unknown): Work | undefined {
  const { puzzles, bits } = Object(work) as Readonly<Record<string, unknown>>;
  const isWork =
    typeof puzzles === 'number' && typeof bits === 'number' && puzzles <= MOST.puzzles && bits <= MOST.bits;
  return isWork ? { puzzles, bits } : undefined;
}
