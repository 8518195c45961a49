import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { clientOf } from '../http/client.js';
import { Problem } from '../http/problem.js';
import type { Tries } from '../http/tries.js';
import type { Partner, PartnerStore } from '../storage/partner-store.js';
import type { World } from '../world.js';
import { readToken } from './signed-token.js';

/** `typ` of what a partner signs to show who it is. */
export const LOGIN_TYPE = 'taafi-partner+jwt';

/** How long such a token may be good for, and how far the partner's clock may be off, in seconds. */
const LONGEST = 600;
const OFF = 300;

const claimsShape = z.strictObject({ iss: z.string(), iat: z.int(), exp: z.int() });

/** Tells which partner asks, by the key it signs referrals with: there is no second secret to lose. */
export class PartnerAuthentication {
  readonly #store: PartnerStore;
  readonly #tries: Tries;
  readonly #world: World;

  /** @param tries counts tokens of nobody. */
  constructor(store: PartnerStore, tries: Tries, world: World) {
    this.#store = store;
    this.#tries = tries;
    this.#world = world;
  }

  /** @throws Problem `partner`, or `too-many-tries` */
  async of(request: FastifyRequest): Promise<Partner> {
    const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1];
    const read = token === undefined ? undefined : readToken(token);
    const partner = read && (await this.#store.find(read.keyId));
    const claims = claimsShape.safeParse(read?.claims);
    const now = this.#world.clock() / 1000;
    if (
      partner !== undefined &&
      partner.removedAt === undefined &&
      read?.type === LOGIN_TYPE &&
      claims.success &&
      claims.data.iss === partner.id &&
      claims.data.exp > now &&
      claims.data.iat <= now + OFF &&
      claims.data.exp - claims.data.iat <= LONGEST &&
      read.isSignedBy(partner.publicKey)
    )
      return partner;
    this.#tries.count(clientOf(request));
    throw new Problem('partner', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
}
