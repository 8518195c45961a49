import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { after, before, describe, it } from 'node:test';
import Database from 'libsql';
import { publicKeysIn } from '../../src/evidence/public-keys.js';
import { checkAudit } from '../../src/receiver/audit/audit-check.js';
import { checkChain } from '../../src/receiver/evidence/chain-check.js';
import { nodeCryptography } from '../../src/receiver/evidence/sealing.js';
import type { DatabaseSettings } from '../../src/receiver/settings.js';
import { readAddress } from '../../src/receiver/storage/postgresql/address.js';
import { openPostgresql } from '../../src/receiver/storage/postgresql/open-postgresql.js';
import { patientLimits } from '../../src/receiver/storage/postgresql/pool.js';
import { sealedColumns } from '../../src/receiver/storage/sealed-columns.js';
import type { Storage } from '../../src/receiver/storage/storage.js';
import type { Tables } from '../../src/receiver/storage/tables.js';
import type { KeptFile } from '../../src/receiver/uploads/kept-files.js';
import type { Keyring } from '../../src/receiver/vault/keyring.js';
import { masterKeySource } from '../../src/receiver/vault/master-key-source.js';
import { run, startProgram } from '../cli/running-command.js';
import { aidForm, bodyOf, handwriting, selfAnswers, serveAid } from './aid-form.js';
import { keptFilesIn } from './arrived-files.js';
import { RealPostgreSql, skip } from './real-postgresql.js';
import type { Answer, Running } from './running-receiver.js';
import {
  codeOf,
  eventually,
  NOW,
  newKey,
  post,
  smallBuild,
  startReceiver,
  temporaryFolder,
} from './running-receiver.js';
import { keyringOf } from './sealed-data.js';
import { submissionWith, trialForm } from './trial-form.js';
import { create, fileOf, filesIn, head, patch } from './tus-client.js';

function settings(url: string, pool = 5): DatabaseSettings {
  const { address } = readAddress(url);
  assert.ok(address);
  return { address, pool };
}

/** So many receivers on one database and one folder. */
async function receivers(test: TestContext, url: string, count: number, pool?: number): Promise<Running[]> {
  const dataDir = join(temporaryFolder(test), 'data');
  const dist = smallBuild(test);
  return Promise.all(
    Array.from({ length: count }, () =>
      startReceiver(test, { dataDir, dist, database: settings(url, pool) }),
    ),
  );
}

/** What somebody of this name sends. */
function bodyFor(marker: string, now = NOW) {
  const consents = [{ path: 'consent', language: 'ar', at: new Date(now).toISOString() }];
  return { ...submissionWith({ fullName: marker }), consents };
}

