import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import Database from 'libsql';
import type { Handled } from './handled-scene.js';
import { go, handlingReceiver, raise, send, wholeStaff } from './handled-scene.js';
import type { Running } from './running-receiver.js';
import { eventually } from './running-receiver.js';
import { answer, content, invited, reach, surveyBuild, tablesOf } from './survey-scene.js';

interface Told {
  readonly type: string;
  readonly token?: string;
  readonly step?: string;
  readonly reference?: string;
}

/** Requests that were accepted, one of them served, and one that was rejected: each is asked how it was, by a webhook. */
async function scene(test: TestContext) {
  const invitations: Told[] = [];
  const server = createServer(async (request, response) => {
    const told = (await json(request)) as Told;
    if (told.type === 'survey.invited') invitations.push(told);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const receiver = await handlingReceiver(test, {
    dist: surveyBuild(test),
    survey: 'https://charity.example/survey',
    webhook: { url },
  });
  const staff = await wholeStaff(receiver);
  const handled: Handled[] = [];
  for (let people = 0; people < 4; people += 1) handled.push({ receiver, staff, ...(await send(receiver)) });
  for (const one of handled) await raise(one);
  receiver.time.now += 15 * 24 * 3_600_000;
  const [rejected, served, ...others] = handled as [Handled, Handled, ...Handled[]];
  await go(rejected, ['researchCommittee', 'reject', { reason: 'الدخل فوق الحد' }]);
  for (const one of [served, ...others]) await go(one, ['researchCommittee', 'accept']);
  const service = { type: 'سلة', on: '2026-12-07' };
  await go(
    served,
    ['relationsOfficer', 'completeRegistration'],
    ['relationsOfficer', 'recordService', { service }],
  );
  await eventually(() => invitations.length === 5 && countOf(receiver) === 5);
  return { receiver, handled, invitations };
}

/** How many invitations are noted as handed on. */
function countOf({ dataDir }: Running): number {
  const counts = tablesOf(dataDir).get('survey_count') ?? [];
  return counts.reduce((sum, { what, count }) => sum + (what === 'invited' ? Number(count) : 0), 0);
}

describe('a survey nobody can be recognised in', () => {
  it('is sent to who was accepted and who was rejected, and again after the service', async (test) => {
    const { receiver, invitations } = await scene(test);
    assert.deepEqual(invitations.map(({ step }) => step).sort(), [
      'decision',
      'decision',
      'decision',
      'decision',
      'delivery',
    ]);
    for (const invitation of invitations) {
      assert.match(JSON.stringify(invitation), /https:\/\/charity\.example\/survey#survey=[\w-]{22}"/);
      assert.equal('reference' in invitation, false);
      assert.doesNotMatch(JSON.stringify(invitation), /\d{4}-\d{4}-\d{4}-\d\d|"at"/);
    }
    const counts = tablesOf(receiver.dataDir).get('survey_count') ?? [];
    assert.deepEqual(counts.map(({ step, what, count }) => [step, what, count]).sort(), [
      ['decision', 'invited', 4],
      ['delivery', 'invited', 1],
    ]);
  });

  it('keeps nothing by which an answer could be joined to a request, an invitation or an employee', async (test) => {
    const { receiver, handled, invitations: all } = await scene(test);
    const given = all.map(({ token = '' }) => token);
    for (const token of given.slice(0, 4)) assert.equal((await answer(receiver, token)).status, 201);
    const tables = tablesOf(receiver.dataDir);

    // What stands in a row of an answer, and in no other table: only which survey, which occasion, which month.
    const responses = tables.get('survey_response') ?? [];
    assert.equal(responses.length, 4);
    assert.deepEqual(Object.keys(responses[0] ?? {}).sort(), [
      'answers',
      'id',
      'month',
      'step',
      'survey',
      'version',
    ]);
    const shared = new Set(['satisfaction', '1.0.0', 'decision', 'delivery', '2026-12']);
    for (const row of responses) {
      for (const value of [
        row.id,
        row.answers,
        ...Object.values(row).filter((one) => !shared.has(String(one))),
      ]) {
        for (const [name, others] of tables) {
          const found = JSON.stringify(others).includes(JSON.stringify(String(value)).slice(1, -1));
          assert.equal(found, name === 'survey_response', `${String(value)} stands in ${name}`);
        }
      }
    }

    // Neither the token nor its hash stands beside an answer, and no token stands anywhere.
    const everything = JSON.stringify([...tables]);
    for (const token of given) assert.ok(!everything.includes(token), 'a token is kept');
    const hashes = (tables.get('survey_invitation') ?? []).map(({ token_sha256 }) => String(token_sha256));
    assert.equal(hashes.length, 5);
    const own = JSON.stringify(responses);
    const aboutPeople = [
      ...hashes,
      ...handled.map(({ reference }) => reference),
      ...(tables.get('staff') ?? []).map(({ id }) => String(id)),
      ...(tables.get('submission') ?? []).map(({ received_at }) => String(received_at)),
    ];
    for (const value of aboutPeople) assert.ok(!own.includes(value), `${value} stands beside an answer`);
    const invitations = JSON.stringify(tables.get('survey_invitation'));
    for (const { reference } of handled) assert.ok(!invitations.includes(reference));

    // No time finer than a day in any of the three tables, and none finer than a month beside an answer.
    const three = ['survey_response', 'survey_invitation', 'survey_count'].map((name) => tables.get(name));
    assert.doesNotMatch(JSON.stringify(three), /\d\d:\d\d|"\d{10,}"|:\d{10,}/);
    assert.doesNotMatch(own, /\d{4}-\d\d-\d\d/);
  });

  it('keeps no order in which answers came', async (test) => {
    const { receiver, invitations } = await scene(test);
    for (const { token = '' } of invitations) await answer(receiver, token, { ...content });
    const database = new Database(join(receiver.dataDir, 'taafi.db'));
    for (const table of ['survey_response', 'survey_invitation', 'survey_count'])
      assert.throws(() => database.prepare(`select rowid from ${table}`).all(), /no such column: rowid/);
    const ids = (database.prepare('select id from survey_response').all() as { id: string }[]).map(
      ({ id }) => id,
    );
    assert.deepEqual(ids, [...ids].sort());
    database.close();
  });

  it('shows no order in the bytes of its files, and joins no answer with an invitation in its log', async (test) => {
    const receiver = await handlingReceiver(test, { dist: surveyBuild(test) });
    const tokens = await invited(receiver, 12);
    const file = join(receiver.dataDir, 'taafi.db');
    for (const [index, token] of tokens.entries()) {
      await reach(receiver, token, 'satisfaction');
      assert.equal(
        (await answer(receiver, token, { comment: `كلام رقم ${'أبجدهوزحطيكلم'[index]}` })).status,
        201,
      );
      const log = `${file}-wal`;
      assert.equal(existsSync(log) ? statSync(log).size : 0, 0, 'something of the answer stays in the log');
    }
    const tables = tablesOf(receiver.dataDir, false);
    const bytes = readFileSync(file);
    const inBytes = (texts: readonly string[]) =>
      [...texts].sort((one, other) => bytes.indexOf(other) - bytes.indexOf(one));
    const rows = tables.get('survey_response') ?? [];
    const answers = rows.map((row) => String(row.answers));
    for (const text of answers)
      assert.ok(bytes.indexOf(text) > 0 && bytes.indexOf(text) === bytes.lastIndexOf(text), text);
    // Stored from the end of the page on, in the order of ids that were drawn at random, or hashes.
    assert.deepEqual(inBytes(answers), answers);
    const hashes = (tables.get('survey_invitation') ?? []).map(({ token_sha256 }) => String(token_sha256));
    assert.deepEqual(inBytes(hashes), [...hashes].sort());
  });

  it('says of no day that somebody was invited or answered on it', async (test) => {
    const { receiver, invitations } = await scene(test);
    await answer(receiver, invitations[0]?.token);
    const days = tablesOf(receiver.dataDir)
      .get('survey_invitation')
      ?.map((row) => row.last_day);
    assert.deepEqual([...new Set(days)], ['2027-02-28']);
  });

  it('leaves nothing of an answer in what the receiver prints, or in the log of what staff did', async (test) => {
    const { receiver, invitations } = await scene(test);
    const [first] = invitations;
    const before = tablesOf(receiver.dataDir).get('audit')?.length;
    await answer(receiver, first?.token, { ...content, comment: 'كلام لا يقوله غيري' });
    assert.equal(tablesOf(receiver.dataDir).get('audit')?.length, before);
    const printed = receiver.lines.join('\n');
    assert.ok(printed.includes('POST /api/surveys/:survey/answers 201'), printed);
    assert.ok(!printed.includes(first?.token ?? '') && !printed.includes('كلام'));
  });

  it('is told to officers who call people without any link: what they give has no name beside it', async (test) => {
    const receiver = await handlingReceiver(test, { dist: surveyBuild(test) });
    const one = { receiver, staff: await wholeStaff(receiver), ...(await send(receiver)) };
    await raise(one);
    receiver.time.now += 15 * 24 * 3_600_000;
    await go(one, ['researchCommittee', 'accept']);
    const path = join(receiver.dataDir, 'notifications.jsonl');
    await eventually(() => existsSync(path) && readFileSync(path, 'utf8').includes('survey.due'));
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const due = lines.map((line) => JSON.parse(line) as Told).find(({ type }) => type === 'survey.due');
    assert.deepEqual([due?.reference, due?.step, due?.token], [one.reference, 'decision', undefined]);
    assert.deepEqual(tablesOf(receiver.dataDir).get('survey_invitation'), []);
  });
});
