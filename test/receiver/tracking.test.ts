import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formatReference, referenceFrom } from '../../src/core/reference.js';
import {
  act,
  get,
  go,
  handlingReceiver,
  lookUp,
  move,
  opened,
  raise,
  scene,
  send,
  told,
  view,
} from './handled-scene.js';
import type { Answer } from './running-receiver.js';
import { codeOf, newKey, startReceiver } from './running-receiver.js';
import { upload } from './tus-client.js';
import { mustBeProblem } from './well-behaved.js';

const DAY = 24 * 60 * 60 * 1000;

/** The answer without what is another one each time. */
function toldBy({ status, text, headers }: Answer) {
  const others: string[] = [];
  headers.forEach((value, name) => {
    if (name !== 'date') others.push(`${name}: ${value}`);
  });
  return { status, text, headers: others };
}

describe('POST api/track', () => {
  it('opens a request by the last digits of the mobile number, or the year of birth in either calendar', async (test) => {
    const { receiver, reference } = await scene(test);
    for (const factor of ['4567', '٤٥٦٧', ' 45 67\u200f', '1990', '1410', '۱۴۱۰']) {
      const answer = await lookUp(receiver, { reference, factor });
      assert.equal(answer.status, 200, `${factor} ${answer.text}`);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    }
  });

  it('takes a reference as people type and paste it', async (test) => {
    const { receiver, reference } = await scene(test);
    const arabic = reference.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    for (const typed of [
      formatReference(reference),
      ` ${reference} `,
      arabic,
      `\u2066${formatReference(reference)}\u2069`,
    ]) {
      const { status, body } = await lookUp(receiver, { reference: typed, factor: '4567' });
      assert.equal(status, 200, typed);
      assert.equal((body.view as { reference: string }).reference, reference);
    }
  });

  it('opens it by the link of the receipt, as long as that lasts', async (test) => {
    const { receiver, reference, token } = await scene(test);
    assert.match(token, /^20271122\.[\w-]{22}$/);
    assert.equal((await lookUp(receiver, { reference, token })).status, 200);
    receiver.time.now += 365 * DAY;
    assert.equal((await lookUp(receiver, { reference, token })).status, 200);
    receiver.time.now += DAY;
    const late = await lookUp(receiver, { reference, token });
    assert.deepEqual([late.status, codeOf(late)], [410, 'link-expired']);
    // Nobody makes it last by writing another day into it.
    const longer = await lookUp(receiver, { reference, token: token.replace('2027', '2028') });
    assert.equal(codeOf(longer), 'unknown-request');
  });

  it('says the same of everything that is wrong', async (test) => {
    const { receiver, reference, token } = await scene(test, { trustProxy: true });
    const other = await send(receiver);
    const unknown = referenceFrom('000000000001');
    const wrong = [
      { reference: unknown, factor: '4567' },
      { reference, factor: '4568' },
      { reference, factor: '' },
      { reference, factor: '0'.repeat(200) },
      { reference: `${reference.slice(0, 13)}${(Number(reference[13]) + 1) % 10}`, factor: '4567' },
      { reference: 'no number', factor: '4567' },
      { reference: unknown, token },
      { reference, token: other.token },
      { reference, token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` },
      { reference, token: 'nothing' },
      { reference, token: '.' },
    ];
    const answers = [];
    for (const [index, body] of wrong.entries()) {
      const answer = await lookUp(receiver, body, { 'X-Forwarded-For': `192.0.2.${index}` });
      mustBeProblem(answer, JSON.stringify(body));
      answers.push(toldBy(answer));
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal(answers[0]?.status, 404);
  });

  it('lets nobody guess: five wrong factors for a request, whether there is one or not, from wherever they come', async (test) => {
    const { receiver, reference } = await scene(test, { trustProxy: true });
    const ends = [];
    for (const about of [reference, referenceFrom('000000000001')]) {
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          lookUp(
            receiver,
            { reference: about, factor: String(index).padStart(4, '0') },
            { 'X-Forwarded-For': `192.0.2.${index}` },
          ),
        ),
      );
      const codes = answers.map(codeOf);
      assert.equal(codes.filter((code) => code === 'unknown-request').length, 5);
      assert.equal(codes.filter((code) => code === 'too-many-tries').length, 35);
      const refused = answers.find((answer) => answer.status === 429);
      assert.equal(refused?.headers.get('Retry-After'), '3600');
      ends.push(refused && toldBy(refused));
    }
    assert.deepEqual(ends[0], ends[1]);
    // The right one must not tell that it is right, and the link still opens it.
    const right = { reference, factor: '4567' };
    assert.equal((await lookUp(receiver, right, { 'X-Forwarded-For': '198.51.100.1' })).status, 429);
    receiver.time.now += 60 * 60 * 1000;
    assert.equal((await lookUp(receiver, right, { 'X-Forwarded-For': '198.51.100.1' })).status, 200);
  });

  it('lets nobody guess slowly either: ten wrong ones a day, twenty a month', async (test) => {
    const { receiver, reference, token } = await scene(test, { trustProxy: true });
    let tried = 0;
    for (let hour = 0; hour < 24 * 40; hour += 2) {
      const from = { 'X-Forwarded-For': `192.0.2.${hour % 250}` };
      for (let codes = ''; codes !== 'too-many-tries'; ) {
        codes = codeOf(await lookUp(receiver, { reference, factor: '0000' }, from));
        if (codes === 'unknown-request') tried += 1;
        if (hour > 60) break;
      }
      receiver.time.now += (hour < 60 ? 2 : 100) * 60 * 60 * 1000;
      if (hour > 60) break;
    }
    assert.equal(tried, 20);
    assert.equal((await lookUp(receiver, { reference, factor: '4567' })).status, 429);
    assert.equal((await lookUp(receiver, { reference, token })).status, 200);
    receiver.time.now += 30 * DAY;
    assert.equal((await lookUp(receiver, { reference, factor: '4567' })).status, 200);
  });

  it('does not count what was right', async (test) => {
    const { receiver, reference } = await scene(test, { trustProxy: true });
    for (let index = 0; index < 12; index++) {
      const from = { 'X-Forwarded-For': `192.0.2.${index}` };
      assert.equal((await lookUp(receiver, { reference, factor: '4567' }, from)).status, 200);
    }
  });

  it('lets one client try ten times a minute', async (test) => {
    const { receiver, reference, token } = await scene(test);
    for (let count = 0; count < 10; count++)
      assert.equal((await lookUp(receiver, { reference, token })).status, 200);
    const eleventh = await lookUp(receiver, { reference, token });
    assert.deepEqual([eleventh.status, eleventh.headers.get('Retry-After')], [429, '60']);
    receiver.time.now += 61_000;
    assert.equal((await lookUp(receiver, { reference, token })).status, 200);
  });

  it('wants the shape of the contract', async (test) => {
    const { receiver, reference, token } = await scene(test);
    for (const body of [
      {},
      { reference },
      { reference, factor: 4567 },
      { reference, factor: '1', token },
      [reference],
    ]) {
      assert.equal(codeOf(await lookUp(receiver, body)), 'malformed', JSON.stringify(body));
    }
  });

  it('keeps no reference and no factor where it counts, logs or stores', async (test) => {
    const { receiver, reference } = await scene(test);
    await lookUp(receiver, { reference, factor: '9999' });
    await lookUp(receiver, { reference, factor: '4567' });
    const lines = receiver.lines.join('\n');
    assert.ok(!lines.includes(reference));
    // Moments and durations are numbers too.
    assert.doesNotMatch(lines, /(?<![\d.])4567(?!\d)/);
    await receiver.close();
    const file = readFileSync(join(receiver.dataDir, 'taafi.db'));
    assert.ok(!file.includes(Buffer.from('"9999"')));
  });
});

describe('GET api/track', () => {
  it('says where the request is, who acts, what comes next and from when an answer may come', async (test) => {
    const handled = await scene(test);
    const session = await opened(handled);
    const first = await view(handled.receiver, session);
    assert.equal(first.state.id, 'submitted');
    assert.deepEqual(first.state.actor, {
      ar: 'موظف علاقات المستخدمين',
      en: 'Beneficiary-relations officer',
    });
    assert.equal(first.notBefore, '2026-12-06');
    assert.equal(first.receivedAt, '2026-11-22T09:00:00.000Z');
    assert.deepEqual(
      first.timeline.map(({ id, status, on }) => [id, status, on]),
      [
        ['received', 'now', '2026-11-22'],
        ['checking', 'next', undefined],
        ['study', 'next', undefined],
        ['answer', 'next', undefined],
        ['registration', 'next', undefined],
        ['service', 'next', undefined],
      ],
    );
    handled.receiver.time.now += 2 * DAY;
    await raise(handled);
    const raised = await view(handled.receiver, await opened(handled));
    assert.deepEqual(raised.timeline.map(({ id, status, on }) => [id, status, on]).slice(0, 4), [
      ['received', 'done', '2026-11-22'],
      ['checking', 'done', '2026-11-24'],
      ['study', 'now', '2026-11-24'],
      ['answer', 'next', undefined],
    ]);
    assert.equal(raised.notBefore, '2026-12-06');
    handled.receiver.time.now += 12 * DAY;
    await go(handled, ['researchCommittee', 'accept']);
    const accepted = await view(handled.receiver, await opened(handled));
    assert.deepEqual([accepted.state.id, accepted.notBefore], ['accepted', undefined]);
  });

  it('is asked again cheaply', async (test) => {
    const handled = await scene(test);
    const session = await opened(handled);
    const { receiver } = handled;
    const first = await get(receiver, 'api/track', session);
    const tag = first.headers.get('ETag') ?? '';
    assert.match(tag, /^"[0-9a-f]{32}"$/);
    assert.equal(first.headers.get('Retry-After'), '60');
    const again = await get(receiver, 'api/track', session, { 'If-None-Match': tag });
    assert.deepEqual([again.status, again.text, again.headers.get('ETag')], [304, '', tag]);
    await go(handled, ['relationsOfficer', 'beginVerification']);
    const changed = await get(receiver, 'api/track', session, { 'If-None-Match': tag });
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('ETag'), tag);
  });

  it('wants a session, which lasts a day and is of one request', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, token } = handled;
    const session = await opened(handled);
    const other = await send(receiver);
    const [, until = '', nonce = '', code = ''] = session.split('.');
    const forged = [
      '',
      'x',
      token,
      `${other.reference}.${until}.${nonce}.${code}`,
      `${reference}.zzzzzzz.${nonce}.${code}`,
      `${reference}.${until}.${'A'.repeat(22)}.${code}`,
      `${reference}.${until}.${nonce}.${code.slice(1)}A`,
    ];
    for (const wrong of forged) {
      const answer = await get(receiver, 'api/track', wrong);
      assert.deepEqual([answer.status, codeOf(answer)], [401, 'session'], wrong);
    }
    receiver.time.now += DAY - 1000;
    assert.equal((await get(receiver, 'api/track', session)).status, 200);
    receiver.time.now += 2000;
    assert.equal(codeOf(await get(receiver, 'api/track', session)), 'session');
  });

  it('is over for who has ended it, at every receiver, and no other session with it', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    const [one, other] = [await opened(handled), await opened(handled)];
    assert.notEqual(one, other);
    const end = (session: string) => act(receiver, 'api/track/end', session, {});
    const ended = await end(one);
    assert.deepEqual([ended.status, ended.text], [204, '']);
    for (const answer of [await get(receiver, 'api/track', one), await end(one), await end('x')])
      assert.deepEqual([answer.status, codeOf(answer)], [401, 'session']);
    const asked = { kind: 'question', text: 'سؤال', language: 'ar' };
    assert.equal((await act(receiver, 'api/track/questions', one, asked)).status, 401);
    assert.equal((await get(receiver, 'api/track', other)).status, 200);
    const again = await receiver.restart();
    assert.equal((await get(again, 'api/track', one)).status, 401);
    assert.equal((await get(again, 'api/track', other)).status, 200);
    await again.close();
    const file = readFileSync(join(again.dataDir, 'taafi.db'));
    for (const part of one.split('.').slice(2)) assert.ok(!file.includes(Buffer.from(part)));
  });

  it('never says who the person is, what help he asked for, or a word of illness', async (test) => {
    const handled = await scene(test);
    const session = await opened(handled);
    await raise(handled);
    await act(handled.receiver, 'api/track/questions', session, {
      kind: 'question',
      text: 'سؤال عن حالتي',
      language: 'ar',
    });
    const { reference, ...said } = await view(handled.receiver, session);
    assert.match(String(reference), /^\d{14}$/);
    // The digits of a reference are drawn by lot.
    const text = JSON.stringify(said);
    for (const secret of [
      'سالم',
      'المثالي',
      '501234567',
      '1990',
      '1234',
      'قصة',
      'سؤال عن',
      'مخدرات',
      'تعافي',
    ])
      assert.ok(!text.includes(secret), secret);
  });

  it('knows no request of a form without a process', async (test) => {
    const receiver = await startReceiver(test);
    const { reference, token } = await send(receiver);
    assert.equal(token, '');
    assert.equal(codeOf(await lookUp(receiver, { reference, factor: '4567' })), 'unknown-request');
  });

  it('knows those that came before there was a process', async (test) => {
    const early = await startReceiver(test);
    const { reference } = await send(early);
    await early.close();
    const receiver = await handlingReceiver(test, { dataDir: early.dataDir });
    const { status, body } = await lookUp(receiver, { reference, factor: '4567' });
    assert.equal(status, 200);
    assert.equal((body.view as { notBefore: string }).notBefore, '2026-12-06');
  });
});

describe('what is missing', () => {
  it('can be added, and then the request goes on by itself', async (test) => {
    const handled = await scene(test);
    const { receiver, staff, reference } = handled;
    const account = { title: 'رقم الحساب', kind: 'text', note: 'كما في البطاقة' };
    const missing = [{ field: 'documents' }, account];
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'returnForCompletion', { missing }],
    );
    const session = await opened(handled);
    const before = await view(receiver, session);
    assert.equal(before.state.isYours, true);
    assert.deepEqual(
      before.missing.map(({ title, note, kind, isOpen }) => [title, note, kind, isOpen]),
      [
        [{ ar: 'المستند', en: 'The document' }, undefined, 'file', true],
        ['رقم الحساب', 'كما في البطاقة', 'text', true],
      ],
    );
    const [file, text] = before.missing;
    const files = [await upload(receiver), await upload(receiver, 'image/png')];
    const added = await act(receiver, 'api/track/items', session, { item: file?.id, files });
    assert.equal(added.status, 200, added.text);
    assert.equal((await view(receiver, session)).state.id, 'returned');
    const last = await act(receiver, 'api/track/items', session, { item: text?.id, text: '٥٥٥' });
    const after = last.body as unknown as typeof before;
    assert.equal(after.state.id, 'dataVerification');
    assert.deepEqual(
      after.missing.map(({ isOpen }) => isOpen),
      [false, false],
    );
    const read = await get(receiver, `api/staff/requests/${reference}`, staff.relationsOfficer);
    const stored = read.body.files as { id: string; path: string }[];
    assert.deepEqual(
      stored.map(({ id }) => id),
      files.map(({ id }) => id),
    );
    const bytes = await get(
      receiver,
      `api/staff/requests/${reference}/files/${files[0]?.id}`,
      staff.relationsOfficer,
    );
    assert.equal(bytes.status, 200);
    assert.equal(bytes.headers.get('Content-Disposition'), `attachment; filename="${files[0]?.id}.pdf"`);
    assert.match(bytes.text, /^%PDF-1\.7/);
  });

  it('is refused where it was not asked for, has not arrived, or is not of its kind', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'returnForCompletion', { missing: [{ field: 'documents' }] }],
    );
    const session = await opened(handled);
    const [item] = (await view(receiver, session)).missing;
    const file = await upload(receiver);
    const wrong: [object, string][] = [
      [{ item: 'other', files: [file] }, 'move'],
      [{ item: item?.id, text: 'no file' }, 'move'],
      [{ item: item?.id, files: [{ ...file, id: newKey() }] }, 'answers'],
      [{ item: item?.id, files: [] }, 'malformed'],
      [{ item: item?.id, text: ' ' }, 'malformed'],
      [{ item: item?.id }, 'malformed'],
    ];
    for (const [body, code] of wrong) {
      assert.equal(codeOf(await act(receiver, 'api/track/items', session, body)), code, JSON.stringify(body));
    }
    const body = { item: item?.id, files: [file] };
    const key = newKey();
    const [one, two] = await Promise.all([
      act(receiver, 'api/track/items', session, body, key),
      act(receiver, 'api/track/items', session, body, key),
    ]);
    assert.deepEqual([one?.status, two?.status], [200, 200]);
    assert.equal((await act(receiver, 'api/track/items', session, body, key)).status, 200);
    assert.equal(codeOf(await act(receiver, 'api/track/items', session, body)), 'move');
  });
});

describe('what the person may do', () => {
  it('asks, and reads the answer', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    const session = await opened(handled);
    const question = { kind: 'question', text: 'متى يصلني الرد؟', language: 'ar' };
    const key = newKey();
    for (let time = 0; time < 2; time++)
      assert.equal((await act(receiver, 'api/track/questions', session, question, key)).status, 200);
    await act(receiver, 'api/track/questions', session, { ...question, kind: 'suggestion' });
    const listed = await get(receiver, 'api/staff/requests?open=questions', staff.socialResearcher);
    assert.equal(listed.status, 200, listed.text);
    assert.equal((listed.body.requests as unknown[]).length, 1);
    const read = await get(receiver, `api/staff/requests/${reference}`, staff.socialResearcher);
    const [asked] = read.body.questions as { id: string; text: string }[];
    assert.equal(asked?.text, 'متى يصلني الرد؟');
    const answer = {
      question: asked?.id,
      text: { ar: 'بعد أسبوعين على الأقل.', en: 'After two weeks at least.' },
    };
    await act(receiver, `api/staff/requests/${reference}/answers`, staff.socialResearcher, answer);
    const { questions } = await view(receiver, session);
    assert.deepEqual(questions, [
      { askedAt: '2026-11-22', kind: 'question', answer: answer.text, answeredAt: '2026-11-22' },
      { askedAt: '2026-11-22', kind: 'suggestion' },
    ]);
  });

  it('withdraws, once and for all', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    const session = await opened(handled);
    const { version, moves } = await view(receiver, session);
    assert.deepEqual(
      moves.map(({ id }) => id),
      ['withdraw'],
    );
    const body = { move: 'withdraw', version };
    const gone = await act(receiver, 'api/track/moves', session, body);
    assert.equal((gone.body.state as { id: string }).id, 'withdrawn');
    const again = await act(receiver, 'api/track/moves', session, body);
    assert.equal(again.status, 409);
    assert.deepEqual([again.body.why, again.body.state, again.body.possible], ['changed', 'withdrawn', []]);
    assert.equal((await move(handled, 'relationsOfficer', 'beginVerification')).status, 409);
  });

  it('makes no move of the staff, and none of his own that is made by itself', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'returnForCompletion', { missing: [{ field: 'documents' }] }],
    );
    const session = await opened(handled);
    const { version } = await view(receiver, session);
    for (const name of ['completed', 'accept', 'raiseToCommittee', 'nothing', 'object']) {
      const answer = await act(receiver, 'api/track/moves', session, { move: name, version, reason: 'x' });
      assert.deepEqual([answer.status, answer.body.possible], [409, ['withdraw']], name);
    }
  });

  it('objects to a rejection, and nobody who looks on reads what he wrote', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    await raise(handled);
    receiver.time.now += 14 * DAY;
    await go(handled, ['researchCommittee', 'reject', { reason: 'الدخل فوق الحد' }]);
    const session = await opened(handled);
    const rejected = await view(receiver, session);
    assert.deepEqual([rejected.reason, rejected.notBefore], ['الدخل فوق الحد', undefined]);
    assert.deepEqual(
      rejected.moves.map(({ id, needs }) => [id, needs]),
      [['object', ['reason']]],
    );
    const body = { move: 'object', version: rejected.version };
    assert.equal((await act(receiver, 'api/track/moves', session, body)).status, 400);
    const objected = await act(receiver, 'api/track/moves', session, { ...body, reason: 'فقدت عملي' });
    assert.equal((objected.body.state as { id: string }).id, 'grievance');
    assert.ok(!objected.text.includes('فقدت عملي'));
  });

  it('asks for a copy or deletion of his data, each once', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, staff } = handled;
    const session = await opened(handled);
    for (const kind of ['copy', 'deletion', 'copy'])
      assert.equal((await act(receiver, 'api/track/rights', session, { kind })).status, 200);
    const open = await get(receiver, `api/staff/requests/${reference}`, staff.administrator);
    const [copy] = open.body.rights as { id: string; right: string }[];
    const done = { right: copy?.id, note: 'سلّمناها لك في المقر' };
    await act(receiver, `api/staff/requests/${reference}/rights`, staff.administrator, done);
    assert.deepEqual((await view(receiver, session)).rights, [
      { kind: 'copy', askedAt: '2026-11-22', doneAt: '2026-11-22', note: 'سلّمناها لك في المقر' },
      { kind: 'deletion', askedAt: '2026-11-22' },
    ]);
  });

  it('does nothing under a key that was used for something else, or in the name of another', async (test) => {
    const handled = await scene(test);
    const { receiver } = handled;
    const session = await opened(handled);
    const other = await opened({ receiver, ...(await send(receiver)) });
    const key = newKey();
    assert.equal((await act(receiver, 'api/track/rights', session, { kind: 'copy' }, key)).status, 200);
    assert.equal(
      codeOf(await act(receiver, 'api/track/rights', session, { kind: 'deletion' }, key)),
      'key-reused',
    );
    assert.equal(codeOf(await act(receiver, 'api/track/rights', other, { kind: 'copy' }, key)), 'key-reused');
  });
});

it('a page of another site may follow a request where it may embed forms', async (test) => {
  const receiver = await handlingReceiver(test, { origins: ['https://partner.example'] });
  const preflight = await fetch(`${receiver.url}/api/track`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://partner.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization,if-none-match',
    },
  });
  assert.equal(preflight.status, 204);
  const allowed = preflight.headers.get('Access-Control-Allow-Headers') ?? '';
  for (const name of ['Authorization', 'If-None-Match', 'Idempotency-Key'])
    assert.ok(allowed.includes(name), name);
  const { reference } = await send(receiver, told);
  const answer = await lookUp(receiver, { reference, factor: '4567' }, { Origin: 'https://partner.example' });
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), 'https://partner.example');
  assert.match(answer.headers.get('Access-Control-Expose-Headers') ?? '', /ETag.*Retry-After/);
});
