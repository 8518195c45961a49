import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Evidence, EvidenceRecord, Seal } from '../../evidence/record.js';
import type { Link } from '../evidence/sealing.js';
import type { Tables } from './tables.js';

/** The sealed records of all requests, each naming the one before it. */
export class EvidenceChain {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  last(): Promise<Link | undefined> {
    return lastLink(this.#db);
  }

  /** What was sealed of a request. */
  async of(reference: string): Promise<Evidence | undefined> {
    const row = await this.#db
      .selectFrom('evidence')
      .select(['record', 'seal'])
      .where('reference', '=', reference)
      .executeTakeFirst();
    return row && evidenceIn(row);
  }

  /** Records in the order of the chain, so many after a position. */
  async after(sequence: number, most: number): Promise<readonly Evidence[]> {
    const rows = await this.#db
      .selectFrom('evidence')
      .select(['record', 'seal'])
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(most)
      .execute();
    return rows.map(evidenceIn);
  }
}

export async function lastLink(db: Kysely<Tables>): Promise<Link | undefined> {
  const row = await db
    .selectFrom('evidence')
    .select(['sequence', 'record'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { sequence: row.sequence, record: JSON.parse(row.record) as EvidenceRecord };
}

/** Of two that take the same place in the chain the database refuses one. */
export async function storeEvidence(
  transaction: Transaction<Tables>,
  { record, seal }: Evidence,
): Promise<void> {
  const { sequence, reference } = record;
  const row = { sequence, reference, record: canonicalJson(record), seal: canonicalJson(seal) };
  await transaction.insertInto('evidence').values(row).execute();
}

function evidenceIn({ record, seal }: { readonly record: string; readonly seal: string }): Evidence {
  return { record: JSON.parse(record) as EvidenceRecord, seal: JSON.parse(seal) as Seal };
}
