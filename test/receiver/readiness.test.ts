import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { startProgram } from '../cli/running-command.js';
import type { Running } from './running-receiver.js';
import { codeOf, eventually, post, read, startReceiver, temporaryFolder } from './running-receiver.js';
import { submissionWith } from './trial-form.js';

const ready = async ({ url }: Pick<Running, 'url'>) => read(await fetch(`${url}/api/ready`));

describe('GET api/ready', () => {
  it('says that requests may come', async (test) => {
    const receiver = await startReceiver(test);
    const { status, body, headers } = await ready(receiver);
    assert.equal(status, 200);
    assert.equal(headers.get('Cache-Control'), 'no-store');
    const checks = { database: true, disk: true, key: true, messages: true };
    assert.deepEqual(body, { status: 'ready', checks });
    assert.equal((await post(receiver, 'api/ready', {})).status, 405);
  });

  it('says what is missing: the key, a database that can be written, room on the disk', async (test) => {
    const receiver = await startReceiver(test);
    const missing = async () => {
      receiver.time.now += 10_000;
      const answer = await ready(receiver);
      if (answer.status === 200) return [];
      assert.deepEqual([answer.status, codeOf(answer), answer.body.ready], [503, 'busy', 'not-ready']);
      assert.equal(answer.headers.get('Retry-After'), '5');
      const checks = answer.body.checks as Record<string, boolean>;
      return Object.keys(checks).filter((name) => checks[name] === false);
    };
    const path = join(receiver.dataDir, 'master.key');
    renameSync(path, `${path}.away`);
    assert.deepEqual(await missing(), ['key']);
    // What is being received goes on with the key at hand.
    assert.equal((await post(receiver, 'api/submissions', submissionWith())).status, 201);
    renameSync(`${path}.away`, path);
    assert.deepEqual(await missing(), []);
    const database = new Database(join(receiver.dataDir, 'taafi.db'));
    test.after(() => database.close());
    database.exec("create trigger full before update on chain_head begin select raise(abort, 'full'); end");
    assert.deepEqual(await missing(), ['database']);
    database.exec('drop trigger full');
    assert.deepEqual(await missing(), []);
    const full = await startReceiver(test, { leastFree: Number.MAX_SAFE_INTEGER });
    assert.deepEqual((await ready(full)).body.checks, {
      database: true,
      disk: false,
      key: true,
      messages: true,
    });
  });

  it('says no before anything ends, and what comes meanwhile is still answered', async (test) => {
    const dataDir = join(temporaryFolder(test), 'data');
    const settings = {
      PORT: '0',
      HOST: '127.0.0.1',
      TAAFI_DATA: dataDir,
      TAAFI_DRAIN: '1',
      TAAFI_LOG: 'json',
    };
    const program = startProgram(['serve'], settings);
    test.after(() => program.child.kill('SIGKILL'));
    const [, url = ''] = await program.until(/(http:\/\/127\.0\.0\.1:\d+)\\n/);
    assert.equal((await ready({ url })).status, 200);
    program.child.kill('SIGTERM');
    await program.until(/Stopping/);
    await eventually(async () => (await ready({ url })).body.ready === 'stopping');
    assert.equal((await fetch(`${url}/api/health`)).status, 200);
    assert.equal(await program.ended, 0);
    for (const line of program.written().trim().split('\n')) assert.ok(JSON.parse(line), line);
  });
});
