import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Database from 'libsql';
import { publicKeysIn } from '../../src/evidence/public-keys.js';
import type { FoundAuditFault } from '../../src/receiver/audit/audit-check.js';
import { checkAudit } from '../../src/receiver/audit/audit-check.js';
import { nodeCryptography } from '../../src/receiver/evidence/sealing.js';
import type { AuditHead } from '../../src/receiver/storage/audit-log.js';
import { sealedColumns } from '../../src/receiver/storage/sealed-columns.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { run } from '../cli/running-command.js';
import { act, get, opened, raise, readBy, scene } from './handled-scene.js';
import type { Running } from './running-receiver.js';
import { keyringOf, openedRows } from './sealed-data.js';

/** What a check finds. */
async function faultsIn(
  { dataDir }: Pick<Running, 'dataDir'>,
  keys: Parameters<typeof checkAudit>[1],
  noted?: AuditHead,
) {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  try {
    return await faultsOf(storage, keys, noted);
  } finally {
    await storage.close();
  }
}

async function faultsOf(
  storage: Parameters<typeof checkAudit>[0],
  keys: Parameters<typeof checkAudit>[1],
  noted?: AuditHead,
) {
  const faults: FoundAuditFault[] = [];
  const checking = checkAudit(storage, keys, noted, 3);
  for (;;) {
    const { done, value } = await checking.next();
    if (done) return { faults, ...value };
    faults.push(value);
  }
}

async function keysOf({ url }: Running) {
  return publicKeysIn(await (await fetch(`${url}/api/keys`)).text(), nodeCryptography) ?? [];
}

/** A request on its way, with all that this has written to the log. */
async function logged(test: Parameters<typeof scene>[0]) {
  const handled = await scene(test);
  await raise(handled);
  const session = await opened(handled);
  await act(handled.receiver, 'api/track/questions', session, {
    kind: 'question',
    text: 'سؤال خاص',
    language: 'ar',
  });
  await get(handled.receiver, 'api/staff/requests?state=submitted', handled.staff.administrator);
  const keys = await keysOf(handled.receiver);
  await handled.receiver.close();
  return { ...handled, keys };
}

/** The entries as they are kept. */
function sealedEntries({ dataDir }: Running): { sequence: number; record: string; seal: string }[] {
  const database = new Database(`${dataDir}/taafi.db`);
  const rows = database.prepare('select * from audit order by sequence').all();
  database.close();
  return rows as ReturnType<typeof sealedEntries>;
}

function entriesIn(receiver: Running): ReturnType<typeof sealedEntries> {
  return [...openedRows(receiver.dataDir, 'audit', sealedEntries(receiver))];
}

/** Changes texts as somebody could who has the master key too. */
function forge({ dataDir }: Running, table: 'audit' | 'event', change: (text: string) => string): void {
  const database = new Database(`${dataDir}/taafi.db`);
  const { row, column } = sealedColumns.find((one) => one.table === table) ?? { row: [], column: '' };
  const where = row.map((name) => `${name} = ?`).join(' and ');
  const put = database.prepare(`update ${table} set ${column} = ? where ${where}`);
  const keyring = keyringOf(dataDir);
  const kept = database.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
  for (const opened of openedRows(dataDir, table, kept)) {
    const values = row.map((name) => opened[name]);
    const place = { table, row: values.join('/'), column };
    put.run(keyring.seal(place, change(String(opened[column]))), ...values);
  }
  database.close();
}

function change({ dataDir }: Running, sql: string, ...values: unknown[]): void {
  const database = new Database(`${dataDir}/taafi.db`);
  database.prepare(sql).run(...values);
  database.close();
}

