import { existsSync, renameSync } from 'node:fs';
import { database, dataDir } from '../receiver/settings.js';
import type { DatabaseAddress } from '../receiver/storage/postgresql/address.js';
import { DatabaseFault } from '../receiver/storage/postgresql/database-fault.js';
import type { Moved } from '../receiver/storage/postgresql/moving.js';
import { CannotMove, moveToPostgresql } from '../receiver/storage/postgresql/moving.js';
import { databaseFile, movedFile } from '../receiver/storage/storage-at.js';
import type { MasterKeySource } from '../receiver/vault/master-key-source.js';
import { masterKeySource } from '../receiver/vault/master-key-source.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError } from './command.js';

/** `taafi move`: what is in the file of the receiver goes to the PostgreSQL that the environment names. Files stay where they are. */
export const moveCommand: Command = {
  options: {},
  words: { least: 0, most: 0 },
  async run(_line: CommandLine, { environment, out, err }: Terminal) {
    const errors: string[] = [];
    const warnings: string[] = [];
    const target = database(environment, errors, warnings);
    for (const warning of warnings) err(`taafi: ${warning}\n`);
    if (errors.length > 0) throw new CommandError(errors.join(' '));
    if (target === undefined)
      throw new CommandError('say where to with TAAFI_DATABASE_URL=postgres://name:password@host/database.');
    const folder = dataDir(environment);
    const [file, moved] = [databaseFile(folder), movedFile(folder)];
    if (!existsSync(file))
      throw new CommandError(`there is no ${file} to move. TAAFI_DATA names its folder.`);
    if (existsSync(moved))
      throw new CommandError(`${moved} is there from an earlier move: put it away first.`);
    const { rows, wasThere } = await move(file, target.address, masterKeySource(folder, environment));
    // From now on no receiver begins with the file by mistake.
    renameSync(file, moved);
    const all = [...rows.values()].reduce((sum, count) => sum + count, 0);
    out(`${wasThere ? 'Found there already' : 'Copied and compared'}: ${all} rows of ${rows.size} tables`);
    out(`, ${rows.get('submission') ?? 0} requests among them, to ${target.address.shown}.\n`);
    out(
      `The file is ${moved} now: keep it until a backup of the database was put back once, then destroy it.\n`,
    );
    out('Start the receiver with TAAFI_DATABASE_URL and the same TAAFI_DATA: files and keys stay there.\n');
    return 0;
  },
};

async function move(file: string, address: DatabaseAddress, masterKeys: MasterKeySource): Promise<Moved> {
  try {
    return await moveToPostgresql(file, address, masterKeys);
  } catch (error) {
    if (error instanceof CannotMove) throw new CommandError(error.message);
    if (error instanceof DatabaseFault)
      throw new CommandError(`${address.shown} cannot be used (${error.code}): nothing was moved.`);
    throw error;
  }
}
