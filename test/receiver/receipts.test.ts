import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { givenReceipt } from '../evidence/given-receipt.js';
import { codeOf, post, read, startReceiver, temporaryFolder } from './running-receiver.js';

describe('POST api/receipts', () => {
  it('knows a receipt of what is stored here', async (test) => {
    const receiver = await startReceiver(test);
    const { receipt } = await givenReceipt(receiver);
    const { status, body } = await post(receiver, 'api/receipts', receipt);
    const { reference, receivedAt } = receipt.record;
    assert.deepEqual([status, body], [200, { reference, receivedAt, sequence: 1 }]);
  });

  it('refuses one that was changed or is of another receiver, says why, and repeats nothing of it', async (test) => {
    const [receiver, other] = [await startReceiver(test), await startReceiver(test)];
    const { receipt } = await givenReceipt(receiver);
    const foreign = (await givenReceipt(other)).receipt;
    for (const [wrong, why] of [
      [{ ...receipt, answers: { ...receipt.answers, firstName: 'غانم' } }, /answers/],
      [
        { ...receipt, record: { ...receipt.record, receivedAt: '2026-11-21T09:00:00.000Z' } },
        /record|not in use/,
      ],
      [{ ...receipt, more: 'سر' }, /no receipt/],
      [foreign, /key that is none/],
      [[], /no receipt/],
    ] as const) {
      const answer = await post(receiver, 'api/receipts', wrong);
      assert.deepEqual([answer.status, codeOf(answer)], [422, 'receipt']);
      assert.match(String(answer.body.detail), why);
      assert.doesNotMatch(answer.text, /غانم|سر|سالم/);
    }
  });

  it('refuses one that was sealed with its key and is not of what is stored', async (test) => {
    const receiver = await startReceiver(test);
    await givenReceipt(receiver);
    await receiver.close();
    // The same keys with other data, as after a backup was put back.
    const dataDir = join(temporaryFolder(test), 'data');
    cpSync(join(receiver.dataDir, 'keys'), join(dataDir, 'keys'), { recursive: true });
    const copy = await startReceiver(test, { dataDir });
    const again = await receiver.restart();
    const { receipt } = await givenReceipt(again);
    const answer = await post(copy, 'api/receipts', receipt);
    assert.deepEqual([answer.status, codeOf(answer)], [422, 'receipt']);
    assert.match(String(answer.body.detail), /is not that of the stored request/);
    // Another record under the same reference.
    const other = (await givenReceipt(copy)).receipt;
    await copy.close();
    const database = new Database(join(dataDir, 'taafi.db'));
    database
      .prepare('UPDATE evidence SET reference = ? WHERE reference = ?')
      .run(receipt.record.reference, other.record.reference);
    database.close();
    const meddled = await copy.restart();
    assert.equal((await post(meddled, 'api/receipts', receipt)).status, 422);
    assert.equal((await post(again, 'api/receipts', receipt)).status, 200);
  });

  it('gives its public keys to everybody, and never the private one', async (test) => {
    const receiver = await startReceiver(test, { origins: ['https://example.org'] });
    const { status, body, headers } = await read(
      await fetch(`${receiver.url}/api/keys`, { headers: { Origin: 'https://example.org' } }),
    );
    assert.equal(status, 200);
    assert.equal(headers.get('Access-Control-Allow-Origin'), 'https://example.org');
    const { keys } = body as { keys: readonly object[] };
    assert.deepEqual(keys.map(Object.keys), [['id', 'publicKey', 'since']]);
    const wrong = await fetch(`${receiver.url}/api/keys`, { method: 'DELETE' });
    assert.deepEqual([wrong.status, wrong.headers.get('Allow')], [405, 'GET, HEAD']);
    assert.equal((await fetch(`${receiver.url}/api/receipts`)).status, 405);
  });
});
