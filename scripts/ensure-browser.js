/**
 * Finds a Chromium that really starts, on a machine that may have nothing but Node and npm.
 *
 * Environment:
 * - `CHROME_PATH`: use this one and no other.
 * - `ENSURE_BROWSER`: words that leave a source out, separated by commas:
 *   `skip-system`, `skip-caches`, `skip-package`, `no-install`.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {{ path: string, env: Record<string, string>, args: string[] }} Browser
 * @typedef {{ path: string, env?: Record<string, string> }} Candidate
 * @typedef {{ name: string, skip?: string, find: () => Promise<Candidate[]> }} Source
 */

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** What every start of the browser gets: no sandbox for root, who cannot have one, and no talk with the outside. */
const args = [
  ...(isRoot ? ['--no-sandbox'] : []),
  ...(process.platform === 'linux' ? ['--disable-dev-shm-usage'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Promise<Browser> | undefined} */
let found;

/**
 * The first browser that answers `--version`. Looks once per process.
 * @returns {Promise<Browser>}
 * @throws {Error} naming everything that was tried
 */
export function ensureBrowser() {
  found ??= process.env.CHROME_PATH ? fromChromePath(process.env.CHROME_PATH) : search();
  return found;
}

/**
 * @param {string} path
 * @returns {Promise<Browser>}
 */
async function fromChromePath(path) {
  const fault = await faultOf({ path });
  if (fault) throw new Error(`CHROME_PATH=${path} is not a browser that starts: ${fault}`);
  return { path, env: {}, args };
}

/** @returns {Promise<Browser>} */
async function search() {
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
      if (!broken) return { path: candidate.path, env: candidate.env ?? {}, args };
      tried.push(`${source.name}: ${candidate.path}: ${broken}`);
    }
  }
  throw new Error(
    `No Chromium was found. Set CHROME_PATH to one. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}`,
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
 * @returns {Promise<string | undefined>}
 */
async function faultOf({ path, env }) {
  if (!existsSync(path)) return 'no such file';
  // chrome.exe opens a window instead of answering.
  if (process.platform === 'win32') return undefined;
  try {
    const { stdout } = await run(path, ['--version', ...(isRoot ? ['--no-sandbox'] : [])], {
      env: { ...process.env, ...env },
      timeout: 30_000,
    });
    return /Chrom\D*\d+/.test(stdout) ? undefined : `answered "${stdout.trim()}" to --version`;
  } catch (error) {
    return firstLine(error);
  }
}

/** @type {Source[]} */
const sources = [
  { name: 'installed browsers', skip: 'skip-system', find: async () => installed() },
  { name: 'playwright and puppeteer caches', skip: 'skip-caches', find: async () => cached() },
  { name: '@sparticuz/chromium', skip: 'skip-package', find: fromPackage },
  { name: 'apt-get install chromium', skip: 'no-install', find: fromApt },
  { name: 'npx playwright install', skip: 'no-install', find: fromPlaywright },
];

/** @returns {Candidate[]} */
function installed() {
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((key) => process.env[key] ?? '');
  const fixed = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: programs.flatMap((dir) => [
      join(dir, 'Google/Chrome/Application/chrome.exe'),
      join(dir, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  };
  const places = [...onPath, ...(fixed[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? [])];
  return [...new Set(places)].filter((path) => existsSync(path)).map((path) => ({ path }));
}

/** @returns {Candidate[]} */
function cached() {
  const caches =
    {
      darwin: join(homedir(), 'Library/Caches'),
      win32: process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'),
    }[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? join(homedir(), '.cache');
  const places = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(caches, 'ms-playwright'),
    process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'),
  ];
  const names = /^(chrome|chromium|headless_shell|chrome-headless-shell|Google Chrome for Testing)(\.exe)?$/i;
  return places
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => readdirSync(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => ({ path: join(entry.parentPath ?? entry.path, entry.name) }))
    .sort((a, b) => b.path.localeCompare(a.path, 'en', { numeric: true }));
}

/**
 * A Chromium inside an npm package, with its own libraries and fonts, for x64 Linux.
 * @returns {Promise<Candidate[]>}
 */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`is for linux x64, this is ${process.platform} ${process.arch}`);
  }
  const manifest = JSON.parse(
    readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const home = join(root, 'node_modules/.cache/chromium', manifest.version);
  if (!existsSync(join(home, 'chromium'))) await unpackPackage(home);
  const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const candidate = {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') },
  };
  // A half-written or damaged copy would otherwise stay for ever: the next run unpacks again.
  if (await faultOf(candidate)) rmSync(home, { recursive: true, force: true });
  if (!existsSync(candidate.path)) await unpackPackage(home);
  return [candidate];
}

/**
 * The package unpacks into the temporary folder and takes whatever `chromium` lies there already, so it gets a folder
 * of its own, renamed when complete: two runs at a time cannot see each other's half.
 * @param {string} home
 */
async function unpackPackage(home) {
  const folder = `${home}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  // Read at import: makes the package unpack its own nss libraries, which a bare machine has not.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
  writeFileSync(join(folder, 'fonts/fonts.conf'), fontsConfiguration(home));
  try {
    renameSync(folder, home);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}

/**
 * The package's own configuration looks for fonts in fixed places under /tmp and /opt; without fonts text is blank.
 * @param {string} home
 */
function fontsConfiguration(home) {
  const escaped = home.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${escaped}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** @returns {Promise<Candidate[]>} */
async function fromApt() {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) throw new Error('needs root and apt-get');
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
  await run('apt-get', ['update', '-q'], quiet);
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], quiet);
  return [{ path: '/usr/bin/chromium' }];
}

/** @returns {Promise<Candidate[]>} */
async function fromPlaywright() {
  const command = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  await run(command, ['--yes', 'playwright', 'install', 'chromium-headless-shell'], { timeout: 300_000 });
  return cached();
}

/** @param {unknown} error */
function firstLine(error) {
  const { message, stderr } = /** @type {{ message: string, stderr?: string }} */ (error);
  return (stderr?.trim() || message).split('\n', 1)[0];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path } = await ensureBrowser();
  console.log(`${basename(path)}: ${path}`);
}
