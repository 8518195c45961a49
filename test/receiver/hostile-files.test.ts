import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { get, handlingReceiver, staffToken, told } from './handled-scene.js';
import type { HostileFile } from './hostile-files.js';
import { hostileFiles } from './hostile-files.js';
import type { Running } from './running-receiver.js';
import { codeOf, newKey, post, read } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { create, head, patch, tus } from './tus-client.js';
import { mustBeProblem, mustBeWell } from './well-behaved.js';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
};

/** Files that may be claimed under another name or type: one upload of each is enough. */
type Unclaimed = Map<Uint8Array, Promise<string>>;

/** Sends a file, which must fare as it is to; gives its id. */
async function sent(receiver: Running, file: HostileFile, unclaimed: Unclaimed): Promise<string> {
  const { what, bytes, type, fate, name } = file;
  if (fate !== 'unclaimed') return uploaded(receiver, file);
  const upload = unclaimed.get(bytes) ?? uploaded(receiver, file);
  unclaimed.set(bytes, upload);
  const id = await upload;
  const documents = [{ id, name: name ?? `a.${endings[type]}`, type, size: bytes.length }];
  const claim = await post(receiver, 'api/submissions', submissionWith({ ...told, documents }));
  mustBeProblem(claim, what);
  assert.equal(codeOf(claim), 'answers', what);
  return id;
}

async function uploaded(receiver: Running, { what, bytes, fate }: HostileFile): Promise<string> {
  const id = newKey();
  assert.equal((await create(receiver, id, bytes.length)).status, 201, what);
  const answer = await patch(receiver, id, 0, Buffer.from(bytes));
  if (fate === 'refused') {
    mustBeProblem(answer, what);
    assert.equal(codeOf(answer), 'file-type', what);
    assert.equal((await head(receiver, id)).status, 404, what);
    return id;
  }
  assert.equal(answer.status, 204, `${what}: ${answer.text}`);
  return id;
}

describe('hostile files', () => {
  it('are refused with a problem document, or kept where they do no harm', async (test) => {
    const receiver = await handlingReceiver(test, { uploadLimits: { clientFiles: 1_000 } });
    const staff = await staffToken(receiver, 'administrator', 'socialResearcher');
    const files = hostileFiles();
    const counts = { refused: 0, unclaimed: 0, kept: 0 };
    const kept: { file: HostileFile; id: string; name: string }[] = [];
    const unclaimed: Unclaimed = new Map();
    const waiting = [...files];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          const id = await sent(receiver, file, unclaimed);
          counts[file.fate] += 1;
          if (file.fate === 'kept' && file.type !== 'image/webp')
            kept.push({ file, id, name: file.name ?? `a.${endings[file.type]}` });
        }
      }),
    );
    // The form takes three files.
    for (let at = 0; at < kept.length; at += 3) {
      const together = kept.slice(at, at + 3);
      const documents = together.map(({ file, id, name }) => ({
        id,
        name,
        type: file.type,
        size: file.bytes.length,
      }));
      const answer = await post(receiver, 'api/submissions', submissionWith({ ...told, documents }));
      assert.equal(answer.status, 201, answer.text);
      const reference = String(answer.body.reference);
      const shown = await get(receiver, `api/staff/requests/${reference}`, staff);
      const listed = shown.body.files as { id: string; marks: readonly string[] }[];
      for (const { file, id } of together) {
        const marks = listed.find((one) => one.id === id)?.marks;
        if (file.marks !== undefined) assert.deepEqual(marks, file.marks, file.what);
        const response = await fetch(`${receiver.url}/api/staff/requests/${reference}/files/${id}`, {
          headers: { Authorization: `Bearer ${staff}` },
        });
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), Buffer.from(file.bytes), file.what);
        // No name of the sender's.
        const name = `attachment; filename="${id}.${endings[file.type]}"`;
        assert.equal(response.headers.get('Content-Disposition'), name);
        assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
        assert.equal(response.headers.get('Cache-Control'), 'no-store');
        assert.match(response.headers.get('Content-Security-Policy') ?? '', /(^|; )sandbox/);
        assert.equal(response.headers.get('Content-Type'), file.type);
      }
    }
    assert.ok(files.length >= 200, String(files.length));
    console.log(`${files.length} hostile files: ${JSON.stringify(counts)}; 0 faults`);
    for (const name of readdirSync(join(receiver.dataDir, 'uploads'))) assert.match(name, /^[\w-]{22}$/);
    assert.ok(!readFileSync(join(receiver.dataDir, 'taafi.db')).includes('onerror=alert(1)>.exe'));
    await mustBeWell(receiver);
  });

  it('may come under headers of any form', async (test) => {
    const receiver = await handlingReceiver(test);
    const wrong: Record<string, string>[] = [
      ...['0', '-1', '1.5', '1e9', '0x10', ' ', 'NaN', '9'.repeat(16), '9007199254740993', '10000001'].map(
        (length) => ({ 'Upload-Length': length }),
      ),
      ...['', 'id', 'id =', 'id %%%', `id ${'A'.repeat(9_000)}`, 'id AAAA', `x ${'y'.repeat(12_000)}`].map(
        (metadata) => ({ 'Upload-Metadata': metadata }),
      ),
      { 'Upload-Metadata': `id ${Buffer.from('../../../../../../etc').toString('base64')}` },
      { 'Upload-Metadata': `id ${Buffer.from(`${'\0'.repeat(22)}`).toString('base64')}` },
      { 'Upload-Metadata': 'x'.repeat(40_000) },
    ];
    for (const headers of wrong) {
      const right = {
        'Upload-Length': '10',
        'Upload-Metadata': `id ${Buffer.from(newKey()).toString('base64')}`,
      };
      const all = { ...tus, ...right, ...headers };
      const answer = await read(await fetch(`${receiver.url}/api/uploads`, { method: 'POST', headers: all }));
      assert.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(headers).slice(0, 60));
      assert.match(answer.headers.get('Content-Type') ?? '', /problem\+json/);
    }
    await mustBeWell(receiver);
  });

  it('do not become whole by being sent in the smallest pieces', async (test) => {
    const receiver = await handlingReceiver(test);
    const [file] = hostileFiles().filter(({ what }) => what.startsWith('a image/png with page behind it'));
    const bytes = Buffer.from(file?.bytes ?? []);
    const id = newKey();
    await create(receiver, id, bytes.length);
    for (let at = 0; at < bytes.length - 1; at++)
      assert.equal((await patch(receiver, id, at, bytes.subarray(at, at + 1))).status, 204);
    assert.equal((await patch(receiver, id, bytes.length - 1, bytes.subarray(-1))).status, 415);
  });
});
