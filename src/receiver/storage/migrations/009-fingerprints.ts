import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

/** What lies beside the database and must be the same for all who use it, by digests. */
export async function fingerprints({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('fingerprint')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .execute();
}
