import assert from 'node:assert/strict';
import { createPrivateKey, sign } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { browserCryptography } from '../../src/elements/receipt-check/browser-cryptography.js';
import type { EvidenceRecord, ReceiptFile } from '../../src/evidence/record.js';
import { sealedText } from '../../src/evidence/record.js';
import { nodeCryptography } from '../../src/receiver/evidence/sealing.js';
import { openSigningKeys, rotateSigningKeys } from '../../src/receiver/evidence/signing-keys.js';
import { realWorld } from '../../src/receiver/world.js';
import { NOW, startReceiver } from '../receiver/running-receiver.js';
import { fileOf, upload } from '../receiver/tus-client.js';
import { codesOf, givenReceipt, keysOf, secretOf, verify } from './given-receipt.js';
import { numbersFrom, withOneByteChanged } from './random.js';

const browser = browserCryptography();

/** Seals a record with a private key, as whoever has it could. */
function sealedWith(privateKey: string, receipt: ReceiptFile, change: Partial<EvidenceRecord>): string {
  const record = { ...receipt.record, ...change };
  const signature = sign(null, Buffer.from(sealedText(record)), createPrivateKey(privateKey)).toString('hex');
  return JSON.stringify({ ...receipt, record, seal: { ...receipt.seal, signature } });
}

