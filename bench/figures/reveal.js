import { settle } from '../bench.js';
import { alternate } from '../compare.js';
import { aim } from '../hands.js';
import { lastConditional, toggle } from '../pages/definition.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../bench.js').Page} Page */
/** @typedef {import('../compare.js').Side} Side */

const size = { fields: 1000, conditional: 100 };
const target = 2;
/** Times that each opened page shows and hides. */
const TURNS = 4;

/** @type {Figure} */
export const reveal = {
  name: 'reveal',
  what: 'one answer, clicked at the top of 1,000 fields, shows or hides 100 more until they are painted',
  async measure(bench) {
    /** @type {import('../compare.js').Samples} */
    const hidden = { kit: [], plain: [] };
    const shown = await alternate(bench.runs, async (side) => {
      const times = await turns(bench, side);
      hidden[side].push(...times.hidden);
      return times.shown;
    });
    return [
      { figure: '100 of 1,100 fields shown', unit: 'ms', ...shown, target },
      { figure: '100 of 1,100 fields hidden', unit: 'ms', ...hidden, target },
    ];
  },
};

/**
 * @param {Bench} bench
 * @param {Side} side
 */
function turns(bench, side) {
  return bench.withForm(side, size, async (page) => {
    const shown = [];
    const hidden = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      shown.push(await answer(bench, page, 'yes'));
      hidden.push(await answer(bench, page, 'no'));
    }
    return { shown, hidden };
  });
}

/**
 * @param {Bench} bench
 * @param {Page} page
 * @param {'yes' | 'no'} value
 * @returns {Promise<number>}
 */
async function answer(bench, page, value) {
  const last = `probe.find('${lastConditional(size.conditional)}')`;
  // Asked without a look at the layout, which would be work of the measurement's own.
  const isShown = `(${last} !== null && ${last}.closest('[hidden]') === null)`;
  const place = await aim(page, `probe.find('${toggle}.${value}')`);
  await settle(page);
  const done = `${isShown} === ${value === 'yes'}`;
  return bench.timeOf(page, { events: ['click'], begin: () => page.mouse.click(...place), done });
}
