import { randomBytes } from 'node:crypto';
import { referenceFrom } from '../core/reference.js';

/** What the receiver cannot know by itself; tests pass their own. */
export interface World {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** So many random bytes, fit for secrets. */
  readonly random: (bytes: number) => Uint8Array;
  /** Where lines for the person who runs the receiver go. */
  readonly print: (line: string) => void;
}

export const realWorld: World = {
  clock: Date.now,
  random: randomBytes,
  print: (line) => console.log(line),
};

/** The moment as ISO 8601 in UTC. */
export function instant({ clock }: World): string {
  return new Date(clock()).toISOString();
}

/** Saudi Arabia is three hours ahead of UTC the whole year and has never moved its clocks. */
const RIYADH = 3 * 60 * 60 * 1000;

/** Today in Asia/Riyadh as an ISO date. */
export function riyadhDay({ clock }: World): string {
  return dayAt(clock());
}

/** The day in Asia/Riyadh of a moment (ISO 8601). */
export function dayOf(moment: string): string {
  return dayAt(Date.parse(moment));
}

function dayAt(milliseconds: number): string {
  return new Date(milliseconds + RIYADH).toISOString().slice(0, 10);
}

/** 128 random bits as 22 characters of base64url. */
export function randomName({ random }: World): string {
  return Buffer.from(random(16)).toString('base64url');
}

/** A reference number. Of five random bytes those that are twelve digits count, so that each is as likely. */
export function drawReference({ random }: World): string {
  for (;;) {
    const number = Buffer.from(random(5)).readUIntBE(0, 5);
    if (number < 1e12) return referenceFrom(String(number).padStart(12, '0'));
  }
}
