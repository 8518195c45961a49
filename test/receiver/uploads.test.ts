import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CHUNK, sealedIn } from '../../src/receiver/uploads/sealed-chunks.js';
import { completeFiles, theFile } from './arrived-files.js';
import { rawRequest } from './raw-request.js';
import type { Running } from './running-receiver.js';
import { codeOf, eventually, newKey, post, startReceiver } from './running-receiver.js';
import { submissionWith, trialForm } from './trial-form.js';
import { create, fileOf, filesIn, head, patch, remove, tus, upload } from './tus-client.js';

/** How many bytes the disk has of the one upload there is. */
function arrivedIn(receiver: Running): number {
  const [file] = filesIn(receiver);
  return file === undefined ? 0 : sealedIn(statSync(join(receiver.dataDir, 'uploads', file)).size).bytes;
}

describe('an upload', () => {
  it('is created, sent in pieces and found whole', async (test) => {
    const receiver = await startReceiver(test);
    const [id, bytes] = [newKey(), fileOf('application/pdf', 3000)];
    const created = await create(receiver, id, 3000);
    assert.equal(created.status, 201);
    assert.equal(
      new URL(created.headers.get('Location') ?? '', `${receiver.url}/api/uploads`).href,
      `${receiver.url}/api/uploads/${id}`,
    );
    assert.equal(created.headers.get('Tus-Resumable'), '1.0.0');
    for (const [from, to] of [
      [0, 5],
      [5, 1000],
      [1000, 3000],
    ] as const) {
      const answer = await patch(receiver, id, from, bytes.subarray(from, to));
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('Upload-Offset'), String(to));
      const progress = await head(receiver, id);
      assert.equal(progress.status, 200);
      assert.equal(progress.headers.get('Upload-Offset'), String(to));
      assert.equal(progress.headers.get('Upload-Length'), '3000');
      assert.equal(progress.headers.get('Cache-Control'), 'no-store');
    }
    const [file = '', ...others] = filesIn(receiver);
    assert.equal(others.length, 0);
    assert.notEqual(file, id);
    assert.deepEqual(await theFile(receiver), bytes);
    assert.equal(statSync(join(receiver.dataDir, 'uploads', file)).mode & 0o777, 0o600);
    assert.equal(statSync(join(receiver.dataDir, 'uploads')).mode & 0o777, 0o700);
  });

  it('is the same however often it is created', async (test) => {
    const receiver = await startReceiver(test);
    const id = newKey();
    await create(receiver, id, 100);
    await patch(receiver, id, 0, fileOf('image/png', 60));
    const again = await create(receiver, id, 100);
    assert.deepEqual([again.status, again.headers.get('Upload-Offset')], [201, '60']);
    const other = await create(receiver, id, 101);
    assert.deepEqual([other.status, codeOf(other)], [422, 'key-reused']);
  });

  it('goes on where the connection broke', async (test) => {
    const receiver = await startReceiver(test);
    const [id, bytes] = [newKey(), fileOf('application/pdf', 400_000)];
    await create(receiver, id, bytes.length);
    const headers = `PATCH /api/uploads/${id} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    const broken = connect(receiver.port, '127.0.0.1');
    broken.write(headers);
    broken.write(bytes.subarray(0, 150_000));
    // What makes no whole chunk yet waits in memory.
    await eventually(() => arrivedIn(receiver) >= 2 * CHUNK);
    broken.destroy();
    const offset = Number((await head(receiver, id)).headers.get('Upload-Offset'));
    assert.ok(offset >= 2 * CHUNK && offset <= 150_000, String(offset));
    assert.equal((await patch(receiver, id, offset, bytes.subarray(offset))).status, 204);
    assert.deepEqual(await theFile(receiver), bytes);
    assert.deepEqual(
      receiver.lines.filter((line) => line.startsWith('fault')),
      [],
    );
  });

  it('goes on although an older attempt still hangs', async (test) => {
    const receiver = await startReceiver(test);
    const [id, bytes] = [newKey(), fileOf('application/pdf', 100_000)];
    await create(receiver, id, bytes.length);
    const headers = `PATCH /api/uploads/${id} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    const hanging = rawRequest(receiver.port, [headers, bytes.subarray(0, 70_000)]);
    await eventually(() => arrivedIn(receiver) >= CHUNK);
    const offset = Number((await head(receiver, id)).headers.get('Upload-Offset'));
    assert.ok(offset >= CHUNK && offset <= 70_000, String(offset));
    const attempts = await Promise.all(
      [1, 2, 3].map(() => patch(receiver, id, offset, bytes.subarray(offset)).catch(() => undefined)),
    );
    assert.ok(attempts.some((answer) => answer?.status === 204 || answer?.status === 409));
    await hanging;
    const end = Number((await head(receiver, id)).headers.get('Upload-Offset'));
    if (end < bytes.length) await patch(receiver, id, end, bytes.subarray(end));
    assert.deepEqual(await theFile(receiver), bytes);
  });

  it('goes on after a restart', async (test) => {
    const receiver = await startReceiver(test);
    const [id, bytes] = [newKey(), fileOf('image/jpeg', 5000)];
    await create(receiver, id, 5000);
    await patch(receiver, id, 0, bytes.subarray(0, 2000));
    const again = await receiver.restart();
    assert.equal((await head(again, id)).headers.get('Upload-Offset'), '2000');
    assert.equal((await patch(again, id, 2000, bytes.subarray(2000))).status, 204);
    const documents = [{ id, name: 'a.jpg', type: 'image/jpeg', size: 5000 }];
    assert.equal((await post(again, 'api/submissions', submissionWith({ documents }))).status, 201);
  });

  it('counts as whole where only the acknowledgement was lost', async (test) => {
    const receiver = await startReceiver(test);
    const bytes = fileOf('application/pdf', 700);
    const ids = [newKey(), newKey()];
    for (const id of ids) {
      await create(receiver, id, 700);
      await patch(receiver, id, 0, bytes.subarray(0, 600));
    }
    await receiver.close();
    // As after a crash between the last byte and the note that all is there.
    await completeFiles(receiver, bytes);
    const again = await receiver.restart();
    assert.equal((await head(again, ids[0] ?? '')).headers.get('Upload-Offset'), '700');
    for (const id of ids) {
      const documents = [{ id, name: 'a.pdf', type: 'application/pdf', size: 700 }];
      assert.equal((await post(again, 'api/submissions', submissionWith({ documents }))).status, 201);
    }
  });

  it('is refused at a wrong offset, which is told', async (test) => {
    const receiver = await startReceiver(test);
    const id = newKey();
    await create(receiver, id, 100);
    await patch(receiver, id, 0, fileOf('image/png', 50));
    for (const offset of [0, 49, 51, 100]) {
      const answer = await patch(receiver, id, offset, Buffer.alloc(10));
      assert.deepEqual([answer.status, codeOf(answer)], [409, 'offset']);
      assert.equal(answer.headers.get('Upload-Offset'), '50');
    }
    for (const offset of ['', 'x', '-1', '1.5', '0x1', '9'.repeat(30)]) {
      assert.equal((await patch(receiver, id, offset, Buffer.alloc(10))).status, 400);
    }
    assert.equal((await head(receiver, id)).headers.get('Upload-Offset'), '50');
  });

  it('is refused when it is of no kind that is taken, as soon as that is seen', async (test) => {
    const receiver = await startReceiver(test);
    const wrong = [
      '<html><script>alert(1)</script></html>',
      'MZ\x90\x00 a program of some kind',
      'GIF89a and a picture',
      '%pdf-1.7 in small letters',
      'a',
    ];
    for (const content of wrong) {
      const bytes = Buffer.from(content, 'latin1');
      const [id, size] = [newKey(), Math.max(bytes.length, 2_000_000)];
      await create(receiver, id, content === 'a' ? 1 : size);
      const sent = content === 'a' ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
      const answer = await patch(receiver, id, 0, sent);
      assert.deepEqual([answer.status, codeOf(answer)], [415, 'file-type'], content);
      assert.equal((await head(receiver, id)).status, 404);
    }
    assert.deepEqual(filesIn(receiver), []);
  });

  it('is seen by its first bytes even when they come one by one', async (test) => {
    const receiver = await startReceiver(test);
    const [good, bad] = [newKey(), newKey()];
    await create(receiver, good, 80);
    await create(receiver, bad, 40);
    const bytes = fileOf('image/png', 80);
    for (let at = 0; at < 80; at++)
      assert.equal((await patch(receiver, good, at, bytes.subarray(at, at + 1))).status, 204);
    for (let at = 0; at < 15; at++)
      assert.equal((await patch(receiver, bad, at, Buffer.from('x'))).status, 204);
    assert.equal((await patch(receiver, bad, 15, Buffer.from('x'))).status, 415);
  });

  it('may be ten megabytes, or what a form allows', async (test) => {
    const receiver = await startReceiver(test);
    assert.equal((await create(receiver, newKey(), 10_000_000)).status, 201);
    const large = await create(receiver, newKey(), 10_000_001);
    assert.deepEqual([large.status, codeOf(large)], [413, 'too-large']);
    const [first] = trialForm.steps;
    const scans = { id: 'scans', type: 'file', maxSize: 50_000_000, label: 'Scans' };
    const generous = { ...trialForm, id: 'scans', conditions: {}, steps: [{ ...first, fields: [scans] }] };
    writeFileSync(join(receiver.dataDir, 'forms/scans.json'), JSON.stringify(generous));
    await fetch(`${receiver.url}/forms/scans.json`);
    assert.equal((await create(receiver, newKey(), 50_000_000)).status, 201);
    assert.equal((await create(receiver, newKey(), 50_000_001)).status, 413);
  });

  it('takes no more than it said, and not nothing', async (test) => {
    const receiver = await startReceiver(test);
    const id = newKey();
    await create(receiver, id, 100);
    const answer = await patch(receiver, id, 0, fileOf('image/png', 101));
    assert.deepEqual([answer.status, codeOf(answer)], [413, 'too-large']);
    for (const size of ['0', '', '-5', 'x', '1e3', '5.5']) {
      const empty = await create(receiver, newKey(), size);
      assert.deepEqual([empty.status, codeOf(empty)], [400, 'malformed'], size);
    }
    assert.equal((await patch(receiver, id, 0, Buffer.alloc(0))).status, 204);
  });

  it('is forgotten when it is deleted', async (test) => {
    const receiver = await startReceiver(test);
    const { id } = await upload(receiver);
    assert.equal((await remove(receiver, id)).status, 204);
    assert.deepEqual(filesIn(receiver), []);
    for (const ask of [head, remove]) assert.equal((await ask(receiver, id)).status, 404);
    assert.equal((await patch(receiver, id, 0, Buffer.alloc(1))).status, 404);
    assert.equal((await create(receiver, id, 77)).status, 201);
  });

  it('speaks tus 1.0.0 only', async (test) => {
    const receiver = await startReceiver(test);
    const old = await create(receiver, newKey(), 10, 'a', { 'Tus-Resumable': '0.2.2' });
    assert.deepEqual(
      [old.status, codeOf(old), old.headers.get('Tus-Version')],
      [412, 'tus-version', '1.0.0'],
    );
    const options = await fetch(`${receiver.url}/api/uploads`, { method: 'OPTIONS' });
    assert.equal(options.status, 204);
    assert.equal(options.headers.get('Tus-Version'), '1.0.0');
    assert.equal(options.headers.get('Tus-Extension'), 'creation,termination');
    assert.equal(options.headers.get('Tus-Max-Size'), '10000000');
    const id = newKey();
    await create(receiver, id, 10);
    const typed = await fetch(`${receiver.url}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...tus, 'Upload-Offset': '0', 'Content-Type': 'application/octet-stream' },
      body: 'x',
    });
    assert.equal(typed.status, 415);
  });
});
