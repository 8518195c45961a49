import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { newStaffToken, staffTokenDigest } from '../../src/receiver/staff/authentication.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { realWorld } from '../../src/receiver/world.js';
import {
  act,
  get,
  go,
  handlingReceiver,
  move,
  opened,
  raise,
  readBy,
  roles,
  scene,
  send,
  staffToken,
  trialProcess,
  verifyAll,
  view,
} from './handled-scene.js';
import { codeOf, newKey, startReceiver } from './running-receiver.js';
import { upload } from './tus-client.js';
import { mustBeProblem } from './well-behaved.js';

const DAY = 24 * 60 * 60 * 1000;
const ids = (list: unknown) => (list as readonly { id: string }[]).map(({ id }) => id);

describe('who may', () => {
  it('is told by a token, and nobody else', async (test) => {
    const { receiver, reference, staff } = await scene(test);
    const me = await get(receiver, 'api/staff/me', staff.researchCommittee);
    assert.deepEqual(me.body.roles, ['researchCommittee']);
    const paths = ['me', 'requests', `requests/${reference}`, `requests/${reference}/files/x`];
    for (const token of ['', 'x', `${staff.administrator}x`, `taafi_staff_${'A'.repeat(43)}`]) {
      for (const path of paths) {
        const answer = await get(receiver, `api/staff/${path}`, token);
        if (answer.status === 429) continue;
        assert.deepEqual([answer.status, codeOf(answer)], [401, 'staff'], path);
      }
    }
    receiver.time.now += 61_000;
    const posted = await act(receiver, `api/staff/requests/${reference}/moves`, 'x', {
      move: 'accept',
      version: 1,
    });
    assert.equal(posted.status, 401);
    assert.equal(
      (await readBy({ receiver, reference, staff, token: '' }, staff.administrator)).state,
      'submitted',
    );
  });

  it('is stopped where tokens of nobody come again and again', async (test) => {
    const { receiver, staff } = await scene(test);
    const answers = [];
    for (let count = 0; count < 25; count++) answers.push(await get(receiver, 'api/staff/me', 'wrong'));
    assert.deepEqual(new Set(answers.slice(0, 20).map(codeOf)), new Set(['staff']));
    assert.deepEqual(new Set(answers.slice(20).map(codeOf)), new Set(['too-many-tries']));
    assert.equal((await get(receiver, 'api/staff/me', staff.administrator)).status, 200);
  });

  it('ends with the last day of the token, by the clock of Riyadh, whoever writes another day into it', async (test) => {
    const receiver = await handlingReceiver(test);
    const token = newStaffToken(realWorld, '2026-11-30');
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    const member = {
      id: newKey(),
      name: 'نورة',
      roles: ['administrator'],
      createdAt: '2026-11-22T09:00:00.000Z',
    };
    await storage.staff.add(member, staffTokenDigest(token));
    await storage.close();
    const later = token.replace('20261130', '20271130');
    assert.notEqual(later, token);
    assert.equal((await get(receiver, 'api/staff/me', later)).status, 401);
    receiver.time.now = Date.parse('2026-11-30T20:59:59.000Z');
    assert.equal((await get(receiver, 'api/staff/me', token)).status, 200);
    receiver.time.now = Date.parse('2026-11-30T21:00:00.000Z');
    const over = await get(receiver, 'api/staff/me', token);
    assert.deepEqual([over.status, codeOf(over)], [401, 'staff']);
    assert.match(String(over.body.detail), /time of this token is over/);
    assert.equal((await get(receiver, 'api/staff/me', later)).body.detail, undefined);
  });

  it('ends with being removed', async (test) => {
    const { receiver, staff } = await scene(test);
    const { body } = await get(receiver, 'api/staff/me', staff.administrator);
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    assert.equal(await storage.staff.remove(String(body.id), '2026-11-22T10:00:00.000Z'), true);
    assert.equal(await storage.staff.remove(String(body.id), '2026-11-22T10:00:00.000Z'), false);
    await storage.close();
    assert.equal(codeOf(await get(receiver, 'api/staff/me', staff.administrator)), 'staff');
  });

  it('read what is confined: only researcher and committee', async (test) => {
    const handled = await scene(test);
    for (const role of roles) {
      const read = await readBy(handled, handled.staff[role]);
      const text = JSON.stringify(read);
      const mayRead = role === 'socialResearcher' || role === 'researchCommittee';
      assert.equal(text.includes('قصة خاصة'), mayRead, role);
      assert.equal(text.includes('1234,') || text.includes('1234}'), mayRead, role);
      assert.deepEqual(read.withheld, mayRead ? [] : ['home', 'rent', 'story'], role);
      assert.ok(text.includes('سالم المثالي'), role);
      const compared = (read.verifications as { field: string }[]).map(({ field }) => field);
      assert.deepEqual(compared, mayRead ? ['mobile', 'story'] : ['mobile'], role);
    }
    const finding = { field: 'story', finding: 'matched', method: 'seen' };
    const url = `api/staff/requests/${handled.reference}/verifications`;
    assert.equal(codeOf(await act(handled.receiver, url, handled.staff.relationsOfficer, finding)), 'role');
  });

  it('have a file that was asked for about something confined: only they', async (test) => {
    const handled = await scene(test);
    const { receiver, staff, reference } = handled;
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['socialResearcher', 'returnForCompletion', { missing: [{ field: 'story' }] }],
    );
    const session = await opened(handled);
    const [item] = (await view(receiver, session)).missing;
    const file = await upload(receiver);
    await act(receiver, 'api/track/items', session, { item: item?.id, files: [file] });
    const url = `api/staff/requests/${reference}/files/${file.id}`;
    assert.equal(codeOf(await get(receiver, url, staff.relationsOfficer)), 'role');
    assert.equal((await get(receiver, url, staff.researchCommittee)).status, 200);
    assert.deepEqual((await readBy(handled, staff.relationsOfficer)).files, []);
    // Nor may anybody ask for what he may not read.
    const own = { missing: [{ field: 'story' }] };
    assert.equal(codeOf(await move(handled, 'relationsOfficer', 'returnForCompletion', own)), 'role');
  });
});

