import type { Kysely, Transaction } from 'kysely';
import type { Answers } from '../../core/engine.js';
import type { Participation, SurveyResponse } from '../../core/survey/survey.js';
import type { Keyring } from '../vault/keyring.js';
import { inTransaction } from './in-transaction.js';
import { placeIn } from './sealed-columns.js';
import { at, count, countInvited, leave, NOWHERE, participationOf } from './survey-counts.js';
import type { Tables } from './tables.js';
import { mixInvitations, mixResponses } from './unordered.js';

/** An invitation that is good for once. Whom it was sent to is kept nowhere. */
export interface NewInvitation {
  readonly tokenSha256: string;
  readonly survey: string;
  /** The occasion, such as `decision`. */
  readonly step: string;
  /** `2026-11`, in Riyadh. */
  readonly month: string;
  /** The last day (ISO, in Riyadh) on which it can be used. */
  readonly lastDay: string;
}

/** Who answers: with the token of an invitation, or for a survey that is open to all without one. */
export type Respondent =
  | { readonly tokenSha256: string; readonly keySha256: string }
  /** The key is remembered until a day (ISO). */
  | { readonly tokenSha256?: undefined; readonly keySha256: string; readonly until: string };

export interface NewResponse {
  /** Drawn at random: it tells nothing. */
  readonly id: string;
  readonly survey: string;
  readonly version: string;
  readonly month: string;
  /** Screened, as JSON. */
  readonly answers: string;
}

/** What became of a response: stored now, or before under the same key; or there is no such invitation to use. */
export type ResponseResult = 'stored' | 'before' | 'uninvited';

/** Invitations and answers of surveys. Nothing leads from one to the other, or from either to a request. */
export class SurveyStore {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;
  readonly #emptyLog: () => void;

  /** `emptyLog` leaves nothing of what was committed in a log of the database, where it has one. */
  constructor(db: Kysely<Tables>, keyring: Keyring, emptyLog: () => void) {
    this.#db = db;
    this.#keyring = keyring;
    this.#emptyLog = emptyLog;
  }

  async invite({ tokenSha256, survey, step, month, lastDay }: NewInvitation): Promise<void> {
    const row = { survey, step, month, last_day: lastDay, page: NOWHERE, is_used: 0, key_sha256: null };
    await this.#commit(async (transaction) => {
      await transaction
        .insertInto('survey_invitation')
        .values({ token_sha256: tokenSha256, ...row })
        .execute();
      await mixInvitations(transaction);
    });
  }

  /** Counts an invitation that was given out by hand. */
  countInvited(of: Parameters<typeof countInvited>[1]): Promise<void> {
    return this.#commit((transaction) => countInvited(transaction, of));
  }

  /** The occasion of an invitation that can be used today. */
  async stepOf(survey: string, tokenSha256: string, today: string): Promise<string | undefined> {
    const row = await invitationOf(this.#db, survey, tokenSha256, today);
    return row?.is_used === 0 ? row.step : undefined;
  }

  /**
   * Notes how far somebody has come; going back changes nothing. False where there is no such invitation to use.
   * @param pages ids of the pages in their order
   */
  reach(
    survey: string,
    tokenSha256: string,
    page: string,
    pages: readonly string[],
    today: string,
  ): Promise<boolean> {
    return this.#commit(async (transaction) => {
      const row = await invitationOf(transaction, survey, tokenSha256, today);
      if (row?.is_used !== 0) return false;
      if (pages.indexOf(page) <= pages.indexOf(row.page)) return true;
      const result = await transaction
        .updateTable('survey_invitation')
        .set({ page })
        .where('token_sha256', '=', tokenSha256)
        .where('page', '=', row.page)
        .where('is_used', '=', 0)
        .executeTakeFirst();
      // Somebody else with the same link was faster; once is enough.
      if (result.numUpdatedRows === 0n) return true;
      await leave(transaction, row);
      await count(transaction, row, at(page), 1);
      await mixInvitations(transaction);
      return true;
    });
  }

  /** Uses the invitation up and keeps the answers, both or neither. */
  store(respondent: Respondent, response: NewResponse, today: string): Promise<ResponseResult> {
    return this.#commit(async (transaction) => {
      const used =
        respondent.tokenSha256 === undefined
          ? await takeKey(transaction, respondent, response)
          : await takeInvitation(transaction, respondent, response.survey, today);
      if (used.result === 'stored') {
        await putResponse(transaction, this.#keyring, response, used.step);
        await mixInvitations(transaction);
        await mixResponses(transaction, response);
      }
      return used.result;
    });
  }

  /** All answers to a survey, in the order of their ids, which is none. */
  async responses(survey: string): Promise<readonly SurveyResponse[]> {
    const rows = await this.#db
      .selectFrom('survey_response')
      .select(['id', 'step', 'month', 'answers'])
      .where('survey', '=', survey)
      .orderBy('id')
      .execute();
    return rows.map(({ id, step, month, answers }) => {
      const opened = this.#keyring.open(placeIn('survey_response', survey, month, id), answers);
      return { step, month, answers: JSON.parse(opened) as Answers };
    });
  }

  participation(survey: string): Promise<readonly Participation[]> {
    return participationOf(this.#db, survey);
  }

  /** Forgets invitations whose time is over; what was counted of them stays. */
  async forgetInvitations(today: string): Promise<void> {
    await this.#commit((transaction) =>
      transaction.deleteFrom('survey_invitation').where('last_day', '<', today).execute(),
    );
  }

  /** In a transaction, of which afterwards no log says what it did together. */
  async #commit<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const result = await inTransaction(this.#db, work);
    this.#emptyLog();
    return result;
  }
}

