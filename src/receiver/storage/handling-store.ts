import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Happening } from '../../core/process/handled.js';
import type { MakeAuditLink } from './audit-log.js';
import { appendAudit } from './audit-log.js';
import type { Claim } from './claims.js';
import { claimFiles, MissingFiles } from './claims.js';
import type { EarlierUse, KeyUse } from './key-uses.js';
import { earlierUse, takeKey } from './key-uses.js';
import type { OutboxMessage } from './outbox.js';
import { putMessages } from './outbox.js';
import type { HandlingTable, Tables } from './tables.js';

/** What lists show of where a request stands, worked out from its events. */
export interface Standing {
  readonly version: number;
  readonly state: string;
  readonly isEnded: boolean;
  /** The day before which no answer comes; undefined once there is one. */
  readonly notBefore: string | undefined;
  readonly openItems: number;
  readonly openQuestions: number;
  readonly openRights: number;
}

/** The beginning of how a request is handled. */
export interface NewHandling extends Standing {
  readonly formId: string;
  readonly processSha256: string;
  /** Codes of the second factors, and the message that the request has come. */
  readonly of: (reference: string) => {
    readonly factors: readonly string[];
    readonly messages: readonly NewMessage[];
  };
}

export type NewMessage = Omit<OutboxMessage, 'tries'>;

/** An event as it is kept. */
export interface StoredEvent {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly happening: Happening;
}

/** A request that is handled, with what was sent. `answers` is JSON. */
export interface StoredHandling extends Standing {
  readonly reference: string;
  readonly formId: string;
  readonly processSha256: string;
  readonly definitionSha256: string;
  readonly language: string;
  readonly answers: string;
  readonly receivedAt: string;
  readonly changedAt: string;
}

/** What a list shows of a request. */
export type ListedHandling = Omit<StoredHandling, 'answers' | 'definitionSha256'>;

/** Which requests to list: after the last one of the page before, the oldest first. */
export interface HandlingFilter {
  readonly state?: string | undefined;
  readonly form?: string | undefined;
  readonly isEnded?: boolean | undefined;
  /** Those with something still open. */
  readonly open?: 'items' | 'questions' | 'rights' | undefined;
  readonly after?: { readonly receivedAt: string; readonly reference: string } | undefined;
  readonly most: number;
}

/** A change of a request: new events, where it stands after them, and all that goes with that. */
export interface HandlingChange {
  readonly reference: string;
  /** The version it is made of; where there is a newer one, nothing is changed. */
  readonly from: number;
  readonly at: string;
  readonly events: readonly Omit<StoredEvent, 'at'>[];
  readonly standing: Standing;
  readonly claims: readonly Claim[];
  readonly messages: readonly NewMessage[];
  readonly audit: readonly MakeAuditLink[];
  /** Under which key it was asked for, where it was asked for under one. */
  readonly use?: KeyUse | undefined;
}

export type ChangeResult =
  | { readonly state: 'done' }
  /** Somebody else was faster. */
  | { readonly state: 'changed' }
  /** The same key was used meanwhile. */
  | { readonly state: 'used'; readonly earlier: EarlierUse }
  | { readonly state: 'missing-files'; readonly pointers: readonly string[] };

/** Thrown inside a transaction, so that all of it is undone. */
class KeyUsed extends Error {}

