import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { root } from '../scripts/run-tool.js';

/**
 * @typedef {object} Program a server in a process of its own
 * @property {string} origin
 * @property {() => number} memory bytes it holds in memory now (Linux; 0 elsewhere)
 * @property {() => Promise<void>} close
 */

/**
 * Starts a server that prints its address on a line of its own.
 * @param {readonly string[]} args of Node
 * @param {Readonly<Record<string, string>>} environment
 * @returns {Promise<Program>}
 */
export async function startProgram(args, environment) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let isClosing = false;
  child.once('exit', (code, signal) => {
    if (!isClosing) console.error(`${args.join(' ')} has ended by itself: ${signal ?? code}`);
  });
  const close = async () => {
    isClosing = true;
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^http:\/\/\S+$/.exec(line.trim())?.[0];
    if (origin === undefined) continue;
    child.stdout.resume();
    return { origin, memory: () => residentBytes(child.pid), close };
  }
  await close();
  throw new Error(`it did not start: ${args.join(' ')}`);
}

/** @param {number | undefined} pid */
function residentBytes(pid) {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