/** An invitation whose time is not over, used or not. */
function invitationOf(db: Kysely<Tables>, survey: string, tokenSha256: string, today: string) {
  return db
    .selectFrom('survey_invitation')
    .selectAll()
    .where('token_sha256', '=', tokenSha256)
    .where('survey', '=', survey)
    .where('last_day', '>=', today)
    .executeTakeFirst();
}

/** What using an invitation or a key up has come to, and the occasion it was for. */
interface Used {
  readonly result: ResponseResult;
  readonly step: string;
}

async function takeInvitation(
  transaction: Transaction<Tables>,
  { tokenSha256, keySha256 }: Extract<Respondent, { tokenSha256: string }>,
  survey: string,
  today: string,
): Promise<Used> {
  for (;;) {
    const row = await invitationOf(transaction, survey, tokenSha256, today);
    if (row === undefined) return { result: 'uninvited', step: '' };
    const { step, page } = row;
    if (row.is_used === 1) return { result: row.key_sha256 === keySha256 ? 'before' : 'uninvited', step };
    const taken = await transaction
      .updateTable('survey_invitation')
      .set({ is_used: 1, key_sha256: keySha256, page: NOWHERE })
      .where('token_sha256', '=', tokenSha256)
      .where('is_used', '=', 0)
      .where('page', '=', page)
      .executeTakeFirst();
    // Otherwise it was used meanwhile, or its page was told.
    if (taken.numUpdatedRows > 0n) {
      await leave(transaction, row);
      await count(transaction, row, 'completed', 1);
      return { result: 'stored', step };
    }
  }
}

/** A survey that is open to all keeps the keys of what was sent, so that nothing counts twice that was sent twice. */
async function takeKey(
  transaction: Transaction<Tables>,
  { keySha256, until }: Exclude<Respondent, { tokenSha256: string }>,
  { survey, month }: NewResponse,
): Promise<Used> {
  const row = { survey, step: '', month, last_day: until, page: NOWHERE, is_used: 1, key_sha256: keySha256 };
  const result = await transaction
    .insertInto('survey_invitation')
    .values({ token_sha256: keySha256, ...row })
    .onConflict((conflict) => conflict.column('token_sha256').doNothing())
    .executeTakeFirst();
  return { result: (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'stored' : 'before', step: '' };
}

async function putResponse(
  transaction: Transaction<Tables>,
  keyring: Keyring,
  { id, survey, version, month, answers }: NewResponse,
  step: string,
): Promise<void> {
  const sealed = keyring.seal(placeIn('survey_response', survey, month, id), answers);
  await transaction
    .insertInto('survey_response')
    .values({ id, survey, version, step, month, answers: sealed })
    .execute();
}
