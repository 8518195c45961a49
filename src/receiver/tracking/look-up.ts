import { digitsOnly } from '../../core/characters.js';
import { isReference } from '../../core/reference.js';
import { Problem } from '../http/problem.js';
import { isSame } from '../link-secret.js';
import type { LookUpTries } from '../storage/look-up-tries.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { LookUpBody } from './bodies.js';
import type { TrackingTokens } from './tracking-tokens.js';

/** How often a request may be tried to be opened by a wrong factor, and for how long that counts. */
const MOST_TRIES = 5;
const TRIES_COUNT = 60 * 60 * 1000;

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
    const subject = this.#tokens.subjectOf(reference);
    const now = this.#world.clock();
    const end = new Date(now + TRIES_COUNT).toISOString();
    const { tries, until } = await this.#tries.countTry(subject, instant(this.#world), end);
    if (tries > MOST_TRIES) {
      const seconds = Math.ceil((Date.parse(until) - now) / 1000);
      throw new Problem('too-many-tries', { headers: { 'Retry-After': String(seconds) } });
    }
    const codes = await this.#tries.factors(reference);
    const given = this.#tokens.factorOf(reference, factor);
    const isRight = codes.map((code) => isSame(code, given)).includes(true);
    if (!isRight || !isReference(reference)) throw new Problem('unknown-request');
    await this.#tries.uncountTry(subject);
  }
}
