import puppeteer from 'puppeteer-core';
import { ensureBrowser } from '../scripts/ensure-browser.js';
import { probe } from './probe.js';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} CDPSession */

/** @returns {Promise<Browser>} */
export async function launch() {
  const { path, env, args } = await ensureBrowser();
  return puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args,
    // A phone of today.
    defaultViewport: { width: 412, height: 915 },
  });
}

/**
 * Does something on a page that knows nothing of earlier ones: no cache, no compiled code.
 * @template Result
 * @param {Browser} browser
 * @param {(page: Page, session: CDPSession) => Promise<Result>} action
 */
export async function onNewPage(browser, action) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  in the page: ${error}`));
    const session = await page.createCDPSession();
    sessions.set(page, session);
    await page.evaluateOnNewDocument(probe);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return await action(page, session);
  } finally {
    await context.close();
  }
}

/** @type {WeakMap<Page, CDPSession>} */
const sessions = new WeakMap();

/** The session that {@link onNewPage} made for a page. @param {Page} page */
export function sessionOf(page) {
  const session = sessions.get(page);
  if (session === undefined) throw new TypeError('the page has another origin');
  return session;
}

/**
 * Milliseconds that the main thread of a page has used of a processor so far.
 * @param {CDPSession} session
 */
export async function mainThreadTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('the browser does not tell the time of its tasks');
  return seconds * 1000;
}
