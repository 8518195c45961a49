/**
 * Finds the driver of a WebKit that really starts. Only Linux has one to be had without an Apple: WebKitGTK.
 *
 * Environment:
 * - `WEBKIT_DRIVER_PATH`: use this WebKitWebDriver and no other.
 * - `ENSURE_BROWSER`: what is left out, see find-browser.js.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, firstLine, installed, installFromApt, run } from './find-browser.js';

/** @typedef {{ driver: string, browser: string, display: string | undefined }} WebKit `display`: the program that makes one */

/** @type {Promise<WebKit> | undefined} */
let found;

/**
 * Looks once per process.
 * @returns {Promise<WebKit>}
 * @throws {Error} naming everything that was tried
 */
export function ensureWebKit() {
  found ??= find();
  return found;
}

/** @returns {Promise<WebKit>} */
async function find() {
  const { path } = await findBrowser({
    name: 'WebKit with a driver',
    variable: 'WEBKIT_DRIVER_PATH',
    sources,
    faultOf: ({ path }) => faultOf(path),
  });
  return { driver: path, browser: miniBrowsers()[0], display: installed(['Xvfb'])[0]?.path };
}

/**
 * @param {string} driver
 * @returns {Promise<string | undefined>}
 */
async function faultOf(driver) {
  if (miniBrowsers().length === 0) return 'MiniBrowser of WebKitGTK is not there';
  if (installed(['Xvfb']).length === 0) return 'Xvfb is not there, without which it has no window';
  try {
    const { stdout } = await run(driver, ['--help'], { timeout: 30_000 });
    return stdout.includes('--port') ? undefined : `answered "${stdout.trim()}" to --help`;
  } catch (error) {
    return firstLine(error);
  }
}

/** @type {import('./find-browser.js').Source[]} */
const sources = [
  { name: 'installed drivers', skip: 'skip-system', find: async () => installed(['WebKitWebDriver']) },
  { name: 'apt-get install webkit2gtk-driver', skip: 'no-install', find: fromApt },
];

/** The browser that comes with the driver stands among libraries, in a folder with the name of the machine's kind. */
function miniBrowsers() {
  return ['/usr/lib', '/usr/lib64', '/usr/libexec']
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => [dir, ...readdirSync(dir).map((name) => join(dir, name))])
    .flatMap((dir) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(dir, name, 'MiniBrowser')),
    )
    .filter((path) => existsSync(path));
}

async function fromApt() {
  await installFromApt(['webkit2gtk-driver', 'xvfb']);
  return [{ path: '/usr/bin/WebKitWebDriver' }];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { driver, browser } = await ensureWebKit();
  console.log(`${driver} for ${browser}`);
}
