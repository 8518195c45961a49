import type { TestContext } from 'node:test';
import { after, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';

/** The script stands outside of what is compiled: two folders above test/, three above dist/test/. */
const { ensureBrowser } = (await import(
  new URL('../../../scripts/ensure-browser.js', import.meta.url).href
)) as { ensureBrowser(): Promise<{ path: string; args: string[]; env: Record<string, string> }> };

/** A window of somebody's own: nothing is shared with any other. */
export interface Window {
  readonly width: number;
  readonly height?: number;
  /** A phone: a finger for a pointer, and a page as wide as the screen. */
  readonly phone?: boolean;
  /** Pixels of the screen for one of the page, in each direction: 1 unless told. */
  readonly density?: number;
}

/** A browser that keeps what it is given in a folder, and a window of it. Closed and opened again, it has it still. */
export async function launchProfile(
  test: TestContext,
  folder: string,
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const { path, args, env } = await ensureBrowser();
  const browser = await launch({
    executablePath: path,
    args: [...args, '--hide-scrollbars'],
    env: { ...process.env, ...env },
    headless: true,
    protocolTimeout: 60_000,
    userDataDir: folder,
  });
  test.after(() => browser.close());
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  return { page, close: () => browser.close() };
}

/** Opens windows of one browser, which is there for all tests of a file. */
export type OpenWindow = (test: TestContext, window: Window) => Promise<Page>;

/** Starts a browser of its own; with a `userDataDir` it finds again what it has kept there. */
export async function launchBrowser(
  options: { readonly userDataDir?: string; readonly handleSIGINT?: boolean } = {},
): Promise<Browser> {
  const { path, args, env } = await ensureBrowser();
  return launch({
    executablePath: path,
    args: [...args, '--hide-scrollbars'],
    env: { ...process.env, ...env },
    headless: true,
    protocolTimeout: 60_000,
    ...options,
  });
}

/** To be called once in a file of tests. */
export function browserOfThisFile(): OpenWindow {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  return async (test, { width, height = 800, phone = false, density = 1 }) => {
    if (browser === undefined) throw new Error('the browser is started before the tests');
    const context = await browser.createBrowserContext();
    test.after(() => context.close());
    const page = await context.newPage();
    await page.setViewport({ width, height, isMobile: phone, hasTouch: phone, deviceScaleFactor: density });
    const devtools = await page.createCDPSession();
    // Without it a page in the background takes no focus.
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page;
  };
}
