import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Database from 'libsql';
import type { LogFormat } from '../../src/receiver/log-lines.js';
import { createReceiver } from '../../src/receiver/receiver.js';
import { sealedColumns } from '../../src/receiver/storage/sealed-columns.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { masterKeySource } from '../../src/receiver/vault/master-key-source.js';
import { run } from '../cli/running-command.js';
import type { Handled } from './handled-scene.js';
import { act, move, opened, raise, readBy, scene, send } from './handled-scene.js';
import type { Running } from './running-receiver.js';
import { eventually, post, startReceiver } from './running-receiver.js';
import { openedRows } from './sealed-data.js';
import { submissionWith } from './trial-form.js';

/** What people and officers wrote, which must stand nowhere as it was written. */
const told = {
  fullName: 'سالم المثالي',
  mobile: '+966501234567',
  birthDate: { date: '1990-05-01', calendar: 'gregory' },
  rent: 123456,
  story: 'قصة خاصة لا يقرؤها كل أحد',
};

const secrets = [
  'سالم المثالي',
  '501234567',
  '1990-05-01',
  '123456',
  'قصة خاصة',
  'أين وصل طلبي',
  'وصل ردنا إليك',
  'ظرف عاجل جدا',
  'لم تتضح لي الإجراءات',
  '0509876543',
];

/** Every file below the folder of the data, as bytes. */
function bytesOf(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? bytesOf(path) : [[path, readFileSync(path)] as const];
  });
}

function mustHoldNone(dataDir: string): void {
  for (const [path, bytes] of bytesOf(dataDir)) {
    for (const secret of secrets) {
      for (const spelling of [secret, JSON.stringify(secret).slice(1, -1)])
        assert.ok(!bytes.includes(spelling), `${secret} stands in ${path}`);
    }
  }
}

/** A request that everything was done with. */
async function journey(test: Parameters<typeof scene>[0], log: LogFormat) {
  const handled = await scene(test, { log }, told);
  const { receiver, reference, staff } = handled;
  const session = await opened(handled);
  const question = { kind: 'question', text: 'أين وصل طلبي', language: 'ar' };
  assert.equal((await act(receiver, 'api/track/questions', session, question)).status, 200);
  const { questions } = await readBy(handled, staff.administrator);
  const url = `api/staff/requests/${reference}`;
  const answer = { question: (questions as { id: string }[])[0]?.id, text: 'وصل ردنا إليك' };
  const answered = await act(receiver, `${url}/answers`, staff.relationsOfficer, answer);
  assert.equal(answered.status, 200, answered.text);
  await raise(handled);
  const early = { override: 'ظرف عاجل جدا' };
  const accepted = await move(handled, 'researchCommittee', 'accept', early);
  assert.equal(accepted.status, 200, accepted.text);
  const officer = {
    form: { id: 'trial', version: '1.2.0' },
    step: 'about',
    question: 'لم تتضح لي الإجراءات',
    contact: '0509876543',
    language: 'ar',
  };
  assert.equal((await post(receiver, 'api/referrals', officer)).status, 201);
  await eventually(async () => (await storedMessages(receiver)) === 0);
  return handled;
}

/** Nothing of what was sent or given stands in what was printed. */
async function mustPrintNone({ receiver, reference, token, staff }: Handled, log: LogFormat): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  await fetch(`${receiver.url}/api/track?mobile=0501234567`, { headers });
  await post(receiver, 'api/track', { reference, factor: '4567' });
  const { lines } = receiver;
  const printed = lines.join('\n');
  for (const value of [...secrets, '4567', reference, token, ...Object.values(staff)])
    assert.ok(!printed.includes(value), `${value} was printed`);
  assert.match(printed, log === 'text' ? /^POST \/api\/submissions 201 \d+ ms$/m : /"\/api\/submissions"/);
  if (log === 'text') return;
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
  assert.deepEqual([...new Set(kinds)], ['request']);
}

