import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Terminal } from '../command.js';
import { CommandError } from '../command.js';

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
  try {
    const [source, target] = [join(folder, 'form.html'), join(folder, 'form.pdf')];
    writeFileSync(source, page);
    await promisify(execFile)(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${target}`,
        // The root of a container has no sandbox of its own. The page has no script and comes from here.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        pathToFileURL(source).href,
      ],
      { timeout: PATIENCE, env: { ...process.env, ...environment } },
    );
    return readFileSync(target);
  } catch (error) {
    throw new CommandError(`${browser} has printed nothing: ${firstLine((error as Error).message)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
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

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
