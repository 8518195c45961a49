import type { Kysely, Transaction } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import type { Standing } from './handling-rows.js';
import { columnsOf, putEvents } from './handling-rows.js';
import { inTransaction } from './in-transaction.js';
import type { NewMessage } from './outbox.js';
import { putMessages } from './outbox.js';
import { placeIn } from './sealed-columns.js';
import type { Tables } from './tables.js';

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

/** A request that nobody handles yet. `answers` is JSON. */
export interface Unhandled {
  readonly reference: string;
  readonly formId: string;
  readonly answers: string;
  readonly notBefore: string | undefined;
  readonly receivedAt: string;
}

/** Requests that came before there was a process for their form. */
export class EarlierRequests {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;

  constructor(db: Kysely<Tables>, keyring: Keyring) {
    this.#db = db;
    this.#keyring = keyring;
  }

  /** Requests of some forms that nobody handles yet, the oldest first. */
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
      answers: this.#keyring.open(placeIn('submission', reference), answers),
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
    return inTransaction(this.#db, async (transaction) => {
      for (const { reference, receivedAt, handling } of begun) {
        await beginHandling(transaction, this.#keyring, reference, receivedAt, handling);
      }
    });
  }
}

/** Within the transaction that stores a request: from the first moment on it stands somewhere. */
export async function beginHandling(
  transaction: Transaction<Tables>,
  keyring: Keyring,
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
  await putEvents(transaction, keyring, reference, receivedAt, [received]);
  await putMessages(transaction, keyring, messages);
}
