import { settle } from '../bench.js';
import { onNewPage } from '../browser.js';
import { aim, focus, press } from '../hands.js';
import { startReceiver } from '../receiver.js';
import { holdBack, watchRequests } from '../requests.js';

/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../browser.js').Browser} Browser */
/** @typedef {import('../browser.js').Page} Page */
/** @typedef {import('../requests.js').Loaded} Loaded */

/** How long a page may take to be typed in before what is held back counts as needed. */
const PATIENCE = 6000;
const code = ['Script', 'Stylesheet'];

/**
 * What is needed is found by experiment: each request is held back in turn, and where the first question of the first
 * step can still be answered, it was not needed.
 * @type {Figure}
 */
export const wire = {
  name: 'wire',
  what: 'JavaScript and CSS until the first step of the support request can be answered (demo page, gzip)',
  async measure(bench) {
    const receiver = await startReceiver();
    try {
      const browser = await bench.browser;
      const address = `${receiver.origin}/`;
      const all = await requestsOf(browser, address);
      /** @type {Loaded[]} */
      const needed = [];
      for (const request of all) {
        if (request.type === 'Document' || (await isNeeded(browser, address, request.path)))
          needed.push(request);
      }
      report(all, needed);
      return [
        row(
          'JS + CSS until the first step',
          needed.filter(({ type }) => code.includes(type)),
          45_000,
        ),
        row('everything until the first step', needed),
        row('everything that was loaded', all),
      ];
    } finally {
      await receiver.close();
    }
  },
};

/**
 * @param {string} figure
 * @param {readonly Loaded[]} requests
 * @param {number} [target]
 * @returns {import('../compare.js').Row}
 */
function row(figure, requests, target) {
  return { figure, unit: 'B', kit: [requests.reduce((sum, { bytes }) => sum + bytes, 0)], target };
}

/**
 * All that the page loads until the first question has been answered and nothing more comes.
 * @param {Browser} browser
 * @param {string} address
 */
function requestsOf(browser, address) {
  return onNewPage(browser, async (page, session) => {
    const requests = await watchRequests(session);
    await page.goto(address, { waitUntil: 'networkidle0' });
    if (!(await answers(page))) throw new Error('the first step cannot be answered at all');
    await page.waitForNetworkIdle();
    await settle(page);
    return requests();
  });
}

/**
 * @param {Browser} browser
 * @param {string} address
 * @param {string} path
 */
function isNeeded(browser, address, path) {
  return onNewPage(browser, async (page, session) => {
    await holdBack(session, path);
    await page.goto(address, { waitUntil: [] });
    return !(await answers(page));
  });
}

/**
 * Presses the start button and answers the first question, with real keys: a radio button is taken, a box typed in.
 * @param {Page} page
 * @returns {Promise<boolean>} whether that was possible
 */
async function answers(page) {
  const root = `document.querySelector('taafi-support-request')?.shadowRoot`;
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
