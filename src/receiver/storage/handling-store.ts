import type { Kysely } from 'kysely';
import type { Happening } from '../../core/process/handled.js';
import type { Reason } from '../guard/guard.js';
import type { Keyring } from '../vault/keyring.js';
import type { MakeAuditLink } from './audit-log.js';
import { appendAudit } from './audit-log.js';
import type { Claim } from './claims.js';
import { claimFiles, MissingFiles } from './claims.js';
import type { Standing, StoredEvent } from './handling-rows.js';
import { columnsOf, putEvents } from './handling-rows.js';
import { inTransaction } from './in-transaction.js';
import type { EarlierUse, KeyUse } from './key-uses.js';
import { earlierUse, takeKey } from './key-uses.js';
import type { NewMessage } from './outbox.js';
import { putMessages } from './outbox.js';
import { placeIn } from './sealed-columns.js';
import { reasonsIn } from './suspicions.js';
import type { HandlingTable, Tables } from './tables.js';

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
  /** Why it looks as if no person had sent it; empty where it does not. */
  readonly suspicion: readonly Reason[];
}

/** What a list shows of a request. */
export type ListedHandling = Omit<StoredHandling, 'answers' | 'definitionSha256'>;

/** Which requests to list: after the last one of the page before, the oldest first. */
export interface HandlingFilter {
  readonly state?: string | undefined;
  readonly form?: string | undefined;
  readonly isEnded?: boolean | undefined;
  /** Digests of the processes of which requests are listed. */
  readonly processes: readonly string[];
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
  | { readonly state: 'used' }
  | { readonly state: 'missing-files'; readonly pointers: readonly string[] };

/** Thrown inside a transaction, so that all of it is undone. */
class KeyUsed extends Error {}

/** Where requests stand, and what has happened to them. */
export class HandlingStore {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;

  constructor(db: Kysely<Tables>, keyring: Keyring) {
    this.#db = db;
    this.#keyring = keyring;
  }

  async find(reference: string): Promise<StoredHandling | undefined> {
    const row = await this.#db
      .selectFrom('handling')
      .innerJoin('submission', 'submission.reference', 'handling.reference')
      .leftJoin('suspicion', 'suspicion.reference', 'handling.reference')
      .selectAll('handling')
      .select([
        'submission.definition_sha256',
        'submission.language',
        'submission.answers',
        'suspicion.reasons',
      ])
      .where('handling.reference', '=', reference)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const answers = this.#keyring.open(placeIn('submission', reference), row.answers);
    return { ...listed(row), definitionSha256: row.definition_sha256, answers };
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
      happening: JSON.parse(this.#keyring.open(placeIn('event', reference, version), happening)) as Happening,
    }));
  }

  /** Events of all requests after one of them, with what is stored of each; empty where that cannot be opened. For checks. */
  async eventsAfter(
    place: { readonly reference: string; readonly version: number } | undefined,
    most: number,
  ): Promise<
    readonly { readonly reference: string; readonly version: number; readonly happening: string }[]
  > {
    const events = this.#db
      .selectFrom('event')
      .select(['reference', 'version', 'happening'])
      .orderBy('reference')
      .orderBy('version')
      .limit(most);
    const { reference, version } = place ?? { reference: '', version: 0 };
    const rows = await events
      .where(({ eb, and, or }) =>
        or([
          eb('reference', '>', reference),
          and([eb('reference', '=', reference), eb('version', '>', version)]),
        ]),
      )
      .execute();
    return rows.map((row) => ({
      ...row,
      happening: this.#keyring.openIfWhole(placeIn('event', row.reference, row.version), row.happening) ?? '',
    }));
  }

  /** None where no process is named. */
  async list({
    processes,
    state,
    form,
    isEnded,
    open,
    after,
    most,
  }: HandlingFilter): Promise<readonly ListedHandling[]> {
    if (processes.length === 0) return [];
    let query = this.#db
      .selectFrom('handling')
      .innerJoin('submission', 'submission.reference', 'handling.reference')
      .leftJoin('suspicion', 'suspicion.reference', 'handling.reference')
      .selectAll('handling')
      .select(['submission.language', 'suspicion.reasons'])
      .orderBy('handling.received_at')
      .orderBy('handling.reference')
      .limit(most);
    query = query.where('handling.process_sha256', 'in', processes);
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
      return await inTransaction(this.#db, async (transaction) => {
        const result = await transaction
          .updateTable('handling')
          .set({ ...columnsOf(standing), changed_at: at })
          .where('reference', '=', reference)
          .where('version', '=', from)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) return { state: 'changed' };
        if (use !== undefined && !(await takeKey(transaction, use, at))) throw new KeyUsed();
        await putEvents(transaction, this.#keyring, reference, at, change.events);
        await claimFiles(transaction, claims, reference);
        await putMessages(transaction, this.#keyring, messages);
        for (const make of audit) await appendAudit(transaction, this.#keyring, make);
        return { state: 'done' };
      });
    } catch (error) {
      if (error instanceof MissingFiles) return { state: 'missing-files', pointers: error.pointers };
      if (error instanceof KeyUsed) return { state: 'used' };
      throw error;
    }
  }

  /** What a key was used for. */
  earlierUse(use: KeyUse): Promise<EarlierUse> {
    return earlierUse(this.#db, this.#keyring, use);
  }
}

function listed(
  row: HandlingTable & { readonly language: string; readonly reasons: string | null },
): ListedHandling {
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
    suspicion: reasonsIn(row.reasons),
  };
}
