import { sha256Hex } from '../digest.js';
import { Problem } from '../http/problem.js';
import type { LinkSecret } from '../link-secret.js';
import type { DraftStore } from '../storage/draft-store.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';

/** Wrong codes after which the half is destroyed, and with it all that the draft holds. */
export const MOST_TRIES = 5;

/** How long a draft can be gone on with, in milliseconds. */
const LASTS = 7 * 24 * 60 * 60 * 1000;

const DIGITS = 6;

/** What is given for a new draft. The code is told to the person and kept nowhere. */
export interface NewHalf {
  readonly id: string;
  /** 32 random bytes as base64url. */
  readonly half: string;
  readonly code: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/**
 * One half of the key of each draft. The other half and the sealed answers are on the person's device: neither who has
 * the device nor who reads the database can open them, and a code of six digits is tried five times and no more.
 */
export class DraftHalves {
  readonly #store: DraftStore;
  readonly #secret: LinkSecret;
  readonly #world: World;

  constructor(store: DraftStore, secret: LinkSecret, world: World) {
    this.#store = store;
    this.#secret = secret;
    this.#world = world;
  }

  async create(): Promise<NewHalf> {
    const id = randomName(this.#world);
    const half = Buffer.from(this.#world.random(32)).toString('base64url');
    const code = drawCode(this.#world);
    const until = new Date(this.#world.clock() + LASTS).toISOString();
    await this.#store.add(sha256Hex(id), { half, until, code: this.#secret.code(subject(id, code)) });
    return { id, half, code, until };
  }

  /** @throws Problem `unknown-draft`, or `draft-code` with the tries that are left. */
  async release(id: string, code: string): Promise<Pick<NewHalf, 'half' | 'until'>> {
    const key = sha256Hex(id);
    const draft = await this.#store.countTry(key, MOST_TRIES, instant(this.#world));
    if (draft === undefined) throw new Problem('unknown-draft');
    const { half, until, tries } = draft;
    if (this.#secret.isCode(subject(id, code), draft.code)) {
      await this.#store.uncountTries(key);
      return { half, until };
    }
    if (tries >= MOST_TRIES) await this.#store.remove(key);
    throw new Problem('draft-code', { members: { triesLeft: MOST_TRIES - tries } });
  }

  /** Deleted twice, it is deleted. */
  async remove(id: string): Promise<void> {
    await this.#store.remove(sha256Hex(id));
  }
}

/** Names the purpose, so that a code is never a token of a link. */
function subject(id: string, code: string): string {
  return `draft ${id} ${code}`;
}

/** Six digits. Of three random bytes those below sixteen million count, so that each code is as likely. */
function drawCode({ random }: World): string {
  for (;;) {
    const number = Buffer.from(random(3)).readUIntBE(0, 3);
    if (number < 16_000_000) return String(number % 1_000_000).padStart(DIGITS, '0');
  }
}
