import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { referenceFrom, suspectGroups } from '../../src/core/reference.js';

const reference = fc.stringMatching(/^\d{12}$/).map(referenceFrom);
const groupOf = (place: number) => Math.floor(place / 4) + 1;

describe('suspectGroups', () => {
  it('names the group of a digit that was changed, among others at most', () => {
    const changed = fc.record({ number: reference, place: fc.nat(13), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(changed, ({ number, place, by }) => {
        const digit = String((Number(number.charAt(place)) + by) % 10);
        const wrong = number.slice(0, place) + digit + number.slice(place + 1);
        assert.ok(suspectGroups(wrong).includes(groupOf(place)), wrong);
      }),
    );
  });

  it('names both groups of neighbours that changed places', () => {
    fc.assert(
      fc.property(reference, fc.nat(12), (number, place) => {
        const [one = '', other = ''] = number.slice(place, place + 2);
        const wrong = number.slice(0, place) + other + one + number.slice(place + 2);
        const expected = one === other ? [] : [groupOf(place), groupOf(place + 1)];
        const found = suspectGroups(wrong);
        assert.ok(
          expected.every((group) => found.includes(group)),
          wrong,
        );
      }),
    );
  });

  it('gives groups from 1 to 4 in their order, each once', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{14}$/), (digits) => {
        const found = suspectGroups(digits);
        assert.deepEqual(found, [...new Set(found)].sort());
        assert.ok(found.every((group) => group >= 1 && group <= 4));
      }),
    );
  });

  it('suspects nothing in a right number, and in what is none', () => {
    for (const text of ['48291730561249', '', '4829173056124', '482917305612490', '٤٨٢٩١٧٣٠٥٦١٢٤٨'])
      assert.deepEqual(suspectGroups(text), [], text);
  });

  it('tells where the vector was mistyped', () => {
    assert.deepEqual(suspectGroups('48291750561249'), [2]);
    assert.deepEqual(suspectGroups('48291730561259'), [1, 4]);
    assert.ok(suspectGroups('48291370561249').includes(2));
  });
});