/** Sends until it is stored, as the kit does; gives the reference, and how often it was told to come back. */
async function sendUntilStored(
  all: readonly Running[],
  marker: string,
  { key = newKey(), now = NOW }: { readonly key?: string; readonly now?: number } = {},
): Promise<{ reference: string; refusals: number }> {
  const headers = { 'Idempotency-Key': `"${key}"` };
  for (let tries = 0; tries < 400; tries++) {
    const receiver = all[tries % all.length] as Running;
    const answer = await post(receiver, 'api/submissions', bodyFor(marker, now), headers);
    if (answer.status === 201) return { reference: String(answer.body.reference), refusals: tries };
    assert.deepEqual([answer.status, codeOf(answer)], [503, 'busy'], answer.text);
    assert.match(answer.headers.get('Retry-After') ?? '', /^\d+$/);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${marker} was never stored`);
}

function opened(url: string, { dataDir }: Pick<Running, 'dataDir'>): Promise<Storage> {
  return openPostgresql(settings(url).address, masterKeySource(dataDir, {}), patientLimits);
}

/** All that is stored: references by name, with both chains found whole. */
async function stored(url: string, receiver: Running): Promise<Map<string, string[]>> {
  const storage = await opened(url, receiver);
  try {
    const keys = publicKeysIn(await (await fetch(`${receiver.url}/api/keys`)).text(), nodeCryptography) ?? [];
    const chain = checkChain(storage, keptFilesIn(receiver), keys);
    const { done, value } = await chain.next();
    assert.ok(done, JSON.stringify(value));
    const rows = new Map<string, string[]>();
    for (const { reference, answers } of await storage.requests.submissions({ most: 10_000 })) {
      const { fullName } = JSON.parse(answers) as { fullName: string };
      rows.set(fullName, [...(rows.get(fullName) ?? []), reference]);
    }
    assert.equal(value.records, [...rows.values()].flat().length);
    return rows;
  } finally {
    await storage.close();
  }
}

describe('on a real PostgreSQL', { skip }, () => {
  let server: RealPostgreSql;
  before(async () => {
    const ends: (() => unknown)[] = [];
    server = await RealPostgreSql.start({ after: (end) => ends.push(end as () => unknown) });
    ended = async () => {
      for (const end of ends) await end();
    };
  });
  let ended = async (): Promise<void> => undefined;
  after(() => ended());

  it('four receivers start at once on an empty database, and have the same keys', async (test) => {
    const url = await server.database();
    const all = await receivers(test, url, 4);
    const keys = await Promise.all(
      all.map(async (receiver) => (await fetch(`${receiver.url}/api/keys`)).text()),
    );
    assert.equal(new Set(keys).size, 1);
    const references = await Promise.all(
      all.map(
        async (_, index) => (await sendUntilStored([all[index] as Running], `first ${index}`)).reference,
      ),
    );
    assert.equal(new Set(references).size, 4);
    assert.equal((await stored(url, all[0] as Running)).size, 4);
    const database = new URL(url).pathname.slice(1);
    assert.equal((await server.query(database, 'select id from master_key')).length, 1);
  });

  it('what one has sealed the others open, and a new master key is in use at all of them at once', async (test) => {
    const url = await server.database();
    const all = await receivers(test, url, 2);
    const [first, second] = all as [Running, Running];
    const environment = { TAAFI_DATA: first.dataDir, TAAFI_DATABASE_URL: url };
    const key = newKey();
    const { reference } = await sendUntilStored([first], 'a name nobody else has', { key });
    const database = new URL(url).pathname.slice(1);
    const rowsOf = async (condition: string) => {
      const rows = await server.query(database, `select answers from submission where ${condition}`);
      assert.doesNotMatch(JSON.stringify(rows), /nobody else/);
      return rows.map(({ answers }) => String(answers).split('.')[1]);
    };
    const isFirst = `reference = '${reference.replace(/^TF-|-/g, '')}'`;
    const [before] = await rowsOf(isFirst);
    assert.match(String(before), /^\w{16}$/);
    // While two put new keys in use, both receivers take requests.
    const [rotations] = await Promise.all([
      Promise.all([1, 2].map(() => ran(['keys', '--rotate-master'], environment))),
      ...all.map(async (receiver, index) => {
        for (let count = 0; count < 15; count++)
          await sendUntilStored([receiver], `during ${index} ${count}`);
      }),
    ]);
    for (const { code, text } of rotations) assert.equal(code, 0, text);
    assert.notEqual((await rowsOf(isFirst))[0], before);
    assert.equal((await sendUntilStored([second], 'a name nobody else has', { key })).reference, reference);
    const listed = (await run(['keys', '--master'], environment)).out;
    assert.equal(listed.match(/replaced/g)?.length, 2, listed);
    const inUse = /(\w{16}) {2}in use/.exec(listed)?.[1];
    for (const receiver of all) {
      const { reference: last } = await sendUntilStored([receiver], `after ${receiver.port}`);
      assert.deepEqual(await rowsOf(`reference = '${last.replace(/^TF-|-/g, '')}'`), [inUse]);
    }
    assert.equal((await stored(url, second)).size, 33);
  });

  it('what is sent to two at once under one key is stored once, and the chain has no gap', async (test) => {
    const url = await server.database();
    const all = await receivers(test, url, 2);
    const results = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const key = newKey();
        const both = await Promise.all(
          all.map((receiver) => sendUntilStored([receiver], `request ${index}`, { key })),
        );
        assert.equal(both[0]?.reference, both[1]?.reference);
        return both[0]?.reference;
      }),
    );
    const rows = await stored(url, all[0] as Running);
    assert.deepEqual([...rows.values()].flat().sort(), results.map(String).sort());
  });

  it('nothing is lost or doubled where the database is restarted in the middle', async (test) => {
    const url = await server.database();
    const all = await receivers(test, url, 2);
    let refusals = 0;
    const sent = new Map<string, string>();
    const sending = Promise.all(
      Array.from({ length: 12 }, async (_, worker) => {
        for (let index = 0; index < 25; index++) {
          const marker = `request ${worker} ${index}`;
          const result = await sendUntilStored(all, marker);
          refusals += result.refusals;
          sent.set(marker, result.reference);
        }
      }),
    );
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await server.stop(signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await server.resume();
    }
    await sending;
    assert.ok(refusals > 0, 'the restarts were not noticed');
    const rows = await stored(url, all[0] as Running);
    assert.deepEqual(
      [...rows].sort(),
      [...sent].map(([marker, reference]) => [marker, [reference]] as [string, string[]]).sort(),
    );
    assert.equal((await fetch(`${all[1]?.url}/api/health`)).status, 200);
  });

  it('a receiver that is killed leaves nothing half done, and the other goes on', async (test) => {
    const url = await server.database();
    const dataDir = join(temporaryFolder(test), 'data');
    mkdirSync(join(dataDir, 'forms'), { recursive: true });
    writeFileSync(join(dataDir, 'forms/trial.json'), JSON.stringify(trialForm));
    const dist = temporaryFolder(test);
    const clock = Date.now;
    const survivor = await startReceiver(test, { dataDir, dist, clock, database: settings(url) });
    const environment = { PORT: '0', HOST: '127.0.0.1', TAAFI_DATA: dataDir, TAAFI_DATABASE_URL: url };
    const sent = new Map<string, string>();
    for (let round = 0; round < 3; round++) {
      const program = startProgram(['serve'], environment);
      test.after(() => program.child.kill('SIGKILL'));
      const [, port] = await program.until(/http:\/\/127\.0\.0\.1:(\d+)\n/);
      const doomed = { ...survivor, url: `http://127.0.0.1:${port}` };
      let count = 0;
      const sending = Array.from({ length: 60 }, async (_, index) => {
        const [marker, key] = [`round ${round} ${index}`, newKey()];
        const now = Date.now();
        const answer = await post(doomed, 'api/submissions', bodyFor(marker, now), {
          'Idempotency-Key': `"${key}"`,
        }).catch((): Answer | undefined => undefined);
        count += 1;
        if (count === 10) program.child.kill('SIGKILL');
        const { reference } = await sendUntilStored([survivor], marker, { key, now });
        if (answer?.status === 201) assert.equal(answer.body.reference, reference);
        sent.set(marker, reference);
      });
      await Promise.all(sending);
      await program.ended;
    }
    const rows = await stored(url, survivor);
    assert.deepEqual(
      [...rows].sort(),
      [...sent].map(([marker, reference]) => [marker, [reference]] as [string, string[]]).sort(),
    );
  });

  it('a file that goes on at another process is whole, whatever the first one still has in hand', async (test) => {
    const url = await server.database();
    const [first, second] = (await receivers(test, url, 2)) as [Running, Running];
    const [id, bytes] = [newKey(), fileOf('application/pdf', 200_000)];
    await create(first, id, bytes.length);
    const hanging = connect(first.port, '127.0.0.1');
    test.after(() => hanging.destroy());
    hanging.on('error', () => undefined);
    hanging.write(
      `PATCH /api/uploads/${id} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`,
    );
    hanging.write(bytes.subarray(0, 10_000));
    const from = async () => Number((await head(second, id)).headers.get('Upload-Offset'));
    await eventually(async () => (await from()) === 10_000);
    // This much waits in memory until a chunk is full, or the connection ends.
    hanging.write(bytes.subarray(10_000, 30_000));
    for (const to of [100_000, bytes.length]) {
      const answer = await patch(second, id, await from(), bytes.subarray(await from(), to));
      assert.equal(answer.status, 204, answer.text);
    }
    hanging.destroy();
    // It answers once the older attempt has come to its end there.
    assert.equal((await head(first, id)).headers.get('Upload-Offset'), String(bytes.length));
    const database = new URL(url).pathname.slice(1);
    const [row] = await server.query(database, 'select id, file, data_key as "dataKey" from upload');
    const kept = keptFilesIn(first).pieces(row as unknown as KeptFile);
    assert.deepEqual(await buffer(kept), bytes);
    assert.deepEqual(filesIn(first), [row?.file]);
  });

  it('of copies of one drawing that come to two at once, one is taken', async (test) => {
    const url = await server.database();
    const dataDir = join(temporaryFolder(test), 'data');
    const dist = smallBuild(test);
    const all = await Promise.all(
      [1, 2].map(() => startReceiver(test, { dataDir, dist, database: settings(url) })),
    );
    serveAid(all[0] as Running);
    const signedWith = (firstName: string) =>
      bodyOf(aidForm, selfAnswers({ signature: handwriting(), firstName }));
    const answers = await Promise.all(
      ['سارة', 'ليلى', 'هند', 'منى'].map((firstName, index) =>
        post(all[index % 2] as Running, 'api/submissions', signedWith(firstName)),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422, 422]);
  });

  it('who finds no connection free is told to come back, and no request is kept waiting', async (test) => {
    const url = await server.database();
    const [receiver] = await receivers(test, url, 1, 1);
    assert.ok(receiver);
    const { default: pg } = await import('pg');
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query("begin; update chain_head set sequence = sequence where chain = 'evidence'");
    const answers = await Promise.all(
      [1, 2, 3].map((index) =>
        post(receiver, 'api/submissions', submissionWith({ fullName: `waiting ${index}` })),
      ),
    );
    await other.query('rollback');
    await other.end();
    assert.deepEqual(
      answers.map((answer) => [answer.status, answer.headers.get('Retry-After')]),
      answers.map(() => [503, '5']),
    );
    await sendUntilStored([receiver], 'afterwards');
    assert.deepEqual([...(await stored(url, receiver)).keys()], ['afterwards']);
  });

  it('a receiver with another master key, another secret, other keys or another folder of files does not start', async (test) => {
    const url = await server.database();
    const [receiver] = await receivers(test, url, 1);
    assert.ok(receiver);
    const start = (dataDir: string) =>
      startReceiver(test, { dataDir, dist: receiver.dist, database: settings(url) });
    const withMasterKey = () => {
      const folder = join(temporaryFolder(test), 'data');
      mkdirSync(folder);
      copyFileSync(join(receiver.dataDir, 'master.key'), join(folder, 'master.key'));
      return folder;
    };
    await assert.rejects(start(withMasterKey()), /another link-secret/);
    await sendUntilStored([receiver], 'one');
    await assert.rejects(start(withMasterKey()), /signing-key.json is missing/);
    const bare = join(temporaryFolder(test), 'data');
    await assert.rejects(start(bare), /master\.key is missing, and with it the master key/);
    assert.equal(existsSync(join(bare, 'master.key')), false);
    const strange = { TAAFI_MASTER_KEY: randomBytes(32).toString('base64') };
    await assert.rejects(
      startReceiver(test, {
        dataDir: receiver.dataDir,
        dist: receiver.dist,
        database: settings(url),
        masterKeys: masterKeySource(receiver.dataDir, strange),
      }),
      /The master key \w{16}, which data here were sealed with, is not in TAAFI_MASTER_KEY/,
    );
    const bytes = fileOf('application/pdf', 2_000);
    const id = newKey();
    await create(receiver, id, bytes.length);
    await patch(receiver, id, 0, bytes);
    const documents = [{ id, name: 'a.pdf', size: bytes.length, type: 'application/pdf' }];
    const answer = await post(receiver, 'api/submissions', submissionWith({ fullName: 'two', documents }));
    assert.equal(answer.status, 201, answer.text);
    const copy = join(temporaryFolder(test), 'data');
    cpSync(receiver.dataDir, copy, { recursive: true });
    await (await start(copy)).close();
    rmSync(join(copy, 'uploads'), { recursive: true });
    await assert.rejects(start(copy), /files that were sent last are not in/);
  });

  it('an address that is wrong is told in a sentence without the password', async (test) => {
    const url = await server.database();
    const serve = async (TAAFI_DATABASE_URL: string) => {
      const program = startProgram(['serve'], {
        PORT: '0',
        TAAFI_DATA: join(temporaryFolder(test), 'data'),
        TAAFI_DATABASE_URL,
      });
      assert.equal(await program.ended, 1);
      assert.doesNotMatch(program.written(), /secret-of-test|not-the-password/);
      return program.written();
    };
    assert.match(
      await serve(url.replace('secret-of-test', 'not-the-password')),
      /refuses the name or the password/,
    );
    assert.match(await serve(server.addressOf('nowhere')), /There is no database nowhere at 127/);
    assert.match(
      await serve(`${url}?sslmode=verify-full`),
      /does not answer, or not as TAAFI_DATABASE_URL says/,
    );
    await server.query('postgres', "create database latin encoding 'LATIN1' template template0");
    assert.match(await serve(server.addressOf('latin')), /is kept in LATIN1/);
  });

  it('the commands read and write what is there', async (test) => {
    const url = await server.database();
    const [receiver] = await receivers(test, url, 1);
    assert.ok(receiver);
    const { reference } = await sendUntilStored([receiver], 'command');
    const environment = { TAAFI_DATA: receiver.dataDir, TAAFI_DATABASE_URL: url };
    const exported = await run(['export'], environment);
    assert.equal(exported.code, 0, exported.err);
    assert.deepEqual(
      (JSON.parse(exported.out) as { reference: string }[]).map((row) => row.reference),
      [reference],
    );
    assert.match((await run(['export', '--format', 'csv'], environment)).out, /command/);
    const added = await run(['staff', 'add', '--name', 'نورة', '--roles', 'officer'], environment);
    assert.equal(added.code, 0, added.err);
    assert.match((await run(['staff', 'list'], environment)).out, /نورة/);
    assert.match((await run(['audit', 'verify'], environment)).out, /^Whole: 1 entries/);
    assert.match(
      (await run(['verify', '--stored', '--language', 'en'], environment)).out,
      /^Whole: 1 record/,
    );
    assert.match((await run(['keys'], environment)).out, /in use/);
    const wrong = await run(['export'], { ...environment, TAAFI_DATABASE_URL: 'mysql://x' });
    assert.deepEqual([wrong.code, wrong.out], [1, '']);
    const storage = await opened(url, receiver);
    test.after(() => storage.close());
    const keys = publicKeysIn(await (await fetch(`${receiver.url}/api/keys`)).text(), nodeCryptography) ?? [];
    assert.ok((await checkAudit(storage, keys).next()).done);
  });

  it('all of a file is moved there, compared, and found by the receiver and the commands', async (test) => {
    const url = await server.database();
    const before = await served(test);
    await sendUntilStored([before], 'one', { now: Date.now() });
    const bytes = fileOf('application/pdf', 2_000);
    const id = newKey();
    await create(before, id, bytes.length);
    await patch(before, id, 0, bytes);
    const documents = [{ id, name: 'a.pdf', size: bytes.length, type: 'application/pdf' }];
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const { consents } = bodyFor('', Date.now());
    const body = { ...submissionWith({ fullName: 'حرف ليس لاتينيًا 😀', documents }), consents };
    const sent = await post(before, 'api/submissions', body, key);
    assert.equal(sent.status, 201, sent.text);
    const old = { TAAFI_DATA: before.dataDir };
    const environment = { ...old, TAAFI_DATABASE_URL: url };
    const inUse = await ran(['move'], environment);
    assert.equal(inUse.code, 1);
    assert.match(inUse.text, /in use: stop the receiver/);
    await before.close();
    const added = await ran(['staff', 'add', '--name', 'نورة', '--roles', 'relationsOfficer'], old);
    assert.equal(added.code, 0, added.text);
    const exported = await ran(['export'], old);
    assert.match((await ran(['serve'], environment)).text, /taafi move/);
    const moved = await ran(['move'], environment);
    assert.equal(moved.code, 0, moved.text);
    assert.match(moved.text, /^Copied and compared: \d+ rows of \d+ tables, 2 requests among them/);
    assert.match((await ran(['serve'], old)).text, /was moved to PostgreSQL/);
    assert.equal((await ran(['export'], environment)).text, exported.text);
    const receiver = await served(test, environment);
    assert.equal((await post(receiver, 'api/submissions', body, key)).text, sent.text);
    await sendUntilStored([receiver], 'after', { now: Date.now() });
    assert.equal((await stored(url, receiver)).size, 3);
    assert.match((await ran(['audit', 'verify'], environment)).text, /^Whole: 1 entries/);
    // A second move into the same database would mix two receivers.
    const other = await served(test);
    await other.close();
    const refused = await ran(['move'], { TAAFI_DATA: other.dataDir, TAAFI_DATABASE_URL: url });
    assert.match(refused.text, /holds data already: nothing was moved/);
    assert.equal((await ran(['export'], { TAAFI_DATA: other.dataDir })).text, '[]\n');
  });

  it('every table is moved, row by row as it is, also where a command has opened the database before', async (test) => {
    const url = await server.database();
    const before = await served(test);
    await sendUntilStored([before], 'one', { now: Date.now() });
    await before.close();
    const expected = changed(before.dataDir, (file) => {
      for (const name of tables) if (name !== 'master_key') addRow(file, name);
      const rowsOf = (name: string) => file.prepare(`select * from "${name}"`).all() as Row[];
      return new Map(tables.map((name) => [name, inOrder(rowsOf(name))]));
    });
    const environment = { TAAFI_DATA: before.dataDir, TAAFI_DATABASE_URL: url };
    assert.match((await ran(['staff', 'list'], environment)).text, /nobody/i);
    const moved = await ran(['move'], environment);
    assert.equal(moved.code, 0, moved.text);
    for (const [name, rows] of expected) {
      assert.ok(rows.length > 0, name);
      const there = await server.query(new URL(url).pathname.slice(1), `select * from "${name}"`);
      assert.deepEqual(inOrder(there), rows, name);
    }
  });

  it('what was kept open until now is sealed on the way, and not without its master key', async (test) => {
    const url = await server.database();
    const before = await served(test);
    await sendUntilStored([before], 'a name nobody else has', { now: Date.now() });
    await before.close();
    const environment = { TAAFI_DATA: before.dataDir, TAAFI_DATABASE_URL: url };
    const key = join(before.dataDir, 'master.key');
    renameSync(key, `${key}.away`);
    const refused = await ran(['move'], environment);
    assert.deepEqual([refused.code, existsSync(key)], [1, false]);
    assert.match(refused.text, /master\.key is missing, and with it the master key/);
    renameSync(`${key}.away`, key);
    unseal(before.dataDir);
    assert.equal((await ran(['move'], environment)).code, 0);
    const database = new URL(url).pathname.slice(1);
    for (const { answers } of await server.query(database, 'select answers from submission'))
      assert.match(String(answers), /^taafi1\./);
    const file = readFileSync(join(before.dataDir, 'taafi.db.moved'), 'latin1');
    assert.equal(file.includes('a name nobody else has'), false);
    const receiver = await served(test, environment);
    assert.deepEqual([...(await stored(url, receiver)).keys()], ['a name nobody else has']);
  });

  it('a move that was broken off at its very end is only finished', async (test) => {
    const url = await server.database();
    const before = await served(test);
    await before.close();
    const environment = { TAAFI_DATA: before.dataDir, TAAFI_DATABASE_URL: url };
    assert.match((await ran(['move'], environment)).text, /^Copied and compared/);
    renameSync(join(before.dataDir, 'taafi.db.moved'), join(before.dataDir, 'taafi.db'));
    assert.match((await ran(['move'], environment)).text, /^Found there already/);
  });
});