describe('who may do what else', () => {
  it('is said by the process: nobody without a role in it, and not everybody everything', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    const stranger = await staffToken(receiver, 'nobodyAtAll');
    assert.equal(codeOf(await get(receiver, 'api/staff/requests', stranger)), 'role');
    const url = `api/staff/requests/${reference}`;
    assert.equal(codeOf(await get(receiver, url, stranger)), 'role');
    assert.equal(
      codeOf(await act(receiver, `${url}/moves`, stranger, { move: 'close', version: 1 })),
      'role',
    );
    const session = await opened(handled);
    const question = { kind: 'question', text: 'سؤال عن حالتي الخاصة', language: 'ar' };
    await act(receiver, 'api/track/questions', session, question);
    const [asked] = (await readBy(handled, staff.socialResearcher)).questions as { id: string }[];
    for (const role of ['administrator', 'researchCommittee'] as const) {
      const read = await readBy(handled, staff[role]);
      assert.ok(!JSON.stringify(read).includes('سؤال عن حالتي'), role);
      const answer = { question: asked?.id, text: 'جواب' };
      assert.equal(codeOf(await act(receiver, `${url}/answers`, staff[role], answer)), 'role');
    }
  });

  it('keeps what somebody asks for who reads everything from those who do not', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      [
        'socialResearcher',
        'returnForCompletion',
        { missing: [{ title: 'التقرير' }, { title: 'صورة', isConfined: false }] },
      ],
    );
    const seen = (await readBy(handled, staff.relationsOfficer)).items as { title: string }[];
    assert.deepEqual(
      seen.map(({ title }) => title),
      ['صورة'],
    );
    const [hidden] = (await readBy(handled, staff.socialResearcher)).items as { id: string }[];
    const settle = { item: hidden?.id, isOpen: false };
    const url = `api/staff/requests/${reference}/items`;
    assert.equal(codeOf(await act(receiver, url, staff.relationsOfficer, settle)), 'role');
    assert.equal((await act(receiver, url, staff.socialResearcher, settle)).status, 200);
  });

  it('withholds everything where a confined name is none of the form’s', async (test) => {
    const confined = [{ fields: ['hoome'], to: ['socialResearcher'] }];
    const receiver = await handlingReceiver(test, {}, { ...trialProcess, confined });
    const { reference } = await send(receiver);
    const officer = await staffToken(receiver, 'relationsOfficer');
    const { body } = await get(receiver, `api/staff/requests/${reference}`, officer);
    assert.deepEqual(body.answers, {});
    assert.ok(receiver.lines.some((line) => line.includes('hoome')));
  });

  it('withholds fields inside lists', async (test) => {
    const confined = [{ fields: ['size'], to: ['socialResearcher'] }];
    const receiver = await handlingReceiver(test, {}, { ...trialProcess, confined });
    const { reference } = await send(receiver, { dependants: [{ name: 'ريم', size: 38123 }] });
    const officer = await staffToken(receiver, 'relationsOfficer');
    const { body } = await get(receiver, `api/staff/requests/${reference}`, officer);
    assert.deepEqual((body.answers as { dependants: unknown }).dependants, [{ name: 'ريم' }]);
    assert.ok(!JSON.stringify(body).includes('38123'));
  });
});

