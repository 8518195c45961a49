import { onNewPage } from '../browser.js';
import { alternate } from '../compare.js';
import { wantsFocus } from '../probe.js';
import { pathOf } from '../server.js';
import { median } from '../statistics.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../compare.js').Side} Side */
/** @typedef {import('../probe.js').Focusable} Focusable */

const FIELDS = 50;
const SLOWER = 4;

/** Bytes a second of a number of megabits. @param {number} megabits */
const bytes = (megabits) => (megabits * 1e6) / 8;

/** What the browser's own tools call by these names: `latency` is added to each request. */
const networks = {
  'slow 4G': {
    latency: 150 * 3.75,
    downloadThroughput: bytes(1.6 * 0.9),
    uploadThroughput: bytes(0.75 * 0.9),
  },
  'slow 4G of Lighthouse': { latency: 150, downloadThroughput: bytes(1.6), uploadThroughput: bytes(0.75) },
};

/** @type {Figure} */
export const firstField = {
  name: 'first-field',
  what: `navigation until the first of ${FIELDS} fields takes the focus on screen; processor ${SLOWER} × slower`,
  async measure(bench) {
    const rows = [];
    for (const [name, network] of Object.entries(networks)) {
      /** @type {number[]} */
      const earliest = [];
      const samples = await alternate(bench.runs, async (side) => {
        const { onScreen, inDocument } = await focusable(bench, side, network);
        if (side === 'plain') earliest.push(inDocument);
        return onScreen;
      });
      rows.push({
        figure: `first field, ${name}`,
        unit: /** @type {const} */ ('ms'),
        ...samples,
        target: 1.6,
        note: `the control of the plain page is in the document, without its style, after ${median(earliest).toFixed(0)} ms`,
      });
    }
    return rows;
  },
};

/**
 * @param {Bench} bench
 * @param {Side} side
 * @param {(typeof networks)['slow 4G']} network
 * @returns {Promise<Focusable>}
 */
async function focusable(bench, side, network) {
  return onNewPage(await bench.browser, async (page, session) => {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(bench.origin + pathOf(side, { fields: FIELDS }) + wantsFocus, {
      waitUntil: 'domcontentloaded',
    });
    return /** @type {Promise<Focusable>} */ (page.evaluate('probe.focusable()'));
  });
}
