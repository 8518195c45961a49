import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes of a small disk. */
const SIZE = 64_000_000;

/** Puts a small disk in the place of a folder: its memory is given back with it. */
export function mountSmallDisk(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'taafi-faults', folder], { stdio: 'pipe' });
}

/** What was killed just now may hold it still: then it goes with the last of them. */
export function unmountSmallDisk(folder: string): void {
  execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
}

let mounts: boolean | undefined;

/** Whether this process may make one: as root, unless it is in a container that lets nobody. */
export function canMount(): boolean {
  mounts ??= tried();
  return mounts;
}

function tried(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-faults-'));
  try {
    mountSmallDisk(folder);
    unmountSmallDisk(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Set for a program that runs in a namespace already. */
const INSIDE = 'FAULTS_IN_NAMESPACE';
const unshare = ['--user', '--map-root-user', '--mount'];

/**
 * Runs this program once more in a namespace of Linux of its own, where it may mount without being root, and gives its exit
 * code; undefined where there is no need for that, or no such namespace.
 */
export async function runInNamespace(): Promise<number | undefined> {
  if (canMount() || process.env[INSIDE] !== undefined || process.platform !== 'linux') return undefined;
  if (spawnSync('unshare', [...unshare, 'true']).status !== 0) return undefined;
  const program = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn('unshare', [...unshare, ...program], {
    stdio: 'inherit',
    env: { ...process.env, [INSIDE]: 'yes' },
  });
  // By Ctrl-C in a terminal the child is told too, and this waits for its end.
  process.on('SIGINT', () => undefined).on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
