import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from '../receiver/settings.js';
import type { Kept, Storage } from '../receiver/storage/storage.js';
import { openStorage } from '../receiver/storage/storage.js';
import type { Terminal } from './command.js';
import { CommandError } from './command.js';

/**
 * Reads what a receiver has kept, as it is at one moment. The receiver may be running meanwhile.
 * @throws CommandError where there is nothing, or it cannot be read.
 */
export async function readStored<Result>(
  { environment }: Pick<Terminal, 'environment'>,
  read: (kept: Kept, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = dataDir(environment);
  const file = join(folder, 'taafi.db');
  if (!existsSync(file)) {
    throw new CommandError(`no receiver has kept anything in ${folder}. TAAFI_DATA names the folder.`);
  }
  return withStorage(file, (storage) => storage.atOneMoment((kept) => read(kept, folder)));
}

/**
 * Opens the database of a receiver for some work, and closes it after.
 * @throws CommandError where it is none, or cannot be opened or read.
 */
export async function withStorage<Result>(
  file: string,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const storage = await opened(file);
  try {
    return await work(storage);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('SQLITE_')) throw error;
    throw new CommandError(`${file} cannot be read: ${message} (${code}).`);
  } finally {
    await storage.close();
  }
}

async function opened(file: string): Promise<Storage> {
  try {
    return await openStorage(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'SQLITE_NOTADB') throw new CommandError(`${file} is not a database of the receiver.`);
    throw new CommandError(`${file} cannot be opened: ${message}`);
  }
}
