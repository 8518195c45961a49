import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Estimate } from '../../../src/core/survey/statistics.js';
import {
  netPromoterScore,
  partIntervals,
  printedNumber,
  proportion,
} from '../../../src/core/survey/statistics.js';

const printed = ({ value, low, high }: Estimate) => [value, low, high].map(printedNumber);

describe('a share', () => {
  it('has the interval of Wilson to the last printed digit', () => {
    for (const [count, n, ...expected] of [
      [42, 50, '84.0', '71.5', '91.7'],
      [10, 10, '100.0', '72.2', '100.0'],
      [3, 5, '60.0', '23.1', '88.2'],
      [336, 400, '84.0', '80.1', '87.3'],
    ] as const)
      assert.deepEqual(printed(proportion(count, n)), expected, `${count} of ${n}`);
  });

  it('is told as surely as its number of answers allows', () => {
    for (const [n, margin] of [
      [100, '9.6'],
      [400, '4.9'],
    ] as const) {
      const { low, high } = proportion(n / 2, n);
      assert.equal(printedNumber((high - low) / 2), margin);
    }
  });

  it('solves the equation of Wilson, whatever is counted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const count = Math.round(n * part);
          const { value, low, high } = proportion(count, n);
          assert.ok(low >= 0 && low <= value + 1e-9 && value <= high + 1e-9 && high <= 100);
          // At both ends the share lies 1.96 standard errors of that end away.
          for (const end of [low / 100, high / 100]) {
            const distance = Math.abs(count / n - end);
            assert.ok(Math.abs(distance - 1.959963984540054 * Math.sqrt((end * (1 - end)) / n)) < 1e-7);
          }
        },
      ),
    );
  });

  it('is the other way round for those who are not counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
        const count = some % (n + 1);
        const one = proportion(count, n);
        const other = proportion(n - count, n);
        assert.ok(Math.abs(one.low - (100 - other.high)) < 1e-9);
      }),
    );
  });
});

describe('the Net Promoter Score', () => {
  it('has its interval to the last printed digit', () => {
    assert.deepEqual(printed(netPromoterScore(30, 8, 50)), ['44.0', '23.1', '64.9']);
  });

  it('stays between −100 and 100', () => {
    assert.deepEqual(printed(netPromoterScore(5, 0, 5)), ['100.0', '100.0', '100.0']);
    assert.deepEqual(printed(netPromoterScore(0, 5, 5)), ['-100.0', '-100.0', '-100.0']);
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(400), (promoters, passives, detractors) => {
        const n = promoters + passives + detractors;
        fc.pre(n > 0);
        const { value, low, high } = netPromoterScore(promoters, detractors, n);
        assert.ok(-100 <= low && low <= value && value <= high && high <= 100);
      }),
    );
  });
});

describe('two intervals', () => {
  it('part where they have nothing in common, in either order', () => {
    const lower = { low: 10, high: 20 };
    assert.equal(partIntervals(lower, { low: 20.1, high: 30 }), true);
    assert.equal(partIntervals({ low: 20.1, high: 30 }, lower), true);
    assert.equal(partIntervals(lower, { low: 20, high: 30 }), false);
    assert.equal(partIntervals(lower, { low: 12, high: 13 }), false);
  });
});

describe('a printed number', () => {
  it('has one decimal and never says minus nothing', () => {
    assert.deepEqual([0, -0.01, -0.06, 99.96].map(printedNumber), ['0.0', '0.0', '-0.1', '100.0']);
  });

  it('goes away from zero at half a tenth, in whatever order it was worked out', () => {
    assert.deepEqual([12.25, 20.15, 20.149999999999995].map(printedNumber), ['12.3', '20.2', '20.2']);
    assert.equal(printedNumber(100 * (15 / 80 - 36 / 80)), '-26.3');
    assert.equal(printedNumber((100 * (15 - 36)) / 80), '-26.3');
  });
});
