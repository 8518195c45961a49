import { sealedColumns } from '../../src/receiver/storage/sealed-columns.js';
import type { Place } from '../../src/receiver/vault/envelope.js';
import { Keyring } from '../../src/receiver/vault/keyring.js';
import { masterKeySource } from '../../src/receiver/vault/master-key-source.js';

/** The keyring of a receiver that has been started before. */
export function keyringOf(dataDir: string): Keyring {
  const source = masterKeySource(dataDir, {});
  const keys = source.read();
  if (keys === undefined) throw new Error('there is no master key yet');
  return new Keyring(source, keys);
}

/** Rows of a table as somebody reads them who has the master key. */
export function openedRows<Row extends object>(
  dataDir: string,
  table: string,
  rows: readonly Row[],
): readonly Row[] {
  const sealed = sealedColumns.find((one) => one.table === table);
  if (sealed === undefined || rows.length === 0) return rows;
  const keyring = keyringOf(dataDir);
  return rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    const text = String(values.get(sealed.column));
    if (text === '') return row;
    const place: Place = {
      table,
      row: sealed.row.map((name) => values.get(name)).join('/'),
      column: sealed.column,
    };
    return { ...row, [sealed.column]: keyring.open(place, text) };
  });
}
