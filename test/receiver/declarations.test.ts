import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/core/canonical-json.js';
import { formatReference } from '../../src/core/reference.js';
import type { Evidence } from '../../src/evidence/record.js';
import type { GivenAnswer } from '../../src/fields/given/given.type.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import type { Link } from './aid-form.js';
import {
  aidAnswers,
  aidForm,
  bodyOf,
  dataOf,
  declarationForm,
  declarationOf,
  handwriting,
  linesIn,
  selfAnswers,
  sentByRelative,
  serveAid,
} from './aid-form.js';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, newKey, post, startReceiver } from './running-receiver.js';
import { referenceTo, sha256, submissionWith } from './trial-form.js';
import { mustBeProblem } from './well-behaved.js';

/** A receiver with a request that a relative has sent, and the link to it. */
async function scene(test: Parameters<typeof startReceiver>[0], options = {}) {
  const receiver = await startReceiver(test, options);
  serveAid(receiver);
  return { receiver, link: await sentByRelative(receiver) };
}

const givenIn = ({ body }: Answer) => body.given as GivenAnswer;

const sealedIn = ({ body }: Answer) => (body.evidence as Evidence).record;

/** The answer without what is another one each time. */
function told({ status, text, headers }: Answer) {
  const others: string[] = [];
  headers.forEach((value, name) => {
    if (name !== 'date') others.push(`${name}: ${value}`);
  });
  return { status, text, headers: others };
}

async function referencesIn({ dataDir }: Running): Promise<string[]> {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const rows = await storage.requests.submissions({ most: 100 });
  await storage.close();
  return rows.map(({ reference }) => reference);
}

function otherIn({ reference, token }: Link): Link {
  return { reference, token: (token.startsWith('A') ? 'B' : 'A') + token.slice(1) };
}

describe('POST api/requests/data', () => {
  it('gives the data of a request as they will be signed, in the language that is asked for', async (test) => {
    const { receiver, link } = await scene(test);
    for (const language of ['ar', 'en']) {
      const answer = await dataOf(receiver, link, language);
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
      const lines = await linesIn(aidForm, { ...aidAnswers, age: 27 }, language);
      assert.deepEqual(answer.body, {
        reference: link.reference,
        receivedAt: '2026-11-22T09:00:00.000Z',
        isSigned: false,
        given: { lines, signer: 'مريم المثالية' },
      });
    }
    const [, , name] = givenIn(await dataOf(receiver, link, 'en')).lines;
    assert.deepEqual(name, { label: 'First name', value: 'مريم' });
  });

  it('says the same of a wrong token as of a request there never was', async (test) => {
    const { receiver, link } = await scene(test);
    const wrong = await dataOf(receiver, otherIn(link));
    assert.deepEqual([wrong.status, codeOf(wrong)], [404, 'unknown-request']);
    // Right and wrong check digits: neither tells anything.
    for (const reference of ['00000000000001', '00000000000098', '98765432109876'])
      assert.deepEqual(told(await dataOf(receiver, { ...link, reference })), told(wrong), reference);
  });

  it('gives nothing for any token but the one', async (test) => {
    const { receiver, link } = await scene(test);
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    // Of the last character four bits are none of the token.
    const last = letters.map((letter) => link.token.slice(0, -1) + letter);
    const others = fc.sample(
      fc.array(fc.constantFrom(...letters), { minLength: 22, maxLength: 22 }).map((found) => found.join('')),
      40,
    );
    for (const [index, token] of [...last, ...others].entries()) {
      // Nobody is to be stopped by the limit here.
      receiver.time.now += index % 50 === 0 ? 600_000 : 0;
      const { status } = await dataOf(receiver, { ...link, token });
      assert.equal(status, token === link.token ? 200 : 404, token);
    }
  });

  it('takes one way to write a link, and no more than the link', async (test) => {
    const { receiver, link } = await scene(test);
    const arabic = link.reference.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const right = { ...link, language: 'ar' };
    const wrong: unknown[] = [
      { ...right, reference: arabic },
      { ...right, reference: formatReference(link.reference) },
      { ...right, reference: ` ${link.reference}` },
      { ...right, reference: Number(link.reference) },
      { ...right, token: '' },
      { ...right, token: `${link.token}=` },
      { ...right, token: link.token.slice(1) },
      { ...right, token: [link.token] },
      { ...right, language: 'zz' },
      { ...right, language: '../ar' },
      { ...right, more: 1 },
      { reference: link.reference, token: link.token },
      { reference: link.reference, language: 'ar' },
      [right],
      null,
    ];
    for (const body of wrong) {
      const answer = await post(receiver, 'api/requests/data', body);
      mustBeProblem(answer, JSON.stringify(body));
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'malformed'], JSON.stringify(body));
      assert.ok(!answer.text.includes(link.token));
    }
    assert.ok(receiver.lines.every((line) => !line.includes(link.token) && !line.includes(link.reference)));
  });

  it('is for POST alone', async (test) => {
    const { receiver } = await scene(test);
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const { status, headers } = await fetch(`${receiver.url}/api/requests/data`, { method });
      assert.deepEqual([status, headers.get('Allow')], [405, 'POST'], method);
    }
  });

  it('lets nobody try for long, and the others as before', async (test) => {
    const { receiver, link } = await scene(test, { trustProxy: true });
    const ask = (client: string, asked = link) =>
      post(receiver, 'api/requests/data', { ...asked, language: 'ar' }, { 'X-Forwarded-For': client });
    const [busy, other] = ['192.0.2.1', '192.0.2.2'];
    for (let tries = 0; tries < 60; tries += 1)
      assert.equal((await ask(busy, otherIn(link))).status, 404, String(tries));
    receiver.time.now += 100_500;
    // Who has tried so often is not told even what is right.
    const stopped = await ask(busy);
    assert.deepEqual([stopped.status, codeOf(stopped)], [429, 'too-many-tries']);
    assert.equal(stopped.headers.get('Retry-After'), '500');
    assert.equal((await ask(other)).status, 200);
    receiver.time.now += 499_499;
    assert.equal((await ask(busy)).status, 429);
    receiver.time.now += 1;
    assert.equal((await ask(busy)).status, 200);
  });

  it('knows its links after a restart, by a secret that is for its owner only', async (test) => {
    const { receiver, link } = await scene(test);
    const again = await receiver.restart();
    assert.equal((await dataOf(again, link)).status, 200);
    assert.equal(statSync(`${receiver.dataDir}/keys/link-secret`).mode & 0o777, 0o600);
    assert.equal(statSync(`${receiver.dataDir}/keys`).mode & 0o777, 0o700);
    const elsewhere = await scene(test);
    assert.equal((await dataOf(elsewhere.receiver, link)).status, 404);
    assert.notEqual(elsewhere.link.token, link.token);
  });

  it('has nothing to give of a request that the person has signed himself', async (test) => {
    const { receiver } = await scene(test);
    const { body } = await post(receiver, 'api/submissions', bodyOf(aidForm, selfAnswers()));
    const link = { reference: String(body.reference), token: String(body.token) };
    const answer = await dataOf(receiver, link);
    assert.deepEqual(answer.body, {
      reference: link.reference,
      receivedAt: '2026-11-22T09:00:00.000Z',
      isSigned: true,
    });
  });
});

