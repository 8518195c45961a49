import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function firstTables(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('definition')
    .ifNotExists()
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('idempotency_key')
    .ifNotExists()
    .addColumn('key_hash', 'text', (column) => column.primaryKey())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('response', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('submission')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('form_version', 'text', (column) => column.notNull())
    .addColumn('definition_sha256', 'text', (column) => column.notNull().references('definition.sha256'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addColumn('answers_sha256', 'text', (column) => column.notNull())
    .addColumn('not_before', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('consent')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.notNull().references('submission.reference'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addColumn('text_sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('consent_pk', ['reference', 'path'])
    .execute();
  await schema
    .createTable('upload')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('file', 'text', (column) => column.notNull().unique())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('media_type', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text')
    .addColumn('reference', 'text', (column) => column.references('submission.reference'))
    .execute();
  await schema
    .createTable('referral')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('form_version', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  await indexes(db);
}

async function indexes({ schema }: Kysely<Tables>): Promise<void> {
  const wanted = [
    ['definition_by_form', 'definition', ['form_id']],
    ['submission_in_order', 'submission', ['received_at', 'reference']],
    ['upload_by_request', 'upload', ['reference']],
  ] as const;
  for (const [name, table, columns] of wanted) {
    await schema
      .createIndex(name)
      .ifNotExists()
      .on(table)
      .columns([...columns])
      .execute();
  }
}
