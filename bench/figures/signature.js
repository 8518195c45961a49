import { settle } from '../bench.js';
import { onNewPage } from '../browser.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../bench.js').Page} Page */

const STROKES = 200;
/** Points of each stroke: all of them are nearly as many as a drawing may have. */
const POINTS = 95;
/** Points that are drawn on each opened page, and those before them that are not counted. */
const DRAWN = 40;
const WARM_UP = 10;
/** One frame of a display. */
const target = 1000 / 60;

/** @type {Figure} */
export const signature = {
  name: 'signature',
  what: `a further point of a signature of ${STROKES} strokes, drawn with the mouse, until it is painted`,
  async measure(bench) {
    const usual = await repeated(bench, 1);
    const slow = await repeated(bench, 4);
    const figure = `a point after ${STROKES} strokes`;
    return [
      { figure, unit: 'ms', kit: usual.points, target },
      { figure: `${figure}, processor 4 × slower`, unit: 'ms', kit: slow.points },
      { figure: `the end of a stroke after ${STROKES}`, unit: 'ms', kit: usual.ends },
    ];
  },
};

/**
 * @param {Bench} bench
 * @param {number} slower
 */
async function repeated(bench, slower) {
  const points = [];
  const ends = [];
  for (let run = 0; run < bench.runs; run += 1) {
    const times = await signing(bench, slower);
    points.push(...times.points);
    ends.push(times.end);
  }
  return { points, ends };
}

/**
 * @param {Bench} bench
 * @param {number} slower
 */
async function signing(bench, slower) {
  return onNewPage(await bench.browser, async (page, session) => {
    await page.goto(`${bench.origin}/signature.html`, { waitUntil: 'networkidle0' });
    const { left, top, width, height } = await fill(page);
    /** @type {(at: number) => [number, number]} */
    const place = (at) => [left + width * (0.1 + 0.015 * at), top + height * (0.5 + 0.3 * Math.sin(at / 3))];
    await page.mouse.move(...place(0));
    await page.mouse.down();
    await page.waitForFunction(`${element}.shadowRoot.querySelectorAll('.ink').length === ${STROKES + 1}`);
    await settle(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const points = [];
    for (let at = 1; at <= WARM_UP + DRAWN; at += 1) {
      const begin = () => page.mouse.move(...place(at));
      points.push(await bench.timeOf(page, { events: ['pointermove'], begin }));
    }
    const end = await bench.timeOf(page, { events: ['pointerup'], begin: () => page.mouse.up() });
    return { points: points.slice(WARM_UP), end };
  });
}

const element = `document.querySelector('taafi-signature')`;

/**
 * Gives the element its strokes, and tells where its pad is.
 * @param {Page} page
 * @returns {Promise<{ left: number, top: number, width: number, height: number }>}
 */
async function fill(page) {
  return /** @type {ReturnType<typeof fill>} */ (
    page.evaluate(`(async () => {
      const strokes = Array.from({ length: ${STROKES} }, (_none, stroke) =>
        Array.from({ length: ${POINTS} }, (_none, at) => [
          500 + (stroke % 20) * 400 + Math.round(300 * Math.sin(at / 9)),
          300 + Math.floor(stroke / 20) * 300 + Math.round(250 * Math.cos(at / 7)),
          stroke * 1000 + at * 8,
        ]));
      ${element}.value = { method: 'drawn', drawing: { height: 4000, strokes } };
      await ${element}.updateComplete;
      return ${element}.shadowRoot.querySelector('.pad').getBoundingClientRect().toJSON();
    })()`)
  );
}
