import type { Kysely, Selectable, Transaction } from 'kysely';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Evidence, EvidenceRecord, Seal } from '../../evidence/record.js';
import type { Link } from '../evidence/sealing.js';
import type { EvidenceTable, SignatureTable, Tables } from './tables.js';

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

  /** So many rows after a position, or from the first one on, in the order of the chain, as they are stored: nothing in them is trusted yet. */
  after(sequence: number | undefined, most: number): Promise<readonly StoredLink[]> {
    const links = this.#db.selectFrom('evidence').selectAll().orderBy('sequence').limit(most);
    return (sequence === undefined ? links : links.where('sequence', '>', sequence)).execute();
  }

  /** The stored signatures of some requests. */
  signaturesOf(references: readonly string[]): Promise<readonly StoredSignature[]> {
    return this.#db.selectFrom('signature').selectAll().where('reference', 'in', references).execute();
  }

  /** How many requests have no record: those from before a time, and those since then with the first of them. */
  async unsealed(time: string): Promise<UnsealedRequests> {
    const unsealed = this.#db
      .selectFrom('submission')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('reference').as('first')])
      .where('reference', 'not in', (query) => query.selectFrom('evidence').select('reference'));
    const before = await unsealed.where('received_at', '<', time).executeTakeFirstOrThrow();
    const since = await unsealed.where('received_at', '>=', time).executeTakeFirstOrThrow();
    return { before: Number(before.count), since: Number(since.count), first: since.first ?? undefined };
  }
}

/** A link of the chain as the table holds it: `record` and `seal` should be JSON. */
export type StoredLink = Readonly<Selectable<EvidenceTable>>;

export type StoredSignature = Readonly<Selectable<SignatureTable>>;

export interface UnsealedRequests {
  readonly before: number;
  readonly since: number;
  /** One of those since then. */
  readonly first: string | undefined;
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

/** Makes every other receiver that seals wait until this transaction is over: only then is the last link the last. */
export async function takeEvidenceChain(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('chain_head')
    .set((eb) => ({ sequence: eb('sequence', '+', 1) }))
    .where('chain', '=', 'evidence')
    .execute();
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