describe('a declaration about a request', () => {
  it('is sealed with the request it is about, and the link has done its work', async (test) => {
    const { receiver, link } = await scene(test);
    const given = givenIn(await dataOf(receiver, link));
    const body = declarationOf(given, link);
    const answer = await post(receiver, 'api/submissions', body);
    assert.equal(answer.status, 201, answer.text);
    const record = sealedIn(answer);
    const answersSha256 = sha256(canonicalJson({ ...aidAnswers, age: 27 }));
    assert.deepEqual(record.about, { reference: link.reference, answersSha256 });
    assert.equal(record.form.policyVersion, '2020-01-22');
    const [signature, ...others] = record.signatures;
    assert.equal(others.length, 0);
    assert.deepEqual(signature, {
      path: 'signature',
      method: 'typed',
      language: 'ar',
      sha256: sha256(canonicalJson(body.answers.signature)),
      contentSha256: sha256(canonicalJson({ given, readIt: true, declaration: true, signingWay: 'screen' })),
      shownAt: '2026-11-22T08:55:00.000Z',
      signedAt: '2026-11-22T09:00:00.000Z',
    });
    assert.deepEqual(record.statements.map(({ path }) => path).sort(), ['declaration', 'readIt']);
    const later = await dataOf(receiver, link);
    assert.deepEqual(later.body, {
      reference: link.reference,
      receivedAt: '2026-11-22T09:00:00.000Z',
      isSigned: true,
    });
    const checked = await post(receiver, 'api/receipts', {
      kind: 'taafi-receipt',
      v: 1,
      ...(answer.body.evidence as Evidence),
      definition: declarationForm,
      answers: body.answers,
    });
    assert.equal(checked.status, 200, checked.text);
  });

  it('is of what was sent and of nothing else', async (test) => {
    const { receiver, link } = await scene(test);
    const given = givenIn(await dataOf(receiver, link));
    const [first, second, ...rest] = given.lines;
    assert.ok(first && second);
    const wrong: GivenAnswer[] = [
      { ...given, lines: [first, { ...second, value: 'صاحب الطلب' }, ...rest] },
      { ...given, lines: [first, ...rest] },
      { ...given, lines: [second, first, ...rest] },
      { ...given, lines: [...given.lines, { label: 'المبلغ', value: '5000' }] },
      { ...given, lines: [{ label: `${first.label} ` }, second, ...rest] },
      { lines: given.lines },
      { ...given, signer: 'غيرها' },
      // Those of the other language are others.
      givenIn(await dataOf(receiver, link, 'en')),
    ];
    for (const [index, changed] of wrong.entries()) {
      const signature = { method: 'typed', name: changed.signer ?? 'مريم' };
      const answer = await post(receiver, 'api/submissions', declarationOf(changed, link, { signature }));
      assert.deepEqual([answer.status, codeOf(answer)], [422, 'answers'], `${index} ${answer.text}`);
      assert.deepEqual(answer.body.errors, [{ pointer: '/given', code: 'changed' }]);
    }
    assert.equal((await dataOf(receiver, link)).body.isSigned, false);
    assert.equal((await referencesIn(receiver)).length, 1);
    const answer = await post(receiver, 'api/submissions', declarationOf(given, link));
    assert.equal(answer.status, 201, answer.text);
  });

  it('is made once, and its receipt given again under its key', async (test) => {
    const { receiver, link } = await scene(test);
    const body = declarationOf(givenIn(await dataOf(receiver, link)), link);
    const key = { 'Idempotency-Key': `"${newKey()}"` };
    const first = await post(receiver, 'api/submissions', body, key);
    assert.equal(first.status, 201);
    const second = await post(receiver, 'api/submissions', body);
    assert.deepEqual([second.status, codeOf(second)], [422, 'already-signed']);
    assert.equal((await post(receiver, 'api/submissions', body, key)).text, first.text);
    assert.equal((await referencesIn(receiver)).length, 2);
  });

  it('is made once of those that come at once', async (test) => {
    const { receiver, link } = await scene(test);
    const given = givenIn(await dataOf(receiver, link));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_none, seed) =>
        post(receiver, 'api/submissions', declarationOf(given, link, { signature: handwriting(seed) })),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      assert.deepEqual([answer.status, codeOf(answer)], [422, 'already-signed']);
    assert.equal((await referencesIn(receiver)).length, 2);
  });

  it('is made once even where another process was faster by a moment', async (test) => {
    const { receiver, link } = await scene(test);
    const body = declarationOf(givenIn(await dataOf(receiver, link)), link);
    assert.equal((await post(receiver, 'api/submissions', body)).status, 201);
    await receiver.close();
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    // It was found undeclared when it was looked at, and is declared by now.
    const late = {
      formId: 'data-declaration',
      formVersion: '1.0.0',
      definitionSha256: referenceTo(declarationForm).sha256,
      language: 'ar',
      answers: '{}',
      answersSha256: '0'.repeat(64),
      notBefore: undefined,
      receivedAt: '2026-11-22T09:00:00.000Z',
      consents: [],
      signatures: [],
      claims: [],
      about: link.reference,
      partner: undefined,
      handling: undefined,
    };
    const stored = await storage.requests.storeSubmission(
      { keyHash: 'late', fingerprint: 'late' },
      late,
      () => '00000000000098',
      () => assert.fail('nothing is sealed'),
      () => assert.fail('nothing is answered'),
    );
    await storage.close();
    assert.deepEqual(stored, { state: 'declared-before' });
    assert.equal((await referencesIn(receiver)).length, 2);
  });

  it('wants the link, and a request that can be declared', async (test) => {
    const { receiver, link } = await scene(test);
    const given = givenIn(await dataOf(receiver, link));
    const body = declarationOf(given, link);
    const wrong: [unknown, number, string][] = [
      [otherIn(link), 404, 'unknown-request'],
      [{ ...link, reference: '00000000000098' }, 404, 'unknown-request'],
      [{ reference: link.reference }, 400, 'malformed'],
      [link.reference, 400, 'malformed'],
    ];
    for (const [about, status, code] of wrong) {
      const answer = await post(receiver, 'api/submissions', { ...body, about });
      assert.deepEqual([answer.status, codeOf(answer)], [status, code], JSON.stringify(about));
    }
    // A form without given data declares nothing, and a request that is signed needs no declaration.
    const without = await post(receiver, 'api/submissions', { ...submissionWith(), about: link });
    assert.deepEqual([without.status, codeOf(without)], [400, 'malformed']);
    const signed = await post(receiver, 'api/submissions', bodyOf(aidForm, selfAnswers()));
    const own = { reference: String(signed.body.reference), token: String(signed.body.token) };
    const again = await post(receiver, 'api/submissions', { ...body, about: own });
    assert.deepEqual([again.status, codeOf(again)], [422, 'already-signed']);
    assert.equal((await dataOf(receiver, link)).body.isSigned, false);
  });

  it('can be of data that a page gives, about no request', async (test) => {
    const { receiver, link } = await scene(test);
    const given = { lines: [{ label: 'المدينة', value: 'أبها' }], signer: 'مريم المثالية' };
    const { about: _about, ...body } = declarationOf(given, link);
    const answer = await post(receiver, 'api/submissions', body);
    assert.equal(answer.status, 201, answer.text);
    assert.equal(sealedIn(answer).about, undefined);
    assert.equal((await dataOf(receiver, link)).body.isSigned, false);
  });
});
