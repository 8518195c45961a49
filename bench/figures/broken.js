import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseDefinition } from '../../dist/src/core/parse.js';
import { catalog } from '../../dist/src/fields/catalog.js';
import { mutated } from '../../dist/test/core/mutation.js';

/** @typedef {import('../bench.js').Figure} Figure */

const DEFINITIONS = 1_000;
/** One and the same documents in every run. */
const SEED = 1441;

/** @type {Figure} */
export const broken = {
  name: 'broken',
  what: `${DEFINITIONS} definitions with random mistakes, from handing each over until the page is told where to mend it`,
  async measure(bench) {
    const sound = JSON.parse(
      readFileSync(new URL('../../test/fixtures/every-type.json', import.meta.url), 'utf8'),
    );
    const definitions = fc
      .sample(mutated(sound, 10), { numRuns: DEFINITIONS * 2, seed: SEED })
      .filter((definition) => parseDefinition(definition, catalog).definition === undefined)
      .slice(0, DEFINITIONS);
    return bench.withForm('kit', undefined, async (page) => {
      const times = await page.evaluate(toldOf, sound, definitions);
      const sorted = times.toSorted((one, other) => one - other);
      const at = (/** @type {number} */ share) =>
        sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
      const [half, most, all] = [0.5, 0.99, 1].map((share) => at(share).toFixed(1));
      console.log(
        `  ${times.length} told: half within ${half} ms, 99 of 100 within ${most}, all within ${all}`,
      );
      return [
        {
          figure: '99 of 100 broken definitions',
          unit: /** @type {const} */ ('ms'),
          kit: [at(0.99)],
          target: 50,
        },
      ];
    });
  },
};

/**
 * In the page: how long each definition took to be told of, in milliseconds.
 * @param {unknown} sound
 * @param {readonly unknown[]} definitions
 */
async function toldOf(sound, definitions) {
  await customElements.whenDefined('taafi-form');
  const form = /** @type {HTMLElement & { definition: unknown, page: string }} */ (
    document.createElement('taafi-form')
  );
  document.body.append(form);
  console.error = () => undefined;
  console.warn = () => undefined;
  /** @type {(definition: unknown, event: string) => Promise<number>} */
  const after = (definition, event) =>
    new Promise((resolve) => {
      const begin = performance.now();
      form.addEventListener(event, () => resolve(performance.now() - begin), { once: true });
      form.definition = definition;
    });
  await after(sound, 'taafi-ready');
  // The checks are there for the second and all that follow, as while somebody writes a definition.
  await after({}, 'taafi-problem');
  const times = [];
  for (const definition of definitions) times.push(await after(definition, 'taafi-problem'));
  return times;
}
