import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

/** What looked as if no person had sent it, and the challenges that are used up. */
export async function suspicions({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('suspicion')
    .ifNotExists()
    .addColumn('reference', 'text', (column) =>
      column.primaryKey().references('submission.reference').onDelete('cascade'),
    )
    .addColumn('reasons', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('used_challenge')
    .ifNotExists()
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('used_challenge_by_time')
    .ifNotExists()
    .on('used_challenge')
    .columns(['until'])
    .execute();
}
