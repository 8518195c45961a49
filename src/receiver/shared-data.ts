import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKeys } from './evidence/signing-keys.js';
import type { LinkSecret } from './link-secret.js';
import type { Storage } from './storage/storage.js';

/** Files that are looked for: one may be lost, all of the newest are not. */
const FILES = 5;

/**
 * Whether the folder of this process belongs to a database that others may use too. With other keys its receipts could not be
 * checked, with another secret its links would open nothing, without the files officers would find none. With another master key
 * the database was not opened at all: see `noteMasterKey`.
 * @throws Error with what to do.
 */
export async function mustBelongTogether(
  { evidence, fingerprints, uploads }: Storage,
  dataDir: string,
  { keys, secret }: { readonly keys: SigningKeys; readonly secret: LinkSecret },
): Promise<void> {
  const share = `All processes on one database share one folder of data (TAAFI_DATA); a copy of its keys is in your backup.`;
  const last = await evidence.last();
  if (last !== undefined && keys.all.every(({ id }) => id !== last.record.keyId)) {
    throw new Error(
      `The database was sealed with other keys than those in ${join(dataDir, 'keys')}. ${share}`,
    );
  }
  const own = secret.code('fingerprint');
  if ((await fingerprints.agreed('link-secret', own)) !== own) {
    throw new Error(
      `The database was made with another link-secret than that in ${join(dataDir, 'keys')}. ${share} ` +
        `Where the old one is lost for good, and all links with it: delete from fingerprint where name = 'link-secret'.`,
    );
  }
  const files = await uploads.newest(FILES);
  const folder = join(dataDir, 'uploads');
  if (files.length > 0 && files.every((file) => !existsSync(join(folder, file)))) {
    throw new Error(`The files that were sent last are not in ${folder}. ${share}`);
  }
}