/** Every table there is: one that is not named here does not compile. */
const named: Readonly<Record<keyof Tables, true>> = {
  definition: true,
  idempotency_key: true,
  submission: true,
  consent: true,
  signature: true,
  declaration: true,
  evidence: true,
  upload: true,
  referral: true,
  process: true,
  handling: true,
  event: true,
  look_up_try: true,
  staff: true,
  audit: true,
  chain_head: true,
  outbox: true,
  survey_invitation: true,
  survey_response: true,
  survey_count: true,
  partner: true,
  partner_referral: true,
  master_key: true,
  destruction: true,
  legal_hold: true,
  fingerprint: true,
  draft: true,
  suspicion: true,
  used_challenge: true,
};
const tables = Object.keys(named);

type Row = Readonly<Record<string, unknown>>;

/** Changes the file by a copy: this process may hold open for a while what it has closed. */
function changed<Result>(dataDir: string, change: (file: Database.Database) => Result): Result {
  const [path, copy] = [join(dataDir, 'taafi.db'), join(dataDir, 'changed.db')];
  copyFileSync(path, copy);
  const file = new Database(copy);
  file.pragma('secure_delete = ON');
  const result = change(file);
  file.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
  copyFileSync(copy, path);
  return result;
}

/** Adds a row with something in every column. */
function addRow(file: Database.Database, name: string): void {
  const columns = file.prepare('select name, type from pragma_table_info(?)').all(name) as Row[];
  const values = columns.map(({ type }) => (/int/i.test(String(type)) ? 7 : 'حرف 😀'));
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  file.pragma('foreign_keys = OFF');
  file.prepare(`insert into "${name}" (${list}) values (${values.map(() => '?').join(', ')})`).run(...values);
}

