import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../tables.js';

export async function handling(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('process')
    .ifNotExists()
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('process_id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('first_seen_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('handling')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.primaryKey().references('submission.reference'))
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('process_sha256', 'text', (column) => column.notNull().references('process.sha256'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('is_ended', 'integer', (column) => column.notNull())
    .addColumn('not_before', 'text')
    .addColumn('open_items', 'integer', (column) => column.notNull())
    .addColumn('open_questions', 'integer', (column) => column.notNull())
    .addColumn('open_rights', 'integer', (column) => column.notNull())
    .addColumn('factors', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('event')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.notNull().references('handling.reference'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('done_by', 'text', (column) => column.notNull())
    .addColumn('happening', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_pk', ['reference', 'version'])
    .execute();
  await schema
    .createTable('look_up_try')
    .ifNotExists()
    .addColumn('subject', 'text', (column) => column.primaryKey())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('staff')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('token_sha256', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    .execute();
  await schema
    .createTable('audit')
    .ifNotExists()
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('chain_head')
    .ifNotExists()
    .addColumn('chain', 'text', (column) => column.primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .execute();
  await db
    .insertInto('chain_head')
    .values(['audit', 'evidence'].map((chain) => ({ chain, sequence: 0, sha256: '' })))
    .onConflict((conflict) => conflict.column('chain').doNothing())
    .execute();
  await schema
    .createTable('outbox')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .addColumn('given_up_at', 'text')
    .execute();
  await handlingIndexes(db);
}

async function handlingIndexes({ schema }: Kysely<Tables>): Promise<void> {
  const wanted = [
    ['handling_in_order', 'handling', ['received_at', 'reference']],
    ['handling_by_state', 'handling', ['state', 'received_at', 'reference']],
    ['handling_by_end', 'handling', ['is_ended', 'received_at', 'reference']],
    ['look_up_try_by_time', 'look_up_try', ['until']],
    ['outbox_by_request', 'outbox', ['reference', 'version']],
  ] as const;
  for (const [name, table, columns] of wanted) {
    await schema
      .createIndex(name)
      .ifNotExists()
      .on(table)
      .columns([...columns])
      .execute();
  }
  // What waits is little beside what was done.
  await schema
    .createIndex('outbox_waiting')
    .ifNotExists()
    .on('outbox')
    .columns(['next_at'])
    .where(sql.ref('delivered_at'), 'is', null)
    .where(sql.ref('given_up_at'), 'is', null)
    .execute();
  const openOnes = ['open_items', 'open_questions', 'open_rights'] as const;
  for (const column of openOnes) {
    await schema
      .createIndex(`handling_with_${column}`)
      .ifNotExists()
      .on('handling')
      .columns(['received_at', 'reference'])
      .where(sql.ref(column), '>', 0)
      .execute();
  }
}
