import type { Kysely, Transaction } from 'kysely';
import type { Answers } from '../../core/engine.js';
import type { Participation, SurveyResponse } from '../../core/survey/survey.js';
import type { SurveyCountTable, SurveyInvitationTable, Tables } from './tables.js';

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

/** Where somebody is who has not come beyond the start. */
const NOWHERE = '';

/** What is counted of each month and step. Those who came to a page and no further are counted under its id. */
const at = (page: string) => `at:${page}`;

/** Invitations and answers of surveys. Nothing leads from one to the other, or from either to a request. */
export class SurveyStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async invite({ tokenSha256, survey, step, month, lastDay }: NewInvitation): Promise<void> {
    const row = { survey, step, month, last_day: lastDay, page: NOWHERE, is_used: 0, key_sha256: null };
    await this.#db
      .insertInto('survey_invitation')
      .values({ token_sha256: tokenSha256, ...row })
      .execute();
  }

  /** Counts an invitation that was given out by hand. */
  countInvited(of: Parameters<typeof countInvited>[1]): Promise<void> {
    return this.#db.transaction().execute((transaction) => countInvited(transaction, of));
  }

  /** The occasion of an invitation that can be used today. */
  async stepOf(survey: string, tokenSha256: string, today: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('survey_invitation')
      .select('step')
      .where('token_sha256', '=', tokenSha256)
      .where('survey', '=', survey)
      .where('is_used', '=', 0)
      .where('last_day', '>=', today)
      .executeTakeFirst();
    return row?.step;
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
    return this.#db.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('survey_invitation')
        .selectAll()
        .where('token_sha256', '=', tokenSha256)
        .where('survey', '=', survey)
        .where('is_used', '=', 0)
        .where('last_day', '>=', today)
        .executeTakeFirst();
      if (row === undefined) return false;
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
      return true;
    });
  }

  /** Uses the invitation up and keeps the answers, both or neither. */
  store(respondent: Respondent, response: NewResponse, today: string): Promise<ResponseResult> {
    return this.#db.transaction().execute(async (transaction) => {
      const { tokenSha256, keySha256 } = respondent;
      if (tokenSha256 === undefined) {
        const result = await takeKey(transaction, respondent, response);
        if (result === 'stored') await putResponse(transaction, response, '');
        return result;
      }
      const { survey } = response;
      const row = await transaction
        .selectFrom('survey_invitation')
        .selectAll()
        .where('token_sha256', '=', tokenSha256)
        .where('survey', '=', survey)
        .where('last_day', '>=', today)
        .executeTakeFirst();
      if (row === undefined) return 'uninvited';
      const result = await transaction
        .updateTable('survey_invitation')
        .set({ is_used: 1, key_sha256: keySha256, page: NOWHERE })
        .where('token_sha256', '=', tokenSha256)
        .where('is_used', '=', 0)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) {
        const used = await transaction
          .selectFrom('survey_invitation')
          .select('key_sha256')
          .where('token_sha256', '=', tokenSha256)
          .executeTakeFirst();
        return used?.key_sha256 === keySha256 ? 'before' : 'uninvited';
      }
      await leave(transaction, row);
      await count(transaction, row, 'completed', 1);
      await putResponse(transaction, response, row.step);
      return 'stored';
    });
  }

  /** All answers to a survey, in the order of their ids, which is none. */
  async responses(survey: string): Promise<readonly SurveyResponse[]> {
    const rows = await this.#db
      .selectFrom('survey_response')
      .select(['step', 'month', 'answers'])
      .where('survey', '=', survey)
      .orderBy('id')
      .execute();
    return rows.map(({ step, month, answers }) => ({ step, month, answers: JSON.parse(answers) as Answers }));
  }

  async participation(survey: string): Promise<readonly Participation[]> {
    const rows = await this.#db
      .selectFrom('survey_count')
      .select(['step', 'month', 'what', 'count'])
      .where('survey', '=', survey)
      .where('count', '>', 0)
      .orderBy('month')
      .orderBy('step')
      .execute();
    const groups = new Map<string, typeof rows>();
    for (const row of rows) {
      const key = `${row.month} ${row.step}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups.values()].map((group) => participationIn(group));
  }

  /** Forgets invitations whose time is over; what was counted of them stays. */
  async forgetInvitations(today: string): Promise<void> {
    await this.#db.deleteFrom('survey_invitation').where('last_day', '<', today).execute();
  }
}

/** A survey that is open to all keeps the keys of what was sent, so that nothing counts twice that was sent twice. */
async function takeKey(
  transaction: Transaction<Tables>,
  { keySha256, until }: Exclude<Respondent, { tokenSha256: string }>,
  { survey, month }: NewResponse,
): Promise<ResponseResult> {
  const row = { survey, step: '', month, last_day: until, page: NOWHERE, is_used: 1, key_sha256: keySha256 };
  const result = await transaction
    .insertInto('survey_invitation')
    .values({ token_sha256: keySha256, ...row })
    .onConflict((conflict) => conflict.column('token_sha256').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'stored' : 'before';
}

type Counted = Pick<SurveyCountTable, 'step' | 'month' | 'what' | 'count'>;

/** The counts of one month and one step; there is at least one. */
function participationIn(counts: readonly Counted[]): Participation {
  const { step, month } = counts[0] as Counted;
  const of = (what: string) => counts.find((row) => row.what === what)?.count ?? 0;
  const brokeOff = counts.filter(({ what }) => what.startsWith(at('')));
  return {
    step,
    month,
    invited: of('invited'),
    started: of('started'),
    completed: of('completed'),
    brokeOff: Object.fromEntries(brokeOff.map(({ what, count: many }) => [what.slice(at('').length), many])),
  };
}

/** He goes on from the page he was on; who was on none has only now started. */
async function leave(
  transaction: Transaction<Tables>,
  invitation: Pick<SurveyInvitationTable, 'survey' | 'step' | 'month' | 'page'>,
): Promise<void> {
  const { page } = invitation;
  await (page === NOWHERE
    ? count(transaction, invitation, 'started', 1)
    : count(transaction, invitation, at(page), -1));
}

/** Counts that somebody was invited, in the transaction in which it becomes certain. */
export function countInvited(
  transaction: Transaction<Tables>,
  of: { readonly survey: string; readonly step: string; readonly month: string },
): Promise<void> {
  return count(transaction, of, 'invited', 1);
}

async function count(
  transaction: Transaction<Tables>,
  { survey, step, month }: { readonly survey: string; readonly step: string; readonly month: string },
  what: string,
  more: number,
): Promise<void> {
  await transaction
    .insertInto('survey_count')
    .values({ survey, step, month, what, count: more })
    .onConflict((conflict) =>
      conflict
        .columns(['survey', 'step', 'month', 'what'])
        .doUpdateSet((eb) => ({ count: eb('survey_count.count', '+', more) })),
    )
    .execute();
}

async function putResponse(
  transaction: Transaction<Tables>,
  { id, survey, version, month, answers }: NewResponse,
  step: string,
): Promise<void> {
  await transaction
    .insertInto('survey_response')
    .values({ id, survey, version, step, month, answers })
    .execute();
}
