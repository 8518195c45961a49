import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicKey } from '../evidence/trust.js';
import { openSigningKeys, publicKeysFile, rotateSigningKeys } from '../receiver/evidence/signing-keys.js';
import { dataDir } from '../receiver/settings.js';
import { realWorld } from '../receiver/world.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError } from './command.js';
import { masterKeys } from './master-keys.js';
import { hasData, readStored } from './stored-data.js';
import { trustedKeys } from './trusted-keys.js';

/**
 * `taafi keys`: the public keys of the receiver whose data are here. `--rotate` puts a new one in use. `--master` tells of the master
 * keys that what is kept is sealed with, and `--rotate-master` puts a new one of those in use.
 */
export const keysCommand: Command = {
  options: {
    rotate: { type: 'boolean' },
    master: { type: 'boolean' },
    'rotate-master': { type: 'boolean' },
  },
  words: { least: 0, most: 0 },
  async run({ values }: CommandLine, terminal: Terminal) {
    if (values.master === true || values['rotate-master'] === true)
      return masterKeys(values['rotate-master'] === true, terminal);
    const folder = dataDir(terminal.environment);
    if (!existsSync(publicKeysFile(folder))) {
      throw new CommandError(`no receiver has made keys in ${folder}. TAAFI_DATA names the folder.`);
    }
    if (values.rotate !== true) {
      list(await trustedKeys(undefined, terminal), terminal);
      return 0;
    }
    list(await rotated(folder, terminal), terminal);
    terminal.out(
      'A new key is in use from now on. Restart the receiver if it is running: until then it seals with the old one.\n' +
        `Back up ${join(folder, 'keys')}, and give out ${publicKeysFile(folder)} anew.\n`,
    );
    return 0;
  },
};

async function rotated(folder: string, terminal: Terminal): Promise<readonly PublicKey[]> {
  const last = hasData(terminal.environment)
    ? await readStored(terminal, ({ evidence }) => evidence.last())
    : undefined;
  try {
    const keys = await openSigningKeys(folder, realWorld, last?.record);
    return (await rotateSigningKeys(folder, keys, realWorld)).all;
  } catch (error) {
    throw new CommandError(`the keys stay as they are: ${(error as Error).message}`);
  }
}

function list(keys: readonly PublicKey[], { out }: Terminal): void {
  for (const { id, publicKey, since, until } of keys) {
    out(`${id}  since ${since}  ${until === undefined ? 'in use' : `until ${until}`}\n  ${publicKey}\n`);
  }
}
