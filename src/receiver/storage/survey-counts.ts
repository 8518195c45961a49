import type { Kysely, Transaction } from 'kysely';
import type { Participation } from '../../core/survey/survey.js';
import type { SurveyCountTable, SurveyInvitationTable, Tables } from './tables.js';

/** Where somebody is who has not come beyond the start. */
export const NOWHERE = '';

/** What is counted of each month and step. Those who came to a page and no further are counted under its id. */
export const at = (page: string) => `at:${page}`;

/** How many were invited, started, came to a page and no further, and finished, by month and occasion. */
export async function participationOf(db: Kysely<Tables>, survey: string): Promise<readonly Participation[]> {
  const rows = await db
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
export async function leave(
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

export async function count(
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
