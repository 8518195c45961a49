import type { Transaction } from 'kysely';
import { SqliteAdapter } from 'kysely';
import type { Tables } from './tables.js';

/*
 * SQLite puts each new row of a table where there is room in its page, so a file shows the order in which rows came,
 * whatever their keys. Written anew in the order of keys that were drawn at random, they show none. What was there before
 * is overwritten with zeros (`secure_delete`). On PostgreSQL rows are not written anew: others may be at them.
 */

/** So many rows go into one statement. */
const PART = 500;

/** Invitations in no order. There are those of some months: nobody knows in which order people were invited or answered. */
export async function mixInvitations(transaction: Transaction<Tables>): Promise<void> {
  if (!isSqlite(transaction)) return;
  const rows = await transaction
    .selectFrom('survey_invitation')
    .selectAll()
    .orderBy('token_sha256')
    .execute();
  await transaction.deleteFrom('survey_invitation').execute();
  for (const part of partsOf(rows)) await transaction.insertInto('survey_invitation').values(part).execute();
}

/** Answers of one month, which stand together, in no order. */
export async function mixResponses(
  transaction: Transaction<Tables>,
  { survey, month }: { readonly survey: string; readonly month: string },
): Promise<void> {
  if (!isSqlite(transaction)) return;
  const rows = await transaction
    .selectFrom('survey_response')
    .selectAll()
    .where('survey', '=', survey)
    .where('month', '=', month)
    .orderBy('id')
    .execute();
  await transaction
    .deleteFrom('survey_response')
    .where('survey', '=', survey)
    .where('month', '=', month)
    .execute();
  for (const part of partsOf(rows)) await transaction.insertInto('survey_response').values(part).execute();
}

function isSqlite(transaction: Transaction<Tables>): boolean {
  return transaction.getExecutor().adapter instanceof SqliteAdapter;
}

function partsOf<Row>(rows: readonly Row[]): readonly Row[][] {
  return Array.from({ length: Math.ceil(rows.length / PART) }, (_, part) =>
    rows.slice(part * PART, (part + 1) * PART),
  );
}