describe('a move', () => {
  it('goes the way of the policy to its end', async (test) => {
    const handled = await scene(test);
    const { receiver, staff } = handled;
    await raise(handled);
    receiver.time.now += 14 * DAY;
    const service = { type: 'ما طُلب', on: '2026-12-06' };
    await go(
      handled,
      ['researchCommittee', 'accept'],
      ['relationsOfficer', 'completeRegistration'],
      ['relationsOfficer', 'recordService', { service }],
    );
    const read = await readBy(handled, staff.relationsOfficer);
    assert.equal(read.state, 'serviceDelivered');
    assert.deepEqual(read.moves, []);
    const history = read.history as { kind: string; move?: string; by: string }[];
    assert.deepEqual(
      history.flatMap(({ kind, move: name }) => (kind === 'moved' ? [name] : [])),
      ['beginVerification', 'raiseToCommittee', 'accept', 'completeRegistration', 'recordService'],
    );
    assert.equal(new Set(history.map(({ by }) => by)).size, 4);
  });

  it('from another state is refused, with those that can be made', async (test) => {
    const handled = await scene(test);
    const refused = await move(handled, 'relationsOfficer', 'raiseToCommittee');
    mustBeProblem(refused, 'out of order');
    assert.equal(refused.status, 409);
    assert.deepEqual(
      [refused.body.why, refused.body.state, refused.body.version, refused.body.possible],
      ['not-now', 'submitted', 1, ['beginVerification', 'refer', 'close']],
    );
  });

  it('of another role is refused', async (test) => {
    const handled = await scene(test);
    for (const role of ['socialResearcher', 'researchCommittee', 'administrator'] as const) {
      const refused = await move(handled, role, 'beginVerification');
      assert.deepEqual([refused.status, codeOf(refused)], [403, 'role'], role);
    }
    assert.equal(codeOf(await move(handled, 'relationsOfficer', 'withdraw')), 'role');
    assert.equal((await move(handled, 'relationsOfficer', 'nothing')).body.why, 'unknown-move');
  });

  it('twice is made once', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    const url = `api/staff/requests/${reference}/moves`;
    const body = { move: 'beginVerification', version: 1 };
    assert.equal((await act(receiver, url, staff.relationsOfficer, body)).status, 200);
    const again = await act(receiver, url, staff.relationsOfficer, body);
    assert.deepEqual([again.status, again.body.why, again.body.version], [409, 'changed', 2]);
    // The same call again, because its answer was lost, is no second one.
    const key = newKey();
    const refer = { move: 'refer', version: 2 };
    for (let time = 0; time < 2; time++)
      assert.equal((await act(receiver, url, staff.relationsOfficer, refer, key)).status, 200);
    assert.equal((await readBy(handled, staff.relationsOfficer)).version, 3);
  });

  it('of two officers at once is made by one, and the other is told', async (test) => {
    for (let round = 0; round < 5; round++) {
      const handled = await scene(test);
      const { receiver, reference } = handled;
      const officers = await Promise.all(
        Array.from({ length: 8 }, () => staffToken(receiver, 'relationsOfficer')),
      );
      const answers = await Promise.all(
        officers.map((token, index) =>
          act(receiver, `api/staff/requests/${reference}/moves`, token, {
            move: index % 2 === 0 ? 'beginVerification' : 'refer',
            version: 1,
          }),
        ),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
      const others = answers.filter(({ status }) => status !== 200);
      assert.deepEqual(
        new Set(others.map(({ status, body }) => `${status} ${body.why}`)),
        new Set(['409 changed']),
      );
      assert.equal((await readBy(handled, handled.staff.administrator)).version, 2);
    }
  });

  it('to the committee waits until all is found matched', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    await go(handled, ['relationsOfficer', 'beginVerification']);
    const url = `api/staff/requests/${reference}/verifications`;
    for (const finding of ['mismatch', 'expired', 'unreadable']) {
      await act(receiver, url, staff.socialResearcher, {
        field: 'mobile',
        finding,
        method: 'call',
        note: 'لم يجب',
      });
      const refused = await move(handled, 'relationsOfficer', 'raiseToCommittee');
      assert.deepEqual(
        [refused.body.why, refused.body.need, refused.body.fields],
        ['not-ready', 'verified', ['mobile']],
      );
    }
    await verifyAll(handled);
    await go(handled, ['relationsOfficer', 'raiseToCommittee']);
    const wrong = { field: 'fullName', finding: 'matched', method: 'seen' };
    assert.equal(codeOf(await act(receiver, url, staff.socialResearcher, wrong)), 'malformed');
    assert.equal(
      codeOf(await act(receiver, url, staff.socialResearcher, { ...wrong, finding: 'fine' })),
      'malformed',
    );
  });

  it('that decides before the fourteenth day needs a reason, and the log has it', async (test) => {
    const handled = await scene(test);
    const { receiver, staff } = handled;
    await raise(handled);
    receiver.time.now += 13 * DAY;
    for (const override of [undefined, ' ']) {
      const early = await move(
        handled,
        'researchCommittee',
        'accept',
        override === undefined ? {} : { override },
      );
      assert.ok(early.status === 409 || codeOf(early) === 'malformed');
      if (early.status === 409)
        assert.deepEqual(
          [early.body.why, early.body.notBefore, early.body.mayOverride],
          ['too-early', '2026-12-06', true],
        );
    }
    await go(handled, ['researchCommittee', 'accept', { override: 'حالة عاجلة بقرار اللجنة' }]);
    const history = (await readBy(handled, staff.researchCommittee)).history as { override?: string }[];
    assert.equal(history.at(-1)?.override, 'حالة عاجلة بقرار اللجنة');
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    const log = await storage.audit.after(0, 1000);
    await storage.close();
    assert.ok(log.some(({ record }) => record.includes('حالة عاجلة') && record.includes('"early":true')));
  });

  it('on the fourteenth day itself needs none, by the clock of Riyadh', async (test) => {
    const handled = await scene(test);
    await raise(handled);
    handled.receiver.time.now = Date.parse('2026-12-05T20:59:59.000Z');
    assert.equal((await move(handled, 'researchCommittee', 'accept')).body.why, 'too-early');
    handled.receiver.time.now = Date.parse('2026-12-05T21:00:00.000Z');
    await go(handled, ['researchCommittee', 'accept']);
  });

  it('waits for a working day', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    receiver.time.now = Date.parse('2026-11-27T09:00:00.000Z');
    const second = { ...handled, ...(await send(receiver)) };
    assert.equal((await view(receiver, await opened(second))).notBefore, '2026-12-13');
  });

  it('says what it lacks', async (test) => {
    const handled = await scene(test);
    await raise(handled);
    handled.receiver.time.now += 14 * DAY;
    const without = await move(handled, 'researchCommittee', 'reject');
    assert.deepEqual([without.status, without.body.need], [400, 'reason']);
    await go(handled, ['researchCommittee', 'accept']);
    const asked = await move(handled, 'relationsOfficer', 'askForRegistration', {});
    assert.equal(asked.body.need, 'missing');
    // What a move has no use for is not taken in silence.
    const strange = await move(handled, 'relationsOfficer', 'completeRegistration', {
      missing: [{ title: 'x' }],
    });
    assert.match(String(strange.body.detail), /takes no "missing"/);
    await go(handled, ['relationsOfficer', 'askForRegistration', { missing: [{ title: 'صورة الحساب' }] }]);
    const early = await move(handled, 'relationsOfficer', 'completeRegistration');
    assert.deepEqual([early.status, early.body.why, early.body.need], [409, 'not-ready', 'nothingMissing']);
    const [item] = (await readBy(handled, handled.staff.relationsOfficer)).items as { id: string }[];
    const url = `api/staff/requests/${handled.reference}/items`;
    await act(handled.receiver, url, handled.staff.relationsOfficer, { item: item?.id, isOpen: false });
    await go(handled, ['relationsOfficer', 'completeRegistration']);
    const day = { service: { type: 'x', on: '2026-02-30' } };
    assert.equal(codeOf(await move(handled, 'relationsOfficer', 'recordService', day)), 'malformed');
    assert.equal((await move(handled, 'relationsOfficer', 'recordService')).body.need, 'service');
  });

  it('of a referral comes back to where it was', async (test) => {
    const handled = await scene(test);
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'refer'],
      ['socialResearcher', 'endReferral'],
      ['socialResearcher', 'refer'],
      ['socialResearcher', 'endReferral'],
    );
    const read = await readBy(handled, handled.staff.relationsOfficer);
    assert.equal(read.state, 'dataVerification');
    assert.equal(read.notBefore, '2026-12-06');
  });
});

