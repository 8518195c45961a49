import assert from 'node:assert/strict';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Running } from './running-receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { create, fileOf, filesIn, head, patch, remove, upload } from './tus-client.js';

describe('files of a submission', () => {
  const claim = (receiver: Running, documents: unknown) =>
    post(receiver, 'api/submissions', submissionWith({ documents }));

  async function refusedAt(test: TestContext, change: object): Promise<unknown> {
    const receiver = await startReceiver(test);
    const right = await upload(receiver);
    const answer = await claim(receiver, [await upload(receiver), { ...right, ...change }]);
    assert.equal(answer.status, 422, JSON.stringify(change));
    // The one that was right is free again.
    assert.equal((await claim(receiver, [right])).status, 201);
    return answer.body.errors;
  }

  it('must have arrived as the answer says', async (test) => {
    const missing = [{ pointer: '/documents/1', code: 'upload' }];
    assert.deepEqual(await refusedAt(test, { id: newKey() }), missing);
    assert.deepEqual(await refusedAt(test, { size: 501 }), missing);
    assert.deepEqual(await refusedAt(test, { type: 'image/png', name: 'a.png' }), missing);
  });

  it('must have arrived whole', async (test) => {
    const receiver = await startReceiver(test);
    const id = newKey();
    await create(receiver, id, 500);
    await patch(receiver, id, 0, fileOf('application/pdf', 499));
    const answer = await claim(receiver, [{ id, name: 'a.pdf', type: 'application/pdf', size: 500 }]);
    assert.deepEqual(answer.body.errors, [{ pointer: '/documents/0', code: 'upload' }]);
  });

  it('belong to one submission', async (test) => {
    const receiver = await startReceiver(test);
    const file = await upload(receiver);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const body = submissionWith({ documents: [file] });
    const first = await post(receiver, 'api/submissions', body, key);
    assert.equal(first.status, 201);
    assert.equal((await post(receiver, 'api/submissions', body, key)).text, first.text);
    assert.deepEqual((await claim(receiver, [file])).body.errors, [
      { pointer: '/documents/0', code: 'upload' },
    ]);
    const gone = await remove(receiver, file.id);
    assert.deepEqual([gone.status, codeOf(gone)], [409, 'claimed']);
    assert.equal((await head(receiver, file.id)).headers.get('Upload-Offset'), '500');
    assert.equal((await create(receiver, file.id, 500)).status, 201);
    const more = await patch(receiver, file.id, 500, Buffer.alloc(5));
    assert.equal(more.status, 204);
    assert.equal(more.headers.get('Upload-Offset'), '500');
    assert.equal(filesIn(receiver).length, 1);
  });

  it('may stand in lists, where the pointer leads to them', async (test) => {
    const receiver = await startReceiver(test);
    const file = await upload(receiver);
    const lost = { ...file, id: newKey() };
    const dependants = [
      { name: 'أ', id: '1', size: 40, papers: [file] },
      { name: 'ب', papers: [lost] },
    ];
    const answer = await post(receiver, 'api/submissions', submissionWith({ dependants }));
    assert.deepEqual(answer.body.errors, [{ pointer: '/dependants/1/papers/0', code: 'upload' }]);
    const right = submissionWith({
      dependants: dependants.slice(0, 1),
      documents: [await upload(receiver, 'image/png')],
    });
    assert.equal((await post(receiver, 'api/submissions', right)).status, 201);
    const twice = submissionWith({ dependants: [{ name: 'ج', papers: [file] }] });
    assert.equal((await post(receiver, 'api/submissions', twice)).status, 422);
  });

  it('are deleted after a day where nobody claimed them', async (test) => {
    const receiver = await startReceiver(test);
    const [claimed, orphan] = [await upload(receiver), await upload(receiver)];
    await claim(receiver, [claimed]);
    const empty = newKey();
    await create(receiver, empty, 500);
    const stray = join(receiver.dataDir, 'uploads/stray');
    writeFileSync(stray, 'x');
    // Written long ago: what is new may be about to be somebody's.
    utimesSync(stray, 0, 0);
    const hours = (count: number) => () => receiver.time.now + count * 3_600_000;
    const soon = await receiver.restart({ clock: hours(23) });
    assert.equal((await head(soon, orphan.id)).status, 200);
    assert.equal((await head(soon, empty)).status, 404);
    assert.ok(!existsSync(join(receiver.dataDir, 'uploads/stray')));
    const later = await soon.restart({ clock: hours(25) });
    assert.equal((await head(later, orphan.id)).status, 404);
    assert.equal((await head(later, claimed.id)).status, 200);
    assert.equal(filesIn(receiver).length, 1);
  });

  it('are bounded as long as nobody claims them', async (test) => {
    const receiver = await startReceiver(test, { uploadLimits: { bytes: 1_200, files: 3 } });
    const first = await upload(receiver);
    await upload(receiver);
    const third = newKey();
    await create(receiver, third, 500);
    await patch(receiver, third, 0, Buffer.from('%PDF-1.7\n'));
    const full = await patch(receiver, third, 9, fileOf('application/pdf', 500).subarray(9));
    assert.deepEqual([full.status, codeOf(full)], [503, 'busy']);
    assert.match(full.headers.get('Retry-After') ?? '', /^\d+$/);
    assert.equal((await create(receiver, newKey(), 1)).status, 503);
    assert.equal((await claim(receiver, [first])).status, 201);
    const offset = Number((await head(receiver, third)).headers.get('Upload-Offset'));
    assert.equal(
      (await patch(receiver, third, offset, fileOf('application/pdf', 500).subarray(offset))).status,
      204,
    );
    // The same after a restart, which has to count anew.
    const again = await receiver.restart();
    const fourth = newKey();
    assert.equal((await create(again, fourth, 500)).status, 201);
    assert.equal((await patch(again, fourth, 0, fileOf('application/pdf', 500))).status, 503);
  });
});
