import type { Kysely } from 'kysely';
import { isEnvelope } from '../../vault/envelope.js';
import type { Keyring } from '../../vault/keyring.js';
import { sealedColumns } from '../sealed-columns.js';
import { changeTexts } from '../sealed-rows.js';
import type { Tables } from '../tables.js';

/** Which master keys the data need, each with a text sealed by it; and what was destroyed, or must not be. */
export async function sealing({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('master_key')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('destruction')
    .ifNotExists()
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('form_id', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('destroyed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('destruction_pk', ['what', 'name'])
    .execute();
  await schema
    .createTable('legal_hold')
    .ifNotExists()
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();
}

/** Seals what was kept open until now, a step at a time: where it is broken off, it goes on at the next start. */
export async function sealAll(db: Kysely<Tables>, keyring: Keyring): Promise<void> {
  for (const column of sealedColumns) {
    await changeTexts(db, column, (place, text) =>
      isEnvelope(text) ? undefined : keyring.seal(place, text),
    );
  }
}
