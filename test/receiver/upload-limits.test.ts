import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { create, fileOf, head, patch, remove } from './tus-client.js';

/** Begins an upload from an address, as the proxy tells it. */
async function begin(receiver: Running, address: string, size = 500): Promise<Answer & { id: string }> {
  const id = newKey();
  return { id, ...(await create(receiver, id, size, 'a.pdf', { 'X-Forwarded-For': address })) };
}

function mustBeTooMany(answer: Answer): void {
  assert.deepEqual([answer.status, codeOf(answer)], [429, 'too-many']);
  assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  assert.match(answer.headers.get('Retry-After') ?? '', /^\d+$/);
}

describe('one client', () => {
  it('cannot keep others out by beginning uploads', async (test) => {
    const receiver = await startReceiver(test, { trustProxy: true });
    const statuses = new Map<number, number>();
    for (let count = 0; count < 210; count++) {
      const { status } = await begin(receiver, '203.0.113.5', 5_000);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    assert.deepEqual(
      [...statuses],
      [
        [201, 200],
        [429, 10],
      ],
    );
    mustBeTooMany(await begin(receiver, '203.0.113.5'));
    const { status, id } = await begin(receiver, '203.0.113.6');
    assert.equal(status, 201);
    assert.equal((await patch(receiver, id, 0, fileOf('application/pdf', 500))).status, 204);
    const documents = [{ id, name: 'a.pdf', type: 'application/pdf', size: 500 }];
    assert.equal((await post(receiver, 'api/submissions', submissionWith({ documents }))).status, 201);
    // What addresses there were is told nobody.
    assert.ok(!receiver.lines.join('\n').includes('203.0.113'));
  });

  it('has room again when its files are claimed or deleted', async (test) => {
    const receiver = await startReceiver(test, { trustProxy: true, uploadLimits: { clientFiles: 2 } });
    const [first, second] = [await begin(receiver, '203.0.113.5'), await begin(receiver, '203.0.113.5')];
    mustBeTooMany(await begin(receiver, '203.0.113.5'));
    // The same one again is none more.
    assert.equal((await create(receiver, first.id, 500)).status, 201);
    assert.equal((await patch(receiver, first.id, 0, fileOf('application/pdf', 500))).status, 204);
    const documents = [{ id: first.id, name: 'a.pdf', type: 'application/pdf', size: 500 }];
    assert.equal((await post(receiver, 'api/submissions', submissionWith({ documents }))).status, 201);
    assert.equal((await begin(receiver, '203.0.113.5')).status, 201);
    mustBeTooMany(await begin(receiver, '203.0.113.5'));
    assert.equal((await remove(receiver, second.id)).status, 204);
    assert.equal((await begin(receiver, '203.0.113.5')).status, 201);
  });

  it('cannot fill the disk', async (test) => {
    const receiver = await startReceiver(test, { trustProxy: true, uploadLimits: { clientBytes: 700 } });
    const [first, second] = [await begin(receiver, '203.0.113.5'), await begin(receiver, '203.0.113.5')];
    const other = await begin(receiver, '203.0.113.6');
    const bytes = fileOf('application/pdf', 500);
    assert.equal((await patch(receiver, first.id, 0, bytes)).status, 204);
    mustBeTooMany(await patch(receiver, second.id, 0, bytes));
    assert.equal((await patch(receiver, other.id, 0, bytes)).status, 204);
    assert.equal((await patch(receiver, second.id, 0, bytes.subarray(0, 200))).status, 204);
    mustBeTooMany(await begin(receiver, '203.0.113.5'));
  });

  it('is a whole IPv6 line, and what the proxy itself saw', async (test) => {
    const receiver = await startReceiver(test, { trustProxy: true, uploadLimits: { clientFiles: 1 } });
    const same = [
      ['2001:db8:1:2200::1', '2001:DB8:1:22ff:ffff::2', '2001:db8:1:2201:1:2:3:4'],
      ['2001:db8::1', '2001:db8:0:1::'],
      ['2001:db8:1:2300::1'],
      ['::1', '0:0:0:ff::'],
      ['198.51.100.7', '::ffff:198.51.100.7', '::FFFF:198.51.100.7', 'made up, 198.51.100.7'],
      ['198.51.100.8'],
      ['unknown'],
    ];
    for (const [first = '', ...others] of same) {
      assert.equal((await begin(receiver, first)).status, 201, first);
      for (const address of others) assert.equal((await begin(receiver, address)).status, 429, address);
    }
  });

  it('cannot say that it is another where no proxy is trusted', async (test) => {
    const receiver = await startReceiver(test, { uploadLimits: { clientFiles: 1 } });
    assert.equal((await begin(receiver, '203.0.113.5')).status, 201);
    mustBeTooMany(await begin(receiver, '203.0.113.6'));
  });
});

describe('uploads of which nothing has arrived', () => {
  it('make room for new ones, the oldest first', async (test) => {
    const receiver = await startReceiver(test, { uploadLimits: { files: 3 } });
    const [begun, oldest, younger, newest] = [newKey(), newKey(), newKey(), newKey()];
    for (const id of [begun, oldest, younger]) assert.equal((await create(receiver, id, 500)).status, 201);
    assert.equal((await patch(receiver, begun, 0, Buffer.from('%PDF-'))).status, 204);
    assert.equal((await create(receiver, newest, 500)).status, 201);
    const statuses = await Promise.all(
      [begun, oldest, younger, newest].map(async (id) => (await head(receiver, id)).status),
    );
    assert.deepEqual(statuses, [200, 404, 200, 200]);
    // Who still wants it creates it again.
    assert.equal((await create(receiver, oldest, 500)).status, 201);
    assert.equal((await patch(receiver, oldest, 0, fileOf('application/pdf', 500))).status, 204);
  });

  it('are the only ones that do, also after a restart', async (test) => {
    const before = await startReceiver(test, { uploadLimits: { files: 2 } });
    const [begun, empty] = [newKey(), newKey()];
    for (const id of [begun, empty]) await create(before, id, 500);
    await patch(before, begun, 0, Buffer.from('%PDF-'));
    const receiver = await before.restart();
    const newest = newKey();
    assert.equal((await create(receiver, newest, 500)).status, 201);
    assert.equal((await head(receiver, empty)).status, 404);
    await patch(receiver, newest, 0, Buffer.from('%PDF-'));
    const full = await create(receiver, newKey(), 500);
    assert.deepEqual([full.status, codeOf(full)], [503, 'busy']);
    assert.match(full.headers.get('Retry-After') ?? '', /^\d+$/);
  });

  it('are not more because many come at once', async (test) => {
    const receiver = await startReceiver(test, { uploadLimits: { clientFiles: 5 } });
    const answers = await Promise.all(Array.from({ length: 40 }, () => create(receiver, newKey(), 500)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 5);
  });

  it('last ten minutes', async (test) => {
    const receiver = await startReceiver(test);
    const [begun, empty] = [newKey(), newKey()];
    for (const id of [begun, empty]) await create(receiver, id, 500);
    await patch(receiver, begun, 0, Buffer.from('%PDF-'));
    const minutes = (count: number) => () => receiver.time.now + count * 60_000;
    const soon = await receiver.restart({ clock: minutes(9) });
    assert.equal((await head(soon, empty)).status, 200);
    const later = await soon.restart({ clock: minutes(11) });
    assert.equal((await head(later, empty)).status, 404);
    assert.equal((await head(later, begun)).status, 200);
  });
});
