import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { raise, scene } from './handled-scene.js';
import { eventually } from './running-receiver.js';
import { upload } from './tus-client.js';

describe('everything in the data folder', () => {
  it('is for its owner only, whatever the umask, also when the receiver has worked', async (test) => {
    const before = process.umask(0);
    test.after(() => process.umask(before));
    const handled = await scene(test);
    const { receiver } = handled;
    await upload(receiver);
    await raise(handled);
    const names = () => readdirSync(receiver.dataDir, { recursive: true, encoding: 'utf8' });
    await eventually(() => names().includes('notifications.jsonl'));
    const all = ['', ...names()];
    for (const name of ['master.key', 'keys/link-secret', 'taafi.db', 'taafi.db-wal', 'notifications.jsonl'])
      assert.ok(all.includes(name), `${name}: ${all.join(' ')}`);
    assert.ok(all.some((name) => name.startsWith('uploads/')));
    for (const name of all) {
      const entry = statSync(join(receiver.dataDir, name));
      assert.equal(entry.mode & 0o777, entry.isDirectory() ? 0o700 : 0o600, name);
    }
  });
});
