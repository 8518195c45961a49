import type { World } from '../world.js';
import { Problem } from './problem.js';

/** Most clients that are remembered; beyond, the one that has been quiet longest is forgotten. */
const MOST_CLIENTS = 50_000;

/** Counts what a client may try only so often, so that nobody finds by trying what he does not know. */
export class Tries {
  readonly #most: number;
  readonly #seconds: number;
  readonly #world: World;
  /** When each client's tries are forgotten, and how many he has had. */
  readonly #counts = new Map<string, { readonly until: number; count: number }>();

  constructor(most: number, seconds: number, world: World) {
    this.#most = most;
    this.#seconds = seconds;
    this.#world = world;
  }

  /** @throws Problem `too-many-tries` where a client has had all of his. */
  count(client: string): void {
    const now = this.#world.clock();
    const known = this.#counts.get(client);
    const tries =
      known !== undefined && known.until > now ? known : { until: now + this.#seconds * 1000, count: 0 };
    this.#counts.delete(client);
    this.#counts.set(client, tries);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST_CLIENTS && oldest !== undefined) this.#counts.delete(oldest);
    tries.count += 1;
    if (tries.count > this.#most) throw tooManyTries(tries.until - now);
  }
}

function tooManyTries(milliseconds: number): Problem {
  return new Problem('too-many-tries', {
    headers: { 'Retry-After': String(Math.ceil(milliseconds / 1000)) },
  });
}
