import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataDir } from '../receiver/settings.js';
import type { Kept, Storage } from '../receiver/storage/storage.js';
import { openStorage } from '../receiver/storage/storage.js';
import { BrokenSeal } from '../receiver/vault/envelope.js';
import { masterKeySource } from '../receiver/vault/master-key-source.js';
import type { Terminal } from './command.js';
import { CommandError } from './command.js';

/**
 * Reads what a receiver has kept, as it is at one moment. The receiver may be running meanwhile.
 * @throws CommandError where there is nothing, or it cannot be read.
 */
export async function readStored<Result>(
  terminal: Pick<Terminal, 'environment'>,
  read: (kept: Kept, folder: string) => Promise<Result>,
): Promise<Result> {
  return changeStored(terminal, (storage, folder) => storage.atOneMoment((kept) => read(kept, folder)));
}

/**
 * Works on what a receiver has kept, which may be running meanwhile.
 * @throws CommandError where there is nothing, or it cannot be read.
 */
export async function changeStored<Result>(
  terminal: Pick<Terminal, 'environment'>,
  work: (storage: Storage, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = dataDir(terminal.environment);
  const file = join(folder, 'taafi.db');
  if (!existsSync(file)) {
    throw new CommandError(`no receiver has kept anything in ${folder}. TAAFI_DATA names the folder.`);
  }
  return withStorage(file, terminal, (storage) => work(storage, folder));
}

/**
 * Opens the database of a receiver for some work, and closes it after.
 * @throws CommandError where it is none, or cannot be opened or read.
 */
export async function withStorage<Result>(
  file: string,
  terminal: Pick<Terminal, 'environment'>,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const storage = await opened(file, terminal);
  try {
    return await work(storage);
  } catch (error) {
    if (error instanceof BrokenSeal) throw new CommandError(error.message);
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('SQLITE_')) throw error;
    throw new CommandError(`${file} cannot be read: ${message} (${code}).`);
  } finally {
    await storage.close();
  }
}

async function opened(file: string, { environment }: Pick<Terminal, 'environment'>): Promise<Storage> {
  try {
    return await openStorage(file, masterKeySource(dirname(file), environment));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'SQLITE_NOTADB') throw new CommandError(`${file} is not a database of the receiver.`);
    throw new CommandError(`${file} cannot be opened: ${message}`);
  }
}