describe('a receipt', () => {
  it('is genuine by itself and with its file, in Node and in a browser', async (test) => {
    const receiver = await startReceiver(test);
    const { json, contract, receipt } = await givenReceipt(receiver);
    const keys = await keysOf(receiver);
    for (const cryptography of [nodeCryptography, browser]) {
      const alone = verify(json, keys, [], cryptography);
      assert.deepEqual(alone.problems, []);
      assert.deepEqual(alone.notGiven, receipt.record.attachments);
      assert.equal(alone.definition?.id, 'declaration');
      const beside = verify(json, keys, [contract], cryptography);
      assert.deepEqual([beside.problems, beside.notGiven], [[], []]);
    }
  });

  it('has the same verdict in Node and in a browser, whatever was changed', async (test) => {
    const receiver = await startReceiver(test);
    const { json, contract } = await givenReceipt(receiver);
    const keys = await keysOf(receiver);
    const bytes = new TextEncoder().encode(json);
    // Half of the changes are made in the seal, where the two could differ.
    const places = [json.indexOf('"seal"'), json.indexOf('"definition"')] as const;
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), fc.boolean(), (seed, inSeal, isFileChanged) => {
        const number = numbersFrom(seed);
        const source = withOneByteChanged(bytes, number, inSeal ? places : undefined);
        const file = isFileChanged ? withOneByteChanged(contract, number) : contract;
        const inNode = verify(source, keys, [file], nodeCryptography);
        assert.ok(inNode.problems.length > 0);
        assert.deepEqual(verify(source, keys, [file], browser), inNode);
      }),
      { numRuns: 300 },
    );
  });

  it('has the same seal in Node and in a browser for any text, key and signature', () => {
    const hex = (length: number) =>
      fc
        .uint8Array({ minLength: length, maxLength: length })
        .map((bytes) => Buffer.from(bytes).toString('hex'));
    // Points of small order, and numbers that are no points: whoever forges picks them.
    const odd = fc.constantFrom(
      '00'.repeat(32),
      `01${'00'.repeat(31)}`,
      `ec${'ff'.repeat(30)}7f`,
      `ed${'ff'.repeat(30)}7f`,
      'ff'.repeat(32),
      `${'00'.repeat(31)}80`,
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    );
    const key = fc.oneof(odd, hex(32));
    const signature = fc.oneof(
      hex(64),
      fc.tuple(odd, odd).map(([point, scalar]) => point + scalar),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), signature, key, (text, sealed, publicKey) => {
        assert.equal(
          browser.isSealed(text, sealed, publicKey),
          nodeCryptography.isSealed(text, sealed, publicKey),
        );
        assert.equal(browser.sha256(text), nodeCryptography.sha256(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is as genuine with its members in any order and any space between them', async (test) => {
    const receiver = await startReceiver(test);
    const { json, contract } = await givenReceipt(receiver);
    const keys = await keysOf(receiver);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const written = writtenAnew(JSON.parse(json), numbersFrom(seed));
        assert.deepEqual(JSON.parse(written), JSON.parse(json));
        assert.deepEqual(verify(written, keys, [contract]).problems, []);
      }),
      { numRuns: 200 },
    );
    assert.deepEqual(verify(`\ufeff${JSON.stringify(JSON.parse(json), null, 2)}\r\n`, keys).problems, []);
  });

  it('is refused with one more member in any of its objects', async (test) => {
    const receiver = await startReceiver(test);
    const { json } = await givenReceipt(receiver);
    const keys = await keysOf(receiver);
    let objects = 0;
    for (const text of withOneMore(json)) {
      objects += 1;
      assert.notDeepEqual(verify(text, keys).problems, [], text.slice(0, 200));
    }
    assert.ok(objects > 40, String(objects));
  });

  it('is refused with the record, the answers or the seal of another one', async (test) => {
    const receiver = await startReceiver(test);
    const [one, other] = [await givenReceipt(receiver), await givenReceipt(receiver)];
    const keys = await keysOf(receiver);
    const mixed = (changes: Partial<ReceiptFile>) =>
      codesOf(verify(JSON.stringify({ ...one.receipt, ...changes }), keys));
    const { record, seal, answers } = other.receipt;
    assert.deepEqual(mixed({ record, seal }), ['answers']);
    assert.deepEqual(mixed({ record }), ['seal', 'answers']);
    assert.deepEqual(mixed({ seal }), ['seal']);
    assert.deepEqual(mixed({ answers }), ['answers']);
    assert.deepEqual(verify(one.json, keys, [other.contract]).problems, [
      { code: 'attachment', path: 'file 0' },
    ]);
  });

  it('is refused when another key has sealed it, even under the name of ours', async (test) => {
    const [ours, another] = [await startReceiver(test), await startReceiver(test)];
    const [genuine, foreign] = [await givenReceipt(ours), await givenReceipt(another)];
    const keys = await keysOf(ours);
    assert.deepEqual(codesOf(verify(foreign.json, keys)), ['unknown-key']);
    const { keyId } = genuine.receipt.record;
    const forged = sealedWith(secretOf(another).privateKey, foreign.receipt, { keyId });
    assert.deepEqual(codesOf(verify(forged, keys)), ['unknown-key', 'seal']);
    assert.deepEqual(codesOf(verify(forged, [])), ['unknown-key', 'seal'], 'without any keys too');
    assert.deepEqual(codesOf(verify(genuine.json, [])), ['unknown-key']);
  });

  it('stays genuine when the key is replaced; the old one seals nothing after its end', async (test) => {
    const receiver = await startReceiver(test);
    const before = await givenReceipt(receiver);
    const old = secretOf(receiver).privateKey;
    await receiver.close();
    const world = { ...realWorld, clock: () => NOW + 60_000 };
    await rotateSigningKeys(
      receiver.dataDir,
      await openSigningKeys(receiver.dataDir, world, undefined),
      world,
    );
    const again = await receiver.restart();
    again.time.now = NOW + 120_000;
    const after = await givenReceipt(again);
    const keys = await keysOf(again);
    assert.deepEqual(
      keys.map(({ since, until }) => [since, until]),
      [
        ['2026-11-22T09:00:00.000Z', '2026-11-22T09:01:00.000Z'],
        ['2026-11-22T09:01:00.000Z', undefined],
      ],
    );
    assert.notEqual(after.receipt.record.keyId, before.receipt.record.keyId);
    assert.equal(after.receipt.record.sequence, 2);
    for (const { json } of [before, after]) assert.deepEqual(verify(json, keys).problems, []);
    const late = sealedWith(old, before.receipt, { receivedAt: '2026-11-22T09:01:00.001Z' });
    assert.deepEqual(codesOf(verify(late, keys)), ['key-not-in-use']);
    const early = sealedWith(old, before.receipt, { receivedAt: '2026-11-22T08:59:59.999Z' });
    assert.deepEqual(codesOf(verify(early, keys)), ['key-not-in-use']);
  });

  it('stays genuine when the receiver went on with the old key until it was restarted', async (test) => {
    const receiver = await startReceiver(test);
    const world = { ...realWorld, clock: () => NOW + 60_000 };
    await rotateSigningKeys(
      receiver.dataDir,
      await openSigningKeys(receiver.dataDir, world, undefined),
      world,
    );
    receiver.time.now = NOW + 90_000;
    const between = await givenReceipt(receiver);
    const again = await receiver.restart();
    again.time.now = NOW + 120_000;
    const after = await givenReceipt(again);
    const keys = await keysOf(again);
    assert.equal(keys[0]?.until, between.receipt.record.receivedAt);
    for (const { json } of [between, after]) assert.deepEqual(verify(json, keys).problems, []);
    assert.deepEqual(secretOf(again).keys, keys);
  });

  it('signed on paper or with a typed name is as genuine', async (test) => {
    const receiver = await startReceiver(test);
    const keys = await keysOf(receiver);
    const typed = await givenReceipt(receiver, {
      answers: { signature: { method: 'typed', name: 'سالم المثالي' } },
    });
    assert.equal(typed.receipt.record.signatures[0]?.method, 'typed');
    const photo = await upload(receiver, 'image/jpeg', 900);
    const paper = await givenReceipt(receiver, {
      answers: { signature: undefined, paper: [photo] },
      signatures: ['paper'],
    });
    assert.equal(paper.receipt.record.signatures[0]?.method, 'paper');
    const given = new Uint8Array(fileOf('image/jpeg', 900));
    assert.deepEqual(verify(paper.json, keys, [given, paper.contract]).notGiven, []);
    for (const { json } of [typed, paper]) assert.deepEqual(verify(json, keys).problems, []);
  });
});

/** The same JSON, its members in another order and with space wherever JSON allows it. */
function writtenAnew(value: unknown, number: (limit: number) => number): string {
  const space = () => [' ', '\n', '\t', '\r\n', '', ''][number(6)] ?? '';
  const write = (part: unknown): string => {
    if (Array.isArray(part))
      return `[${space()}${part.map((item) => write(item)).join(`${space()},${space()}`)}${space()}]`;
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const members = Object.entries(part)
      .map((member) => ({ member, at: number(1e9) }))
      .sort((one, other) => one.at - other.at)
      .map(({ member: [name, inner] }) => `${JSON.stringify(name)}${space()}:${space()}${write(inner)}`);
    return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`;
  };
  return `${space()}${write(value)}${space()}`;
}

/** The JSON once for each object in it, with a member more in that one. */
function* withOneMore(json: string): Generator<string> {
  for (let wanted = 0; ; wanted++) {
    let seen = 0;
    let isDone = false;
    const copy = JSON.stringify(JSON.parse(json), (_name, part) => {
      if (typeof part !== 'object' || part === null || Array.isArray(part) || seen++ !== wanted) return part;
      isDone = true;
      return { ...part, more: null };
    });
    if (!isDone) return;
    yield copy;
  }
}
