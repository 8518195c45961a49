import type { Kysely, Transaction } from 'kysely';
import { sha256Hex } from '../digest.js';
import type { Reason, Watched } from '../guard/guard.js';
import { isMarked } from '../guard/guard.js';
import { inTransaction } from './in-transaction.js';
import type { Tables } from './tables.js';

/** Notes within the transaction of a request what it looked like; its challenge is used up with it, and only with it. */
export async function keepSuspicion(
  transaction: Transaction<Tables>,
  reference: string,
  { reasons, challenge }: Watched,
): Promise<void> {
  const all = [...reasons];
  if (challenge !== undefined) {
    const result = await transaction
      .insertInto('used_challenge')
      .values({ sha256: sha256Hex(challenge.text), until: challenge.until })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .executeTakeFirst();
    if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) all.push('used-challenge');
  }
  if (!isMarked(all)) return;
  await transaction
    .insertInto('suspicion')
    .values({ reference, reasons: JSON.stringify(all) })
    .execute();
}

/** Forgets challenges whose time is over: they are refused by it. */
export async function forgetChallenges(db: Kysely<Tables>, now: string): Promise<void> {
  await inTransaction(db, (transaction) =>
    transaction.deleteFrom('used_challenge').where('until', '<=', now).execute(),
  );
}

/** The column as it is read. */
export function reasonsIn(column: string | null): readonly Reason[] {
  return column === null ? [] : (JSON.parse(column) as Reason[]);
}
