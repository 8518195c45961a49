import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Place } from '../vault/envelope.js';
import { inTransaction } from './in-transaction.js';
import type { SealedColumn } from './sealed-columns.js';
import type { Tables } from './tables.js';

/** Rows that are changed in one transaction: others need not wait long. */
const STEP = 200;

/**
 * Goes through all texts of a column, a step at a time, and puts in place of each what `change` gives; undefined leaves it as it
 * is. What somebody else changes meanwhile is left to him. May be broken off and begun anew at any time.
 */
export async function changeTexts(
  db: Kysely<Tables>,
  { table, row: key, column }: SealedColumn,
  change: (place: Place, text: string) => string | undefined,
  step = STEP,
): Promise<void> {
  const keyColumns = sql.join(key.map((name) => sql.ref(name)));
  const of = (values: readonly unknown[]) => sql.join(values.map((value) => sql`${value}`));
  for (let last: readonly unknown[] | undefined; ; ) {
    const after = last === undefined ? sql`` : sql`where (${keyColumns}) > (${of(last)})`;
    const page = sql<Record<string, unknown>>`select ${keyColumns}, ${sql.ref(column)} as sealed_text
      from ${sql.table(table)} ${after} order by ${keyColumns} limit ${step}`;
    const { rows } = await page.execute(db);
    const changes = rows.flatMap((row) => {
      const values = key.map((name) => row[name]);
      last = values;
      // Nothing is kept there, or nothing yet.
      const text = row.sealed_text;
      if (typeof text !== 'string' || text === '') return [];
      const other = change({ table, row: values.join('/'), column }, text);
      return other === undefined ? [] : [{ values, text, other }];
    });
    const changed = async (transaction: Kysely<Tables>) => {
      for (const { values, text, other } of changes) {
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${other}
          where (${keyColumns}) = (${of(values)}) and ${sql.ref(column)} = ${text}`.execute(transaction);
      }
    };
    await (db.isTransaction ? changed(db) : inTransaction(db, changed));
    if (rows.length < step) return;
  }
}
