import type { TestContext } from 'node:test';
import { after, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from 'puppeteer-core';

interface Found {
  readonly path: string;
  readonly args?: string[];
  readonly env: Record<string, string>;
}

/** The scripts stand outside of what is compiled: two folders above test/, three above dist/test/. */
const script = (name: string) => import(new URL(`../../../scripts/${name}`, import.meta.url).href);
const { ensureBrowser } = (await script('ensure-browser.js')) as { ensureBrowser(): Promise<Found> };
const { ensureFirefox } = (await script('ensure-firefox.js')) as { ensureFirefox(): Promise<Found> };

const { nameKeys } = (await script('firefox-keys.js')) as { nameKeys(page: Page): void };

/** Journeys are in Chromium, and some of them in Firefox too; see `journeys` in scripts/test.js. */
export const isFirefox = process.env.TEST_BROWSER === 'firefox';

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
  const browser = await launchBrowser({ userDataDir: folder });
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
  const { path, args = [], env } = await (isFirefox ? ensureFirefox() : ensureBrowser());
  const start = () =>
    launch({
      browser: isFirefox ? 'firefox' : 'chrome',
      executablePath: path,
      args: isFirefox ? [] : [...args, '--hide-scrollbars'],
      // The same: scrollbars take no room.
      extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1 },
      env: { ...process.env, ...env },
      headless: true,
      protocolTimeout: 60_000,
      ...options,
    });
  // A browser that ends before it has begun says nothing of the kit: once more.
  return start().catch(start);
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
    if (isFirefox) {
      // It has no phone to pretend, and its page has the focus.
      await page.setViewport({ width, height, deviceScaleFactor: density });
      nameKeys(page);
      return page;
    }
    await page.setViewport({ width, height, isMobile: phone, hasTouch: phone, deviceScaleFactor: density });
    const devtools = await page.createCDPSession();
    // Without it a page in the background takes no focus.
    await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page;
  };
}
