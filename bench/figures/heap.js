import { settle } from '../bench.js';
import { launch, onNewPage } from '../browser.js';
import { alternate } from '../compare.js';
import { pathOf } from '../server.js';

/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../browser.js').CDPSession} CDPSession */
/** @typedef {import('../compare.js').Side} Side */

/** A heap is nearly the same each time. */
const MOST_RUNS = 3;

/** @type {Figure} */
export const heap = {
  name: 'heap',
  what: 'JavaScript heap of a page with 1,000 fields, after all has been loaded and garbage collected',
  async measure({ origin, runs }) {
    const samples = await alternate(Math.min(runs, MOST_RUNS), (side) =>
      heapOf(origin + pathOf(side, { fields: 1000 })),
    );
    return [{ figure: 'heap with 1,000 fields', unit: 'B', ...samples, target: 4 }];
  },
};

/**
 * Bytes of a page in a browser of its own: pages of one browser may share a heap.
 * @param {string} address
 */
async function heapOf(address) {
  const browser = await launch();
  try {
    return await onNewPage(browser, async (page, session) => {
      await page.goto(address, { waitUntil: 'networkidle0' });
      await settle(page);
      return usedHeap(session);
    });
  } finally {
    await browser.close();
  }
}

/** @param {CDPSession} session */
async function usedHeap(session) {
  await session.send('HeapProfiler.enable');
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
