import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import { inTransaction } from './in-transaction.js';
import { placeIn } from './sealed-columns.js';
import { countInvited } from './survey-counts.js';
import type { OutboxTable, Tables } from './tables.js';

/** A message to be handed on. `body` is JSON. */
export interface OutboxMessage {
  readonly id: string;
  readonly reference: string;
  /** Number of the event that it is about. */
  readonly version: number;
  readonly body: string;
  readonly createdAt: string;
  /** How often it was tried before. */
  readonly tries: number;
}

/** A message that nobody has tried to hand on yet. */
export type NewMessage = Omit<OutboxMessage, 'tries'>;

/** Messages that wait to be handed on: put in with the change they are about, taken out when somebody has them. */
export class Outbox {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;

  constructor(db: Kysely<Tables>, keyring: Keyring) {
    this.#db = db;
    this.#keyring = keyring;
  }

  /**
   * Messages that are due, each for whoever asked alone until `until`. Of one request only the oldest that waits, so that
   * nobody reads the second before the first.
   */
  async claim(now: string, until: string, most: number): Promise<readonly OutboxMessage[]> {
    const due = await this.#db
      .selectFrom('outbox as message')
      .selectAll()
      .where('delivered_at', 'is', null)
      .where('given_up_at', 'is', null)
      .where('next_at', '<=', now)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('outbox as earlier')
              .select('earlier.id')
              .whereRef('earlier.reference', '=', 'message.reference')
              .whereRef('earlier.version', '<', 'message.version')
              .where('earlier.delivered_at', 'is', null)
              .where('earlier.given_up_at', 'is', null),
          ),
        ),
      )
      .orderBy('next_at')
      .limit(most)
      .execute();
    const claimed: OutboxMessage[] = [];
    for (const row of due) {
      if (!(await this.#take(row, until))) continue;
      const body = this.#keyring.openIfWhole(placeIn('outbox', row.id), row.body);
      // Somebody has changed it: it must not hold up the others.
      if (body === undefined) await this.giveUp(row.id, now);
      else claimed.push(messageIn({ ...row, body }));
    }
    return claimed;
  }

  /** Whether nobody else has taken it meanwhile. */
  async #take({ id, next_at }: OutboxTable, until: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('outbox')
      .set((eb) => ({ next_at: until, tries: eb('tries', '+', 1) }))
      .where('id', '=', id)
      .where('next_at', '=', next_at)
      .where('delivered_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** @param invited the invitation that was in it: it counts from now on, and once. */
  async delivered(id: string, now: string, invited?: Parameters<typeof countInvited>[1]): Promise<void> {
    await inTransaction(this.#db, async (transaction) => {
      const result = await transaction
        .updateTable('outbox')
        .set({ delivered_at: now })
        .where('id', '=', id)
        .where('delivered_at', 'is', null)
        .executeTakeFirst();
      if (invited !== undefined && result.numUpdatedRows > 0n) await countInvited(transaction, invited);
    });
  }

  /** It is to be tried again at a time. */
  async later(id: string, nextAt: string): Promise<void> {
    await this.#db.updateTable('outbox').set({ next_at: nextAt }).where('id', '=', id).execute();
  }

  /** It is not tried any more; those after it go on. */
  async giveUp(id: string, now: string): Promise<void> {
    await this.#db.updateTable('outbox').set({ given_up_at: now }).where('id', '=', id).execute();
  }

  /** How many wait, and how many were given up. */
  async counts(): Promise<{ readonly waiting: number; readonly givenUp: number }> {
    const open = this.#db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('delivered_at', 'is', null);
    const waiting = await open.where('given_up_at', 'is', null).executeTakeFirstOrThrow();
    const givenUp = await open.where('given_up_at', 'is not', null).executeTakeFirstOrThrow();
    return { waiting: Number(waiting.count), givenUp: Number(givenUp.count) };
  }

  /** All messages about a request, in order, as they stand. */
  async of(reference: string): Promise<readonly OutboxTable[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('version')
      .execute();
    return rows.map((row) => this.#opened(row));
  }

  #opened(row: OutboxTable): OutboxTable {
    return { ...row, body: this.#keyring.open(placeIn('outbox', row.id), row.body) };
  }
}

export async function putMessages(
  transaction: Transaction<Tables>,
  keyring: Keyring,
  messages: readonly NewMessage[],
): Promise<void> {
  for (const { id, reference, version, body, createdAt } of messages) {
    await transaction
      .insertInto('outbox')
      .values({
        id,
        reference,
        version,
        body: keyring.seal(placeIn('outbox', id), body),
        created_at: createdAt,
        tries: 0,
        next_at: createdAt,
        delivered_at: null,
        given_up_at: null,
      })
      .execute();
  }
}

function messageIn({ id, reference, version, body, created_at, tries }: OutboxTable): OutboxMessage {
  return { id, reference, version, body, createdAt: created_at, tries };
}
