import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scanner } from './scanner.js';

/** Milliseconds that a program may take for one file. */
const PATIENCE = 120_000;

/**
 * A program that reads the file from its standard input and says by its exit code what it is, as those of ClamAV do: 0 for
 * clean, 1 for infected. No shell reads the command, and of the environment it gets where programs are, nothing else.
 */
export function scanCommand([program, ...words]: readonly [string, ...string[]]): Scanner {
  return async (pieces) => {
    const child = spawn(program, words, {
      shell: false,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env.PATH },
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    // A program that has seen enough reads no further; what counts is its exit code.
    const [code] = await Promise.all([
      ended,
      pipeline(Readable.from(pieces), child.stdin).catch(() => undefined),
    ]).finally(() => clearTimeout(timer));
    if (code === 0) return 'clean';
    if (code === 1) return 'infected';
    throw new Error('the scanner could not look at it');
  };
}
