import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { publicKeysIn } from '../../src/evidence/public-keys.js';
import { checkAudit } from '../../src/receiver/audit/audit-check.js';
import { nodeCryptography } from '../../src/receiver/evidence/sealing.js';
import { newStaffToken, staffTokenDigest } from '../../src/receiver/staff/authentication.js';
import { drawInvitation } from '../../src/receiver/surveys/invitations.js';
import { realWorld } from '../../src/receiver/world.js';
import type { Handled, Role } from './handled-scene.js';
import {
  act,
  get,
  go,
  handlingReceiver,
  lookUp,
  opened,
  raise,
  readBy,
  roles,
  send,
  view,
} from './handled-scene.js';
import { PostgreSql } from './postgresql.js';
import type { Running } from './running-receiver.js';
import { newKey, temporaryFolder } from './running-receiver.js';
import { answer, content, packSurvey, surveyBuild } from './survey-scene.js';

/** Two receivers on one PostgreSQL and one folder of keys and files, and one person for each role. */
async function pair(
  test: TestContext,
): Promise<{ receivers: [Running, Running]; handled: Handled; database: PostgreSql }> {
  const database = new PostgreSql();
  const dataDir = join(temporaryFolder(test), 'data');
  const dist = surveyBuild(test);
  const one = await handlingReceiver(test, { dataDir, dist, storage: await database.storage() });
  const two = await handlingReceiver(test, { dataDir, dist, storage: await database.storage() });
  test.after(() => database.close());
  const storage = await database.storage();
  const tokens: [Role, string][] = [];
  for (const role of roles) {
    const token = newStaffToken(realWorld, '2099-12-31');
    const createdAt = '2026-11-22T09:00:00.000Z';
    await storage.staff.add({ id: newKey(), name: role, roles: [role], createdAt }, staffTokenDigest(token));
    tokens.push([role, token]);
  }
  const staff = Object.fromEntries(tokens) as Handled['staff'];
  return { receivers: [one, two], handled: { receiver: one, staff, ...(await send(one)) }, database };
}

describe('on PostgreSQL, with two receivers', () => {
  it('a request goes its way, whichever of them is asked', async (test) => {
    const { receivers, handled } = await pair(test);
    const [one, two] = receivers;
    await raise(handled);
    const session = await opened({ ...handled, receiver: two });
    assert.equal((await view(one, session)).state.id, 'underCommittee');
    for (const receiver of receivers) receiver.time.now += 14 * 24 * 3_600_000;
    await go({ ...handled, receiver: two }, ['researchCommittee', 'reject', { reason: 'الدخل فوق الحد' }]);
    const after = await view(one, await opened(handled));
    assert.deepEqual([after.state.id, after.reason], ['rejected', 'الدخل فوق الحد']);
    const listed = await get(
      two,
      'api/staff/requests?state=rejected&ended=yes&form=trial',
      handled.staff.administrator,
    );
    assert.deepEqual(
      (listed.body.requests as { reference: string }[]).map(({ reference }) => reference),
      [handled.reference],
    );
  });

  it('of two officers at once one wins, and the log stays whole', async (test) => {
    const { receivers, handled, database } = await pair(test);
    const { reference, staff } = handled;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        const receiver = receivers[index % 2] as Running;
        const body = { move: index % 3 === 0 ? 'refer' : 'beginVerification', version: 1 };
        return act(receiver, `api/staff/requests/${reference}/moves`, staff.relationsOfficer, body);
      }),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 409).length, 9);
    const keys =
      publicKeysIn(await (await fetch(`${receivers[0].url}/api/keys`)).text(), nodeCryptography) ?? [];
    const storage = await database.storage();
    const checking = checkAudit(storage, keys);
    const { done, value } = await checking.next();
    assert.ok(done, JSON.stringify(value));
    assert.equal(value.entries, 10);
  });

  it('five wrong factors count together', async (test) => {
    const { receivers, handled } = await pair(test);
    const { reference } = handled;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        lookUp(receivers[index % 2] as Running, { reference, factor: String(index) }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 404).length, 5);
    assert.equal(answers.filter(({ status }) => status === 429).length, 7);
    assert.equal((await readBy(handled, handled.staff.administrator)).version, 1);
  });

  it('an invitation is used once, whichever of them is asked', async (test) => {
    const { receivers, database } = await pair(test);
    const storage = await database.storage();
    const { id: survey } = packSurvey;
    const { token, invited } = await drawInvitation(storage.surveys, { survey, step: 'decision' }, realWorld);
    await storage.surveys.countInvited(invited);
    const key = newKey();
    const first = await answer(receivers[0], token, content, { key });
    assert.deepEqual([first.status, first.body], [201, { stored: 'now' }]);
    const again = await Promise.all(receivers.map((receiver) => answer(receiver, token, content, { key })));
    assert.deepEqual(
      again.map(({ body }) => body),
      [{ stored: 'before' }, { stored: 'before' }],
    );
    const others = await Promise.all(receivers.map((receiver) => answer(receiver, token)));
    assert.deepEqual(
      others.map(({ status }) => status),
      [404, 404],
    );
    const responses = await storage.surveys.responses(survey);
    assert.deepEqual(
      responses.map(({ step, answers }) => ({ step, answers })),
      [{ step: 'decision', answers: content }],
    );
    const [counts] = await storage.surveys.participation(survey);
    assert.deepEqual([counts?.invited, counts?.started, counts?.completed], [1, 1, 1]);
  });

  it('each message is handed on by one of them', async (test) => {
    const { receivers, handled, database } = await pair(test);
    await go(handled, ['relationsOfficer', 'beginVerification'], ['relationsOfficer', 'refer']);
    const storage = await database.storage();
    for (let tries = 0; tries < 200 && (await storage.outbox.counts()).waiting > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const messages = await storage.outbox.of(handled.reference);
    assert.deepEqual(
      messages.map(({ version, tries }) => [version, tries]),
      [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
    );
    assert.equal(receivers.length, 2);
  });

  it('another master key is put in use, and the earlier one is needed no more', async (test) => {
    const database = new PostgreSql();
    test.after(() => database.close());
    const earlier = await database.storage();
    for (const id of ['one', 'two'])
      await earlier.staff.add({ id, name: 'موظف', roles: [], createdAt: '2026-11-22T09:00:00.000Z' }, id);
    const fresh = Buffer.alloc(32, 1).toString('base64');
    await assert.rejects(database.storage(fresh), /^MissingMasterKey: /);
    const both = await database.storage(`${fresh},${database.masterKey}`);
    const { texts, broken } = await both.masterKeys.reseal(new Date().toISOString());
    assert.deepEqual([texts, broken], [2, []]);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const again = await both.masterKeys.reseal(later);
    assert.deepEqual([again.texts, again.dropped.length], [0, 1]);
    await database.storage(fresh);
    await assert.rejects(database.storage(database.masterKey), /^MissingMasterKey: /);
    const names = (await both.staff.all()).map(({ name }) => name);
    assert.deepEqual(names, ['موظف', 'موظف']);
  });
});
