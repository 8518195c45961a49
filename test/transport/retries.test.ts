import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { backOff, Retries } from '../../src/transport/retries.js';
import type { SendFailure, Wait } from '../../src/transport/transport.js';
import { SendError } from '../../src/transport/transport.js';
import { pageWorld, usualPatience } from '../../src/transport/world.js';

const random = () => fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const passing = ['offline', 'unreachable', 'busy', 'failing', 'unexpected'] as const satisfies SendFailure[];
const final = [
  'refused',
  'form-changed',
  'unknown-form',
  'key-reused',
  'too-large',
  'file-type',
  'unreadable',
  'cancelled',
] as const satisfies SendFailure[];

function retriesOf(attempts: number, randomNumber = 0.5, waits: Wait[] = []): Retries {
  const world = {
    ...pageWorld,
    random: () => randomNumber,
    wait: async () => undefined,
    whenOnline: async () => undefined,
  };
  const options = { signal: new AbortController().signal, onWait: (wait: Wait) => waits.push(wait) };
  return new Retries({ ...world, ...usualPatience, attempts }, options);
}

describe('the jitter', () => {
  test('stays between nothing and the doubling bound, and under a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), random(), (failures, number) => {
        const milliseconds = backOff(failures, number);
        assert.ok(milliseconds >= 0 && milliseconds < 60_000);
        assert.ok(failures > 6 || milliseconds < 1_000 * 2 ** (failures - 1));
      }),
    );
  });

  test('uses the whole of it', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backOff(failures, 0.5) * 2),
      [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000],
    );
    assert.equal(backOff(3, 0), 0);
  });
});

describe('retries', () => {
  test('wait for one attempt less than are allowed, whatever passes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.constantFrom(...passing), { minLength: 8, maxLength: 8 }),
        random(),
        async (attempts, failures, number) => {
          const waits: Wait[] = [];
          const retries = retriesOf(attempts, number, waits);
          for (const failure of failures.slice(0, attempts - 1))
            await retries.afterFailure(new SendError(failure));
          const last = new SendError(failures[attempts - 1]!);
          await assert.rejects(retries.afterFailure(last), (error) => error === last);
          assert.deepEqual(
            waits,
            failures.slice(0, attempts - 1).map((reason, index) => ({
              attempt: index + 1,
              milliseconds: backOff(index + 1, number),
              reason,
            })),
          );
        },
      ),
    );
  });

  test('never wait less than was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 200 }), random(), async (retryAfter, number) => {
        const waits: Wait[] = [];
        const busy = new SendError('busy', { retryAfter });
        const waiting = retriesOf(2, number, waits).afterFailure(busy);
        if (retryAfter > 120) return assert.rejects(waiting, (error) => error === busy);
        await waiting;
        const extra = (waits[0]?.milliseconds ?? -1) - retryAfter * 1000;
        assert.ok(extra >= 0 && extra <= 1_000);
      }),
    );
  });

  test('begin anew after something went well', async () => {
    const waits: Wait[] = [];
    const retries = retriesOf(2, 0.5, waits);
    for (let count = 0; count < 5; count += 1) {
      await retries.afterFailure(new SendError('failing'));
      retries.reset();
    }
    assert.deepEqual(
      waits.map(({ attempt }) => attempt),
      [1, 1, 1, 1, 1],
    );
  });

  test('hand on at once what does not pass, and what is a fault of the code', async () => {
    const waits: Wait[] = [];
    for (const error of [...final.map((failure) => new SendError(failure)), new TypeError('a bug')]) {
      await assert.rejects(retriesOf(5, 0.5, waits).afterFailure(error), (thrown) => thrown === error);
    }
    assert.deepEqual(waits, []);
  });
});
