import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { KeysAtWork } from '../../src/receiver/submissions/keys-at-work.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

async function countIn(dataDir: string): Promise<number> {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const rows = await storage.requests.submissions({ most: 100_000 });
  await storage.close();
  return rows.length;
}

describe('Idempotency-Key', () => {
  it('gives the same answer for the same body, however it is written', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const body = submissionWith();
    const first = await post(receiver, 'api/submissions', body, key);
    receiver.time.now += 3_600_000;
    const { answers, ...rest } = body;
    const reordered = JSON.stringify({ answers, ...rest }, null, 4);
    const second = await post(receiver, 'api/submissions', reordered, key);
    assert.equal(second.status, 201);
    assert.equal(second.text, first.text);
    assert.equal(await countIn(receiver.dataDir), 1);
  });

  it('refuses another body', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    await post(receiver, 'api/submissions', submissionWith(), key);
    const answer = await post(receiver, 'api/submissions', submissionWith({ fullName: 'غيره' }), key);
    assert.deepEqual([answer.status, codeOf(answer)], [422, 'key-reused']);
    // Also one that would not have been right at all.
    const odd = await post(receiver, 'api/submissions', {}, key);
    assert.equal(codeOf(odd), 'key-reused');
    assert.equal(await countIn(receiver.dataDir), 1);
  });

  it('is not used up by what was refused', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const refused = await post(receiver, 'api/submissions', submissionWith({ mobile: 'x' }), key);
    assert.equal(refused.status, 422);
    const taken = await post(receiver, 'api/submissions', submissionWith(), key);
    assert.equal(taken.status, 201);
  });

  it('must be there, and be one', async (test) => {
    const receiver = await startReceiver(test);
    const key = newKey();
    for (const header of [
      '',
      key,
      `"${key}x"`,
      `"${key.slice(1)}"`,
      `'${key}'`,
      `"${key}", "${key}"`,
      `"${key}";a=1`,
    ]) {
      const answer = await post(receiver, 'api/submissions', submissionWith(), { 'Idempotency-Key': header });
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], header);
    }
  });

  it('makes one row of fifty requests at once', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const body = submissionWith();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(receiver, 'api/submissions', body, key)),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    assert.equal(await countIn(receiver.dataDir), 1);
  });

  it('makes one row where bodies differ, whoever comes first', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        post(receiver, 'api/submissions', submissionWith({ fullName: `رقم ${index % 4}` }), key),
      ),
    );
    const taken = answers.filter(({ status }) => status === 201);
    assert.equal(taken.length, 10);
    assert.equal(new Set(taken.map(({ text }) => text)).size, 1);
    assert.ok(answers.every((answer) => answer.status === 201 || codeOf(answer) === 'key-reused'));
    assert.equal(await countIn(receiver.dataDir), 1);
  });

  it('makes one row of two receivers on the same data', async (test) => {
    const first = await startReceiver(test);
    const second = await startReceiver(test, { dataDir: first.dataDir, dist: first.dist });
    const keys = Array.from({ length: 20 }, newKey);
    const answers = await Promise.all(
      keys.flatMap((key) =>
        [first, second].map((receiver) =>
          post(receiver, 'api/submissions', submissionWith(), { 'Idempotency-Key': `"${key}"` }),
        ),
      ),
    );
    // The one that waits for the other's lock too long may be asked to come back.
    assert.ok(answers.every(({ status }) => status === 201 || status === 503));
    assert.equal(await countIn(first.dataDir), 20);
  });

  it('lasts for a week at least, and not for ever', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const first = await post(receiver, 'api/submissions', submissionWith(), key);
    const days = 24 * 3_600_000;
    const later = await receiver.restart({ clock: () => receiver.time.now + 8 * days });
    const second = await post(later, 'api/submissions', submissionWith(), key);
    assert.equal(second.text, first.text);
    const muchLater = await later.restart({ clock: () => receiver.time.now + 40 * days });
    const third = await post(muchLater, 'api/submissions', submissionWith(), key);
    assert.equal(third.status, 201);
    assert.notEqual(third.text, first.text);
  });
});

describe('keys being worked on', () => {
  it('ask to come back where the first takes long', async () => {
    const keys = new KeysAtWork(20);
    let finish: (() => void) | undefined;
    const first = keys.run('a', () => new Promise<void>((resolve) => (finish = resolve)));
    await assert.rejects(
      keys.run('a', async () => 2),
      { code: 'in-progress', status: 409 },
    );
    assert.equal(await keys.run('b', async () => 3), 3);
    finish?.();
    await first;
    assert.equal(await keys.run('a', async () => 4), 4);
  });

  it('go on where the first fails', async () => {
    const keys = new KeysAtWork();
    const first = keys.run('a', () => Promise.reject(new Error('no')));
    const second = keys.run('a', async () => 2);
    await assert.rejects(first);
    assert.equal(await second, 2);
  });
});
