import { settle } from '../bench.js';
import { alternate } from '../compare.js';
import { aim } from '../hands.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../compare.js').Side} Side */

const ERRORS = 500;

/** @type {Figure} */
export const errors = {
  name: 'errors',
  what: `Continue, clicked under 1,000 empty fields of which ${ERRORS} must be answered, until all is painted`,
  async measure(bench) {
    const samples = await alternate(bench.runs, (side) => refused(bench, side));
    return [{ figure: `${ERRORS} errors on Continue`, unit: 'ms', ...samples, target: 2 }];
  },
};

/**
 * @param {Bench} bench
 * @param {Side} side
 */
function refused(bench, side) {
  return bench.withForm(side, { fields: ERRORS * 2 }, async (page) => {
    const isTold = `probe.find('errors')?.querySelector('li:nth-child(${ERRORS})') != null`;
    const place = await aim(page, "probe.find('f1').form.querySelector('.actions button')");
    await settle(page);
    return bench.timeOf(page, { events: ['click'], begin: () => page.mouse.click(...place), done: isTold });
  });
}
