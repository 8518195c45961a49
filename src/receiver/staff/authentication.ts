import type { FastifyRequest } from 'fastify';
import { sha256Hex } from '../digest.js';
import { clientOf } from '../http/client.js';
import { Problem } from '../http/problem.js';
import type { Tries } from '../http/tries.js';
import type { StaffMember, StaffStore } from '../storage/staff-store.js';
import type { World } from '../world.js';
import { riyadhDay } from '../world.js';

/** The last day of a token stands in it, where nobody can change it: only the whole of it has the digest that is stored. */
const shape = /^taafi_staff_(?:(\d{4})(\d\d)(\d\d)_)?[\w-]{43}$/;

/**
 * A token of staff: its last day, and 256 random bits, after a sign by which programs that look for lost secrets know it.
 * @param until ISO date, by the clock of Riyadh
 */
export function newStaffToken({ random }: World, until: string): string {
  return `taafi_staff_${until.replaceAll('-', '')}_${Buffer.from(random(32)).toString('base64url')}`;
}

/** Whether a text has the shape of a token of staff. */
export function isStaffToken(text: string): boolean {
  return shape.test(text);
}

/** The last day (ISO) of a token; undefined for one from before they had any, which is good until it is replaced. */
function lastDayOf(token: string): string | undefined {
  const [, year, month, day] = shape.exec(token) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

/** What of a token is stored. A fast digest will do: nobody guesses 256 bits. */
export function staffTokenDigest(token: string): string {
  return sha256Hex(token);
}

/** Tells who asks. */
export class Authentication {
  readonly #store: StaffStore;
  readonly #tries: Tries;
  readonly #world: World;

  /** @param tries counts tokens of nobody. */
  constructor(store: StaffStore, tries: Tries, world: World) {
    this.#store = store;
    this.#tries = tries;
    this.#world = world;
  }

  /** @throws Problem `staff`, or `too-many-tries` */
  async of(request: FastifyRequest): Promise<StaffMember> {
    const token = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const member = isStaffToken(token) ? await this.#store.withToken(staffTokenDigest(token)) : undefined;
    const isOver = (lastDayOf(token) ?? '9999') < riyadhDay(this.#world);
    if (member !== undefined && !isOver) return member;
    this.#tries.count(clientOf(request));
    throw new Problem('staff', {
      headers: { 'WWW-Authenticate': 'Bearer' },
      ...(member !== undefined && {
        detail: 'The time of this token is over: taafi staff token makes another one.',
      }),
    });
  }
}
