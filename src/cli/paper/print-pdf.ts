import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Terminal } from '../command.js';
import { CommandError } from '../command.js';
import { BrowserPipe } from './browser-pipe.js';

/** How long a browser may take, in milliseconds. */
const PATIENCE = 60_000;

const onPath = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge'];

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A page as PDF, printed by a Chrome, Chromium or Edge of this machine: the one that `TAAFI_BROWSER` names, or one that is
 * found. @throws CommandError where there is none, or it does not print.
 */
export async function printPdf(page: string, { environment }: Terminal): Promise<Uint8Array> {
  const browser = findBrowser(environment);
  if (browser === undefined) {
    throw new CommandError(
      'a PDF is printed by Chrome, Chromium or Edge, and there is none here. Name it in TAAFI_BROWSER, or write a .html and print that.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'taafi-paper-'));
  const running = spawn(
    browser,
    [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-pipe',
      `--user-data-dir=${join(folder, 'profile')}`,
      // The root of a container has no sandbox of its own. The page has no script and comes from here.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
  );
  const ended = new Promise((resolve) => running.once('exit', resolve).once('error', resolve));
  const timer = setTimeout(() => running.kill(), PATIENCE);
  try {
    const source = join(folder, 'form.html');
    writeFileSync(source, page);
    return await printed(new BrowserPipe(running), pathToFileURL(source).href);
  } catch (error) {
    throw new CommandError(`${browser} has printed nothing: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
    running.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function printed(browser: BrowserPipe, address: string): Promise<Uint8Array> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  await browser.send('Page.enable', {}, session);
  const loaded = browser.next('Page.loadEventFired');
  await browser.send('Page.navigate', { url: address }, session);
  await loaded;
  const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: true }, session);
  return Buffer.from(String(data), 'base64');
}

function findBrowser({ TAAFI_BROWSER: named, PATH = '' }: Terminal['environment']): string | undefined {
  if (named !== undefined && named !== '') return named;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => onPath.map((name) => join(folder, name))), ...installed].find(
    canRun,
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
