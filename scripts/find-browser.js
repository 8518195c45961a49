/**
 * What the three ways to a browser have in common: places to look, one after the other, and what was tried.
 * `ENSURE_BROWSER` has words that leave a source out, separated by commas:
 * `skip-system`, `skip-caches`, `skip-package`, `no-install`.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * @typedef {{ path: string, env?: Record<string, string> }} Candidate
 * @typedef {{ name: string, skip?: string, find: () => Promise<Candidate[]> }} Source
 * @typedef {{ name: string, variable: string, sources: Source[], faultOf: (candidate: Candidate) => Promise<string | undefined> }} Wanted
 */

export const run = promisify(execFile);
export const isRoot = process.getuid?.() === 0;

/**
 * The browser the environment names, and no other; else the first that starts.
 * @param {Wanted} wanted
 * @returns {Promise<Candidate>}
 * @throws {Error} naming everything that was tried
 */
export async function findBrowser(wanted) {
  const path = process.env[wanted.variable];
  if (!path) return search(wanted);
  const fault = await wanted.faultOf({ path });
  if (fault) throw new Error(`${wanted.variable}=${path} is not a browser that starts: ${fault}`);
  return { path };
}

/**
 * @param {Wanted} wanted
 * @returns {Promise<Candidate>}
 */
async function search({ name, variable, sources, faultOf }) {
  const left = new Set((process.env.ENSURE_BROWSER ?? '').split(',').map((word) => word.trim()));
  const tried = [];
  for (const source of sources) {
    if (source.skip && left.has(source.skip)) {
      tried.push(`${source.name}: left out by ENSURE_BROWSER=${source.skip}`);
      continue;
    }
    const { candidates, fault } = await candidatesOf(source);
    if (candidates.length === 0) tried.push(`${source.name}: ${fault ?? 'nothing there'}`);
    for (const candidate of candidates) {
      const broken = await faultOf(candidate);
      if (!broken) return candidate;
      tried.push(`${source.name}: ${candidate.path}: ${broken}`);
    }
  }
  throw new Error(
    `No ${name} was found. Set ${variable} to one. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}`,
  );
}

/**
 * @param {Source} source
 * @returns {Promise<{ candidates: Candidate[], fault?: string }>}
 */
async function candidatesOf(source) {
  try {
    return { candidates: await source.find() };
  } catch (error) {
    return { candidates: [], fault: firstLine(error) };
  }
}

/**
 * Why this is no browser, or undefined when it answers with a version. A path alone proves nothing: snap leaves stubs,
 * and a browser without its libraries is still a file.
 * @param {Candidate} candidate
 * @param {RegExp} version what it has to answer
 * @param {string[]} [args] said besides `--version`
 * @returns {Promise<string | undefined>}
 */
export async function faultOfVersion({ path, env }, version, args = []) {
  if (!existsSync(path)) return 'no such file';
  // On Windows a browser opens a window instead of answering.
  if (process.platform === 'win32') return undefined;
  try {
    const { stdout } = await run(path, ['--version', ...args], {
      env: { ...process.env, ...env },
      timeout: 30_000,
    });
    return version.test(stdout) ? undefined : `answered "${stdout.trim()}" to --version`;
  } catch (error) {
    return firstLine(error);
  }
}

/**
 * Programs of these names on the path, and those of `fixed` for this system, that are there.
 * @param {string[]} names
 * @param {Partial<Record<NodeJS.Platform, string[]>>} [fixed]
 * @returns {Candidate[]}
 */
export function installed(names, fixed = {}) {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  const places = [...onPath, ...(fixed[process.platform] ?? [])];
  return [...new Set(places)].filter((path) => existsSync(path)).map((path) => ({ path }));
}

/** The folders of Windows in which programs stand. */
export const programFolders = () =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((key) => process.env[key] ?? '');

/**
 * What Playwright and Puppeteer have fetched earlier, the newest first.
 * @param {RegExp} names
 * @returns {Candidate[]}
 */
export function cached(names) {
  const caches =
    {
      darwin: join(homedir(), 'Library/Caches'),
      win32: process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'),
    }[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? join(homedir(), '.cache');
  const places = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(caches, 'ms-playwright'),
    process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'),
  ];
  return places
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => readdirSync(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => ({ path: join(entry.parentPath ?? entry.path, entry.name) }))
    .sort((a, b) => b.path.localeCompare(a.path, 'en', { numeric: true }));
}

/** @param {string[]} packages */
export async function installFromApt(packages) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) throw new Error('needs root and apt-get');
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
  await run('apt-get', ['update', '-q'], quiet);
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], quiet);
}

/**
 * Runs a command of an npm package that need not be installed.
 * @param {string[]} words
 */
export async function runNpx(words) {
  const command = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  await run(command, ['--yes', ...words], { timeout: 300_000 });
}

/** @param {unknown} error */
export function firstLine(error) {
  const { message, stderr } = /** @type {{ message: string, stderr?: string }} */ (error);
  return (stderr?.trim() || message).split('\n', 1)[0];
}
