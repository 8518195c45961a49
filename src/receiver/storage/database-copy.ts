import { chmodSync } from 'node:fs';
import { open } from 'node:fs/promises';
import Database from 'libsql';

/** The file of the database in the folder of all that is kept. */
export const DATABASE = 'taafi.db';

/** Milliseconds to wait for a receiver that is writing. */
const PATIENCE = 30_000;

/** A file that the database names. */
export interface NamedFile {
  /** Its name in the folder of uploads. */
  readonly file: string;
  /** Whether a request has it. */
  readonly isClaimed: boolean;
}

/**
 * Copies a database as it is at one moment into a new file, while others read and write it; gives the files that the copy names
 * and that have arrived whole.
 */
export async function copyDatabase(from: string, to: string): Promise<readonly NamedFile[]> {
  const database = new Database(from, { timeout: PATIENCE });
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
  chmodSync(to, 0o600);
  const handle = await open(to, 'r');
  await handle.sync().finally(() => handle.close());
  const copy = new Database(to, { readonly: true });
  try {
    const rows = copy.prepare('select file, reference from upload where completed_at is not null').all();
    // The columns that were asked for.
    const named = rows as { file: string; reference: string | null }[];
    return named.map(({ file, reference }) => ({ file, isClaimed: reference !== null }));
  } finally {
    copy.close();
  }
}

/** Whether the pages of a database are those of one: undefined, or what SQLite says is wrong. */
export function databaseFault(file: string): string | undefined {
  const database = new Database(file, { readonly: true });
  try {
    const rows = database.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    const [first] = rows;
    return first?.integrity_check === 'ok' ? undefined : (first?.integrity_check ?? 'nothing is in it');
  } finally {
    database.close();
  }
}
