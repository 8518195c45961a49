import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSettings } from '../settings.js';
import type { MasterKeySource } from '../vault/master-key-source.js';
import { openPostgresql } from './postgresql/open-postgresql.js';
import { servingLimits } from './postgresql/pool.js';
import type { Storage } from './storage.js';
import { openStorage } from './storage.js';

/** The database of a receiver, where it is a file in the folder of its data. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'taafi.db');
}

/** What that file is called once all of it was moved to PostgreSQL. */
export function movedFile(dataDir: string): string {
  return join(dataDir, 'taafi.db.moved');
}

/**
 * The database of a receiver that serves: the file in its folder, or the one that was named.
 * @param masterKeys where the keys are that it is sealed with.
 * @throws Error where going on would divide what belongs together.
 */
export function storageAt(
  { dataDir, database }: { readonly dataDir: string; readonly database?: DatabaseSettings | undefined },
  masterKeys: MasterKeySource,
): Promise<Storage> {
  const [file, moved] = [databaseFile(dataDir), movedFile(dataDir)];
  if (database === undefined) {
    if (!existsSync(moved) || existsSync(file)) return openStorage(file, masterKeys);
    throw new Error(
      `What was in ${dataDir} was moved to PostgreSQL: set TAAFI_DATABASE_URL. To go back to how it was then, rename ${moved} to ${file}.`,
    );
  }
  if (existsSync(file)) {
    throw new Error(
      `${file} holds requests of before, and TAAFI_DATABASE_URL names another database: move them there with taafi move, or put the file away.`,
    );
  }
  return openPostgresql(database.address, masterKeys, { ...servingLimits, most: database.pool });
}
