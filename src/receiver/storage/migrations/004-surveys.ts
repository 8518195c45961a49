import type { Kysely } from 'kysely';
import { SqliteAdapter, sql } from 'kysely';
import type { Tables } from '../tables.js';

/**
 * Nothing in these tables refers to a request, and no row has a number of its own: SQLite would give each a `rowid` in the
 * order in which they come, by which an answer could be found beside what happened at the same time.
 */
export async function surveys(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const unordered = isSqlite ? sql`without rowid` : sql``;
  await schema
    .createTable('survey_invitation')
    .ifNotExists()
    .addColumn('token_sha256', 'text', (column) => column.primaryKey())
    .addColumn('survey', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('is_used', 'integer', (column) => column.notNull())
    .addColumn('key_sha256', 'text')
    .modifyEnd(unordered)
    .execute();
  await schema
    .createTable('survey_response')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('survey', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    // The answers of a month stand together, so that they can be mixed: see `unordered.ts`.
    .addPrimaryKeyConstraint('survey_response_pk', ['survey', 'month', 'id'])
    .modifyEnd(unordered)
    .execute();
  await schema
    .createTable('survey_count')
    .ifNotExists()
    .addColumn('survey', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('survey_count_pk', ['survey', 'step', 'month', 'what'])
    .modifyEnd(unordered)
    .execute();
}
