import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

/** Halves of the keys of drafts that people keep on their own devices. */
export async function drafts({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('draft')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('half', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('draft_until').ifNotExists().on('draft').column('until').execute();
}
