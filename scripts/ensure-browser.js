/**
 * Finds a Chromium that really starts, on a machine that may have nothing but Node and npm.
 *
 * Environment:
 * - `CHROME_PATH`: use this one and no other.
 * - `ENSURE_BROWSER`: what is left out, see find-browser.js.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  cached,
  faultOfVersion,
  findBrowser,
  installed,
  installFromApt,
  isRoot,
  programFolders,
  runNpx,
} from './find-browser.js';

/**
 * @typedef {import('./find-browser.js').Candidate} Candidate
 * @typedef {{ path: string, env: Record<string, string>, args: string[] }} Browser
 */

const root = fileURLToPath(new URL('..', import.meta.url));

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
  found ??= findBrowser({ name: 'Chromium', variable: 'CHROME_PATH', sources, faultOf }).then(
    ({ path, env = {} }) => ({ path, env, args }),
  );
  return found;
}

/** @param {Candidate} candidate */
function faultOf(candidate) {
  return faultOfVersion(candidate, /Chrom\D*\d+/, isRoot ? ['--no-sandbox'] : []);
}

/** @type {import('./find-browser.js').Source[]} */
const sources = [
  { name: 'installed browsers', skip: 'skip-system', find: async () => installedChromiums() },
  { name: 'playwright and puppeteer caches', skip: 'skip-caches', find: async () => cached(names) },
  { name: '@sparticuz/chromium', skip: 'skip-package', find: fromPackage },
  { name: 'apt-get install chromium', skip: 'no-install', find: fromApt },
  { name: 'npx playwright install', skip: 'no-install', find: fromPlaywright },
];

const names = /^(chrome|chromium|headless_shell|chrome-headless-shell|Google Chrome for Testing)(\.exe)?$/i;

function installedChromiums() {
  return installed(
    ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'],
    {
      darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
      win32: programFolders().flatMap((dir) => [
        join(dir, 'Google/Chrome/Application/chrome.exe'),
        join(dir, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
    },
  );
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

async function fromApt() {
  await installFromApt(['chromium']);
  return [{ path: '/usr/bin/chromium' }];
}

async function fromPlaywright() {
  await runNpx(['playwright', 'install', 'chromium-headless-shell']);
  return cached(names);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path } = await ensureBrowser();
  console.log(`${basename(path)}: ${path}`);
}
