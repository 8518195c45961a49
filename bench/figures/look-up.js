import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceFrom } from '../../dist/src/core/reference.js';
import { createReceiver } from '../../dist/src/receiver/receiver.js';
import { fill } from './requests.js';

/** @typedef {import('../bench.js').Figure} Figure */

const TRIES = 1_000;
/** Tries of one request that are answered before it is closed to all. */
const EACH = 5;
const AT_ONCE = 8;

/** @type {Figure} */
export const lookUp = {
  name: 'look-up',
  what: `a wrong second factor of a request there is, against one of a request there is not, ${TRIES} tries of each in turn`,
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'taafi-bench-'));
    const options = { dataDir: folder, trustProxy: true, print: () => undefined };
    await (await createReceiver(options)).close();
    const filled = await fill(join(folder, 'taafi.db'), TRIES);
    const stored = filled.map(({ reference }) => reference);
    const app = await createReceiver(options);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = /** @type {import('node:net').AddressInfo} */ (app.server.address());
    try {
      const nowhere = Array.from({ length: TRIES }, () =>
        referenceFrom(String(randomInt(1e12)).padStart(12, '0')),
      );
      /** @type {{ known: number[], unknown: number[] }} */
      const times = { known: [], unknown: [] };
      const tries = Array.from({ length: TRIES }, (_, index) => index);
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let index = tries.pop(); index !== undefined; index = tries.pop()) {
            const place = Math.floor(index / EACH);
            const known = () => timeOf(port, stored[place] ?? '').then((time) => times.known.push(time));
            const unknown = () => timeOf(port, nowhere[place] ?? '').then((time) => times.unknown.push(time));
            for (const one of index % 2 === 0 ? [known, unknown] : [unknown, known]) await one();
          }
        }),
      );
      const share = longerShare(times.known, times.unknown);
      console.log(
        `  which of the two took longer would be guessed right in ${(100 * Math.max(share, 1 - share)).toFixed(1)} % of pairs`,
      );
      return [
        {
          figure: 'a wrong factor (there is one / there is none)',
          unit: /** @type {const} */ ('ms'),
          kit: times.known,
          plain: times.unknown,
          target: 1.02,
        },
      ];
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** @param {number} port @param {string} reference */
async function timeOf(port, reference) {
  const begin = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/track`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    },
    body: JSON.stringify({ reference, factor: '0000' }),
  });
  await response.text();
  if (response.status !== 404) throw new Error(`answered ${response.status}`);
  return performance.now() - begin;
}

/**
 * How likely a number of the first list is the larger one of a pair (the area under the ROC curve): one half where they cannot be told apart.
 * @param {readonly number[]} first @param {readonly number[]} second
 */
function longerShare(first, second) {
  let larger = 0;
  for (const one of first) for (const other of second) larger += one > other ? 1 : one === other ? 0.5 : 0;
  return larger / (first.length * second.length);
}
