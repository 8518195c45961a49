import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import Database from 'libsql';
import type { ChainCount, StoredFault } from '../../src/receiver/evidence/chain-check.js';
import { checkChain } from '../../src/receiver/evidence/chain-check.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { run } from '../cli/running-command.js';
import { keptFilesIn } from '../receiver/arrived-files.js';
import type { Running } from '../receiver/running-receiver.js';
import { startReceiver } from '../receiver/running-receiver.js';
import { givenReceipt, keysFileOf, keysOf } from './given-receipt.js';
import { numbersFrom, withOneByteChanged } from './random.js';

/** A receiver that has been closed, with some requests in its data. */
async function chainOf(test: TestContext, requests: number): Promise<Running> {
  const receiver = await startReceiver(test);
  for (let sent = 0; sent < requests; sent++) {
    receiver.time.now += 1000;
    await givenReceipt(receiver);
  }
  await receiver.close();
  return receiver;
}

const stored = ({ dataDir }: Running, ...args: string[]) =>
  run(['verify', '--stored', ...args], { TAAFI_DATA: dataDir });

/** Changes the database as somebody could who has got hold of it. */
function meddle({ dataDir }: Running, ...statements: readonly string[]): void {
  const database = new Database(join(dataDir, 'taafi.db'));
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

const columns = [
  ['evidence', 'record', 'sequence = 3'],
  ['evidence', 'seal', 'sequence = 3'],
  ['submission', 'answers', 'rowid = 3'],
  ['submission', 'answers_sha256', 'rowid = 3'],
  ['submission', 'received_at', 'rowid = 3'],
  ['consent', 'text_sha256', 'rowid = 3'],
  ['signature', 'sha256', 'rowid = 3'],
  ['definition', 'document', "form_id = 'declaration'"],
] as const;

describe('taafi verify --stored', () => {
  it('finds everything whole, while the receiver runs', async (test) => {
    const receiver = await startReceiver(test);
    assert.match((await stored(receiver)).out, /^Whole: 0 records/);
    for (let sent = 0; sent < 3; sent++) await givenReceipt(receiver);
    const { code, out, err } = await stored(receiver);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^Whole: 3 records, none changed, none missing between them\n/);
    assert.match(out, /3 files compared\n {2}0 requests deleted since/);
    assert.match(out, /The last record is 3; its digest is [0-9a-f]{64}\n$/);
    assert.equal((await stored(receiver, '--keys', keysFileOf(receiver))).code, 0);
  });

  it('is called wrongly with files, and has nothing to look at without data or keys', async (test) => {
    const receiver = await chainOf(test, 1);
    assert.equal((await stored(receiver, 'receipt.json')).code, 2);
    const nothing = await run(['verify', '--stored'], { TAAFI_DATA: join(receiver.dataDir, 'none') });
    assert.equal(nothing.code, 1);
    assert.match(nothing.err, /no receiver has kept anything/);
    rmSync(keysFileOf(receiver));
    const keyless = await stored(receiver);
    assert.equal(keyless.code, 1);
    assert.match(keyless.err, /no public keys/);
  });

  for (const [table, column, where] of columns) {
    it(`finds one byte that is another one in ${table}.${column}`, async (test) => {
      const receiver = await chainOf(test, 5);
      const database = new Database(join(receiver.dataDir, 'taafi.db'));
      database.pragma('foreign_keys = OFF');
      const select = database.prepare(`SELECT ${column} AS text FROM "${table}" WHERE ${where}`);
      const update = database.prepare(`UPDATE "${table}" SET ${column} = ? WHERE ${where}`);
      const { text } = select.get() as { text: string };
      const number = numbersFrom(table.length * 31 + column.length);
      for (let change = 0; change < 20; change++) {
        const at = number(text.length);
        const other = String.fromCharCode(33 + ((text.charCodeAt(at) + number(90)) % 90));
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        if (changed === text) continue;
        update.run(changed);
        const { code, out } = await stored(receiver);
        assert.equal(code, 1, changed);
        const first = table === 'definition' ? 1 : 3;
        assert.match(out, new RegExp(`^NOT whole: \\d+ faults?\\. The first: record ${first} `), out);
      }
      update.run(text);
      database.close();
      assert.equal((await stored(receiver)).code, 0);
    });
  }

  it('finds one byte that is another one in a file, and a file that is gone', async (test) => {
    const receiver = await chainOf(test, 3);
    const folder = join(receiver.dataDir, 'uploads');
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const number = numbersFrom(7);
    for (let change = 0; change < 20; change++) {
      writeFileSync(path, withOneByteChanged(bytes, number));
      assert.equal(statSync(path).size, bytes.length);
      const { code, out } = await stored(receiver);
      assert.equal(code, 1);
      assert.match(out, /^NOT whole: 1 fault\. The first: record \d .*a stored file is not the one/);
    }
    rmSync(path);
    assert.equal((await stored(receiver)).code, 1);
    writeFileSync(path, bytes);
    assert.equal((await stored(receiver)).code, 0);
  });

  it('finds a record that is gone from between others, and counts how many are', async (test) => {
    const receiver = await chainOf(test, 6);
    meddle(receiver, 'DELETE FROM evidence WHERE sequence = 3');
    const one = await stored(receiver);
    assert.equal(one.code, 1);
    // Its request is still there, without a record.
    assert.match(
      one.out,
      /^NOT whole: 2 faults\. The first: record 3 is missing\n {2}1 request without a record/,
    );
    meddle(receiver, 'DELETE FROM evidence WHERE sequence IN (1, 2)');
    assert.match(
      (await stored(receiver)).out,
      /^NOT whole: 6 faults\. The first: records 1 to 3 are missing\n/,
    );
    // Moved up so that no number is missing.
    meddle(receiver, 'UPDATE evidence SET sequence = sequence - 3');
    assert.match((await stored(receiver)).out, /^NOT whole: .* record 1 .*it is that of another place/);
  });

  it('finds records in another order', async (test) => {
    const receiver = await chainOf(test, 4);
    meddle(
      receiver,
      'UPDATE evidence SET sequence = 99 WHERE sequence = 2',
      'UPDATE evidence SET sequence = 2 WHERE sequence = 3',
      'UPDATE evidence SET sequence = 3 WHERE sequence = 99',
    );
    const { code, out } = await stored(receiver);
    assert.equal(code, 1);
    assert.match(
      out,
      /^NOT whole: 2 faults\. The first: record 2 .*another place.*\n {2}record 3 .*another place/,
    );
  });

  it('finds a record that was put before the first one', async (test) => {
    const receiver = await chainOf(test, 3);
    meddle(receiver, 'UPDATE evidence SET sequence = 0 WHERE sequence = 3');
    const { code, out } = await stored(receiver);
    assert.equal(code, 1);
    assert.match(out, /^NOT whole: 1 fault\. The first: record 0 .*another place/);
  });

  it('counts requests that were deleted, which is no fault; those without a record are one', async (test) => {
    const receiver = await chainOf(test, 4);
    const deleted = '(SELECT reference FROM evidence WHERE sequence = 2)';
    meddle(
      receiver,
      ...['consent', 'signature', 'submission', 'upload'].map(
        (table) => `DELETE FROM "${table}" WHERE reference = ${deleted}`,
      ),
    );
    const { code, out } = await stored(receiver);
    assert.equal(code, 0, out);
    assert.match(out, /4 records, 3 files compared\n {2}1 request deleted since: the record stays/);
    // The last record leaves no gap; the request that is left behind tells of it all the same.
    meddle(receiver, 'DELETE FROM evidence WHERE sequence = 4');
    assert.match((await stored(receiver)).out, /^NOT whole: 1 fault\. The first: 1 request without a record/);
    // From before there were keys.
    meddle(receiver, "UPDATE submission SET received_at = '2020-01-01T00:00:00.000Z' WHERE rowid = 4");
    const earlier = await stored(receiver);
    assert.equal(earlier.code, 0);
    assert.match(earlier.out, /1 request from before requests were sealed/);
  });

  it('finds what another key has sealed, or ours when it was not in use', async (test) => {
    const receiver = await chainOf(test, 2);
    const other = await startReceiver(test);
    await givenReceipt(other);
    const { out } = await stored(receiver, '--keys', keysFileOf(other));
    assert.match(out, /^NOT whole: 2 faults\. The first: record 1 .*none of these/);
    const text = readFileSync(keysFileOf(receiver), 'utf8');
    writeFileSync(
      keysFileOf(receiver),
      text.replace(/"since": "[^"]+"/, '"since": "2026-11-22T09:00:01.500Z"'),
    );
    assert.match((await stored(receiver)).out, /^NOT whole: 1 fault\. The first: record 1 .*not in use then/);
  });

  it('reads a page at a time', async (test) => {
    const receiver = await startReceiver(test);
    for (let sent = 0; sent < 7; sent++) await givenReceipt(receiver);
    const keys = await keysOf(receiver);
    const storage = await openStorage(join(receiver.dataDir, 'taafi.db'));
    test.after(() => storage.close());
    const files = keptFilesIn(receiver);
    for (const most of [1, 2, 7, 8]) {
      const { faults, count } = await all(checkChain(storage, files, keys, most));
      assert.deepEqual(faults, []);
      assert.deepEqual([count?.records, count?.files, count?.last?.sequence], [7, 7, 7]);
    }
    meddle(receiver, 'DELETE FROM evidence WHERE sequence = 4');
    for (const most of [1, 2, 3, 4]) {
      const { faults } = await all(checkChain(storage, files, keys, most));
      assert.deepEqual(
        faults.map(({ code }) => code),
        ['missing', 'unsealed'],
      );
    }
  });
});

async function all(checking: AsyncGenerator<StoredFault, ChainCount>) {
  const faults: StoredFault[] = [];
  for (;;) {
    const { done, value } = await checking.next();
    if (done) return { faults, count: value };
    faults.push(value);
  }
}
