import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureWebKit } from '../ensure-webkit.js';
import { openSession } from '../webdriver.js';

/**
 * @typedef {import('../webdriver.js').WebDriverPage} WebDriverPage
 * @typedef {{ url: string, programs: import('node:child_process').ChildProcess[] }} Driver
 * @typedef {{ driver: Driver, page: WebDriverPage, url: string }} Session
 */

/** Smaller than any page under test, so that the pointer, which begins in its middle, is over the window: that has the focus. */
const screen = '80x60x24';

/**
 * The browser's own bar is wider than a phone, unless there is nothing around and in its buttons. Without animations
 * WebKit tells pages that motion is to be reduced, for which it has no command.
 */
const looks = {
  'gtk.css':
    '* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; -gtk-icon-source: none; }',
  'settings.ini': '[Settings]\ngtk-enable-animations=0\n',
};

/** WebKitGTK, driven by WebDriver: one driver for each test file that runs at a time, one browser for each file. */
export async function webkit() {
  const found = await ensureWebKit();
  return { launcher: new WebKitLauncher(found), commands };
}

/** What the tests ask for and the runner's own commands cannot do. */
const commands = {
  /** There are no forced colours in Safari, so that there is nothing to look at. */
  'forced-colours': async () => false,
};

class WebKitLauncher {
  name = 'WebKit';
  /** The runner's commands then call the methods that Puppeteer has. */
  type = 'puppeteer';
  #found;
  #home = mkdtempSync(join(tmpdir(), 'webkit-tests-'));
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  /** @type {Driver[]} */
  #idle = [];
  /** @type {Driver[]} */
  #all = [];

  /** @param {import('../ensure-webkit.js').WebKit} found */
  constructor(found) {
    this.#found = found;
    process.once('exit', () => this.#end());
  }

  async initialize() {
    await mkdir(join(this.#home, 'gtk-3.0'));
    for (const [name, text] of Object.entries(looks)) writeFileSync(join(this.#home, 'gtk-3.0', name), text);
  }

  /**
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    const driver = this.#idle.pop() ?? (await this.#startDriver());
    const page = await openSession(driver.url, {
      'webkitgtk:browserOptions': { binary: this.#found.browser, args: ['--automation'] },
      // The tests of a page begin before it is loaded, and give orders.
      pageLoadStrategy: 'none',
    });
    this.#sessions.set(id, { driver, page, url });
    await page.setViewport({ width: 800, height: 600 });
    await page.goto(url);
  }

  /** @param {string} id */
  async stopSession(id) {
    const { driver, page } = this.#session(id);
    this.#sessions.delete(id);
    await page.close();
    this.#idle.push(driver);
    return {};
  }

  /** @param {string} id */
  isActive(id) {
    return this.#sessions.has(id);
  }

  /** @param {string} id */
  async getBrowserUrl(id) {
    return /** @type {Promise<string>} */ (this.getPage(id).send('GET', '/url'));
  }

  /** @param {string} id */
  getPage(id) {
    return this.#session(id).page;
  }

  async startDebugSession() {
    throw new Error('Open the page in a browser of your own: WebKit is only run without a window here.');
  }

  async stop() {
    this.#end();
  }

  #end() {
    for (const { programs } of this.#all) for (const program of programs) program.kill();
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** @param {string} id */
  #session(id) {
    const session = this.#sessions.get(id);
    if (!session) throw new Error(`No page for session ${id}`);
    return session;
  }

  /** @returns {Promise<Driver>} */
  async #startDriver() {
    const { driver, display } = this.#found;
    if (!display) throw new Error('No display can be made.');
    const xvfb = spawn(display, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [number] = await once(/** @type {import('node:stream').Readable} */ (xvfb.stdio[3]), 'data');
    const port = await freePort();
    const program = spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${String(number).trim()}`, XDG_CONFIG_HOME: this.#home },
    });
    const started = { url: `http://127.0.0.1:${port}`, programs: [program, xvfb] };
    this.#all.push(started);
    await answers(started.url);
    return started;
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** @param {string} url */
async function answers(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${url}/status`).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer.');
}
