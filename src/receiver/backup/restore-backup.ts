import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE, databaseFault } from '../storage/database-copy.js';
import { copyFile } from './copied-file.js';
import type { Manifest } from './manifest.js';
import { BrokenBackup, MANIFEST, manifestIn } from './manifest.js';

/**
 * Puts a backup into a folder that is empty or not there, comparing every byte with what the backup says of itself. Where one is
 * another, the folder is left empty.
 * @throws BrokenBackup with a sentence
 */
export async function restoreBackup(from: string, to: string): Promise<Manifest> {
  const manifest = await manifestOf(from);
  await mustBeEmpty(to);
  await mkdir(to, { recursive: true, mode: 0o700 });
  try {
    for (const { path, bytes, sha256 } of manifest.files) {
      const copied = await copyFile(join(from, path), join(to, path)).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') throw new BrokenBackup(`${path} is not in it.`);
          throw error;
        },
      );
      if (copied.bytes < bytes) throw new BrokenBackup(`${path} was cut off.`);
      if (copied.sha256 !== sha256) throw new BrokenBackup(`${path} is not as it was written.`);
    }
    await mustHoldNothingElse(from, manifest);
    if (!manifest.files.some(({ path }) => path === DATABASE))
      throw new BrokenBackup(`${DATABASE} is not in it.`);
    const fault = databaseFault(join(to, DATABASE));
    if (fault !== undefined) throw new BrokenBackup(`its database is damaged: ${fault}.`);
    return manifest;
  } catch (error) {
    for (const name of await readdir(to)) await rm(join(to, name), { recursive: true, force: true });
    throw error;
  }
}

async function manifestOf(from: string): Promise<Manifest> {
  const text = await readFile(join(from, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new BrokenBackup(`there is no ${MANIFEST}: it is no backup, or was broken off.`);
    throw error;
  });
  return manifestIn(text);
}

async function mustBeEmpty(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there === undefined) return;
  const isEmpty = there.isDirectory() && (await readdir(folder)).length === 0;
  if (!isEmpty) throw new BrokenBackup(`${folder} is not empty: nothing is written over.`);
}

/** A file that the manifest does not name was put there by somebody. */
async function mustHoldNothingElse(from: string, { files }: Manifest): Promise<void> {
  const named = new Set([MANIFEST, ...files.map(({ path }) => path)]);
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name).slice(join(from, '/').length);
    if (entry.isFile() && !named.has(path.replaceAll('\\', '/')))
      throw new BrokenBackup(`${path} does not belong to it.`);
  }
}
