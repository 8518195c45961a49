/**
 * Finds a Firefox that really starts, on a machine that may have nothing but Node and npm.
 *
 * Environment:
 * - `FIREFOX_PATH`: use this one and no other.
 * - `ENSURE_BROWSER`: what is left out, see find-browser.js.
 */
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  cached,
  faultOfVersion,
  findBrowser,
  installed,
  installFromApt,
  programFolders,
  runNpx,
} from './find-browser.js';

/** @typedef {{ path: string, env: Record<string, string> }} Browser */

/** @type {Promise<Browser> | undefined} */
let found;

/**
 * The first Firefox that answers `--version`. Looks once per process.
 * @returns {Promise<Browser>}
 * @throws {Error} naming everything that was tried
 */
export function ensureFirefox() {
  found ??= findBrowser({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    sources,
    faultOf: (candidate) => faultOfVersion(candidate, /Firefox\D*\d+/),
  }).then(({ path, env = {} }) => ({ path, env }));
  return found;
}

/** @type {import('./find-browser.js').Source[]} */
const sources = [
  { name: 'installed browsers', skip: 'skip-system', find: async () => installedFirefoxes() },
  { name: 'playwright and puppeteer caches', skip: 'skip-caches', find: async () => cached(names) },
  { name: 'apt-get install firefox-esr', skip: 'no-install', find: fromApt },
  { name: 'npx @puppeteer/browsers install', skip: 'no-install', find: fromPuppeteer },
];

const names = /^firefox(\.exe)?$/i;

function installedFirefoxes() {
  return installed(['firefox', 'firefox-esr'], {
    darwin: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/firefox`,
    ),
    win32: programFolders().map((dir) => join(dir, 'Mozilla Firefox/firefox.exe')),
  });
}

async function fromApt() {
  await installFromApt(['firefox-esr']);
  return [{ path: '/usr/bin/firefox-esr' }];
}

/** Puppeteer's own cache, where it is looked for the next time. */
async function fromPuppeteer() {
  const cache = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer');
  await runNpx(['@puppeteer/browsers', 'install', 'firefox@stable', '--path', cache]);
  return cached(names);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path } = await ensureFirefox();
  console.log(`${basename(path)}: ${path}`);
}
