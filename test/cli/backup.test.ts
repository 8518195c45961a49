import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { act, move, scene, send } from '../receiver/handled-scene.js';
import { post, startReceiver, temporaryFolder } from '../receiver/running-receiver.js';
import { submissionWith } from '../receiver/trial-form.js';
import { upload } from '../receiver/tus-client.js';
import { run } from './running-command.js';

/** A receiver with requests, a file and handling, and a backup of it. */
async function backedUp(test: TestContext, ...options: string[]) {
  const handled = await scene(test);
  const { receiver } = handled;
  await move(handled, 'relationsOfficer', 'beginVerification');
  const documents = [await upload(receiver)];
  assert.equal((await post(receiver, 'api/submissions', submissionWith({ documents }))).status, 201);
  writeFileSync(join(receiver.dataDir, 'retention.json'), '{}');
  const backup = join(temporaryFolder(test), 'backup');
  const environment = { TAAFI_DATA: receiver.dataDir };
  const made = await run(['backup', backup, ...options], environment);
  assert.equal(made.code, 0, made.err);
  return { ...handled, backup, environment, made };
}

describe('taafi backup', () => {
  it('is made while requests come in, and put back as it was at one moment', async (test) => {
    const { receiver, environment } = await backedUp(test);
    const folder = temporaryFolder(test);
    const backup = join(folder, 'second');
    const more = async () => {
      for (let count = 0; count < 10; count++) await send(receiver);
    };
    const [made] = await Promise.all([run(['backup', backup, '--with-keys'], environment), more()]);
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /^Backed up: \d+ files in .*\nThe keys are in it/);
    const data = join(folder, 'data');
    const restored = await run(['restore', backup, '--data', data]);
    assert.equal(restored.code, 0, restored.err + restored.out);
    assert.match(restored.out, /^Whole: \d+ records.*Restored: \d+ files/s);
    assert.equal(statSync(data).mode & 0o777, 0o700);
    for (const name of ['taafi.db', 'master.key', 'retention.json'])
      assert.equal(statSync(join(data, name)).mode & 0o777, 0o600, name);
    const again = await startReceiver(test, { dataDir: data, dist: receiver.dist });
    assert.equal((await post(again, 'api/submissions', submissionWith())).status, 201);
    const answer = await act(again, 'api/track', 'x', { reference: '1', factor: '1' });
    assert.equal(answer.status, 404);
  });

  it('holds no key where it was not asked to, and is tried with those of the receiver', async (test) => {
    const { backup, environment, made } = await backedUp(test);
    assert.match(made.out, /The keys are not in it/);
    assert.deepEqual(readdirSync(join(backup, 'keys')), ['public-keys.json']);
    assert.ok(!existsSync(join(backup, 'master.key')));
    const drilled = await run(['backup', 'verify', backup], environment);
    assert.equal(drilled.code, 0, drilled.err + drilled.out);
    assert.match(
      drilled.out,
      /^Whole: 2 records.*Whole: \d+ entries.*This backup can be put back: \d+ files/s,
    );
    const data = join(temporaryFolder(test), 'data');
    const restored = await run(['restore', backup, '--data', data]);
    assert.equal(restored.code, 0);
    assert.match(restored.out, /The keys are not in this backup: put master\.key and keys there/);
    const keyless = await run(['verify', '--stored'], { TAAFI_DATA: data });
    assert.match(keyless.err, /master\.key is missing/);
    const nobody = await run(['backup', 'verify', backup], { TAAFI_DATA: data });
    assert.deepEqual([nobody.code, /no key to open it/.test(nobody.err)], [1, true]);
  });

  it('that was cut off or changed by one byte is refused, whichever file it is', async (test) => {
    const { backup, environment } = await backedUp(test, '--with-keys');
    const files = readdirSync(backup, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    assert.ok(files.length >= 8, files.join());
    const data = join(temporaryFolder(test), 'data');
    const refused = async (sentence: RegExp) => {
      const { code, out, err } = await run(['restore', backup, '--data', data]);
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, sentence);
      assert.ok(!existsSync(data) || readdirSync(data).length === 0);
    };
    for (const [index, file] of files.entries()) {
      const bytes = readFileSync(file);
      const changed = Buffer.from(bytes);
      const place = (index * 7_919) % bytes.length;
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(file, changed);
      await refused(/cannot be put back: .* is not as it was written/);
      truncateSync(file, bytes.length - 1);
      await refused(/cannot be put back: .* (was cut off|is not as it was written)/);
      rmSync(file);
      await refused(/cannot be put back: (.* is not in it|there is no manifest)/);
      writeFileSync(file, bytes);
    }
    writeFileSync(join(backup, 'forms.json'), '{}');
    await refused(/forms\.json does not belong to it/);
    rmSync(join(backup, 'forms.json'));
    assert.equal((await run(['backup', 'verify', backup], environment)).code, 0);
  });

  it('writes over nothing', async (test) => {
    const { backup, environment, receiver } = await backedUp(test);
    assert.match((await run(['backup', backup], environment)).err, /is there already/);
    assert.match((await run(['backup', join(receiver.dataDir, 'x')], environment)).err, /name one elsewhere/);
    const folder = temporaryFolder(test);
    assert.match((await run(['backup', join(folder, 'b')], { TAAFI_DATA: folder })).err, /kept anything/);
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full/x'), '');
    const full = await run(['restore', backup, '--data', join(folder, 'full')]);
    assert.match(full.err, /is not empty/);
    assert.ok(existsSync(join(folder, 'full/x')));
    assert.equal((await run(['restore', backup])).code, 2);
  });
});
