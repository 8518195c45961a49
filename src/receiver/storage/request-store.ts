import type { Kysely, Transaction } from 'kysely';
import type { Evidence, SealedSignature } from '../../evidence/record.js';
import type { Link } from '../evidence/sealing.js';
import type { Watched } from '../guard/guard.js';
import type { Keyring } from '../vault/keyring.js';
import type { Claim } from './claims.js';
import { claimFiles, MissingFiles } from './claims.js';
import { lastLink, storeEvidence, takeEvidenceChain } from './evidence-chain.js';
import { inTransaction } from './in-transaction.js';
import type { EarlierUse, KeyUse } from './key-uses.js';
import { earlierUse, keepResponse, takeKey } from './key-uses.js';
import type { NewHandling } from './new-handling.js';
import { beginHandling } from './new-handling.js';
import type { UsedReferral } from './partner-store.js';
import { keepReferral, ReferralUsed } from './partner-store.js';
import type { ExportedReferral, ExportedSubmission, Page } from './request-reader.js';
import { readReferrals, readSubmissions, readSubmissionsOf } from './request-reader.js';
import { placeIn } from './sealed-columns.js';
import { forgetChallenges, keepSuspicion } from './suspicions.js';
import type { Tables } from './tables.js';

export interface StoredConsent {
  readonly path: string;
  readonly language: string;
  readonly at: string;
  readonly textSha256: string;
}

/** A submission that has been found right. `answers` is canonical JSON. */
export interface NewSubmission {
  readonly signatures: readonly SealedSignature[];
  readonly formId: string;
  readonly formVersion: string;
  readonly definitionSha256: string;
  readonly language: string;
  readonly answers: string;
  readonly answersSha256: string;
  readonly notBefore: string | undefined;
  readonly receivedAt: string;
  readonly consents: readonly StoredConsent[];
  readonly claims: readonly Claim[];
  /** The request whose data these answers declare. */
  readonly about: string | undefined;
  /** The partner's referral that it comes of. */
  readonly partner: UsedReferral | undefined;
  /** What it looked like, where that is looked at. */
  readonly watched?: Watched | undefined;
  /** How it is handled, where there is a process for its form. */
  readonly handling: NewHandling | undefined;
}

/** `answers` is JSON. */
export interface StoredRequest {
  readonly definitionSha256: string;
  readonly answers: string;
  readonly answersSha256: string;
  readonly receivedAt: string;
  readonly isDeclared: boolean;
}

export interface NewReferral {
  readonly id: string;
  readonly formId: string;
  readonly formVersion: string;
  readonly language: string;
  /** Canonical JSON of step, question and contact. */
  readonly body: string;
  readonly receivedAt: string;
}

export type StoreResult =
  | EarlierUse
  | { readonly state: 'missing-files'; readonly pointers: readonly string[] }
  | { readonly state: 'declared-before' }
  | { readonly state: 'referral-used' }
  /** Drawings that belong to other requests. */
  | { readonly state: 'used-before'; readonly paths: readonly string[] };

/** More collisions in a row than anything but a broken source of randomness could give. */
const MOST_DRAWS = 50;

/** Keeps submissions and questions, each with the key it came under: all of it is committed together, or nothing. */
export class RequestStore {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;

  constructor(db: Kysely<Tables>, keyring: Keyring) {
    this.#db = db;
    this.#keyring = keyring;
  }