describe('what is written to a person', () => {
  it('holds no word that others must not read', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    await go(handled, ['relationsOfficer', 'beginVerification']);
    const refused = await move(handled, 'relationsOfficer', 'returnForCompletion', {
      missing: [{ title: { ar: 'صورة العقد', en: 'Proof of your treatment' } }],
    });
    assert.deepEqual([refused.status, codeOf(refused), refused.body.word], [422, 'never-say', 'treatment']);
    const session = await opened(handled);
    await act(receiver, 'api/track/questions', session, { kind: 'question', text: 'سؤال', language: 'ar' });
    const [question] = ids((await readBy(handled, staff.socialResearcher)).questions);
    const url = `api/staff/requests/${reference}/answers`;
    const text = 'أحضر تقرير المستشفى';
    assert.equal(codeOf(await act(receiver, url, staff.socialResearcher, { question, text })), 'never-say');
    assert.equal(
      (await act(receiver, url, staff.socialResearcher, { question, text: 'أحضر التقرير' })).status,
      200,
    );
    assert.equal(
      codeOf(await act(receiver, url, staff.socialResearcher, { question: 'x', text: 'لا' })),
      'malformed',
    );
  });
});

describe('the list', () => {
  it('is filtered and goes page by page, the oldest first', async (test) => {
    const receiver = await handlingReceiver(test);
    const token = await staffToken(receiver, 'relationsOfficer');
    const sent = [];
    for (let count = 0; count < 7; count++) {
      // Some of the same moment, some later.
      if (count % 3 === 0) receiver.time.now += 1000;
      sent.push((await send(receiver)).reference);
    }
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await get(receiver, `api/staff/requests?most=2${after}`, token);
      const rows = body.requests as { reference: string }[];
      seen.push(...rows.map(({ reference }) => reference));
      if (body.next === undefined) break;
      after = `&after=${String(body.next)}`;
    }
    assert.deepEqual(new Set(seen), new Set(sent));
    assert.equal(seen.length, 7);
    const [first = ''] = sent;
    await act(receiver, `api/staff/requests/${first}/moves`, token, {
      move: 'beginVerification',
      version: 1,
    });
    const list = async (query: string) => {
      const { body } = await get(receiver, `api/staff/requests?${query}`, token);
      return (body.requests as { reference: string }[]).map(({ reference }) => reference);
    };
    assert.deepEqual(await list('state=dataVerification'), [first]);
    assert.equal((await list('state=submitted')).length, 6);
    assert.equal((await list('form=trial&ended=no')).length, 7);
    assert.deepEqual(await list('ended=yes'), []);
    assert.deepEqual(await list('open=items'), []);
  });

  it('has at once what came before its process was put in place', async (test) => {
    const receiver = await startReceiver(test);
    const { reference } = await send(receiver);
    const token = await staffToken(receiver, 'relationsOfficer');
    writeFileSync(join(receiver.dataDir, 'processes/trial.json'), JSON.stringify(trialProcess));
    const { body, text } = await get(receiver, 'api/staff/requests', token);
    assert.deepEqual(
      (body.requests as { reference: string }[]).map((row) => row.reference),
      [reference],
      text,
    );
  });

  it('shows nobody’s data, and takes no filter it does not know', async (test) => {
    const { receiver, staff } = await scene(test);
    const { text } = await get(receiver, 'api/staff/requests', staff.administrator);
    for (const secret of ['سالم', '501234567', '1990']) assert.ok(!text.includes(secret), secret);
    for (const query of ['name=x', 'most=x', 'open=all', 'state=a&state=b', 'after=%20']) {
      assert.equal(
        codeOf(await get(receiver, `api/staff/requests?${query}`, staff.administrator)),
        'malformed',
        query,
      );
    }
  });
});
