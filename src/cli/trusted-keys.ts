import { existsSync } from 'node:fs';
import { publicKeysIn } from '../evidence/public-keys.js';
import type { PublicKey } from '../evidence/trust.js';
import { nodeCryptography } from '../receiver/evidence/sealing.js';
import { publicKeysFile } from '../receiver/evidence/signing-keys.js';
import { dataDir } from '../receiver/settings.js';
import type { Terminal } from './command.js';
import { CommandError } from './command.js';
import { givenFile, textIn } from './given-file.js';
import { plainLine } from './plain-text.js';

/**
 * The public keys of a file, or else of the receiver whose data are here; none where there is neither.
 * @throws CommandError where the file is none of public keys.
 */
export async function trustedKeys(
  file: string | undefined,
  { environment }: Pick<Terminal, 'environment'>,
): Promise<readonly PublicKey[]> {
  const own = publicKeysFile(dataDir(environment));
  const path = file ?? (existsSync(own) ? own : undefined);
  if (path === undefined) return [];
  const keys = publicKeysIn(textIn(await givenFile(path)) ?? '', nodeCryptography);
  if (keys === undefined) throw new CommandError(`${plainLine(path)} is no file of public keys.`);
  return keys;
}
