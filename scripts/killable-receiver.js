import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './run-tool.js';

const program = join(root, 'dist/src/cli/main.js');

/** Something that makes the test worthless. */
export class CrashTestError extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** @param {string} folder @returns {NodeJS.ProcessEnv} */
const environment = (folder) => ({ ...process.env, PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: folder });

/**
 * Starts the receiver and waits until it is ready.
 * @param {string} folder
 */
export async function start(folder) {
  const begin = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  let text = '';
  const port = await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      if (text.length > 10_000) return;
      text += piece;
      const found = /http:\/\/127\.0\.0\.1:(\d+)\n/.exec(text);
      if (found) resolve(Number(found[1]));
    });
    child.once('close', () => reject(new CrashTestError(`The receiver did not start:\n${text}`)));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return { child, port: Number(port), ended, milliseconds: Math.round(performance.now() - begin) };
}

/**
 * What `taafi export` gives, as references by marker.
 * @param {string} folder
 * @returns {Promise<Map<string, string[]>>}
 */
export async function exported(folder) {
  const rows = new Map();
  for (const { reference, answers } of JSON.parse(await written(folder, ['export']))) {
    rows.set(answers.marker, [...(rows.get(answers.marker) ?? []), reference]);
  }
  return rows;
}

/**
 * What `taafi verify --stored` says in its first line where the chain of records is whole, and each record true.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function verified(folder) {
  const text = await written(folder, ['verify', '--stored', '--language', 'en']);
  return text.split('\n')[0] ?? '';
}

/**
 * What a command writes that must succeed.
 * @param {string} folder
 * @param {string[]} args
 */
async function written(folder, args) {
  const child = spawn(process.execPath, [program, ...args], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new CrashTestError(`taafi ${args.join(' ')} ended with ${code}:\n${text.slice(0, 2000)}`);
  return text;
}
