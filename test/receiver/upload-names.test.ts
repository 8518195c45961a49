import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codeOf, newKey, post, read, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { create, fileOf, filesIn, head, patch, tus, upload } from './tus-client.js';

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
      ['forms', 'keys', 'master.key', 'processes', 'uploads'],
    );
  });

  it('are refused in answers where they are not tidy', async (test) => {
    const receiver = await startReceiver(test);
    for (const name of ['../x.pdf', 'a\u202eb.pdf', 'x'.repeat(200), '']) {
      const documents = [{ ...(await upload(receiver)), name }];
      const answer = await post(receiver, 'api/submissions', submissionWith({ documents }));
      assert.deepEqual([answer.status, codeOf(answer)], [422, 'answers'], name);
    }
    const documents = [{ ...(await upload(receiver)), name: '<img src=x onerror=alert(1)>.pdf' }];
    assert.equal((await post(receiver, 'api/submissions', submissionWith({ documents }))).status, 201);
  });

  it('are refused in answers where they end as another kind of file does', async (test) => {
    const receiver = await startReceiver(test);
    for (const name of ['a.exe', 'a.jpg', 'a.pdf.exe', 'a', 'pdf', '.PDFx']) {
      const documents = [{ ...(await upload(receiver)), name }];
      const answer = await post(receiver, 'api/submissions', submissionWith({ documents }));
      assert.deepEqual([answer.status, codeOf(answer)], [422, 'answers'], name);
    }
    const documents = [{ ...(await upload(receiver)), name: 'A.PDF' }];
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
