import * as z from 'zod/mini';
import type { LinkSecret } from '../link-secret.js';
import type { World } from '../world.js';
import { Challenges, isSolved, usualWork } from './challenges.js';

/** The parts of the guard, each of which can be switched off. */
export const guardParts = ['trap', 'age', 'work'] as const;
export type GuardPart = (typeof guardParts)[number];

/** What made a request look as if no person had sent it. */
export type Reason = 'trap' | 'young' | 'no-work' | 'wrong-work' | 'used-challenge';

/** How much each says. One of weight 1 alone says nothing: somebody may have had his answers at hand. */
const weights: Readonly<Record<Reason, number>> = {
  trap: 2,
  young: 1,
  'no-work': 2,
  'wrong-work': 2,
  'used-challenge': 2,
};

/** From this weight on staff see it. */
const MARKED = 2;

/** Nobody reads a form, fills it in and reads it again in so many milliseconds. */
const YOUNG = 4_000;

/** What a form says of how it was filled in. Never among the answers, nor in what is sealed. */
export const guardShape = z.strictObject({
  challenge: z.string().check(z.regex(/^[0-9a-z]{1,12}\.[\w-]{22}\.[\w-]{22}$/)),
  /** One number for each puzzle; absent where it was not done in time. */
  solution: z.optional(z.array(z.int().check(z.gte(0), z.lte(0xffff_ffff))).check(z.maxLength(64))),
  /** Whether something stands in the field that no person sees. */
  trapped: z.boolean(),
});

export type GuardBody = z.infer<typeof guardShape>;

/** What is noted with a request in its transaction. */
export interface Watched {
  readonly reasons: readonly Reason[];
  /** The challenge that is used up by it, and until when that is remembered. */
  readonly challenge: { readonly text: string; readonly until: string } | undefined;
}

/** Looks at requests without asking anybody else. It refuses nothing: what looks wrong is marked, and a person decides. */
export class Guard {
  readonly #parts: ReadonlySet<GuardPart>;
  readonly #challenges: Challenges;

  constructor(parts: readonly GuardPart[], secret: LinkSecret, world: World) {
    this.#parts = new Set(parts);
    this.#challenges = new Challenges(secret, world);
  }

  /** What a form is told that has been opened. */
  begin(): Readonly<Record<string, unknown>> {
    return {
      challenge: this.#challenges.give(),
      trap: this.#parts.has('trap'),
      ...(this.#parts.has('work') && { work: usualWork }),
    };
  }

  watch(said: GuardBody | undefined): Watched {
    const known = said && this.#challenges.read(said.challenge);
    const found: Reason[] = [];
    if (this.#parts.has('trap') && said?.trapped === true) found.push('trap');
    if (this.#parts.has('age') && known !== undefined && known.age < YOUNG) found.push('young');
    if (this.#parts.has('work')) {
      if (known === undefined || said?.solution === undefined) found.push('no-work');
      else if (!isSolved(said.challenge, usualWork, said.solution)) found.push('wrong-work');
    }
    const isUsedUp = this.#parts.has('work') && said !== undefined && known !== undefined;
    return {
      reasons: found,
      challenge: isUsedUp ? { text: said.challenge, until: known.until } : undefined,
    };
  }
}

/** Whether staff are to see it. */
export function isMarked(reasons: readonly Reason[]): boolean {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0) >= MARKED;
}
