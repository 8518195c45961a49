import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { canonicalJson } from '../../src/core/canonical-json.js';
import { isReference } from '../../src/core/reference.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import type { Running } from './running-receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { referenceTo, sha256, submissionWith, trialForm } from './trial-form.js';

/** What is in the database, read as an export reads it. */
async function storedIn({ dataDir }: Running) {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const rows = await storage.requests.submissions({ most: 1000 });
  await storage.close();
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Record<string, unknown> }));
}

describe('POST api/submissions', () => {
  it('stores a submission and gives a receipt', async (test) => {
    const receiver = await startReceiver(test);
    const { status, body, headers } = await post(receiver, 'api/submissions', submissionWith());
    assert.equal(status, 201);
    assert.match(headers.get('Content-Type') ?? '', /^application\/json/);
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.ok(isReference(String(body.reference)));
    assert.equal(body.receivedAt, '2026-11-22T09:00:00.000Z');
    assert.equal(body.notBefore, '2026-12-06');
    assert.deepEqual(body.form, referenceTo(trialForm));
    assert.equal(body.answersSha256, sha256(canonicalJson({ fullName: 'سالم المثالي', consent: true })));
    const [stored, ...others] = await storedIn(receiver);
    assert.equal(others.length, 0);
    assert.equal(stored?.reference, body.reference);
    assert.deepEqual(stored?.answers, { fullName: 'سالم المثالي', consent: true });
  });

  it('counts days in Riyadh, where it is tomorrow already', async (test) => {
    const receiver = await startReceiver(test);
    receiver.time.now = Date.parse('2026-11-22T21:30:00.000Z');
    const { body } = await post(receiver, 'api/submissions', submissionWith());
    assert.equal(body.notBefore, '2026-12-07');
    const born = { birthDate: { date: '2026-11-23', calendar: 'gregory' } };
    const { status } = await post(receiver, 'api/submissions', submissionWith(born));
    assert.equal(status, 201);
  });

  it('works out computed values anew', async (test) => {
    const receiver = await startReceiver(test);
    const birthDate = { date: '2000-01-01', calendar: 'gregory' };
    const { status } = await post(receiver, 'api/submissions', submissionWith({ birthDate, age: 99 }));
    assert.equal(status, 201);
    const [stored] = await storedIn(receiver);
    assert.equal(stored?.answers.age, 26);
  });

  it('refuses answers with pointers and codes', async (test) => {
    const receiver = await startReceiver(test);
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ fullName: undefined }, '/fullName', 'required'],
      [{ spouse: 'نورة' }, '/spouse', 'hidden'],
      [{ mobile: '0501234567' }, '/mobile', 'format'],
      [{ nobody: 'x' }, '/nobody', 'unknown'],
      [{ marital: 'widowed' }, '/marital', 'not-an-option'],
      [{ dependants: [{ name: 'أ' }, {}] }, '/dependants/1/name', 'required'],
      [{ dependants: {} }, '/dependants', 'type'],
    ];
    for (const [answers, pointer, code] of wrong) {
      const answer = await post(receiver, 'api/submissions', submissionWith(answers));
      assert.equal(answer.status, 422, pointer);
      assert.equal(codeOf(answer), 'answers');
      assert.deepEqual(answer.body.errors, [{ pointer, code }]);
    }
    assert.deepEqual(await storedIn(receiver), []);
  });

  it('repeats no name that cannot be a field', async (test) => {
    const receiver = await startReceiver(test);
    const { body, text } = await post(receiver, 'api/submissions', submissionWith({ '1012345678 <b>': 1 }));
    assert.deepEqual(body.errors, [{ pointer: '', code: 'unknown' }]);
    assert.ok(!text.includes('1012345678'));
  });

  it('records what was agreed to, with the sentence as it was read', async (test) => {
    const receiver = await startReceiver(test);
    const body = submissionWith({ dependants: [{ name: 'أ' }, { name: 'ب', agrees: true }] });
    body.consents.push({ path: 'dependants.1.agrees', language: 'en', at: '2026-11-22T09:01:00.000Z' });
    assert.equal((await post(receiver, 'api/submissions', body)).status, 201);
    const [stored] = await storedIn(receiver);
    assert.deepEqual(stored?.consents, [
      { ...body.consents[0], textSha256: sha256('أوافق على دراسة طلبي.') },
      { ...body.consents[1], textSha256: sha256('The dependant agrees') },
    ]);
  });

  it('wants one record for each statement, and no other', async (test) => {
    const receiver = await startReceiver(test);
    const [given] = submissionWith().consents;
    const wrong = [
      [],
      [given, given],
      [{ ...given, path: 'fullName' }],
      [given, { ...given, path: 'dependants.0.agrees' }],
      [{ ...given, at: 'yesterday' }],
      [{ ...given, at: '2026-02-31T99:00:00Z' }],
      [{ ...given, at: '2026-11-31T09:00:00Z' }],
      [{ ...given, extra: 1 }],
    ];
    for (const consents of wrong) {
      const answer = await post(receiver, 'api/submissions', { ...submissionWith(), consents });
      assert.equal(answer.status, 400, JSON.stringify(consents));
      assert.equal(codeOf(answer), 'malformed');
    }
  });

  it('wants consents of a time that can be, by whatever clock', async (test) => {
    const receiver = await startReceiver(test);
    const [given] = submissionWith().consents;
    const times: [string, number][] = [
      ['1970-01-01T00:00:00.000Z', 400],
      ['9999-12-31T00:00:00.000Z', 400],
      ['2026-09-23T08:59:59.999Z', 400],
      ['2026-09-23T09:00:00.000Z', 201],
      ['2026-11-24T09:00:00Z', 201],
      ['2026-11-24T09:00:00.001Z', 400],
    ];
    for (const [at, status] of times) {
      const consents = [{ ...given, at }];
      const answer = await post(receiver, 'api/submissions', { ...submissionWith(), consents });
      assert.equal(answer.status, status, at);
      if (status === 400) assert.equal(codeOf(answer), 'malformed');
    }
  });

  it('wants a language that the form can be used in', async (test) => {
    const receiver = await startReceiver(test);
    const [given] = submissionWith().consents;
    for (const language of ['zz', 'fr', 'en-GB']) {
      const changes = [{ language }, { consents: [{ ...given, language }] }];
      for (const change of changes) {
        const answer = await post(receiver, 'api/submissions', { ...submissionWith(), ...change });
        assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], language);
        assert.match(String(answer.body.detail), /language/);
      }
    }
    assert.deepEqual(await storedIn(receiver), []);
  });

  it('records the language of the sentence that was read, which may not be that of the page', async (test) => {
    const receiver = await startReceiver(test);
    const statement = {
      id: 'consent',
      type: 'statement',
      required: true,
      label: { ar: 'أوافق على دراسة طلبي.' },
    };
    const [step] = trialForm.steps;
    const arabic = {
      ...trialForm,
      id: 'arabic',
      languages: ['ar', 'ur'],
      conditions: {},
      steps: [{ ...step, fields: [...(step?.fields.slice(0, 1) ?? []), statement] }],
    };
    writeFileSync(`${receiver.dataDir}/forms/arabic.json`, JSON.stringify(arabic));
    // The kit speaks English around it on an English page, and no Urdu.
    for (const language of ['en', 'ur']) {
      const consents = [{ path: 'consent', language, at: '2026-11-22T09:00:00.000Z' }];
      const body = { ...submissionWith({}, referenceTo(arabic)), language, consents };
      assert.equal((await post(receiver, 'api/submissions', body)).status, 201, language);
    }
    for (const { consents } of await storedIn(receiver)) {
      const textSha256 = sha256('أوافق على دراسة طلبي.');
      assert.deepEqual(consents, [
        { path: 'consent', language: 'ar', at: '2026-11-22T09:00:00.000Z', textSha256 },
      ]);
    }
  });

  it('tells a form it does not serve from a version it does not know', async (test) => {
    const receiver = await startReceiver(test);
    const { id, version, sha256: digest } = referenceTo(trialForm);
    const other = 'a'.repeat(64);
    const forms: [unknown, number, string][] = [
      [{ id: 'nothing', version, sha256: digest }, 404, 'unknown-form'],
      [{ id, version, sha256: other }, 409, 'form-changed'],
      [{ id, version: '9.0.0', sha256: digest }, 409, 'form-changed'],
    ];
    for (const [form, status, code] of forms) {
      const answer = await post(receiver, 'api/submissions', submissionWith({}, form));
      assert.deepEqual([answer.status, codeOf(answer)], [status, code]);
    }
  });

  it('draws another reference where one is taken', async (test) => {
    const draws = [7, 7, 7, 8].map((last) => Uint8Array.from([0, 0, 0, 0, last]));
    const random = (bytes: number) =>
      bytes === 5 ? (draws.shift() ?? new Uint8Array(5)) : new Uint8Array(bytes);
    const receiver = await startReceiver(test, { random });
    const first = await post(receiver, 'api/submissions', submissionWith());
    const second = await post(receiver, 'api/submissions', submissionWith());
    assert.match(String(first.body.reference), /^000000000007/);
    assert.match(String(second.body.reference), /^000000000008/);
  });

  it('draws every reference with the same chance', async (test) => {
    // 2^40 - 1 is more than twelve digits: it is drawn again.
    const draws = [Uint8Array.of(255, 255, 255, 255, 255), Uint8Array.of(0xe8, 0xd4, 0xa5, 0x0f, 0xff)];
    const random = (bytes: number) =>
      bytes === 5 ? (draws.shift() ?? new Uint8Array(5)) : new Uint8Array(bytes);
    const receiver = await startReceiver(test, { random });
    const { body } = await post(receiver, 'api/submissions', submissionWith());
    assert.match(String(body.reference), /^999999999999/);
  });

  it('keeps what it has over a restart', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const before = await post(receiver, 'api/submissions', submissionWith(), key);
    const again = await receiver.restart();
    const after = await post(again, 'api/submissions', submissionWith(), key);
    assert.equal(after.status, 201);
    assert.equal(after.text, before.text);
    assert.equal((await storedIn(again)).length, 1);
  });
});

