import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Digests of what lies beside the database and belongs to it. */
export class Fingerprints {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The digest kept under a name. Where there is none, `sha256` is kept; of two at once one is first. */
  async agreed(name: string, sha256: string): Promise<string> {
    await this.#db
      .insertInto('fingerprint')
      .values({ name, sha256 })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const row = await this.#db
      .selectFrom('fingerprint')
      .select('sha256')
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return row.sha256;
  }
}