/** Rows in an order of their own, as plain objects. */
function inOrder(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

/** Makes the file as it was before what is kept was sealed. */
function unseal(dataDir: string): void {
  changed(dataDir, (file) => openAll(file, keyringOf(dataDir)));
}

function openAll(file: Database.Database, keyring: Keyring): void {
  for (const { table, row: key, column } of sealedColumns) {
    const condition = key.map((name) => `"${name}" = ?`).join(' and ');
    for (const row of file.prepare(`select * from "${table}"`).all() as Row[]) {
      const values = key.map((name) => row[name]);
      const text = String(row[column]);
      if (text === '') continue;
      const open = keyring.open({ table, row: values.join('/'), column }, text);
      file.prepare(`update "${table}" set "${column}" = ? where ${condition}`).run(open, ...values);
    }
  }
  const changes = ['007-sealing', '008-files', '009-fingerprints', '010-suspicions']
    .map((name) => `'${name}'`)
    .join(', ');
  file.exec(`delete from kysely_migration where name in (${changes}); delete from master_key`);
}

/** A receiver that is a program of its own, as on a charity's machine, with the trial form. */
async function served(
  test: TestContext,
  environment: Record<string, string> = { TAAFI_DATA: join(temporaryFolder(test), 'data') },
): Promise<Running> {
  const { TAAFI_DATA: dataDir = '' } = environment;
  mkdirSync(join(dataDir, 'forms'), { recursive: true });
  writeFileSync(join(dataDir, 'forms/trial.json'), JSON.stringify(trialForm));
  const program = startProgram(['serve'], { PORT: '0', HOST: '127.0.0.1', ...environment });
  const close = async () => {
    program.child.kill('SIGTERM');
    await program.ended;
  };
  test.after(close);
  const [, port] = await program.until(/http:\/\/127\.0\.0\.1:(\d+)\n/);
  const time = { now: 0 };
  const restart = () => Promise.reject(new Error('not this one'));
  return {
    url: `http://127.0.0.1:${port}`,
    port: Number(port),
    dataDir,
    dist: '',
    lines: [],
    time,
    close,
    restart,
  };
}

/** Runs a command as a program of its own: one that is over holds no file open. */
async function ran(args: readonly string[], environment: Record<string, string>) {
  const program = startProgram(args, environment);
  const code = await program.ended;
  return { code, text: program.written() };
}
