import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { copyDatabase, DATABASE } from '../storage/database-copy.js';
import { MASTER_KEY_FILE } from '../vault/master-key-source.js';
import { syncFolder, writeWhole } from '../whole-file.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import { copyFile } from './copied-file.js';
import type { BackupFile, Manifest } from './manifest.js';
import { MANIFEST, manifestText } from './manifest.js';

/** What opens and seals, in the folder of all that is kept. */
const SECRETS = [MASTER_KEY_FILE, 'keys'];
/** Public: what was sealed is checked with them. */
const PUBLIC_KEYS = 'keys/public-keys.json';
/** The database is copied as it is at one moment, and the files by what that names. */
const APART = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, 'uploads', ...SECRETS];

/**
 * Makes a backup of all that a receiver keeps, which may go on meanwhile: the database as it is at one moment, the files it
 * names, and the association's own forms, processes and settings.
 * @param to a folder that is not there yet: it appears under its name when the backup is whole
 * @param hasKeys whether the keys are to be in it; then who has it can read all of it
 */
export async function makeBackup(
  dataDir: string,
  to: string,
  hasKeys: boolean,
  world: World,
): Promise<Manifest> {
  const draft = `${to}.unfinished`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const madeAt = instant(world);
  const files: BackupFile[] = [];
  const add = async (path: string) => {
    files.push({ path, ...(await copyFile(join(dataDir, path), join(draft, path))) });
  };
  try {
    const uploads = await copyDatabase(join(dataDir, DATABASE), join(draft, DATABASE));
    files.push({ path: DATABASE, ...(await digestOf(join(draft, DATABASE))) });
    for (const { file, isClaimed } of uploads) {
      await add(`uploads/${file}`).catch((error: NodeJS.ErrnoException) => {
        // Nobody claimed it, and it was swept away meanwhile.
        if (error.code !== 'ENOENT' || isClaimed) throw error;
      });
    }
    for (const path of await ownFiles(dataDir)) await add(path);
    if (hasKeys) for (const path of await filesOf(dataDir, SECRETS)) await add(path);
    else if (await isThere(join(dataDir, PUBLIC_KEYS))) await add(PUBLIC_KEYS);
    files.sort((one, other) => (one.path < other.path ? -1 : 1));
    const manifest: Manifest = { kind: 'taafi-backup', v: 1, madeAt, hasKeys, files };
    await writeWhole(join(draft, MANIFEST), manifestText(manifest));
    await rename(draft, to);
    await syncFolder(join(to, '..'));
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** What else lies in the folder: forms, processes, rules, messages. */
async function ownFiles(dataDir: string): Promise<readonly string[]> {
  const names = await readdir(dataDir);
  return filesOf(
    dataDir,
    names.filter((name) => !APART.includes(name)),
  );
}

/** Paths of all files below some names that are there; what is half written is left out. */
async function filesOf(dataDir: string, names: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of names) {
    const path = join(dataDir, name);
    const there = await stat(path).catch(() => undefined);
    if (there?.isFile() && !/\.(new|unfinished)$/.test(basename(name))) paths.push(name);
    if (!there?.isDirectory()) continue;
    const inner = await readdir(path);
    paths.push(
      ...(await filesOf(
        dataDir,
        inner.map((one) => `${name}/${one}`),
      )),
    );
  }
  return paths;
}

async function digestOf(path: string): Promise<Omit<BackupFile, 'path'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
