import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { ensureFirefox } from '../ensure-firefox.js';
import { nameKeys } from '../firefox-keys.js';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ context: string }} Window
 * @typedef {{ send(method: string, params: object): Promise<{ result: Answer }> }} Bidi
 * @typedef {{ contexts: Window[], type: string, exceptionDetails?: { text: string } }} Answer
 */

/** Firefox, driven by WebDriver BiDi; what that cannot do is asked of the browser itself. */
export async function firefox() {
  const { path, env } = await ensureFirefox();
  /** @type {import('puppeteer-core').LaunchOptions} */
  const launchOptions = {
    browser: 'firefox',
    executablePath: path,
    headless: true,
    // Scripts of this runner, not of pages, may do what the browser itself may: it has no command for media yet.
    args: ['--remote-allow-system-access'],
    // Scrollbars over the page, as on a phone and in the Chromium of these tests.
    extraPrefsFirefox: { 'ui.useOverlayScrollbars': 1 },
    env: { ...process.env, ...env },
  };
  /** @type {import('puppeteer-core').Browser[]} */
  const browsers = [];
  /** @type {import('puppeteer-core').Browser[]} */
  const idle = [];
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions,
    createPage: async ({ browser }) => {
      // A browser for each file that runs at a time: of two windows only one is in front, and the keys of the other do less.
      const own = idle.pop() ?? (browsers.length === 0 ? browser : await puppeteer.launch(launchOptions));
      if (!browsers.includes(own)) browsers.push(own);
      const page = await (await own.createBrowserContext()).newPage();
      page.emulateMediaFeatures = (features) =>
        emulate(page, Object.fromEntries(features?.map(override) ?? []));
      page.emulateMediaType = (type) => emulate(page, { mediumOverride: type === 'print' ? 'print' : '' });
      nameKeys(page);
      return page;
    },
  });
  const { stop, stopSession } = launcher;
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stopSession.call(launcher, id);
    // The launcher would use the page again; what one file has left in it, keys that are held or a focus, is not for the next.
    pagesToUseAgain(launcher).length = 0;
    await page.browserContext().close();
    idle.push(page.browser());
    return result;
  };
  launcher.stop = async () => {
    await Promise.all(browsers.slice(1).map((browser) => browser.close()));
    await stop.call(launcher);
  };
  const commands = {
    /**
     * @param {Page} page
     * @param {unknown} wanted
     */
    'forced-colours': async (page, wanted) => {
      const forcedColorsOverride = wanted === true ? 'active' : 'none';
      await emulate(page, { forcedColorsOverride, prefersReducedMotionOverride: 'reduce' });
      return true;
    },
  };
  return { launcher, commands };
}

/**
 * The launcher keeps them to itself.
 * @param {import('@web/test-runner-chrome').ChromeLauncher} launcher
 */
function pagesToUseAgain(launcher) {
  return /** @type {{ inactivePages: unknown[] }} */ (/** @type {unknown} */ (launcher)).inactivePages;
}

/** @type {Record<string, string>} */
const overrides = {
  'prefers-reduced-motion': 'prefersReducedMotionOverride',
  'prefers-color-scheme': 'prefersColorSchemeOverride',
};

/** @param {import('puppeteer-core').MediaFeature} feature */
function override({ name, value }) {
  if (!(name in overrides)) throw new Error(`Firefox has no override for ${name}`);
  return [overrides[name], value];
}

/**
 * Sets properties of a page's BrowsingContext, which are not a page's to set.
 * @param {Page} page
 * @param {Record<string, string>} values
 */
async function emulate(page, values) {
  const session = bidiOf(page);
  const { result: tree } = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await session.send('script.evaluate', {
    expression: `{
      const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => gBrowser.tabs);
      const { browsingContext } = tabs.find(
        ({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(page.url())}
      ).linkedBrowser;
      Object.assign(browsingContext, ${JSON.stringify(values)});
    }`,
    target: { context: tree.contexts[0].context },
    awaitPromise: false,
  });
  if (result.type !== 'success') throw new Error(result.exceptionDetails?.text);
}

/**
 * Puppeteer keeps its session to itself.
 * @param {Page} page
 */
function bidiOf(page) {
  const frame = /** @type {{ browsingContext: { userContext: { browser: { session: Bidi } } } }} */ (
    /** @type {unknown} */ (page.mainFrame())
  );
  return frame.browsingContext.userContext.browser.session;
}
