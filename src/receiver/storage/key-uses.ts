import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import { placeIn } from './sealed-columns.js';
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

export async function earlierUse(
  db: Kysely<Tables>,
  keyring: Keyring,
  { keyHash, fingerprint }: KeyUse,
): Promise<EarlierUse> {
  const [row] = await db
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'response'])
    .where('key_hash', '=', keyHash)
    .execute();
  if (row === undefined) return { state: 'new' };
  if (row.fingerprint !== fingerprint) return { state: 'other' };
  // Of a change there is nothing to answer but how the request is then.
  if (row.response === '') return { state: 'answered', response: '' };
  return { state: 'answered', response: keyring.open(placeIn('idempotency_key', keyHash), row.response) };
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
  keyring: Keyring,
  use: KeyUse,
  response: string,
): Promise<EarlierUse> {
  await transaction
    .updateTable('idempotency_key')
    .set({ response: keyring.seal(placeIn('idempotency_key', use.keyHash), response) })
    .where('key_hash', '=', use.keyHash)
    .execute();
  return { state: 'answered', response };
}
