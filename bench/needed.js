import { settle } from './bench.js';
import { onNewPage } from './browser.js';
import { aim, focus, press } from './hands.js';
import { holdBack, watchRequests } from './requests.js';

/** @typedef {import('./browser.js').Browser} Browser */
/** @typedef {import('./browser.js').Page} Page */
/** @typedef {import('./requests.js').Loaded} Loaded */

/** How long a page may take to be typed in before what is held back counts as needed. */
const PATIENCE = 6000;

/**
 * What a page with a form loads, and what of it is needed until the first question can be answered. That is found by
 * experiment: each request is held back in turn, and where the first question can still be answered, it was not needed.
 * @param {Browser} browser
 * @param {string} address
 * @param {string} tag of the form on it
 */
export async function neededBy(browser, address, tag) {
  const all = await requestsOf(browser, address, tag);
  /** @type {Loaded[]} */
  const needed = [];
  for (const request of all) {
    if (request.type === 'Document' || (await isNeeded(browser, address, tag, request.path)))
      needed.push(request);
  }
  report(all, needed);
  return { all, needed };
}

/**
 * @param {string} figure
 * @param {readonly Loaded[]} requests
 * @param {number} [target]
 * @returns {import('./compare.js').Row}
 */
export function row(figure, requests, target) {
  return { figure, unit: 'B', kit: [requests.reduce((sum, { bytes }) => sum + bytes, 0)], target };
}

/**
 * All that the page loads until the first question has been answered and nothing more comes.
 * @param {Browser} browser
 * @param {string} address
 * @param {string} tag
 */
function requestsOf(browser, address, tag) {
  return onNewPage(browser, async (page, session) => {
    const requests = await watchRequests(session);
    await page.goto(address, { waitUntil: 'networkidle0' });
    if (!(await answers(page, tag))) throw new Error('the first step cannot be answered at all');
    await page.waitForNetworkIdle();
    await settle(page);
    return requests();
  });
}

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {string} tag
 * @param {string} path
 */
function isNeeded(browser, address, tag, path) {
  return onNewPage(browser, async (page, session) => {
    await holdBack(session, path);
    await page.goto(address, { waitUntil: [] });
    return !(await answers(page, tag));
  });
}

/**
 * Presses the start button and answers the first question, with real keys: a radio button is taken, a box typed in.
 * @param {Page} page
 * @param {string} tag
 * @returns {Promise<boolean>} whether that was possible
 */
async function answers(page, tag) {
  const root = `document.querySelector('${tag}')?.shadowRoot`;
  const control = `${root}?.querySelector('.fields :is(input, textarea)')`;
  try {
    const start = await aim(page, `${root}?.querySelector('.actions .primary')`, PATIENCE);
    await page.mouse.click(...start);
    await focus(page, control, PATIENCE);
    await press(await page.createCDPSession(), ' ');
    return /** @type {boolean} */ (
      await page.evaluate(`${control}.type === 'radio' ? ${control}.checked : ${control}.value !== ''`)
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return false;
    throw error;
  }
}

/**
 * @param {readonly Loaded[]} all
 * @param {readonly Loaded[]} needed
 */
function report(all, needed) {
  for (const request of all) {
    const { path, type, bytes } = request;
    const when = needed.includes(request) ? 'needed' : 'later';
    console.log(`  ${String(bytes).padStart(7)} B  ${when.padEnd(6)}  ${type.padEnd(10)}  ${path}`);
  }
}
