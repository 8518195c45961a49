import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import type { LookUpTries } from '../storage/look-up-tries.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { ReadSession, TrackingTokens } from './tracking-tokens.js';

/** Tells whose request it is by the session that somebody comes with, and ends sessions. */
export class Sessions {
  readonly #tokens: TrackingTokens;
  readonly #ended: Pick<LookUpTries, 'countTry' | 'isCounted'>;
  readonly #world: World;

  /** @param ended where ended sessions are noted, for as long as they would have lasted. */
  constructor(tokens: TrackingTokens, ended: Pick<LookUpTries, 'countTry' | 'isCounted'>, world: World) {
    this.#tokens = tokens;
    this.#ended = ended;
    this.#world = world;
  }

  /** The reference that the session of a request is about. @throws Problem `session` */
  async referenceOf(request: FastifyRequest): Promise<string> {
    return (await this.#of(request)).reference;
  }

  /** From now on the session opens nothing, at any receiver of this database. @throws Problem `session` */
  async end(request: FastifyRequest): Promise<void> {
    const { subject, until } = await this.#of(request);
    await this.#ended.countTry(subject, instant(this.#world), until);
  }

  async #of({ headers }: FastifyRequest): Promise<ReadSession> {
    const session = /^Bearer ([\w.-]{1,100})$/.exec(headers.authorization ?? '')?.[1];
    const read = session === undefined ? undefined : this.#tokens.read(session);
    if (read !== undefined && !(await this.#ended.isCounted(read.subject, instant(this.#world)))) return read;
    throw new Problem('session', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
}
