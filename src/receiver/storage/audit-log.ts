import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import { inTransaction } from './in-transaction.js';
import { placeIn } from './sealed-columns.js';
import type { AuditTable, Tables } from './tables.js';

/** A link of the chain as the table holds it, opened: nothing in it is trusted, and a record that cannot be opened is empty. */
export type StoredAuditLink = Readonly<Selectable<AuditTable>>;

/** The last link there is said to be: its place, and the digest of its record; 0 and empty where there is none. */
export interface AuditHead {
  readonly sequence: number;
  readonly sha256: string;
}

/** A link that is to be added, and the digest of its record. */
export interface NewAuditLink {
  readonly record: string;
  readonly seal: string;
  readonly sha256: string;
}

/** Makes the link that follows the last one. */
export type MakeAuditLink = (last: AuditHead) => NewAuditLink;

/** The chain of what staff have read and written. Nothing here changes or removes a link. */
export class AuditLog {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;

  constructor(db: Kysely<Tables>, keyring: Keyring) {
    this.#db = db;
    this.#keyring = keyring;
  }

  /** Adds a link; it is on the disk when this resolves. */
  append(make: MakeAuditLink): Promise<void> {
    return inTransaction(this.#db, (transaction) => appendAudit(transaction, this.#keyring, make));
  }

  /** Undefined where somebody has deleted it. */
  head(): Promise<AuditHead | undefined> {
    return this.#db
      .selectFrom('chain_head')
      .select(['sequence', 'sha256'])
      .where('chain', '=', 'audit')
      .executeTakeFirst();
  }

  /** So many links after a place, or from the first row on, in their order. */
  async after(sequence: number | undefined, most: number): Promise<readonly StoredAuditLink[]> {
    const links = this.#db.selectFrom('audit').selectAll().orderBy('sequence').limit(most);
    const rows = await (sequence === undefined ? links : links.where('sequence', '>', sequence)).execute();
    return rows.map((row) => ({
      ...row,
      record: this.#keyring.openIfWhole(placeIn('audit', row.sequence), row.record) ?? '',
    }));
  }
}

/**
 * Adds a link within a transaction. The row of the head is taken first: of two receivers that add at once, one waits
 * until the other has committed.
 */
export async function appendAudit(
  transaction: Transaction<Tables>,
  keyring: Keyring,
  make: MakeAuditLink,
): Promise<void> {
  const { sequence, sha256: previous } = await transaction
    .updateTable('chain_head')
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('chain', '=', 'audit')
    .returning(['sequence', 'sha256'])
    .executeTakeFirstOrThrow();
  const { record, seal, sha256 } = make({ sequence: sequence - 1, sha256: previous });
  const row = { sequence, record: keyring.seal(placeIn('audit', sequence), record), seal };
  await transaction.insertInto('audit').values(row).execute();
  await transaction.updateTable('chain_head').set({ sha256 }).where('chain', '=', 'audit').execute();
}
