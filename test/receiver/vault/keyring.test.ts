import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BrokenSeal } from '../../../src/receiver/vault/envelope.js';
import type { Keyring } from '../../../src/receiver/vault/keyring.js';
import { MissingMasterKey, openKeyring } from '../../../src/receiver/vault/keyring.js';
import { masterKeySource } from '../../../src/receiver/vault/master-key-source.js';
import { realWorld } from '../../../src/receiver/world.js';
import { temporaryFolder } from '../running-receiver.js';

const place = { table: 'submission', row: '48291730561249', column: 'answers' };
const story = '{"story":"قصة خاصة لا يقرؤها كل أحد","mobile":"+966501234567"}';

function keyringIn(folder: string, environment = {}, isFirst = true): Promise<Keyring> {
  return openKeyring(masterKeySource(folder, environment), isFirst, realWorld);
}

const newKey = () => randomBytes(32).toString('base64');

describe('what is sealed', () => {
  it('opens as it was, in its place only', async (test) => {
    const keyring = await keyringIn(temporaryFolder(test));
    const envelope = keyring.seal(place, story);
    assert.equal(keyring.open(place, envelope), story);
    assert.notEqual(keyring.seal(place, story), envelope, 'a key of its own each time');
    for (const elsewhere of [{ table: 'event' }, { row: '1' }, { column: 'body' }])
      assert.throws(() => keyring.open({ ...place, ...elsewhere }, envelope), BrokenSeal);
    const { key, envelope: kept } = keyring.newDataKey(place);
    assert.deepEqual(keyring.dataKey(place, kept), key);
    assert.throws(() => keyring.open(place, kept), BrokenSeal, 'a key alone is no text');
  });

  it('is refused whatever is changed in it, and told by its place alone', async (test) => {
    const keyring = await keyringIn(temporaryFolder(test));
    const isRefused = (text: string) =>
      assert.throws(
        () => keyring.open(place, text),
        (error: Error) => {
          assert.ok(error instanceof BrokenSeal || error instanceof MissingMasterKey, error.stack);
          assert.doesNotMatch(error.message, /قصة|966501234567/);
          return true;
        },
      );
    const envelope = keyring.seal(place, story);
    await keyring.rotate(realWorld);
    for (let index = 0; index < envelope.length; index++) {
      for (const other of ['A', '_', '.']) {
        if (envelope[index] === other) continue;
        isRefused(envelope.slice(0, index) + other + envelope.slice(index + 1));
      }
    }
    for (const part of [0, 6, 20, 60, envelope.length - 1]) isRefused(envelope.slice(0, part));
    isRefused('');
    isRefused(story);
  });

  it('is as it was for every text', async (test) => {
    const keyring = await keyringIn(temporaryFolder(test));
    const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.json());
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, flip) => {
        const envelope = keyring.seal(place, text);
        assert.equal(keyring.open(place, envelope), Buffer.from(text).toString());
        const bytes = Buffer.from(envelope);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        assert.throws(() => keyring.open(place, bytes.toString()));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the master key', () => {
  it('is made at the first start, for its owner only, and never made anew in silence', async (test) => {
    const folder = temporaryFolder(test);
    const envelope = (await keyringIn(folder)).seal(place, story);
    const path = join(folder, 'master.key');
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal((await keyringIn(folder, {}, false)).open(place, envelope), story);
    rmSync(path);
    await assert.rejects(keyringIn(folder, {}, false), /master\.key is missing/);
    const other = await keyringIn(folder);
    assert.throws(() => other.open(place, envelope), MissingMasterKey);
  });

  it('can be given as a setting or a file elsewhere, with earlier ones after it', async (test) => {
    const folder = temporaryFolder(test);
    const [older, newer] = [newKey(), newKey()];
    const envelope = (await keyringIn(folder, { TAAFI_MASTER_KEY: older })).seal(place, story);
    const both = await keyringIn(folder, { TAAFI_MASTER_KEY: `${newer},${older}` });
    assert.equal(both.open(place, envelope), story);
    const again = both.rewrap(place, envelope) ?? '';
    const file = join(folder, 'elsewhere');
    writeFileSync(file, `${newer}\n`);
    const alone = await keyringIn(folder, { TAAFI_MASTER_KEY_FILE: file });
    assert.equal(alone.open(place, again), story);
    assert.equal(alone.rewrap(place, again), undefined);
    assert.throws(() => alone.open(place, envelope), MissingMasterKey);
  });

  it('is refused with a sentence where it is none', async (test) => {
    const folder = temporaryFolder(test);
    for (const wrong of ['x', newKey().slice(4), `${newKey()} ${newKey()}=A`, '{"keys":[]}', ',']) {
      await assert.rejects(keyringIn(folder, { TAAFI_MASTER_KEY: wrong }), (error: Error) => {
        assert.match(error.message, /^TAAFI_MASTER_KEY /);
        assert.ok(wrong.length < 5 || !error.message.includes(wrong), error.message);
        return true;
      });
    }
    const twice = newKey();
    await assert.rejects(keyringIn(folder, { TAAFI_MASTER_KEY: `${twice},${twice}` }), /twice/);
    await assert.rejects(keyringIn(folder, { TAAFI_MASTER_KEY_FILE: join(folder, 'no') }), /is not there/);
    await keyringIn(folder);
    const path = join(folder, 'master.key');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"id": "./, '"id": "x'));
    await assert.rejects(keyringIn(folder), /damaged/);
  });

  it('is replaced while another program uses it: what was sealed opens, what is sealed takes the new one', async (test) => {
    const folder = temporaryFolder(test);
    const [running, command] = [await keyringIn(folder), await keyringIn(folder, {}, false)];
    const [first] = running.keys;
    const envelope = running.seal(place, story);
    const fresh = await command.rotate(realWorld);
    assert.equal(running.keys[0].id, fresh.id);
    assert.ok(running.seal(place, story).includes(fresh.id));
    assert.equal(running.open(place, envelope), story);
    const again = running.rewrap(place, envelope) ?? '';
    await command.drop(new Set([first.id]));
    assert.deepEqual(
      running.keys.map(({ id }) => id),
      [fresh.id],
    );
    assert.equal(running.open(place, again), story);
    assert.throws(() => running.open(place, envelope), MissingMasterKey);
  });
});
