import type { Place } from '../vault/envelope.js';

/** Where the key of a file is kept. */
export function placeOf(id: string): Place {
  return { table: 'upload', row: id, column: 'data_key' };
}
