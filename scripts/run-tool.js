import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, where every tool is run. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The scripts behind the names in node_modules/.bin, which are no scripts on Windows. */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  cem: '@custom-elements-manifest/analyzer/cem.js',
  'lit-analyzer': 'lit-analyzer/cli.js',
  rollup: 'rollup/dist/bin/rollup',
  tsc: 'typescript/bin/tsc',
  wtr: '@web/test-runner/dist/bin.js',
};

/**
 * Runs a development tool, or Node itself, and ends it with its children when it takes too long.
 * @param {keyof typeof tools | 'node'} tool
 * @param {string[]} args
 * @param {{ capture?: boolean, seconds?: number, env?: Record<string, string> }} [options] `capture` keeps the output
 *   for the caller instead of showing it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runTool(tool, args, { capture = false, seconds = 300, env = {} } = {}) {
  const script = tool === 'node' ? [] : [join(root, 'node_modules', tools[tool])];
  const stream = capture ? 'pipe' : 'inherit';
  /** @type {import('node:child_process').ChildProcess} */
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', stream, stream],
    // A group of its own, so that a browser does not outlive the runner that started it.
    detached: process.platform !== 'win32',
  });
  let output = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const end = () => stop(child);
  // Outside the terminal's group, the child does not hear Ctrl-C by itself.
  const interrupted = () => process.exit(130);
  process.once('exit', end).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      output += `\n${tool} did not end within ${seconds} seconds.\n`;
      if (!capture) console.error(`${tool} did not end within ${seconds} seconds.`);
      end();
    }, seconds * 1000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', end).off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function stop(child) {
  if (!child.pid) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
