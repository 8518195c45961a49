import { existsSync } from 'node:fs';
import type { Environment } from '../receiver/settings.js';
import { database as databaseIn, dataDir } from '../receiver/settings.js';
import type { DatabaseAddress } from '../receiver/storage/postgresql/address.js';
import { DatabaseFault } from '../receiver/storage/postgresql/database-fault.js';
import { openPostgresql } from '../receiver/storage/postgresql/open-postgresql.js';
import { patientLimits } from '../receiver/storage/postgresql/pool.js';
import type { Kept, Storage } from '../receiver/storage/storage.js';
import { openStorage } from '../receiver/storage/storage.js';
import { databaseFile } from '../receiver/storage/storage-at.js';
import { BrokenSeal } from '../receiver/vault/envelope.js';
import type { MasterKeySource } from '../receiver/vault/master-key-source.js';
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
  { environment }: Pick<Terminal, 'environment'>,
  work: (storage: Storage, folder: string) => Promise<Result>,
): Promise<Result> {
  mustHaveData(environment);
  return withStorage(environment, (storage) => work(storage, dataDir(environment)));
}

/** Whether a receiver has ever kept anything where the environment says; of a database elsewhere that is not asked. */
export function hasData(environment: Environment): boolean {
  return Boolean(environment.TAAFI_DATABASE_URL) || existsSync(databaseFile(dataDir(environment)));
}

/** @throws CommandError where no receiver has been started there yet. */
export function mustHaveData(environment: Environment): void {
  if (hasData(environment)) return;
  throw new CommandError(
    `no receiver has kept anything in ${dataDir(environment)}. TAAFI_DATA names the folder.`,
  );
}

/**
 * Opens the database of a receiver for some work, and closes it after.
 * @throws CommandError where it is none, or cannot be opened or read.
 */
export async function withStorage<Result>(
  environment: Environment,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const errors: string[] = [];
  const database = databaseIn(environment, errors, []);
  if (errors.length > 0) throw new CommandError(errors.join(' '));
  const folder = dataDir(environment);
  const [file, masterKeys] = [databaseFile(folder), masterKeySource(folder, environment)];
  const storage = await (database === undefined
    ? opened(file, masterKeys)
    : openedThere(database.address, masterKeys));
  try {
    return await work(storage);
  } catch (error) {
    if (error instanceof BrokenSeal) throw new CommandError(error.message);
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof DatabaseFault)
      throw new CommandError(`${database?.address.shown} cannot be used now (${code}): try again.`);
    if (!code?.startsWith('SQLITE_')) throw error;
    throw new CommandError(`${file} cannot be read: ${message} (${code}).`);
  } finally {
    await storage.close();
  }
}

async function openedThere(address: DatabaseAddress, masterKeys: MasterKeySource): Promise<Storage> {
  try {
    return await openPostgresql(address, masterKeys, patientLimits);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

async function opened(file: string, masterKeys: MasterKeySource): Promise<Storage> {
  try {
    return await openStorage(file, masterKeys);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'SQLITE_NOTADB') throw new CommandError(`${file} is not a database of the receiver.`);
    throw new CommandError(`${file} cannot be opened: ${message}`);
  }
}
