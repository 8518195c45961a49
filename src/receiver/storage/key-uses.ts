import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** What a request is told apart by: hashes of its key and of what was asked. */
export interface KeyUse {
  readonly keyHash: string;
  readonly fingerprint: string;
}

/** What became of a key: never used, used for the same with this answer, or used for something else. */
export type EarlierUse =
  | { readonly state: 'new' }
  | { readonly state: 'answered'; readonly response: string }
  | { readonly state: 'other' };

export async function earlierUse(db: Kysely<Tables>, { keyHash, fingerprint }: KeyUse): Promise<EarlierUse> {
  const [row] = await db
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'response'])
    .where('key_hash', '=', keyHash)
    .execute();
  if (row === undefined) return { state: 'new' };
  return row.fingerprint === fingerprint ? { state: 'answered', response: row.response } : { state: 'other' };
}

/** Whether the key is ours. On PostgreSQL this waits for another transaction that is taking it. */
export async function takeKey(transaction: Transaction<Tables>, use: KeyUse, now: string): Promise<boolean> {
  const result = await transaction
    .insertInto('idempotency_key')
    .values({ key_hash: use.keyHash, fingerprint: use.fingerprint, response: '', created_at: now })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function keepResponse(
  transaction: Transaction<Tables>,
  use: KeyUse,
  response: string,
): Promise<EarlierUse> {
  await transaction
    .updateTable('idempotency_key')
    .set({ response })
    .where('key_hash', '=', use.keyHash)
    .execute();
  return { state: 'answered', response };
}
