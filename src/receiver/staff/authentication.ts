import type { FastifyRequest } from 'fastify';
import { sha256Hex } from '../digest.js';
import { clientOf } from '../http/client.js';
import { Problem } from '../http/problem.js';
import type { Tries } from '../http/tries.js';
import type { StaffMember, StaffStore } from '../storage/staff-store.js';
import type { World } from '../world.js';

/** A token of staff: 256 random bits after a sign by which programs that look for lost secrets know it. */
export function newStaffToken({ random }: World): string {
  return `taafi_staff_${Buffer.from(random(32)).toString('base64url')}`;
}

/** What of a token is stored. A fast digest will do: nobody guesses 256 bits. */
export function staffTokenDigest(token: string): string {
  return sha256Hex(token);
}

/** Tells who asks. */
export class Authentication {
  readonly #store: StaffStore;
  readonly #tries: Tries;

  /** @param tries counts tokens of nobody. */
  constructor(store: StaffStore, tries: Tries) {
    this.#store = store;
    this.#tries = tries;
  }

  /** @throws Problem `staff`, or `too-many-tries` */
  async of(request: FastifyRequest): Promise<StaffMember> {
    const token = /^Bearer (taafi_staff_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    const member = token === undefined ? undefined : await this.#store.withToken(staffTokenDigest(token));
    if (member !== undefined) return member;
    this.#tries.count(clientOf(request));
    throw new Problem('staff', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
}
