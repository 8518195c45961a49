import { settle } from '../bench.js';
import { onNewPage } from '../browser.js';
import { aim, press } from '../hands.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */

/** Frames of a display, in milliseconds. */
const FRAME = 1000 / 60;
/** What is typed, key by key. */
const letters = [...'الاندلس ٩٩'];

/** @type {Figure} */
export const select = {
  name: 'select',
  what: 'a list of 10,000 options: opened by a press, and searched key by key, until the next paint',
  async measure(bench) {
    const usual = await repeated(bench, 1);
    const slow = await repeated(bench, 4);
    const unit = /** @type {const} */ ('ms');
    return [
      { figure: 'opening a list of 10,000 options', unit, kit: usual.openings, target: 2 * FRAME },
      { figure: 'opening it, processor 4 × slower', unit, kit: slow.openings },
      { figure: 'a key that searches 10,000 options', unit, kit: usual.keys, target: FRAME },
      { figure: 'a key, processor 4 × slower', unit, kit: slow.keys },
    ];
  },
};

/**
 * @param {Bench} bench
 * @param {number} slower
 */
async function repeated(bench, slower) {
  const openings = [];
  const keys = [];
  for (let run = 0; run < bench.runs; run += 1) {
    const times = await searching(bench, slower);
    openings.push(times.opening);
    keys.push(...times.keys);
  }
  return { openings, keys };
}

const box = `probe.find('district')`;
const shown = `(document.querySelector('taafi-form')?.shadowRoot?.querySelectorAll('[role="option"]').length ?? 0)`;

/**
 * @param {Bench} bench
 * @param {number} slower
 */
async function searching(bench, slower) {
  return onNewPage(await bench.browser, async (page, session) => {
    await page.goto(`${bench.origin}/select.html`, { waitUntil: 'networkidle0' });
    const middle = await aim(page, box);
    await settle(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const opening = await bench.timeOf(page, {
      events: ['click'],
      begin: () => page.mouse.click(...middle),
      done: `${shown} > 0`,
    });
    const keys = [];
    for (const letter of letters) {
      keys.push(
        await bench.timeOf(page, { events: ['keydown', 'input'], begin: () => press(session, letter) }),
      );
      const count = /** @type {number} */ (await page.evaluate(shown));
      if (count === 0 || count > 60) throw new Error(`${count} options are on the page`);
    }
    return { opening, keys };
  });
}
