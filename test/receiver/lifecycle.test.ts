import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { createReceiver } from '../../src/receiver/receiver.js';
import { CHUNK } from '../../src/receiver/uploads/sealed-chunks.js';
import { codeOf, eventually, post, smallBuild, startReceiver, temporaryFolder } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

describe('the data folder', () => {
  it('is for its owner only', async (test) => {
    const dataDir = join(temporaryFolder(test), 'deep/data');
    await startReceiver(test, { dataDir });
    for (const folder of ['', 'forms', 'uploads']) {
      assert.equal(statSync(join(dataDir, folder)).mode & 0o777, 0o700, folder);
    }
    for (const file of ['taafi.db', 'taafi.db-wal', 'taafi.db-shm']) {
      assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600, file);
    }
  });

  it('holds a database that is safe against a crash', async (test) => {
    const { dataDir } = await startReceiver(test);
    const database = new Database(join(dataDir, 'taafi.db'));
    test.after(() => database.close());
    assert.deepEqual(database.pragma('journal_mode'), [{ journal_mode: 'wal' }]);
    assert.equal(database.prepare('select count(*) as rows from kysely_migration').all().length, 1);
  });

  it('can be no folder, which is said', async (test) => {
    const file = join(temporaryFolder(test), 'file');
    writeFileSync(file, '');
    await assert.rejects(createReceiver({ dataDir: file, dist: smallBuild(test) }), /EEXIST|ENOTDIR/);
  });

  it('is refused where the database is none', async (test) => {
    const receiver = await startReceiver(test);
    await receiver.close();
    writeFileSync(join(receiver.dataDir, 'taafi.db'), 'this is no database at all'.repeat(100));
    await assert.rejects(
      createReceiver({ dataDir: receiver.dataDir, dist: receiver.dist }),
      /not a database/,
    );
  });
});

describe('closing', () => {
  it('finishes what is under way', async (test) => {
    const receiver = await startReceiver(test, { timeouts: { keepAlive: 600_000 } });
    const body = JSON.stringify(submissionWith());
    const key = '"0123456789012345678901"';
    const head = `POST /api/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: ${key}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const socket = connect(receiver.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.write(head + body.slice(0, 20));
    // Long enough that the receiver has begun to read it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const closed = receiver.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.write(body.slice(20));
    await new Promise((resolve) => socket.once('data', resolve));
    assert.match(answer, /^HTTP\/1.1 201/);
    // Nor is the connection kept for another request.
    await eventually(() => socket.closed);
    await closed;
    await assert.rejects(fetch(`${receiver.url}/api/health`));
    // All of the log is in the database now.
    assert.ok(
      !existsSync(join(receiver.dataDir, 'taafi.db-wal')) ||
        statSync(join(receiver.dataDir, 'taafi.db-wal')).size === 0,
    );
  });

  it('waits for no connection that was opened ahead of need, as browsers do', async (test) => {
    const receiver = await startReceiver(test);
    const socket = connect(receiver.port, '127.0.0.1');
    test.after(() => socket.destroy());
    socket.resume();
    await new Promise((resolve) => socket.once('connect', resolve));
    assert.equal(
      (await fetch(`${receiver.url}/api/health`)).status,
      200,
      'and the connection is known there',
    );
    const closed = receiver.close();
    await eventually(() => socket.closed);
    await closed;
  });

  it('breaks off files, which go on later', async (test) => {
    const receiver = await startReceiver(test);
    const id = '0123456789012345678901';
    const metadata = `id ${Buffer.from(id).toString('base64')}`;
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '100000', 'Upload-Metadata': metadata };
    assert.equal((await fetch(`${receiver.url}/api/uploads`, { method: 'POST', headers })).status, 201);
    const socket = connect(receiver.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `PATCH /api/uploads/${id} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: 100000\r\n\r\n%PDF-1.7${'x'.repeat(CHUNK + 992)}`,
    );
    const folder = join(receiver.dataDir, 'uploads');
    await eventually(() => readdirSync(folder).some((file) => statSync(join(folder, file)).size > CHUNK));
    const again = await receiver.restart();
    const progress = await fetch(`${again.url}/api/uploads/${id}`, {
      method: 'HEAD',
      headers: { 'Tus-Resumable': '1.0.0' },
    });
    assert.ok(Number(progress.headers.get('Upload-Offset')) >= CHUNK);
  });
});

describe('a fault of the receiver', () => {
  it('asks to come back where it may pass, as when the disk is full', async (test) => {
    let isFull = true;
    const random = (bytes: number) => {
      if (isFull && bytes === 5) throw Object.assign(new Error('سالم'), { code: 'ENOSPC' });
      return randomBytes(bytes);
    };
    const receiver = await startReceiver(test, { random });
    const refused = await post(receiver, 'api/submissions', submissionWith());
    assert.deepEqual([refused.status, codeOf(refused)], [503, 'busy']);
    assert.match(refused.headers.get('Retry-After') ?? '', /^\d+$/);
    assert.match(receiver.lines.join('\n'), /^fault: Error ENOSPC/m);
    isFull = false;
    assert.equal((await post(receiver, 'api/submissions', submissionWith())).status, 201);
  });

  it('is told by its place only', async (test) => {
    const receiver = await startReceiver(test);
    const database = new Database(join(receiver.dataDir, 'taafi.db'));
    test.after(() => database.close());
    database.exec("create trigger full before insert on submission begin select raise(abort, 'سالم'); end");
    const { status, text } = await post(receiver, 'api/submissions', submissionWith());
    assert.equal(status, 500);
    assert.ok(!text.includes('سالم'));
    assert.match(receiver.lines.join('\n'), /^fault: SqliteError SQLITE_CONSTRAINT/m);
    assert.ok(!receiver.lines.join('\n').includes('سالم'));
    database.exec('drop trigger full');
    assert.equal((await post(receiver, 'api/submissions', submissionWith())).status, 201);
  });
});
