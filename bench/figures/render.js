import { settle } from '../bench.js';
import { onNewPage } from '../browser.js';
import { alternate } from '../compare.js';
import { pathOf, sizeName } from '../server.js';

/** @typedef {import('../bench.js').Bench} Bench */
/** @typedef {import('../bench.js').Figure} Figure */
/** @typedef {import('../compare.js').Side} Side */

const size = { fields: 1000 };
const target = 1.5;

/** @type {Figure} */
export const render = {
  name: 'render',
  what: '1,000 fields on one step until all of them are there and painted, no throttling',
  async measure(bench) {
    const navigation = await alternate(bench.runs, (side) => fromNavigation(bench, side));
    const alone = await alternate(bench.runs, (side) => fromMemory(bench, side));
    return [
      { figure: '1,000 fields, from navigation', unit: 'ms', ...navigation, target },
      { figure: '1,000 fields, page and script loaded', unit: 'ms', ...alone, target },
    ];
  },
};

/**
 * @param {Bench} bench
 * @param {Side} side
 */
async function fromNavigation(bench, side) {
  return onNewPage(await bench.browser, (page) =>
    bench.timed(page, async () => {
      await page.goto(bench.origin + pathOf(side, size), { waitUntil: 'domcontentloaded' });
      return /** @type {Promise<number>} */ (page.evaluate('probe.whole()'));
    }),
  );
}

/**
 * The kit takes the definition as an object; the plain page parses its markup. Both pages are otherwise there.
 * @param {Bench} bench
 * @param {Side} side
 */
function fromMemory(bench, side) {
  const { source, make } = inMemory[side];
  return bench.withForm(side, undefined, async (page) => {
    await page.evaluate(`(async () => { globalThis.source = await ${source}; })()`);
    await settle(page);
    const render = `(async () => {
      const from = performance.now();
      ${make}
      return (await probe.painted()) - from;
    })()`;
    return bench.timed(page, () => /** @type {Promise<number>} */ (page.evaluate(render)));
  });
}

/** What runs in the pages: where the form comes from, and how it is put in. */
const inMemory = {
  kit: {
    source: `fetch('/${sizeName(size)}/definition.json').then((response) => response.json())`,
    make: `
      const form = Object.assign(document.createElement('taafi-form'), { definition: source });
      const ready = new Promise((resolve) => form.addEventListener('taafi-ready', resolve));
      document.querySelector('main').append(form);
      await ready;`,
  },
  plain: {
    source: `fetch('/${sizeName(size)}/form.html').then((response) => response.text())`,
    make: `document.querySelector('main').insertAdjacentHTML('beforeend', source);`,
  },
};
