import { isReference } from '../../core/reference.js';
import { digitsOnly } from '../../core/typed-numbers.js';
import { Problem } from '../http/problem.js';
import { isSame } from '../link-secret.js';
import type { LookUpTries } from '../storage/look-up-tries.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { LookUpBody } from './bodies.js';
import type { TrackingTokens } from './tracking-tokens.js';

const HOUR = 60 * 60 * 1000;

/**
 * How often a request may be tried to be opened by a wrong factor within how long: five an hour, and over days so few that
 * not even a year of birth is found by trying.
 */
const windows = [
  { most: 5, lasts: HOUR },
  { most: 10, lasts: 24 * HOUR },
  { most: 20, lasts: 30 * 24 * HOUR },
] as const;

/** Finds out whose request it is, without telling anybody else whether there is such a request. */
export class LookUp {
  readonly #tries: LookUpTries;
  readonly #tokens: TrackingTokens;
  readonly #world: World;

  constructor(tries: LookUpTries, tokens: TrackingTokens, world: World) {
    this.#tries = tries;
    this.#tokens = tokens;
    this.#world = world;
  }

  /**
   * The reference of the request that is opened so.
   * @throws Problem `unknown-request` for whatever is wrong; `link-expired`; `too-many-tries`.
   */
  async open(body: LookUpBody): Promise<string> {
    const reference = digitsOnly(body.reference);
    if ('token' in body) {
      const link = this.#tokens.checkLink(reference, body.token);
      if (link === 'wrong') throw new Problem('unknown-request');
      if (link === 'expired') throw new Problem('link-expired');
      return reference;
    }
    await this.#byFactor(reference, digitsOnly(body.factor));
    return reference;
  }

  /** The same is done for a reference that exists and for one that does not. */
  async #byFactor(reference: string, factor: string): Promise<void> {
    const subjects = windows.map(({ lasts }) => this.#tokens.subjectOf(reference, lasts));
    await this.#count(subjects);
    const codes = await this.#tries.factors(reference);
    const given = this.#tokens.factorOf(reference, factor);
    const isRight = codes.map((code) => isSame(code, given)).includes(true);
    if (!isRight || !isReference(reference)) throw new Problem('unknown-request');
    for (const subject of subjects) await this.#tries.uncountTry(subject);
  }

  /** @throws Problem `too-many-tries` where one of the windows is full: then none of the others counts it. */
  async #count(subjects: readonly string[]): Promise<void> {
    const now = this.#world.clock();
    for (const [index, { most, lasts }] of windows.entries()) {
      const end = new Date(now + lasts).toISOString();
      const { tries, until } = await this.#tries.countTry(subjects[index] ?? '', instant(this.#world), end);
      if (tries <= most) continue;
      for (const earlier of subjects.slice(0, index)) await this.#tries.uncountTry(earlier);
      const seconds = Math.ceil((Date.parse(until) - now) / 1000);
      throw new Problem('too-many-tries', { headers: { 'Retry-After': String(seconds) } });
    }
  }
}