describe('POST api/referrals', () => {
  const referral = {
    form: { id: 'trial', version: '1.2.0' },
    step: 'about',
    question: 'لم تتضح لي الإجراءات',
    contact: '0501234567',
    language: 'ar',
  };

  it('stores a question, once for each key', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const first = await post(receiver, 'api/referrals', referral, key);
    assert.equal(first.status, 201);
    assert.match(String(first.body.id), /^[\w-]{22}$/);
    assert.equal(first.body.receivedAt, '2026-11-22T09:00:00.000Z');
    const second = await post(receiver, 'api/referrals', referral, key);
    assert.equal(second.text, first.text);
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    const rows = await storage.requests.referrals({ most: 10 });
    await storage.close();
    assert.equal(rows.length, 1);
    assert.deepEqual(JSON.parse(rows[0]?.body ?? ''), {
      step: 'about',
      question: referral.question,
      contact: referral.contact,
    });
  });

  it('keeps to its limits', async (test) => {
    const receiver = await startReceiver(test);
    const wrong: [object, number][] = [
      [{ question: '' }, 400],
      [{ question: '  \n ' }, 400],
      [{ question: 'x'.repeat(2001) }, 400],
      [{ contact: 'x'.repeat(101) }, 400],
      [{ contact: null }, 400],
      [{ step: '../x' }, 400],
      [{ step: 'nosuch' }, 400],
      [{ step: 'fullName' }, 400],
      [{ step: 'others' }, 201],
      [{ step: 'start' }, 201],
      [{ step: 'review' }, 201],
      [{ question: 'a\u0000b' }, 400],
      [{ contact: '05\u000001' }, 400],
      [{ language: 'zz' }, 400],
      [{ form: { id: 'nothing', version: '1.0.0' } }, 404],
      [{ question: 'x'.repeat(2000), contact: undefined }, 201],
      [{ form: { id: 'trial', version: '8.8.8' } }, 409],
    ];
    for (const [change, status] of wrong) {
      const answer = await post(receiver, 'api/referrals', { ...referral, ...change });
      assert.equal(answer.status, status, JSON.stringify(change).slice(0, 60));
    }
  });

  it('takes one about every version that was served, and its own steps', async (test) => {
    const receiver = await startReceiver(test);
    const [about, others] = trialForm.steps;
    const put = (version: string, id: string) => {
      const newer = { ...trialForm, id: 'own', version, steps: [{ ...about, id }, others] };
      writeFileSync(`${receiver.dataDir}/forms/own.json`, JSON.stringify(newer));
    };
    const ask = (version: string, step: string) =>
      post(receiver, 'api/referrals', { ...referral, form: { id: 'own', version }, step });
    put('1.0.0', 'first');
    assert.equal((await ask('1.0.0', 'first')).status, 201);
    put('2.0.0', 'renamed');
    assert.equal((await ask('2.0.0', 'renamed')).status, 201);
    assert.equal((await ask('1.0.0', 'first')).status, 201);
    assert.equal((await ask('2.0.0', 'first')).status, 400);
    const unheard = await ask('3.0.0', 'renamed');
    assert.deepEqual([unheard.status, codeOf(unheard)], [409, 'form-changed']);
  });

  it('does not take the key of a submission', async (test) => {
    const receiver = await startReceiver(test);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    await post(receiver, 'api/submissions', submissionWith(), key);
    const answer = await post(receiver, 'api/referrals', referral, key);
    assert.deepEqual([answer.status, codeOf(answer)], [422, 'key-reused']);
  });
});
