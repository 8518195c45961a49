import type { Place } from '../vault/envelope.js';
import type { Tables } from './tables.js';

/** A column whose texts are kept sealed, and the columns of the primary key that tell its rows apart. */
export interface SealedColumn {
  readonly table: keyof Tables;
  readonly row: readonly string[];
  readonly column: string;
}

/**
 * All that somebody wrote about himself or others about him, and what opens it. What stands in other columns is what queries
 * need: references, states, times, ids, and digests. `docs/operating.md` has the whole list.
 */
export const sealedColumns = [
  { table: 'submission', row: ['reference'], column: 'answers' },
  // The receipt, with the tokens of its links.
  { table: 'idempotency_key', row: ['key_hash'], column: 'response' },
  { table: 'referral', row: ['id'], column: 'body' },
  { table: 'event', row: ['reference', 'version'], column: 'happening' },
  { table: 'outbox', row: ['id'], column: 'body' },
  { table: 'survey_response', row: ['survey', 'month', 'id'], column: 'answers' },
  { table: 'staff', row: ['id'], column: 'name' },
  // Holds why an officer went past a time, in his own words.
  { table: 'audit', row: ['sequence'], column: 'record' },
] as const satisfies readonly SealedColumn[];

/** Keys of what is sealed elsewhere: each file has one. */
export const sealedKeys = [
  { table: 'upload', row: ['id'], column: 'data_key' },
] as const satisfies readonly SealedColumn[];

type SealedTable = (typeof sealedColumns)[number]['table'];

/** Where a text of one of these tables belongs. `row` are the values of its primary key, in the order given above. */
export function placeIn(table: SealedTable, ...row: readonly (string | number)[]): Place {
  const { column } = sealedColumns.find((one) => one.table === table) as SealedColumn;
  return { table, row: row.join('/'), column };
}