async function storedMessages({ dataDir }: Running): Promise<number> {
  const storage = await openStorage(join(dataDir, 'taafi.db'));
  const { waiting } = await storage.outbox.counts();
  await storage.close();
  return waiting;
}

describe('what is on the disk', () => {
  it('holds nothing of what was said after a whole journey, nor does what is printed, and the receiver reads all of it', async (test) => {
    const handled = await journey(test, 'json');
    const { receiver, staff } = handled;
    await mustPrintNone(handled, 'json');
    mustHoldNone(receiver.dataDir);
    const read = JSON.stringify(await readBy(handled, staff.researchCommittee));
    for (const secret of ['سالم المثالي', 'قصة خاصة']) assert.ok(read.includes(secret), secret);
    await receiver.close();
    mustHoldNone(receiver.dataDir);
    const environment = { TAAFI_DATA: receiver.dataDir };
    assert.ok((await run(['export'], environment)).out.includes('قصة خاصة'));
    assert.ok((await run(['export', '--referrals'], environment)).out.includes('0509876543'));
    assert.ok((await run(['audit', 'list'], environment)).out.includes('ظرف عاجل جدا'));
    assert.equal((await run(['verify', '--stored'], environment)).code, 0);
    assert.equal((await run(['audit', 'verify'], environment)).code, 0);
  });

  it('is sealed at the first start where it was open before, also where that was broken off', async (test) => {
    const handled = await journey(test, 'text');
    await mustPrintNone(handled, 'text');
    const { receiver } = handled;
    const { dataDir } = receiver;
    await receiver.close();
    const file = join(dataDir, 'taafi.db');
    const database = new Database(file);
    database.pragma('secure_delete = ON');
    // As an earlier version has left it: everything open, and no word of master keys.
    for (const { table, row, column } of sealedColumns) {
      const kept = database.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
      const where = row.map((name) => `${name} = ?`).join(' and ');
      const put = database.prepare(`update ${table} set ${column} = ? where ${where}`);
      // One row of each stays sealed, as if the power had failed in the middle.
      for (const one of openedRows(dataDir, table, kept).slice(1))
        put.run(one[column], ...row.map((name) => one[name]));
    }
    const half = database.prepare('select happening from event').all() as { happening: string }[];
    assert.ok(half.some(({ happening }) => happening.startsWith('{')));
    // Whatever came after it is tried again too.
    database.exec("delete from kysely_migration where name >= '007'");
    database.close();
    assert.throws(() => mustHoldNone(dataDir));
    const again = await receiver.restart();
    mustHoldNone(dataDir);
    const storage = await openStorage(file);
    const { broken } = await storage.masterKeys.reseal('2026-11-22T09:00:00.000Z');
    await storage.close();
    assert.deepEqual(broken, []);
    await again.close();
    assert.equal((await run(['verify', '--stored'], { TAAFI_DATA: dataDir })).code, 0);
    assert.equal((await run(['audit', 'verify'], { TAAFI_DATA: dataDir })).code, 0);
  });

  it('is refused where it was changed or put elsewhere, and told by its place', async (test) => {
    const { receiver, reference, staff } = await scene(test);
    const other = await send(receiver);
    const database = new Database(join(receiver.dataDir, 'taafi.db'));
    test.after(() => database.close());
    database
      .prepare(
        'update submission set answers = (select answers from submission where reference = ?) where reference = ?',
      )
      .run(reference, other.reference);
    const headers = { Authorization: `Bearer ${staff.administrator}` };
    const answer = await fetch(`${receiver.url}/api/staff/requests/${other.reference}`, { headers });
    assert.equal(answer.status, 500);
    assert.match(receiver.lines.join('\n'), /^fault: BrokenSeal/m);
    const environment = { TAAFI_DATA: receiver.dataDir };
    assert.match(
      (await run(['verify', '--stored'], environment)).out,
      /^NOT whole: 1 fault.*record 2 .*the stored answers/,
    );
    const exported = await run(['export'], environment);
    assert.equal(exported.code, 1);
    assert.match(
      exported.err,
      new RegExp(`submission\\.answers of ${other.reference} is not as it was sealed`),
    );
    // A text that was never sealed is no better than a changed one.
    database.prepare('update submission set answers = ? where reference = ?').run('{}', other.reference);
    assert.match((await run(['export'], environment)).err, /is not as it was sealed/);
  });
});