describe('the audit log', () => {
  it('has every call of the staff, reads too, who made it and what was withheld', async (test) => {
    const handled = await logged(test);
    const entries = entriesIn(handled.receiver).map(
      ({ record }) => JSON.parse(record) as Record<string, unknown>,
    );
    const actions = entries.map(({ action }) => action);
    for (const action of ['read', 'moved', 'found', 'listed', 'asked'])
      assert.ok(actions.includes(action), action);
    const read = entries.find(
      ({ action, roles }) => action === 'read' && String(roles) === 'relationsOfficer',
    );
    assert.deepEqual(read?.details, { withheld: ['home', 'rent', 'story'] });
    assert.equal(read?.reference, handled.reference);
    const listed = entries.find(({ action }) => action === 'listed');
    assert.deepEqual(listed?.details, { state: 'submitted', count: 0 });
    // What people wrote about themselves is not in it.
    const text = JSON.stringify(entries);
    for (const secret of ['سالم', '501234567', 'سؤال خاص', 'قصة']) assert.ok(!text.includes(secret), secret);
    assert.deepEqual((await faultsIn(handled.receiver, handled.keys)).faults, []);
  });

  it('has what was refused', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    await act(receiver, `api/staff/requests/${reference}/moves`, staff.administrator, {
      move: 'accept',
      version: 1,
    });
    await get(receiver, 'api/staff/requests/11111111111111', staff.administrator);
    await get(receiver, `api/staff/requests/${reference}/files/x`, staff.administrator);
    const refused = entriesIn(receiver)
      .map(({ record }) => JSON.parse(record) as { action: string; details: unknown })
      .filter(({ action }) => action === 'refused');
    assert.deepEqual(
      refused.map(({ details }) => details),
      [
        { what: 'moves', code: 'move' },
        { what: 'read', code: 'unknown-request' },
        { what: 'readFile', code: 'unknown-upload' },
      ],
    );
  });

  it('is written before anything is read: where it cannot be, nothing is', async (test) => {
    const handled = await scene(test);
    change(handled.receiver, 'drop table audit');
    const { receiver, reference, staff } = handled;
    for (const path of [`requests/${reference}`, 'requests', 'me']) {
      const answer = await get(receiver, `api/staff/${path}`, staff.researchCommittee);
      assert.equal(answer.status, 500, path);
      assert.ok(!answer.text.includes('سالم'));
    }
  });

  it('tells of one flipped byte anywhere, and where', async (test) => {
    const { receiver, keys } = await logged(test);
    const entries = sealedEntries(receiver);
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    const database = new Database(`${receiver.dataDir}/taafi.db`);
    test.after(async () => {
      database.close();
      await storage.close();
    });
    let flips = 0;
    // Every byte of three entries and of their seals, and one in each of the others.
    for (const { sequence, record, seal } of entries) {
      const isWhole = [1, 5, entries.length].includes(sequence);
      for (const [column, text] of [
        ['record', record],
        ['seal', seal],
      ] as const) {
        const bytes = Buffer.from(text);
        const put = database.prepare(`update audit set ${column} = ? where sequence = ?`);
        const places = isWhole ? [...bytes.keys()] : [(sequence * 37) % bytes.length];
        for (const place of places) {
          const changed = Buffer.from(bytes);
          changed[place] = (changed[place] ?? 0) ^ (1 << (place % 7));
          put.run(changed.toString('latin1'), sequence);
          const { faults } = await faultsOf(storage, keys);
          flips += 1;
          assert.ok(faults.length > 0, `${column} ${place} of ${sequence}`);
          assert.equal(faults[0]?.sequence, sequence, `${column} ${place} of ${sequence}`);
        }
        put.run(text, sequence);
      }
    }
    assert.ok(flips > 1_000, String(flips));
    assert.deepEqual((await faultsIn(receiver, keys)).faults, []);
  });

  it('tells of entries that are gone, moved, cut off or made anew', async (test) => {
    const { receiver, keys } = await logged(test);
    const entries = entriesIn(receiver);
    const last = entries.at(-1);
    assert.ok(last !== undefined);
    const { last: noted } = await faultsIn(receiver, keys);
    assert.ok(noted !== undefined);
    const kept = sealedEntries(receiver)[1];
    const put = () =>
      change(
        receiver,
        'insert into audit (sequence, record, seal) values (?, ?, ?)',
        kept?.sequence,
        kept?.record,
        kept?.seal,
      );
    change(receiver, 'delete from audit where sequence = 2');
    assert.deepEqual((await faultsIn(receiver, keys)).faults[0], { code: 'missing', sequence: 2, until: 2 });
    put();
    change(receiver, 'delete from audit where sequence = ?', last.sequence);
    assert.deepEqual(
      (await faultsIn(receiver, keys)).faults.map(({ code }) => code),
      ['head'],
    );
    // Who can also change the head is found by what was noted elsewhere.
    const before = entries.at(-2);
    change(
      receiver,
      "update chain_head set sequence = ?, sha256 = ? where chain = 'audit'",
      last.sequence - 1,
      nodeCryptography.sha256(before?.record ?? ''),
    );
    assert.deepEqual((await faultsIn(receiver, keys)).faults, []);
    assert.deepEqual((await faultsIn(receiver, keys, noted)).faults, [
      { code: 'noted', sequence: last.sequence },
    ]);
    change(receiver, 'update audit set sequence = 100 where sequence = 2');
    assert.ok(
      (await faultsIn(receiver, keys)).faults.some(
        ({ code, sequence }) => code === 'unreadable' && sequence === 100,
      ),
    );
  });

  it('tells of changes that are in no entry, or not as they were made', async (test) => {
    const { receiver, keys, reference } = await logged(test);
    const entries = entriesIn(receiver);
    forge(receiver, 'event', (text) => text.replace('"method":"seen"', '"method":"call"'));
    const changed = (await faultsIn(receiver, keys)).faults;
    assert.deepEqual(
      changed.map(({ code, version }) => [code, version]),
      [
        ['not-as-logged', 3],
        ['not-as-logged', 4],
      ],
    );
    forge(receiver, 'event', (text) => text.replace('"method":"call"', '"method":"seen"'));
    // Even who cuts the log and mends its end cannot hide what was done.
    const kept = entries.find(({ record }) => record.includes('"action":"moved"'));
    assert.ok(kept !== undefined);
    change(receiver, 'delete from audit where sequence > ?', kept.sequence);
    const { sha256 } = nodeCryptography;
    change(
      receiver,
      "update chain_head set sequence = ?, sha256 = ? where chain = 'audit'",
      kept.sequence,
      sha256(kept.record),
    );
    const cut = (await faultsIn(receiver, keys)).faults;
    assert.deepEqual(
      cut.map(({ code, version, reference: about }) => [code, version, about]),
      [3, 4, 5, 6].map((version) => ['not-logged', version, reference]),
    );
    change(receiver, 'delete from chain_head');
    assert.ok((await faultsIn(receiver, keys)).faults.some(({ code }) => code === 'head'));
  });

  it('has reads where nothing was to be done, and calls that make no sense', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    const url = `api/staff/requests/${reference}`;
    await act(
      receiver,
      `${url}/moves`,
      staff.relationsOfficer,
      { move: 'beginVerification', version: 1 },
      'A'.repeat(22),
    );
    await act(
      receiver,
      `${url}/moves`,
      staff.relationsOfficer,
      { move: 'beginVerification', version: 1 },
      'A'.repeat(22),
    );
    await act(receiver, `${url}/moves`, staff.relationsOfficer, {});
    await get(receiver, 'api/staff/requests?name=x', staff.relationsOfficer);
    const actions = entriesIn(receiver).map(
      ({ record }) => (JSON.parse(record) as { action: string }).action,
    );
    assert.deepEqual(actions, ['moved', 'read', 'refused', 'refused']);
  });

  it('stays whole when many write at once', async (test) => {
    const handled = await scene(test);
    await Promise.all(Array.from({ length: 40 }, () => readBy(handled, handled.staff.administrator)));
    const keys = await keysOf(handled.receiver);
    const { faults, entries } = await faultsIn(handled.receiver, keys);
    assert.deepEqual([faults, entries], [[], 40]);
  });

  it('is checked by a command, which says where it is not whole', async (test) => {
    const { receiver } = await logged(test);
    const environment = { TAAFI_DATA: receiver.dataDir };
    const whole = await run(['audit', 'verify'], environment);
    assert.equal(whole.code, 0, whole.err);
    assert.match(whole.out, /^Whole: \d+ entries, none changed, none missing/);
    const [, noted = ''] = /--noted (\S+)/.exec(whole.out) ?? [];
    assert.equal((await run(['audit', 'verify', '--noted', noted], environment)).code, 0);
    forge(receiver, 'audit', (text) => text.replace('"action":"listed"', '"action":"lisled"'));
    const broken = await run(['audit', 'verify'], environment);
    assert.equal(broken.code, 1);
    assert.match(
      broken.out,
      /^NOT whole: \d+ faults?\n {2}\d+ changes of requests compared with their entries\n {2}Entry \d+: it is not what was sealed/,
    );
    assert.equal((await run(['audit', 'verify', '--noted', 'x'], environment)).code, 2);
    assert.match((await run(['audit', 'list'], environment)).out, /"action":"moved"/);
    assert.equal((await run(['audit', 'burn'], environment)).code, 2);
  });
});
