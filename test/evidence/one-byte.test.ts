import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startReceiver } from '../receiver/running-receiver.js';
import { declarationForm } from './declaration-form.js';
import { givenReceipt, keysOf, verify } from './given-receipt.js';
import { numbersFrom, withOneByteChanged } from './random.js';

const CHANGES = 1_000;

describe('one byte that is another one', () => {
  it(`is noticed in the receipt, in an attachment and in the strokes, ${CHANGES} times each`, async (test) => {
    const receiver = await startReceiver(test);
    const { json, contract } = await givenReceipt(receiver);
    const keys = await keysOf(receiver);
    assert.deepEqual(verify(json, keys, [contract]).problems, []);
    const bytes = new TextEncoder().encode(json);
    // The receipt is ASCII up to its answers' names in Arabic: bytes are counted, not characters.
    const before = (text: string) => new TextEncoder().encode(json.slice(0, json.indexOf(text))).length;
    const strokes = [
      before('"strokes"'),
      before('"strokes"') + json.match(/"strokes":\[\[.*?\]\]\]/)![0].length,
    ];
    const number = numbersFrom(20261122);
    const unnoticed: string[] = [];
    const look = (where: string, source: Uint8Array, file: Uint8Array) => {
      if (verify(source, keys, [file]).problems.length === 0) unnoticed.push(where);
    };
    for (let change = 0; change < CHANGES; change++) {
      look('receipt', withOneByteChanged(bytes, number), contract);
      look('attachment', bytes, withOneByteChanged(contract, number));
      look('strokes', withOneByteChanged(bytes, number, strokes as [number, number]), contract);
    }
    assert.deepEqual(unnoticed, []);
  });

  it('is noticed in digits that no number of a computer can tell apart', async (test) => {
    const receiver = await startReceiver(test);
    const form = { ...structuredClone(declarationForm), version: '2.2.0' };
    Object.assign(form.steps[0]!.fields.find(({ id }) => id === 'rent')!, { maximum: 1e20 });
    const { json } = await givenReceipt(receiver, { form });
    const keys = await keysOf(receiver);
    assert.deepEqual(verify(json, keys).problems, []);
    const changed = json.replace('"maximum":100000000000000000000', '"maximum":100000000000000000001');
    assert.notEqual(changed, json);
    assert.deepEqual(JSON.parse(changed), JSON.parse(json));
    assert.deepEqual(verify(changed, keys).problems, [{ code: 'unreadable' }]);
  });
});