/** Where requests stand, and what has happened to them. */
export class HandlingStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async find(reference: string): Promise<StoredHandling | undefined> {
    const row = await this.#db
      .selectFrom('handling')
      .innerJoin('submission', 'submission.reference', 'handling.reference')
      .selectAll('handling')
      .select(['submission.definition_sha256', 'submission.language', 'submission.answers'])
      .where('handling.reference', '=', reference)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { ...listed(row), definitionSha256: row.definition_sha256, answers: row.answers };
  }

  async events(reference: string): Promise<readonly StoredEvent[]> {
    const rows = await this.#db
      .selectFrom('event')
      .selectAll()
      .where('reference', '=', reference)
      .orderBy('version')
      .execute();
    return rows.map(({ version, at, done_by, happening }) => ({
      version,
      at,
      by: done_by,
      happening: JSON.parse(happening) as Happening,
    }));
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

  async list({
    state,
    form,
    isEnded,
    open,
    after,
    most,
  }: HandlingFilter): Promise<readonly ListedHandling[]> {
    let query = this.#db
      .selectFrom('handling')
      .innerJoin('submission', 'submission.reference', 'handling.reference')
      .selectAll('handling')
      .select('submission.language')
      .orderBy('handling.received_at')
      .orderBy('handling.reference')
      .limit(most);
    if (state !== undefined) query = query.where('handling.state', '=', state);
    if (form !== undefined) query = query.where('handling.form_id', '=', form);
    if (isEnded !== undefined) query = query.where('handling.is_ended', '=', isEnded ? 1 : 0);
    if (open !== undefined) query = query.where(`handling.open_${open}`, '>', 0);
    if (after !== undefined) {
      query = query.where(({ eb, or, and }) =>
        and([
          // Said twice: by the first the database finds where to begin.
          eb('handling.received_at', '>=', after.receivedAt),
          or([
            eb('handling.received_at', '>', after.receivedAt),
            eb('handling.reference', '>', after.reference),
          ]),
        ]),
      );
    }
    return (await query.execute()).map(listed);
  }

  /** Makes a change, all of it or nothing. */
  async change(change: HandlingChange): Promise<ChangeResult> {
    const { reference, from, at, standing, claims, messages, audit, use } = change;
    try {
      return await this.#db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('handling')
          .set({ ...columnsOf(standing), changed_at: at })
          .where('reference', '=', reference)
          .where('version', '=', from)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) return { state: 'changed' };
        if (use !== undefined && !(await takeKey(transaction, use, at))) throw new KeyUsed();
        await putEvents(transaction, reference, at, change.events);
        await claimFiles(transaction, claims, reference);
        await putMessages(transaction, messages);
        for (const make of audit) await appendAudit(transaction, make);
        return { state: 'done' };
      });
    } catch (error) {
      if (error instanceof MissingFiles) return { state: 'missing-files', pointers: error.pointers };
      if (error instanceof KeyUsed && use !== undefined) {
        return { state: 'used', earlier: await earlierUse(this.#db, use) };
      }
      throw error;
    }
  }

  /** What a key was used for. */
  earlierUse(use: KeyUse): Promise<EarlierUse> {
    return earlierUse(this.#db, use);
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
    await this.#db.deleteFrom('look_up_try').where('until', '<=', now).execute();
  }

  /** Requests of some forms that nobody handles yet, the oldest first, so many after a reference. */
  async unhandled(forms: readonly string[], most: number): Promise<readonly Unhandled[]> {
    if (forms.length === 0) return [];
    const rows = await this.#db
      .selectFrom('submission')
      .leftJoin('handling', 'handling.reference', 'submission.reference')
      .select([
        'submission.reference',
        'submission.form_id',
        'submission.answers',
        'submission.not_before',
        'submission.received_at',
      ])
      .where('submission.form_id', 'in', forms)
      .where('handling.reference', 'is', null)
      .orderBy('submission.received_at')
      .limit(most)
      .execute();
    return rows.map(({ reference, form_id, answers, not_before, received_at }) => ({
      reference,
      formId: form_id,
      answers,
      notBefore: not_before ?? undefined,
      receivedAt: received_at,
    }));
  }

  /** Begins to handle requests that were there before. */
  begin(
    begun: readonly {
      readonly reference: string;
      readonly receivedAt: string;
      readonly handling: NewHandling;
    }[],
  ) {
    return this.#db.transaction().execute(async (transaction) => {
      for (const { reference, receivedAt, handling } of begun) {
        await beginHandling(transaction, reference, receivedAt, handling);
      }
    });
  }
}

export interface Unhandled {
  readonly reference: string;
  readonly formId: string;
  readonly answers: string;
  readonly notBefore: string | undefined;
  readonly receivedAt: string;
}

/** Within the transaction that stores a request: from the first moment on it stands somewhere. */
export async function beginHandling(
  transaction: Transaction<Tables>,
  reference: string,
  receivedAt: string,
  handling: NewHandling,
): Promise<void> {
  const { factors, messages } = handling.of(reference);
  const result = await transaction
    .insertInto('handling')
    .values({
      reference,
      form_id: handling.formId,
      process_sha256: handling.processSha256,
      ...columnsOf(handling),
      factors: JSON.stringify(factors),
      received_at: receivedAt,
      changed_at: receivedAt,
    })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst();
  // Another receiver on the same database was faster.
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return;
  const received = { version: handling.version, by: 'applicant', happening: { kind: 'received' } } as const;
  await putEvents(transaction, reference, receivedAt, [received]);
  await putMessages(transaction, messages);
}

async function putEvents(
  transaction: Transaction<Tables>,
  reference: string,
  at: string,
  events: HandlingChange['events'],
): Promise<void> {
  for (const { version, by, happening } of events) {
    await transaction
      .insertInto('event')
      .values({ reference, version, at, done_by: by, happening: JSON.stringify(happening) })
      .execute();
  }
}

function columnsOf({ version, state, isEnded, notBefore, openItems, openQuestions, openRights }: Standing) {
  return {
    version,
    state,
    is_ended: isEnded ? 1 : 0,
    not_before: notBefore ?? null,
    open_items: openItems,
    open_questions: openQuestions,
    open_rights: openRights,
  };
}

function listed(row: HandlingTable & { readonly language: string }): ListedHandling {
  return {
    reference: row.reference,
    formId: row.form_id,
    processSha256: row.process_sha256,
    language: row.language,
    version: row.version,
    state: row.state,
    isEnded: row.is_ended === 1,
    notBefore: row.not_before ?? undefined,
    openItems: row.open_items,
    openQuestions: row.open_questions,
    openRights: row.open_rights,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
  };
}
