import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import type { MakeAuditLink } from './audit-log.js';
import { appendAudit } from './audit-log.js';
import { inTransaction } from './in-transaction.js';
import type { Tables } from './tables.js';

/** A request or a question to the officer whose time is over. */
export interface Due {
  readonly what: 'request' | 'question';
  /** Reference of the request, id of the question. */
  readonly name: string;
  readonly form: string;
  /** From when on it was kept (ISO). */
  readonly since: string;
}

/** What is said of something that was destroyed, and nothing that was in it. */
export interface Destruction {
  readonly what: string;
  readonly name: string;
  readonly form: string;
  /** Such as `P5Y after end`. */
  readonly rule: string;
  readonly destroyedAt: string;
}

/** Finds what has been kept long enough, and destroys it. */
export class RetentionStore {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;
  readonly #emptyLog: () => void;

  constructor(db: Kysely<Tables>, keyring: Keyring, emptyLog: () => void) {
    this.#db = db;
    this.#keyring = keyring;
    this.#emptyLog = emptyLog;
  }

  /**
   * Requests of a form from before a moment, the oldest first: never one that is being handled, of which somebody waits for his
   * right, or that is held.
   */
  async dueRequests(
    form: string,
    after: 'end' | 'received',
    before: string,
    most: number,
  ): Promise<readonly Due[]> {
    const rows = await this.#db
      .selectFrom('submission')
      .leftJoin('handling', 'handling.reference', 'submission.reference')
      .leftJoin('legal_hold', 'legal_hold.reference', 'submission.reference')
      .select(['submission.reference', 'submission.received_at', 'handling.changed_at'])
      .where('submission.form_id', '=', form)
      .where('submission.received_at', '<', before)
      .where('legal_hold.reference', 'is', null)
      .where(({ eb, or, and }) =>
        or([
          eb('handling.reference', 'is', null),
          and([
            eb('handling.is_ended', '=', 1),
            eb('handling.open_rights', '=', 0),
            ...(after === 'end' ? [eb('handling.changed_at', '<', before)] : []),
          ]),
        ]),
      )
      .orderBy('submission.received_at')
      .limit(most)
      .execute();
    return rows.map(({ reference, received_at, changed_at }) => ({
      what: 'request',
      name: reference,
      form,
      since: after === 'end' ? (changed_at ?? received_at) : received_at,
    }));
  }

  /** Questions to the officer from before a moment, the oldest first. */
  async dueQuestions(before: string, most: number): Promise<readonly Due[]> {
    const rows = await this.#db
      .selectFrom('referral')
      .select(['id', 'form_id', 'received_at'])
      .where('received_at', '<', before)
      .orderBy('received_at')
      .limit(most)
      .execute();
    return rows.map(({ id, form_id, received_at }) => ({
      what: 'question',
      name: id,
      form: form_id,
      since: received_at,
    }));
  }

  /**
   * Destroys a request or a question, with all that belongs to it, and writes that down; what was sealed of it stays, and with it
   * the chain. Gives the names of its files, which are to be removed after this; undefined where it is held, or gone already.
   */
  async destroy(
    { what, name, form }: Due,
    rule: string,
    now: string,
    audit: MakeAuditLink,
  ): Promise<readonly string[] | undefined> {
    try {
      return await inTransaction(this.#db, async (transaction) => {
        // First of all, so that of two that destroy the same one waits for the other.
        const noted = await transaction
          .insertInto('destruction')
          .values({ what, name, form_id: form, rule, destroyed_at: now })
          .onConflict((conflict) => conflict.columns(['what', 'name']).doNothing())
          .executeTakeFirst();
        if ((noted.numInsertedOrUpdatedRows ?? 0n) === 0n) return undefined;
        const files = await (what === 'question' ? deleteQuestion : deleteRequest)(transaction, name);
        await appendAudit(transaction, this.#keyring, audit);
        return files;
      });
    } catch (error) {
      if (error instanceof Stays) return undefined;
      throw error;
    }
  }

  /** Leaves nothing of what was destroyed in a log of the database, where it has one. */
  forget(): void {
    this.#emptyLog();
  }

  /** What was destroyed, the oldest first. */
  async log(): Promise<readonly Destruction[]> {
    const rows = await this.#db
      .selectFrom('destruction')
      .selectAll()
      .orderBy('destroyed_at')
      .orderBy('name')
      .execute();
    return rows.map(({ what, name, form_id, rule, destroyed_at }) => ({
      what,
      name,
      form: form_id,
      rule,
      destroyedAt: destroyed_at,
    }));
  }

  /** Keeps a request until it is released, whatever the rules say. False where there is none, or it is held already. */
  hold(reference: string, now: string, audit: MakeAuditLink): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      const known = await transaction
        .selectFrom('submission')
        .select('reference')
        .where('reference', '=', reference)
        .executeTakeFirst();
      if (known === undefined) return false;
      const result = await transaction
        .insertInto('legal_hold')
        .values({ reference, since: now })
        .onConflict((conflict) => conflict.column('reference').doNothing())
        .executeTakeFirst();
      if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
      await appendAudit(transaction, this.#keyring, audit);
      return true;
    });
  }

  /** False where it was not held. */
  release(reference: string, audit: MakeAuditLink): Promise<boolean> {
    return inTransaction(this.#db, async (transaction) => {
      const result = await transaction
        .deleteFrom('legal_hold')
        .where('reference', '=', reference)
        .executeTakeFirst();
      if (result.numDeletedRows === 0n) return false;
      await appendAudit(transaction, this.#keyring, audit);
      return true;
    });
  }

  /** References of the requests that are held, with the time since when. */
  holds(): Promise<readonly { readonly reference: string; readonly since: string }[]> {
    return this.#db.selectFrom('legal_hold').selectAll().orderBy('since').execute();
  }
}

/** Thrown inside a transaction, so that all of it is undone. */
class Stays extends Error {}

async function deleteQuestion(transaction: Transaction<Tables>, id: string): Promise<readonly string[]> {
  await transaction.deleteFrom('referral').where('id', '=', id).execute();
  return [];
}

/** Gives the names of its files. @throws Stays where something has come between since it was found to be due */
async function deleteRequest(transaction: Transaction<Tables>, name: string): Promise<readonly string[]> {
  const held = await transaction
    .selectFrom('legal_hold')
    .select('reference')
    .where('reference', '=', name)
    .executeTakeFirst();
  const handled = await transaction
    .selectFrom('handling')
    .select('reference')
    .where('reference', '=', name)
    .where(({ eb, or }) => or([eb('is_ended', '=', 0), eb('open_rights', '>', 0)]))
    .executeTakeFirst();
  if (held !== undefined || handled !== undefined) throw new Stays();
  const uploads = await transaction
    .selectFrom('upload')
    .select('file')
    .where('reference', '=', name)
    .execute();
  await transaction.deleteFrom('declaration').where('about', '=', name).execute();
  for (const table of tablesOfRequests)
    await transaction.deleteFrom(table).where('reference', '=', name).execute();
  return uploads.map(({ file }) => file);
}

/** What belongs to a request, those first that refer to others. The record in `evidence` stays. */
const tablesOfRequests = [
  'event',
  'handling',
  'consent',
  'signature',
  'declaration',
  'upload',
  'outbox',
  'partner_referral',
  'submission',
] as const;
