import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beginsWithZeros } from '../../src/core/proof-of-work.js';
import { sha256Hex } from '../../src/receiver/digest.js';
import { isSolved } from '../../src/receiver/guard/challenges.js';
import { solve } from '../../src/transport/guard/solving.js';

/** A clock of which each look takes a millisecond, and a page that counts its turns. */
function pace() {
  let [time, turns] = [0, 0];
  return {
    now: () => {
      time += 1;
      return time;
    },
    pause: async () => {
      turns += 1;
      time += 1_000;
    },
    turns: () => turns,
  };
}

describe('proof of work', () => {
  it('a digest begins with as many zero bits as its number says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.nat(40), (bytes, bits) => {
        const text = Buffer.from(bytes).toString('hex');
        const isSmall = BigInt(`0x${text}`) < 1n << BigInt(64 - bits);
        assert.equal(beginsWithZeros(text, bits), isSmall);
      }),
    );
  });

  it('what a browser finds is what the receiver takes, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(4), fc.nat(8), fc.string(), async (puzzles, bits, seed) => {
        const challenge = sha256Hex(seed);
        const work = { puzzles, bits };
        const solution = (await solve(challenge, work, pace(), 1e9)) ?? [];
        assert.equal(isSolved(challenge, work, solution), true);
        assert.equal(isSolved(challenge, work, [...solution, 0]), false);
        assert.equal(isSolved(challenge, { puzzles, bits: 60 }, solution), puzzles === 0);
      }),
      { numRuns: 30 },
    );
  });

  it('gives way to the page while it works, and gives up after so much work, whatever the page does meanwhile', async () => {
    const easy = pace();
    assert.notEqual(await solve('challenge', { puzzles: 8, bits: 10 }, easy, 1e6), undefined);
    assert.ok(easy.turns() > 3, String(easy.turns()));
    const hard = pace();
    assert.equal(await solve('challenge', { puzzles: 1, bits: 60 }, hard, 60), undefined);
    assert.ok(hard.turns() >= 5 && hard.turns() <= 60, String(hard.turns()));
  });
});
