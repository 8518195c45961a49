import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function evidence({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('signature')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.notNull().references('submission.reference'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('signature_pk', ['reference', 'path'])
    .execute();
  await schema.createIndex('signature_by_digest').ifNotExists().on('signature').columns(['sha256']).execute();
  await schema
    .createTable('declaration')
    .ifNotExists()
    .addColumn('about', 'text', (column) => column.primaryKey().references('submission.reference'))
    .addColumn('reference', 'text', (column) => column.notNull().references('submission.reference'))
    .execute();
  // Without a reference to the request: the chain stays whole when a request is deleted.
  await schema
    .createTable('evidence')
    .ifNotExists()
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .execute();
}
