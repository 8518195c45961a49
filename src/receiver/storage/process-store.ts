import type { Kysely } from 'kysely';
import type { ProcessTable, Tables } from './tables.js';

/** A process as it was read; `document` is its canonical JSON, `sha256` the digest of that. */
export interface StoredProcess {
  readonly sha256: string;
  readonly processId: string;
  readonly version: string;
  readonly document: string;
}

/** Keeps every process that requests were ever filed under: each is handled to its end as it began. */
export class ProcessStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Keeps a process; seeing it again changes nothing. */
  async remember({ sha256, processId, version, document }: StoredProcess, now: string): Promise<void> {
    await this.#db
      .insertInto('process')
      .values({ sha256, process_id: processId, version, document, first_seen_at: now })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
  }

  /** All there ever were. */
  async all(): Promise<readonly StoredProcess[]> {
    return (await this.#db.selectFrom('process').selectAll().execute()).map(processIn);
  }

  /** The digests of all there ever were. */
  async digests(): Promise<readonly string[]> {
    return (await this.#db.selectFrom('process').select('sha256').execute()).map(({ sha256 }) => sha256);
  }

  async find(sha256: string): Promise<StoredProcess | undefined> {
    const row = await this.#db
      .selectFrom('process')
      .selectAll()
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    return row && processIn(row);
  }
}

function processIn({ sha256, process_id, version, document }: ProcessTable): StoredProcess {
  return { sha256, processId: process_id, version, document };
}