describe('the master key', () => {
  it('that is missing or another one stops the receiver and the command with a sentence', async (test) => {
    const { receiver } = await scene(test);
    const { dataDir, dist } = receiver;
    await receiver.close();
    const path = join(dataDir, 'master.key');
    const right = readFileSync(path);
    const starts = () => createReceiver({ dataDir, dist, print: () => {} });
    rmSync(path);
    await assert.rejects(starts, /master\.key is missing/);
    const command = await run(['export'], { TAAFI_DATA: dataDir });
    assert.deepEqual([command.code, command.out], [1, '']);
    assert.match(command.err, /master\.key is missing, and with it the master key/);
    const other = Buffer.alloc(32, 7).toString('base64');
    await assert.rejects(
      createReceiver({ dataDir, dist, masterKeys: masterKeySource(dataDir, { TAAFI_MASTER_KEY: other }) }),
      /^MissingMasterKey: The master key [0-9a-f]{16}, .* is not in TAAFI_MASTER_KEY/,
    );
    assert.match(
      (await run(['export'], { TAAFI_DATA: dataDir, TAAFI_MASTER_KEY: other })).err,
      /is not in TAAFI_MASTER_KEY/,
    );
    writeFileSync(path, 'x');
    await assert.rejects(starts, /master\.key must hold keys/);
    writeFileSync(path, right);
    await (await starts()).close();
    assert.equal((await run(['export'], { TAAFI_DATA: dataDir })).code, 0);
  });

  it('is replaced while requests come in: nothing is lost, and the earlier one goes when nothing needs it', async (test) => {
    const receiver = await startReceiver(test);
    const { dataDir, time } = receiver;
    time.now = Date.now();
    const environment = { TAAFI_DATA: dataDir };
    const first = /^ {2}(\w{16}) {2}in use$/m.exec((await run(['keys', '--master'], environment)).out)?.[1];
    const sent: string[] = [];
    const sendSome = async (many: number) => {
      for (let count = 0; count < many; count++) {
        const answer = await post(
          receiver,
          'api/submissions',
          submissionWith({ story: `القصة ${sent.length}` }),
        );
        assert.equal(answer.status, 201, answer.text);
        sent.push(String(answer.body.reference));
      }
    };
    await sendSome(8);
    const [rotated] = await Promise.all([
      run(['keys', '--rotate-master'], environment),
      sendSome(8),
      sendSome(8),
    ]);
    assert.equal(rotated.code, 0, rotated.err);
    assert.match(rotated.out, /A new master key is in use from now on\.\n\d+ texts/);
    assert.ok(rotated.out.includes(`${first}  replaced `));
    await sendSome(2);
    time.now += 3_600_000;
    const again = await receiver.restart({ clock: () => time.now });
    const master = await run(['keys', '--master'], environment);
    const left = [...master.out.matchAll(/^ {2}(\w{16}) {2}/gm)].map(([, id]) => id);
    assert.deepEqual([left.length, left.includes(first)], [1, false], master.out);
    const kept = JSON.parse((await run(['export'], environment)).out) as { reference: string }[];
    assert.deepEqual(kept.map(({ reference }) => reference).sort(), sent.sort());
    assert.ok(!bytesOf(dataDir).some(([, bytes]) => bytes.includes(`taafi1.${first}`)));
    await again.close();
    assert.equal((await run(['verify', '--stored'], environment)).code, 0);
  });
});
