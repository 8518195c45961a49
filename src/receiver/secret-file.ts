import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SecretFile {
  readonly path: string;
  readonly text: string;
}

/**
 * A secret of the receiver that keeps `dataDir`, which only its owner may read. Of two who make it at once both get the
 * one that was there first.
 * @param make gives what is written where there is none yet.
 */
export async function openSecretFile(dataDir: string, name: string, make: () => string): Promise<SecretFile> {
  const folder = join(dataDir, 'keys');
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, make(), { flag: 'wx', mode: 0o600, flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  // Who puts back a copy may have left them open to others.
  await chmod(path, 0o600);
  await chmod(folder, 0o700);
  return { path, text: await readFile(path, 'utf8') };
}
