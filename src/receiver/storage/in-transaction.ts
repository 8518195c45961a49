import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** How often a transaction is tried that the database broke off for the sake of another. */
const MOST_TRIES = 6;

/** What PostgreSQL calls two transactions that cannot both go on: serialization failures and deadlocks. */
const brokenOff = /^PG_(40001|40P01)$/;

/**
 * Runs a transaction. Where several receivers write at once, the database may break one off so that another can go on:
 * nothing of it was done, and it is begun anew, so `work` may be called more than once.
 */
export async function inTransaction<Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const { code } = Object(error) as { code?: unknown };
      if (tries === MOST_TRIES || typeof code !== 'string' || !brokenOff.test(code)) throw error;
      // Those who met once do not meet again at the same moment.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries));
    }
  }
}
