import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { inTransaction } from './in-transaction.js';
import type { Tables } from './tables.js';

/** The codes that open requests, how often it was tried to open them, and which sessions were ended before their time. */
export class LookUpTries {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The codes of the second factors that open a request; empty where there is none. */
  async factors(reference: string): Promise<readonly string[]> {
    const row = await this.#db
      .selectFrom('handling')
      .select('factors')
      .where('reference', '=', reference)
      .executeTakeFirst();
    return JSON.parse(row?.factors ?? '[]') as string[];
  }

  /**
   * Counts a try before it is made, so that many at once are not one; gives how many there have been since the first of
   * them, and until when they count.
   */
  async countTry(subject: string, now: string, until: string): Promise<{ tries: number; until: string }> {
    return this.#db
      .insertInto('look_up_try')
      .values({ subject, tries: 1, until })
      .onConflict((conflict) =>
        conflict.column('subject').doUpdateSet({
          tries: sql<number>`case when look_up_try.until <= ${now} then 1 else look_up_try.tries + 1 end`,
          until: sql<string>`case when look_up_try.until <= ${now} then ${until} else look_up_try.until end`,
        }),
      )
      .returning(['tries', 'until'])
      .executeTakeFirstOrThrow();
  }

  /** Whether something is counted under a subject that counts still. */
  async isCounted(subject: string, now: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('look_up_try')
      .select('tries')
      .where('subject', '=', subject)
      .where('until', '>', now)
      .where('tries', '>', 0)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** A try that was right counts for nothing. */
  async uncountTry(subject: string): Promise<void> {
    await this.#db
      .updateTable('look_up_try')
      .set((eb) => ({ tries: eb('tries', '-', 1) }))
      .where('subject', '=', subject)
      .where('tries', '>', 0)
      .execute();
  }

  /** Forgets tries that count no more. */
  async forgetTries(now: string): Promise<void> {
    await inTransaction(this.#db, (transaction) =>
      transaction.deleteFrom('look_up_try').where('until', '<=', now).execute(),
    );
  }
}
