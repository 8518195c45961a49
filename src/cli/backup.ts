import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeBackup } from '../receiver/backup/make-backup.js';
import type { Manifest } from '../receiver/backup/manifest.js';
import { BrokenBackup } from '../receiver/backup/manifest.js';
import { restoreBackup } from '../receiver/backup/restore-backup.js';
import { dataDir } from '../receiver/settings.js';
import { DATABASE } from '../receiver/storage/database-copy.js';
import { MASTER_KEY_FILE } from '../receiver/vault/master-key-source.js';
import { realWorld } from '../receiver/world.js';
import { auditCommand } from './audit.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { trustedKeys } from './trusted-keys.js';
import { verifyStored } from './verify-stored.js';

/** `taafi backup`: all that the receiver keeps, while it runs. `taafi backup verify` tries whether a backup can be put back. */
export const backupCommand: Command = {
  options: { 'with-keys': { type: 'boolean' } },
  words: { least: 1, most: 2, name: 'the folder that the backup is to be' },
  async run({ values, positionals: [first = '', second] }: CommandLine, terminal: Terminal) {
    if (first === 'verify' && second !== undefined) return drill(resolve(second), terminal);
    if (second !== undefined) throw new UsageError('taafi backup <folder>, or taafi backup verify <folder>.');
    return back(resolve(first), values['with-keys'] === true, terminal);
  },
};

/** `taafi restore`: puts a backup into an empty folder, and says that it is restored only after all of it was looked at. */
export const restoreCommand: Command = {
  options: { data: { type: 'string' } },
  words: { least: 1, most: 1, name: 'the folder of the backup' },
  async run({ values, positionals: [from = ''] }: CommandLine, terminal: Terminal) {
    if (typeof values.data !== 'string') throw new UsageError('name an empty folder with --data.');
    const folder = resolve(values.data);
    const manifest = await whole(from, restoreBackup(resolve(from), folder));
    if (!canOpen(folder, terminal)) {
      terminal.out(
        `${counted(manifest)} are in ${folder}, each as it was written. The keys are not in this backup: put ${MASTER_KEY_FILE} and keys there from where you keep them, then see whether all is whole: TAAFI_DATA=${folder} taafi verify --stored\n`,
      );
      return 0;
    }
    const code = await check(folder, terminal);
    terminal.out(
      code === 0
        ? `Restored: ${counted(manifest)} in ${folder}, of ${manifest.madeAt}.\n`
        : `NOT restored as it was: see above. The files are in ${folder}.\n`,
    );
    return code;
  },
};

async function back(to: string, hasKeys: boolean, { environment, out }: Terminal): Promise<number> {
  const folder = dataDir(environment);
  if (!existsSync(join(folder, DATABASE)))
    throw new CommandError(`no receiver has kept anything in ${folder}. TAAFI_DATA names the folder.`);
  if (existsSync(to)) throw new CommandError(`${to} is there already: nothing is written over.`);
  if (to === folder || to.startsWith(join(folder, '/')))
    throw new CommandError(`${to} is in the folder that is to be backed up: name one elsewhere.`);
  const manifest = await told(makeBackup(folder, to, hasKeys, realWorld), to);
  out(`Backed up: ${counted(manifest)} in ${to}.\n`);
  out(
    hasKeys
      ? 'The keys are in it: whoever has it can read all of it.\n'
      : 'The keys are not in it, and without them nobody can read it: keep a copy of them elsewhere.\n',
  );
  return 0;
}

/** Restores into a folder of its own, looks at all of it, and takes it away again. */
async function drill(from: string, terminal: Terminal): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-drill-'));
  try {
    const manifest = await whole(from, restoreBackup(from, join(folder, 'data')));
    const restored = join(folder, 'data');
    if (!manifest.hasKeys) lendKeys(dataDir(terminal.environment), restored);
    if (!canOpen(restored, terminal))
      throw new CommandError(
        'each file is as it was written, but there is no key to open it with: name the folder of the receiver with TAAFI_DATA, or the key with TAAFI_MASTER_KEY_FILE.',
      );
    const code = await check(restored, terminal);
    terminal.out(
      code === 0
        ? `This backup can be put back: ${counted(manifest)}, of ${manifest.madeAt}.\n`
        : 'This backup is NOT as the data were: see above.\n',
    );
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The keys of the receiver, for as long as the drill lasts. */
function lendKeys(from: string, to: string): void {
  for (const name of [MASTER_KEY_FILE, 'keys'])
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
}

function canOpen(folder: string, { environment }: Terminal): boolean {
  const isElsewhere = Boolean(environment.TAAFI_MASTER_KEY || environment.TAAFI_MASTER_KEY_FILE);
  return isElsewhere || existsSync(join(folder, MASTER_KEY_FILE));
}

/** Whether what was restored is as it was sealed, and the log of the staff whole. */
async function check(folder: string, terminal: Terminal): Promise<number> {
  const there = { ...terminal, environment: { ...terminal.environment, TAAFI_DATA: folder } };
  const stored = await verifyStored(await trustedKeys(undefined, there), there);
  const audit = await auditCommand.run({ values: {}, positionals: ['verify'] }, there);
  return Math.max(stored, audit);
}

async function whole(from: string, work: Promise<Manifest>): Promise<Manifest> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BrokenBackup) throw new CommandError(`${from} cannot be put back: ${error.message}`);
    throw error;
  }
}

async function told(work: Promise<Manifest>, to: string): Promise<Manifest> {
  try {
    return await work;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandError(`${to} could not be made: ${message}`);
  }
}

function counted({ files }: Manifest): string {
  return `${files.length} file${files.length === 1 ? '' : 's'}`;
}
