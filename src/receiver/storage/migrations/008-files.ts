import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

/** Files are sealed, looked into and looked at by a scanner. Where this was done before, it is not done again. */
export async function files({ schema, introspection }: Kysely<Tables>): Promise<void> {
  const tables = await introspection.getTables();
  const there = new Set(tables.find(({ name }) => name === 'upload')?.columns.map(({ name }) => name));
  for (const column of ['data_key', 'marks', 'scan', 'scanned_at'])
    if (!there.has(column)) await schema.alterTable('upload').addColumn(column, 'text').execute();
}