  /** What a key was used for. */
  earlierUse(use: KeyUse): Promise<EarlierUse> {
    return earlierUse(this.#db, this.#keyring, use);
  }

  /**
   * Stores a submission under a reference of its own, and the answer made of that under its key. Where another
   * process was faster with the same key, nothing is stored and its answer given.
   */
  async storeSubmission(
    use: KeyUse,
    submission: NewSubmission,
    drawReference: () => string,
    sealFor: (reference: string, last: Link | undefined) => Evidence,
    responseFor: (evidence: Evidence) => string,
  ): Promise<StoreResult> {
    try {
      return await inTransaction(this.#db, async (transaction) => {
        if (!(await takeKey(transaction, use, submission.receivedAt)))
          return earlierUse(transaction, this.#keyring, use);
        const reference = await insertSubmission(transaction, this.#keyring, submission, drawReference);
        await claimFiles(transaction, submission.claims, reference);
        if (submission.watched !== undefined) await keepSuspicion(transaction, reference, submission.watched);
        for (const { path, language, at, textSha256 } of submission.consents) {
          const consent = { reference, path, language, given_at: at, text_sha256: textSha256 };
          await transaction.insertInto('consent').values(consent).execute();
        }
        if (submission.about !== undefined) await declare(transaction, submission.about, reference);
        if (submission.partner !== undefined)
          await keepReferral(transaction, submission.partner, reference, submission.receivedAt);
        if (submission.handling !== undefined) {
          await beginHandling(
            transaction,
            this.#keyring,
            reference,
            submission.receivedAt,
            submission.handling,
          );
        }
        await takeEvidenceChain(transaction);
        // After that: of two that bring the same drawing at once, the second sees the first.
        await storeSignatures(transaction, submission.signatures, reference);
        const evidence = sealFor(reference, await lastLink(transaction));
        await storeEvidence(transaction, evidence);
        return keepResponse(transaction, this.#keyring, use, responseFor(evidence));
      });
    } catch (error) {
      if (error instanceof DeclaredBefore) return { state: 'declared-before' };
      if (error instanceof ReferralUsed) return { state: 'referral-used' };
      if (error instanceof UsedSignatures) return { state: 'used-before', paths: error.paths };
      if (error instanceof MissingFiles) return { state: 'missing-files', pointers: error.pointers };
      throw error;
    }
  }

  /** A submission as it is kept, and whether its data were declared right by another. */
  async find(reference: string): Promise<StoredRequest | undefined> {
    const row = await this.#db
      .selectFrom('submission')
      .leftJoin('declaration', 'declaration.about', 'submission.reference')
      .select(['definition_sha256', 'answers', 'answers_sha256', 'received_at', 'declaration.about'])
      .where('submission.reference', '=', reference)
      .executeTakeFirst();
    return (
      row && {
        definitionSha256: row.definition_sha256,
        answers: this.#keyring.open(placeIn('submission', reference), row.answers),
        answersSha256: row.answers_sha256,
        receivedAt: row.received_at,
        isDeclared: row.about !== null,
      }
    );
  }

  storeReferral(use: KeyUse, referral: NewReferral, response: string): Promise<StoreResult> {
    return inTransaction(this.#db, async (transaction) => {
      if (!(await takeKey(transaction, use, referral.receivedAt)))
        return earlierUse(transaction, this.#keyring, use);
      const { id, formId, formVersion, language, body, receivedAt } = referral;
      await transaction
        .insertInto('referral')
        .values({
          id,
          form_id: formId,
          form_version: formVersion,
          language,
          body: this.#keyring.seal(placeIn('referral', id), body),
          received_at: receivedAt,
        })
        .execute();
      return keepResponse(transaction, this.#keyring, use, response);
    });
  }

  /** Forgets keys that nobody will use again. */
  async forgetKeys(before: string): Promise<void> {
    await inTransaction(this.#db, (transaction) =>
      transaction.deleteFrom('idempotency_key').where('created_at', '<', before).execute(),
    );
  }

  /** Forgets challenges that nobody can use any more. */
  forgetChallenges(now: string): Promise<void> {
    return forgetChallenges(this.#db, now);
  }

  /** Submissions in the order they came, a page at a time. */
  submissions(page: Page): Promise<readonly ExportedSubmission[]> {
    return readSubmissions(this.#db, this.#keyring, page);
  }

  /** Submissions by their references, in no order. Answers that cannot be opened are empty: for checks. */
  submissionsOf(references: readonly string[]): Promise<readonly ExportedSubmission[]> {
    return readSubmissionsOf(this.#db, this.#keyring, references);
  }

  /** Questions in the order they came, a page at a time. */
  referrals(page: Page): Promise<readonly ExportedReferral[]> {
    return readReferrals(this.#db, this.#keyring, page);
  }
}

/** Thrown inside a transaction, so that all of it is undone. */
class DeclaredBefore extends Error {}

/** Thrown inside a transaction, so that all of it is undone. */
class UsedSignatures extends Error {
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super('signatures were used before');
    this.paths = paths;
  }
}

async function insertSubmission(
  transaction: Transaction<Tables>,
  keyring: Keyring,
  submission: NewSubmission,
  drawReference: () => string,
): Promise<string> {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const reference = drawReference();
    const result = await transaction
      .insertInto('submission')
      .values({
        reference,
        form_id: submission.formId,
        form_version: submission.formVersion,
        definition_sha256: submission.definitionSha256,
        language: submission.language,
        answers: keyring.seal(placeIn('submission', reference), submission.answers),
        answers_sha256: submission.answersSha256,
        not_before: submission.notBefore ?? null,
        received_at: submission.receivedAt,
      })
      .onConflict((conflict) => conflict.column('reference').doNothing())
      .executeTakeFirst();
    if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) return reference;
  }
  throw new Error('no free reference number was drawn');
}

/** Of two who sign the same data at once one is first. */
async function declare(transaction: Transaction<Tables>, about: string, reference: string): Promise<void> {
  const result = await transaction
    .insertInto('declaration')
    .values({ about, reference })
    .onConflict((conflict) => conflict.column('about').doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) throw new DeclaredBefore();
}

/** Nobody draws the same to a ten-thousandth and a millisecond twice: such a drawing was copied. */
async function storeSignatures(
  transaction: Transaction<Tables>,
  signatures: readonly SealedSignature[],
  reference: string,
): Promise<void> {
  const used: string[] = [];
  for (const { path, method, sha256 } of signatures) {
    const earlier =
      method === 'drawn' &&
      (await transaction
        .selectFrom('signature')
        .select('reference')
        .where('sha256', '=', sha256)
        .where('method', '=', 'drawn')
        .executeTakeFirst());
    if (earlier) used.push(path);
    await transaction.insertInto('signature').values({ reference, path, method, sha256 }).execute();
  }
  if (used.length > 0) throw new UsedSignatures(used);
}
