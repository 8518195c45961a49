import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

/** Who may refer people, and the requests that came of it. */
export async function partners({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('partner')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('origins', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    .execute();
  await schema
    .createTable('partner_referral')
    .ifNotExists()
    .addColumn('partner', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('shares', 'text', (column) => column.notNull())
    .addColumn('stopped_at', 'text')
    .addPrimaryKeyConstraint('partner_referral_pk', ['partner', 'id'])
    .execute();
}
