import { join } from 'node:path';
import type { Environment } from '../receiver/settings.js';
import { KeptFiles } from '../receiver/uploads/kept-files.js';
import { UploadFiles } from '../receiver/uploads/upload-files.js';
import { Keyring } from '../receiver/vault/keyring.js';
import { masterKeySource } from '../receiver/vault/master-key-source.js';

/** The files that a receiver keeps in a folder. @throws Error with a sentence where its master key cannot be read */
export function keptFiles(folder: string, environment: Environment): KeptFiles {
  const source = masterKeySource(folder, environment);
  const keys = source.read();
  const keyring = keys && new Keyring(source, keys);
  return new KeptFiles(new UploadFiles(join(folder, 'uploads')), keyring);
}
