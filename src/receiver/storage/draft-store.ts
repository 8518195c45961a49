import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** What is kept of a draft: nothing of its answers, and nothing of whose it is. */
export interface KeptDraft {
  /** Keyed hash of the resume code. */
  readonly code: string;
  readonly half: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** Halves of the keys of drafts, by the SHA-256 of the drafts' names. */
export class DraftStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async add(id: string, draft: KeptDraft): Promise<void> {
    await this.#db
      .insertInto('draft')
      .values({ id, ...draft, tries: 0 })
      .execute();
  }

  /**
   * Counts a try before it is made, so that many at once are not one; gives what it is to be held against, and how many
   * tries there have been. Undefined where there is no such draft, its time is over, or all its tries are being made.
   */
  async countTry(
    id: string,
    most: number,
    now: string,
  ): Promise<(KeptDraft & { tries: number }) | undefined> {
    return this.#db
      .updateTable('draft')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('id', '=', id)
      .where('tries', '<', most)
      .where('until', '>', now)
      .returning(['code', 'half', 'until', 'tries'])
      .executeTakeFirst();
  }

  /** A try that was right makes those before it count for nothing. */
  async uncountTries(id: string): Promise<void> {
    await this.#db.updateTable('draft').set({ tries: 0 }).where('id', '=', id).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('draft').where('id', '=', id).execute();
  }

  /** Forgets drafts whose time is over. */
  async forget(now: string): Promise<void> {
    await this.#db.deleteFrom('draft').where('until', '<=', now).execute();
  }
}
