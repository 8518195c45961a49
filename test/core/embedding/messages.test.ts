import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { frameMessageIn, pageMessageIn } from '../../../src/core/embedding/messages.js';

const hello = { taafi: 1, type: 'hello', language: 'ar', scheme: 'light', theme: {} };

const fromThePage = [
  hello,
  { ...hello, language: 'en-GB', scheme: 'light dark', theme: { accent: 'red' }, referral: 'e30.e30.c2ln' },
  { taafi: 1, type: 'view', above: 0, below: 420 },
  { taafi: 1, type: 'focus' },
];
const fromTheFrame = [
  { taafi: 1, type: 'ready' },
  { taafi: 1, type: 'height', height: 1200 },
  { taafi: 1, type: 'page' },
  { taafi: 1, type: 'exit' },
];

/** Anything, and messages of which something is anything. */
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withMap: true, withTypedArray: true, withNullPrototype: true }),
  fc
    .tuple(fc.constantFrom(...fromThePage, ...fromTheFrame), fc.anything(), fc.nat())
    .map(([message, value, at]) => ({ ...message, [Object.keys(message)[at % 5] ?? 'type']: value })),
);

describe('messages between a page and a frame', () => {
  it('are read as they were meant, without what is no part of them', () => {
    for (const { taafi, ...message } of fromThePage)
      assert.deepEqual(pageMessageIn({ taafi, ...message, more: 1 }), message);
    for (const { taafi, ...message } of fromTheFrame)
      assert.deepEqual(frameMessageIn({ taafi, ...message, more: 1 }), message);
  });

  it('of the one side are nothing on the other', () => {
    for (const message of fromThePage) assert.equal(frameMessageIn(message), undefined);
    for (const message of fromTheFrame) assert.equal(pageMessageIn(message), undefined);
  });

  it('of another version or shape are nothing', () => {
    const wrong = [
      { ...hello, taafi: 2 },
      { ...hello, taafi: '1' },
      { ...hello, taafi: undefined },
      { ...hello, type: 'Hello' },
      { ...hello, language: 'ar"><script>' },
      { ...hello, scheme: 'dark; background: url(//x)' },
      { ...hello, theme: null },
      { ...hello, referral: 'https://example.org/?who=me' },
      { ...hello, referral: `${'a'.repeat(16_000)}.a.a` },
      { taafi: 1, type: 'view', above: -1, below: 0 },
      { taafi: 1, type: 'view', above: '0', below: 0 },
      JSON.stringify(hello),
      [hello],
      null,
    ];
    for (const message of wrong) assert.equal(pageMessageIn(message), undefined, JSON.stringify(message));
    for (const height of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '100', null, [100]])
      assert.equal(frameMessageIn({ taafi: 1, type: 'height', height }), undefined);
  });

  it('never make the reader throw, and come out only as what is written down', () => {
    fc.assert(
      fc.property(anything, (data) => {
        const page = pageMessageIn(data);
        assert.ok(page === undefined || ['hello', 'view', 'focus'].includes(page.type));
        const frame = frameMessageIn(data);
        assert.ok(frame === undefined || ['ready', 'height', 'page', 'exit'].includes(frame.type));
        if (frame?.type === 'height') assert.ok(frame.height >= 0 && frame.height <= 100_000);
      }),
      { numRuns: 5000 },
    );
  });
});
