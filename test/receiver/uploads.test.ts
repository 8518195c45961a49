import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rawRequest } from './raw-request.js';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, newKey, post, read, startReceiver } from './running-receiver.js';
import { submissionWith, trialForm } from './trial-form.js';

const tus = { 'Tus-Resumable': '1.0.0' };
const octets = { ...tus, 'Content-Type': 'application/offset+octet-stream' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Bytes that begin like a file of a kind. */
const starts = {
  'application/pdf': Buffer.from('%PDF-1.7\n'),
  'image/png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  'image/jpeg': Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
};

function fileOf(type: keyof typeof starts, size: number): Buffer {
  return Buffer.concat([starts[type], Buffer.alloc(size, 7)]).subarray(0, size);
}

async function create(
  { url }: Running,
  id: string,
  size: number | string,
  name = 'a.pdf',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const metadata = `id ${base64(id)},filename ${base64(name)}`;
  const all = { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': metadata, ...headers };
  return read(await fetch(`${url}/api/uploads`, { method: 'POST', headers: all }));
}

async function patch({ url }: Running, id: string, offset: number | string, bytes: Buffer): Promise<Answer> {
  const headers = { ...octets, 'Upload-Offset': String(offset) };
  return read(
    await fetch(`${url}/api/uploads/${id}`, { method: 'PATCH', headers, body: new Uint8Array(bytes) }),
  );
}

async function head({ url }: Running, id: string): Promise<Answer> {
  return read(await fetch(`${url}/api/uploads/${id}`, { method: 'HEAD', headers: tus }));
}

async function remove({ url }: Running, id: string): Promise<Answer> {
  return read(await fetch(`${url}/api/uploads/${id}`, { method: 'DELETE', headers: tus }));
}

/** Sends a whole file; gives what an answer says of it. */
async function upload(receiver: Running, type: keyof typeof starts = 'application/pdf', size = 500) {
  const id = newKey();
  assert.equal((await create(receiver, id, size)).status, 201);
  assert.equal((await patch(receiver, id, 0, fileOf(type, size))).status, 204);
  return { id, name: 'عقد.pdf', type: type as string, size };
}

const filesIn = ({ dataDir }: Running) => readdirSync(join(dataDir, 'uploads'));

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
    assert.deepEqual(readFileSync(join(receiver.dataDir, 'uploads', file)), bytes);
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
    await rawRequest(receiver.port, [headers, bytes.subarray(0, 150_000)], 300);
    const offset = Number((await head(receiver, id)).headers.get('Upload-Offset'));
    assert.equal(offset, 150_000);
    assert.equal((await patch(receiver, id, offset, bytes.subarray(offset))).status, 204);
    const [file = ''] = filesIn(receiver);
    assert.deepEqual(readFileSync(join(receiver.dataDir, 'uploads', file)), bytes);
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
    const hanging = rawRequest(receiver.port, [headers, bytes.subarray(0, 40_000)], 4_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const offset = Number((await head(receiver, id)).headers.get('Upload-Offset'));
    assert.equal(offset, 40_000);
    const attempts = await Promise.all(
      [1, 2, 3].map(() => patch(receiver, id, offset, bytes.subarray(offset)).catch(() => undefined)),
    );
    assert.ok(attempts.some((answer) => answer?.status === 204 || answer?.status === 409));
    await hanging;
    const end = Number((await head(receiver, id)).headers.get('Upload-Offset'));
    if (end < bytes.length) await patch(receiver, id, end, bytes.subarray(end));
    const [file = ''] = filesIn(receiver);
    assert.deepEqual(readFileSync(join(receiver.dataDir, 'uploads', file)), bytes);
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
    for (const file of filesIn(receiver)) writeFileSync(join(receiver.dataDir, 'uploads', file), bytes);
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
    await create(receiver, good, 40);
    await create(receiver, bad, 40);
    const bytes = fileOf('image/png', 40);
    for (let at = 0; at < 40; at++)
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
    const generous = { ...trialForm, id: 'scans', steps: [{ ...first, fields: [scans] }] };
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

describe('names of files', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>.pdf',
    '../../../etc/passwd',
    '..\\..\\x.exe',
    'a\u0000b.pdf',
    '\u202efdp.exe',
    'C:\\con',
    '=cmd|calc',
    'x'.repeat(9_000),
    '',
    '\ud800.pdf',
    'ملف'.repeat(500),
  ];

  it('do nothing, whatever they are', async (test) => {
    const receiver = await startReceiver(test);
    for (const name of hostile) {
      const id = newKey();
      const { status } = await create(receiver, id, 300, name);
      assert.equal(status, 201, name.slice(0, 40));
      assert.equal((await patch(receiver, id, 0, fileOf('application/pdf', 300))).status, 204);
    }
    for (const file of filesIn(receiver)) assert.match(file, /^[\w-]{22}$/);
    assert.equal(filesIn(receiver).length, hostile.length);
    assert.deepEqual(
      readdirSync(receiver.dataDir)
        .sort()
        .filter((name) => !name.startsWith('taafi.db')),
      ['forms', 'uploads'],
    );
  });

  it('are refused in answers where they are not tidy', async (test) => {
    const receiver = await startReceiver(test);
    for (const name of ['../x.pdf', 'a\u202eb.pdf', 'x'.repeat(200), '']) {
      const documents = [{ ...(await upload(receiver)), name }];
      const answer = await post(receiver, 'api/submissions', submissionWith({ documents }));
      assert.deepEqual([answer.status, codeOf(answer)], [422, 'answers'], name);
    }
    const documents = [{ ...(await upload(receiver)), name: '<img src=x onerror=alert(1)>.exe' }];
    assert.equal((await post(receiver, 'api/submissions', submissionWith({ documents }))).status, 201);
  });

  it('may come in metadata of any form', async (test) => {
    const receiver = await startReceiver(test);
    const ascii = fc.string({ unit: fc.constantFrom(...'abcid ,=+/%;:"\\\t') });
    await fc.assert(
      fc.asyncProperty(ascii, async (metadata) => {
        const headers = { ...tus, 'Upload-Length': '5', 'Upload-Metadata': metadata };
        const answer = await read(await fetch(`${receiver.url}/api/uploads`, { method: 'POST', headers }));
        assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], metadata);
      }),
      { numRuns: 200 },
    );
  });

  it('cannot be the id', async (test) => {
    const receiver = await startReceiver(test);
    for (const id of [
      '../../etc/passwd',
      '',
      'short',
      `${newKey()}x`,
      `${'../'.repeat(7)}x`,
      'constructor',
    ]) {
      assert.equal((await create(receiver, id, 10)).status, 400, id);
      assert.ok([404, 405].includes((await head(receiver, encodeURIComponent(id))).status), id);
    }
  });
});

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
    assert.deepEqual(await refusedAt(test, { type: 'image/png' }), missing);
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
    writeFileSync(join(receiver.dataDir, 'uploads/stray'), 'x');
    const hours = (count: number) => () => receiver.time.now + count * 3_600_000;
    const soon = await receiver.restart({ clock: hours(23) });
    assert.equal((await head(soon, orphan.id)).status, 200);
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
    const full = await patch(receiver, third, 0, fileOf('application/pdf', 500));
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
