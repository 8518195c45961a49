import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { base64url, fromBase64url } from '../../src/sealing/bytes.js';
import { aeads, open, seal } from '../../src/sealing/hpke.js';
import type { P256Jwk } from '../../src/sealing/subtle.js';
import { newPair } from './key-pair.js';

type Vector = Readonly<Record<'info' | 'aad' | 'pt' | 'pkR' | 'skR' | 'pkE' | 'skE' | 'enc' | 'ct', string>>;

const vectors = JSON.parse(readFileSync('test/fixtures/hpke.json', 'utf8')) as {
  readonly rfc9180: readonly Vector[];
  readonly hpkeCore: readonly Vector[];
};

const { subtle } = globalThis.crypto;
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hexOf = (content: Uint8Array) => Buffer.from(content).toString('hex');
const curve = { name: 'ECDH', namedCurve: 'P-256' };

function jwkOf(publicKey: string, privateKey: string): P256Jwk {
  const point = bytes(publicKey);
  const [x, y] = [base64url(point.subarray(1, 33)), base64url(point.subarray(33))];
  return { kty: 'EC', crv: 'P-256', x, y, d: base64url(bytes(privateKey)) };
}

async function pairOf({ pkE, skE }: Vector) {
  const privateKey = await subtle.importKey('jwk', { ...jwkOf(pkE, skE) }, curve, false, ['deriveBits']);
  return { publicKey: await subtle.importKey('raw', bytes(pkE), curve, true, []), privateKey };
}

describe('hpke', () => {
  const all = [
    ...vectors.rfc9180.map((vector) => [vector, aeads.aes128gcm] as const),
    ...vectors.hpkeCore.map((vector) => [vector, aeads.aes256gcm] as const),
  ];

  it('gives what the RFC and another implementation give, to the byte', async () => {
    assert.equal(all.length, 4);
    for (const [vector, aead] of all) {
      const binding = { info: bytes(vector.info), aad: bytes(vector.aad) };
      const made = await seal(bytes(vector.pt), bytes(vector.pkR), binding, subtle, aead, pairOf(vector));
      assert.equal(hexOf(made.enc), vector.enc);
      assert.equal(hexOf(made.ciphertext), vector.ct);
    }
  });

  it('opens what they have sealed', async () => {
    for (const [vector, aead] of all) {
      const binding = { info: bytes(vector.info), aad: bytes(vector.aad) };
      const sealed = { enc: bytes(vector.enc), ciphertext: bytes(vector.ct) };
      const jwk = jwkOf(vector.pkR, vector.skR);
      const message = await open(sealed, jwk, bytes(vector.pkR), binding, subtle, aead);
      assert.equal(hexOf(message), vector.pt);
    }
  });

  it('opens what it has sealed, and nothing that was changed, bound to something else or sealed to another', async () => {
    const [reader, other] = [newPair(), newPair()];
    const some = fc.uint8Array({ maxLength: 300 }).map((content) => Uint8Array.from(content));
    await fc.assert(
      fc.asyncProperty(some, some, some, fc.nat(), fc.integer({ min: 1, max: 255 }), async (...drawn) => {
        const [message, info, aad, at, flip] = drawn;
        const binding = { info, aad };
        const sealed = await seal(message, reader.publicKey, binding, subtle);
        const opened = await open(sealed, reader.jwk, reader.publicKey, binding, subtle);
        assert.deepEqual(opened, message);
        const changed = (content: Uint8Array<ArrayBuffer>) =>
          content.map((byte, index) => (index === at % content.length ? byte ^ flip : byte));
        const more = (content: Uint8Array<ArrayBuffer>) => Uint8Array.from([...content, flip]);
        for (const attempt of [
          () => open({ ...sealed, enc: changed(sealed.enc) }, reader.jwk, reader.publicKey, binding, subtle),
          () =>
            open(
              { ...sealed, ciphertext: changed(sealed.ciphertext) },
              reader.jwk,
              reader.publicKey,
              binding,
              subtle,
            ),
          () => open(sealed, reader.jwk, reader.publicKey, { info: more(info), aad }, subtle),
          () => open(sealed, reader.jwk, reader.publicKey, { info, aad: more(aad) }, subtle),
          () => open(sealed, other.jwk, other.publicKey, binding, subtle),
        ])
          await assert.rejects(attempt);
      }),
      { numRuns: 60 },
    );
  });

  it('seals the same twice in two ways', async () => {
    const { publicKey } = newPair();
    const binding = { info: bytes(''), aad: bytes('') };
    const [one, two] = await Promise.all([1, 2].map(() => seal(bytes('00'), publicKey, binding, subtle)));
    assert.notDeepEqual(one?.enc, two?.enc);
    assert.notDeepEqual(one?.ciphertext, two?.ciphertext);
  });

  it('seals to nothing that is no point of the curve', async () => {
    const { publicKey } = newPair();
    const moved = publicKey.map((byte, index) => (index === 64 ? byte ^ 1 : byte));
    await assert.rejects(seal(bytes('00'), moved, { info: bytes(''), aad: bytes('') }, subtle));
  });
});

describe('base64url', () => {
  it('is that of Node, and reads nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (content) => {
        const text = base64url(content);
        assert.equal(text, Buffer.from(content).toString('base64url'));
        assert.deepEqual(fromBase64url(text), Uint8Array.from(content));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AZaz09-_+/= '), maxLength: 9 }), (text) => {
        const read = fromBase64url(text);
        if (read !== undefined) assert.equal(base64url(read), text);
      }),
    );
  });
});
