import { settle } from '../bench.js';
import { alternate } from '../compare.js';
import { focus, press } from '../hands.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../compare.js').Side} Side */

const sizes = [50, 1000];
const target = 1.2;
/** Keys on each opened page; as many pages are opened as measurements are repeated, so there are far more than 60. */
const KEYS = 20;
/** Keys that are not counted: the browser compiles what is called often. */
const WARM_UP = 8;
const letters = [...'بسمالهدنرحي'];

/** @type {Figure} */
export const keystroke = {
  name: 'keystroke',
  what: 'a real key pressed in a text field in the middle of the form until the next paint',
  async measure(bench) {
    const rows = [];
    for (const fields of sizes) {
      const samples = await alternate(bench.runs, (side) => typing(bench, side, fields));
      rows.push({
        figure: `keystroke, ${fields} fields`,
        unit: /** @type {const} */ ('ms'),
        ...samples,
        target,
      });
    }
    const [few, many] = rows;
    return [...rows, { ...many, figure: 'keystroke of the kit, 1,000 : 50 fields', plain: few.kit }];
  },
};

/**
 * @param {Bench} bench
 * @param {Side} side
 * @param {number} fields
 */
function typing(bench, side, fields) {
  return bench.withForm(side, { fields }, async (page, session) => {
    // The mix has a text field at the end of each twenty.
    await focus(page, `probe.find('f${Math.round(fields / 2 / 20) * 20}')`);
    await settle(page);
    const times = [];
    for (let key = 0; key < WARM_UP + KEYS; key += 1) {
      const begin = () => press(session, letters[key % letters.length]);
      times.push(await bench.timeOf(page, { events: ['keydown', 'input'], begin }));
    }
    return times.slice(WARM_UP);
  });
}
