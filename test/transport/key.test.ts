import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { mustBeKey, randomKey } from '../../src/transport/key.js';

test('a key is base64url of the 128 bits, without padding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bits) => {
      const made = randomKey((bytes) => bytes.set(bits));
      assert.equal(made, Buffer.from(bits).toString('base64url'));
      mustBeKey(made);
    }),
  );
});

test('keys from the real source of randomness differ', () => {
  const keys = Array.from({ length: 1000 }, () => randomKey((bytes) => crypto.getRandomValues(bytes)));
  assert.equal(new Set(keys).size, 1000);
});

test('what is no key is told', () => {
  for (const text of [
    '',
    'x'.repeat(21),
    'x'.repeat(23),
    `${'x'.repeat(21)}"`,
    `${'x'.repeat(22)}\n`,
    'é'.repeat(22),
  ])
    assert.throws(() => mustBeKey(text), RangeError);
});
