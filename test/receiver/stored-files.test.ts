import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import Database from 'libsql';
import { CHUNK, SEALED_CHUNK } from '../../src/receiver/uploads/sealed-chunks.js';
import { UploadFiles } from '../../src/receiver/uploads/upload-files.js';
import { realWorld } from '../../src/receiver/world.js';
import { arrivedFiles, theFile } from './arrived-files.js';
import { handlingReceiver, staffToken, told } from './handled-scene.js';
import { eventually, newKey, post, startReceiver } from './running-receiver.js';
import { submissionWith } from './trial-form.js';
import { create, fileOf, filesIn, head, patch, upload } from './tus-client.js';

const SECRET = 'هذا ما لا يقرؤه أحد';

describe('files on the disk', () => {
  it('hold nothing of what was sent, not even while they arrive', async (test) => {
    const receiver = await startReceiver(test);
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from(SECRET.repeat(9_000)),
      Buffer.from('%%EOF'),
    ]);
    const id = newKey();
    await create(receiver, id, bytes.length);
    for (let at = 0; at < bytes.length; at += 50_000) {
      await patch(receiver, id, at, bytes.subarray(at, at + 50_000));
      for (const name of filesIn(receiver)) {
        const stored = readFileSync(join(receiver.dataDir, 'uploads', name));
        assert.ok(!stored.includes('PDF') && !stored.includes(SECRET.slice(0, 6)));
      }
    }
    assert.deepEqual(await theFile(receiver), bytes);
    const database = readFileSync(join(receiver.dataDir, 'taafi.db'));
    assert.ok(!database.includes(SECRET));
  });

  it('are found whole whatever pieces they came in', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'taafi-test-'));
    test.after(() => rm(folder, { recursive: true, force: true }));
    const files = new UploadFiles(folder);
    const piece = fc.oneof(fc.nat(400), fc.integer({ min: CHUNK - 2, max: CHUNK + 2 }), fc.nat(200_000));
    const wanted = fc.tuple(fc.nat(500_000), fc.nat(200_000));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 5 }),
        fc.array(wanted, { maxLength: 4 }),
        async (pieces, ranges) => {
          const stored = { file: `file${count++}`, key: randomBytes(32) };
          const bytes = randomBytes(pieces.reduce((sum, length) => sum + length, 0));
          let at = 0;
          for (const length of pieces) {
            const writer = await files.append(stored, realWorld);
            assert.equal(writer.length, at);
            await writer.write(bytes.subarray(at, at + length));
            await writer.close();
            at += length;
            assert.equal(await files.length(stored), at);
          }
          if (pieces.length === 0) return;
          await files.reading(stored, async (source) => {
            assert.equal(source.size, bytes.length);
            for (const [from, length] of ranges)
              assert.deepEqual(
                Buffer.from(await source.read(from, length)),
                bytes.subarray(from, from + length),
              );
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('go on before the chunk that was being written when the machine stopped', async (test) => {
    const receiver = await startReceiver(test);
    const [id, bytes] = [newKey(), fileOf('application/pdf', 200_000)];
    await create(receiver, id, bytes.length);
    await patch(receiver, id, 0, bytes.subarray(0, 150_000));
    await receiver.close();
    const [file = ''] = filesIn(receiver);
    truncateSync(join(receiver.dataDir, 'uploads', file), 2 * SEALED_CHUNK + 1_000);
    const again = await receiver.restart();
    const offset = Number((await head(again, id)).headers.get('Upload-Offset'));
    assert.equal(offset, 2 * CHUNK);
    assert.equal((await patch(again, id, offset, bytes.subarray(offset))).status, 204);
    assert.deepEqual(await theFile(again), bytes);
  });

  for (const [what, arrived, garbage] of [
    ['its first chunk', 30_000, 50_000],
    ['a later chunk', CHUNK + 30_000, SEALED_CHUNK + 60_000],
  ] as const) {
    it(`go on although ${what} was half written on a disk that was full, and comes in shorter pieces then`, async (test) => {
      const receiver = await startReceiver(test);
      const [id, bytes] = [newKey(), fileOf('application/pdf', 150_000)];
      await create(receiver, id, bytes.length);
      await patch(receiver, id, 0, bytes.subarray(0, arrived));
      const path = join(receiver.dataDir, 'uploads', filesIn(receiver)[0] ?? '');
      const whole = readFileSync(path).subarray(0, Math.floor(arrived / CHUNK) * SEALED_CHUNK);
      writeFileSync(path, Buffer.concat([whole, randomBytes(garbage - whole.length)]));
      const from = async () => Number((await head(receiver, id)).headers.get('Upload-Offset'));
      const begin = await from();
      assert.equal(begin, Math.floor(arrived / CHUNK) * CHUNK);
      for (const to of [begin + 10_000, begin + 20_000, bytes.length]) {
        assert.equal((await patch(receiver, id, await from(), bytes.subarray(await from(), to))).status, 204);
        assert.equal(await from(), to);
      }
      assert.deepEqual(await theFile(receiver), bytes);
    });
  }

  it('are no longer given out where a byte was changed, or a chunk is that of another file', async (test) => {
    const receiver = await handlingReceiver(test);
    const files = [await upload(receiver), await upload(receiver)];
    const answer = await post(receiver, 'api/submissions', submissionWith({ ...told, documents: files }));
    const staff = await staffToken(receiver, 'socialResearcher');
    const [one = '', other = ''] = filesIn(receiver).map((name) => join(receiver.dataDir, 'uploads', name));
    writeFileSync(one, readFileSync(other));
    const changed = readFileSync(other);
    changed[40] = (changed[40] ?? 0) ^ 1;
    writeFileSync(other, changed);
    for (const { id } of files) {
      const url = `${receiver.url}/api/staff/requests/${answer.body.reference}/files/${id}`;
      const given = await fetch(url, { headers: { Authorization: `Bearer ${staff}` } }).then(
        async (response) => ({ status: response.status, text: await response.text() }),
        () => undefined,
      );
      assert.ok(given === undefined || given.status === 500 || !given.text.includes('PDF'), given?.text);
    }
  });

  it('from before files were sealed are sealed, claimed and begun ones alike', async (test) => {
    const receiver = await startReceiver(test);
    const [whole, begun] = [await upload(receiver), newKey()];
    await post(receiver, 'api/submissions', submissionWith({ documents: [whole] }));
    await create(receiver, begun, 500);
    await patch(receiver, begun, 0, fileOf('image/png', 500).subarray(0, 200));
    const arrived = await arrivedFiles(receiver);
    await receiver.close();
    // As an older receiver has left it.
    const database = new Database(join(receiver.dataDir, 'taafi.db'));
    for (const [id, bytes] of arrived) {
      const { file } = database.prepare('SELECT file FROM upload WHERE id = ?').get(id) as { file: string };
      writeFileSync(join(receiver.dataDir, 'uploads', file), bytes);
    }
    database.exec('UPDATE upload SET data_key = NULL, marks = NULL');
    database.close();
    const before = readdirSync(join(receiver.dataDir, 'uploads'));
    const again = await receiver.restart();
    await eventually(() => !filesIn(again).some((name) => before.includes(name)));
    for (const name of filesIn(again)) {
      const stored = readFileSync(join(again.dataDir, 'uploads', name));
      assert.ok(!stored.includes('PDF') && !stored.includes('PNG'));
    }
    assert.deepEqual(await arrivedFiles(again), arrived);
    assert.equal((await patch(again, begun, 200, fileOf('image/png', 500).subarray(200))).status, 204);
  });
});
