import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PartnerKey } from '../../src/cli/partner-key.js';
import { newPartnerKey, signed } from '../../src/cli/partner-key.js';
import { shareSentence } from '../../src/locale/partner-words.js';
import { Forms } from '../../src/receiver/forms/forms.js';
import { openLinkSecret } from '../../src/receiver/link-secret.js';
import { PartnerReferrals } from '../../src/receiver/partners/partner-referrals.js';
import type { ReceiverOptions } from '../../src/receiver/receiver.js';
import { openStorage } from '../../src/receiver/storage/storage.js';
import { realWorld } from '../../src/receiver/world.js';
import {
  act,
  go,
  handlingReceiver,
  opened,
  raise,
  staffToken,
  told,
  view,
  wholeStaff,
} from './handled-scene.js';
import type { Answer, Running } from './running-receiver.js';
import { codeOf, NOW, newKey, post, read, smallBuild, startReceiver } from './running-receiver.js';
import { referenceTo, sha256, submissionWith, trialForm } from './trial-form.js';

const ORIGIN = 'https://partner.example';
const SECOND = Math.floor(NOW / 1000);
/** The trial form, with fields that partners may fill in. */
const form = { ...trialForm, prefill: { signed: ['fullName', 'mobile', 'marital'] } };
const filed = referenceTo(form);
const name = { ar: 'جمعية المثال', en: 'Example Association' };

function referredBuild(test: TestContext): string {
  const dist = smallBuild(test);
  writeFileSync(join(dist, 'src/packs/trial-pack/trial.json'), JSON.stringify(form));
  return dist;
}

function startReferred(test: TestContext, options: Partial<ReceiverOptions> = {}): Promise<Running> {
  return startReceiver(test, { dist: referredBuild(test), ...options });
}

/** A partner in the register, and its key. */
async function partnerOf(receiver: Pick<Running, 'dataDir'>, origins = [ORIGIN]): Promise<PartnerKey> {
  const key = newPartnerKey(newKey());
  const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
  await storage.partners.add({
    id: key.kid,
    name,
    origins,
    publicKey: key.x,
    createdAt: '2026-11-22T09:00:00.000Z',
  });
  await storage.close();
  return key;
}

function referral(key: PartnerKey, claims: object = {}, type = 'taafi-referral+jwt'): string {
  const usual = { iss: key.kid, jti: 'case-1', iat: SECOND, exp: SECOND + 3600, form: 'trial' };
  return signed(type, { ...usual, ...claims }, key);
}

/** Opens a referral as a page of an origin does. */
function open(receiver: Running, token: string, origin?: string, more: object = {}): Promise<Answer> {
  const headers = origin === undefined ? {} : { Origin: origin, 'Sec-Fetch-Site': 'cross-site' };
  return post(receiver, 'api/partner-referrals', { form: 'trial', token, ...more }, headers);
}

function why(answer: Answer): unknown {
  return answer.status === 200 ? 'opened' : (answer.body.reason ?? codeOf(answer));
}

describe('a referral of a partner', () => {
  it('is opened from its own site: what it may fill in, and nothing is kept of it', async (test) => {
    const receiver = await startReferred(test);
    const key = await partnerOf(receiver);
    const answers = { fullName: 'سالم المثالي', mobile: '0501234567', story: 'لا تُملأ مسبقًا', strange: 1 };
    // The page of another site opens nothing by itself unless the receiver lists it.
    assert.equal((await open(receiver, referral(key, { answers }), ORIGIN)).status, 403);
    const opened = await open(receiver, referral(key, { answers }), undefined, { host: ORIGIN });
    assert.equal(opened.status, 200, opened.text);
    assert.deepEqual(opened.body.partner, { id: key.kid, name });
    assert.deepEqual(opened.body.answers, { fullName: 'سالم المثالي', mobile: '0501234567' });
    assert.deepEqual(opened.body.ignored, ['story', 'strange']);
    const listed = await startReferred(test, { dataDir: receiver.dataDir, origins: [ORIGIN] });
    assert.equal(why(await open(listed, referral(key), ORIGIN)), 'opened');
    assert.ok(!receiver.lines.join('\n').includes('سالم'));
  });

  it('is refused when it is over, for another form, of nobody, or from another site', async (test) => {
    const receiver = await startReferred(test, { origins: ['https://other.example'] });
    const key = await partnerOf(receiver);
    const cases: readonly (readonly [string, unknown])[] = [
      [referral(key, { exp: SECOND }), 'expired'],
      [referral(key, { exp: SECOND - 1, iat: SECOND - 60 }), 'expired'],
      [referral(key, { iat: SECOND + 600 }), 'changed'],
      [referral(key, { exp: SECOND + 8 * 24 * 3600 }), 'changed'],
      [referral(key, { form: 'other' }), 'form'],
      [referral(key, { iss: newKey() }), 'changed'],
      [referral(key, { jti: 'رقم الملف' }), 'changed'],
      [referral(key, { sub: '1000000008' }), 'changed'],
      [referral(key, {}, 'taafi-partner+jwt'), 'changed'],
      [referral(key, {}, 'JWT'), 'changed'],
      [referral({ ...newPartnerKey(key.kid) }), 'changed'],
      [referral(newPartnerKey(newKey())), 'changed'],
      ['', 'changed'],
      ['a.b.c', 'changed'],
    ];
    for (const [token, reason] of cases) assert.equal(why(await open(receiver, token)), reason, token);
    assert.equal(why(await open(receiver, referral(key), 'https://other.example')), 'origin');
    assert.equal(
      why(await open(receiver, referral(key), undefined, { host: 'https://partner.example.evil.example' })),
      'origin',
    );
    const noneAlgorithm = referral(key).replace(
      /^[^.]*/,
      Buffer.from(JSON.stringify({ alg: 'none', typ: 'taafi-referral+jwt', kid: key.kid })).toString(
        'base64url',
      ),
    );
    assert.equal(why(await open(receiver, noneAlgorithm)), 'changed');
  });

  it('is refused when any byte of it is another', async (test) => {
    const receiver = await startReferred(test, { origins: [ORIGIN] });
    const key = await partnerOf(receiver);
    const token = referral(key, { answers: { fullName: 'سالم المثالي' } });
    assert.equal(why(await open(receiver, token)), 'opened');
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n';
    const { referrals, close } = await opener(receiver);
    test.after(close);
    const isOpened = (changed: string): Promise<boolean> =>
      referrals.open(changed, 'trial', []).then(
        () => true,
        () => false,
      );
    assert.ok(await isOpened(token));
    // The last one counts only in part: another spelling of the same bytes is another referral.
    for (const letter of letters)
      if (letter !== token.at(-1)) assert.equal(await isOpened(token.slice(0, -1) + letter), false, letter);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom(...letters),
        fc.constantFrom('replaced', 'added', 'removed'),
        async (at, letter, how) => {
          const after = token.slice(how === 'added' ? at : at + 1);
          const changed = `${token.slice(0, at)}${how === 'removed' ? '' : letter}${after}`;
          fc.pre(changed !== token);
          assert.equal(await isOpened(changed), false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a request that comes of a referral', () => {
  const [received, decided] = (['received', 'decided'] as const).map((what) => ({
    what,
    language: 'ar',
    at: '2026-11-22T08:59:00.000Z',
  }));

  it('uses it up: the same again is refused, and the person can send without it', async (test) => {
    const receiver = await startReferred(test);
    const key = await partnerOf(receiver);
    const [ticket, other] = [await ticketOf(receiver, key), await ticketOf(receiver, key)];
    const body = { ...submissionWith({}, filed), partner: { ticket, shares: [received] } };
    const sameKey = { 'Idempotency-Key': `"${newKey()}"` };
    const first = await post(receiver, 'api/submissions', body, sameKey);
    assert.equal(first.status, 201, first.text);
    assert.deepEqual((await post(receiver, 'api/submissions', body, sameKey)).body, first.body);
    const replayed = { ...submissionWith({}, filed), partner: { ticket: other, shares: [] } };
    assert.equal(why(await post(receiver, 'api/submissions', replayed)), 'used');
    // Who opens it, the partner too, is not told that a request has come of it.
    assert.equal(why(await open(receiver, referral(key))), 'opened');
    const { partner: _partner, ...without } = replayed;
    assert.equal((await post(receiver, 'api/submissions', without)).status, 201);
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    const [kept] = await storage.partners.sharedWith(key.kid);
    const rows = await storage.requests.submissions({ most: 10 });
    await storage.close();
    assert.equal(rows.length, 2);
    assert.deepEqual(kept?.shares, [{ ...received, textSha256: sha256(shareSentence('received', name).ar) }]);
  });

  it('may take long, and is refused with a ticket that was changed, or is for another form', async (test) => {
    const receiver = await startReferred(test);
    const key = await partnerOf(receiver);
    const ticket = await ticketOf(receiver, key);
    receiver.time.now += 10 * 24 * 3600 * 1000;
    const send = (changed: string) =>
      post(receiver, 'api/submissions', {
        ...submissionWith({}, filed),
        partner: { ticket: changed, shares: [] },
      });
    for (const at of [0, 5, ticket.length - 1]) {
      const letter = ticket[at] === 'A' ? 'B' : 'A';
      assert.equal(why(await send(ticket.slice(0, at) + letter + ticket.slice(at + 1))), 'changed');
    }
    assert.equal((await send(ticket)).status, 201);
  });

  it('tells the partner what the person allowed and nothing else, until he stops it', async (test) => {
    const receiver = await handlingReceiver(test, { dist: referredBuild(test) });
    const key = await partnerOf(receiver);
    const shares = { both: [received, decided], first: [received], second: [decided], none: [] };
    const requests: Record<string, { reference: string; token: string }> = {};
    for (const [jti, allowed] of Object.entries(shares)) {
      const ticket = await ticketOf(receiver, key, { jti });
      const answer = await post(receiver, 'api/submissions', {
        ...submissionWith(told, filed),
        partner: { ticket, shares: allowed },
      });
      assert.equal(answer.status, 201, answer.text);
      const { reference, tracking } = answer.body as { reference: string; tracking: { token: string } };
      requests[jti] = { reference, token: tracking.token };
    }
    const day = '2026-11-22';
    assert.deepEqual(await sharedWith(receiver, key), [
      { id: 'both', received: day },
      { id: 'first', received: day },
    ]);
    const staff = await wholeStaff(receiver);
    receiver.time.now += 20 * 24 * 3600 * 1000;
    for (const { reference, token } of Object.values(requests)) {
      const handled = { receiver, reference, token, staff };
      await raise(handled);
      receiver.time.now += 15 * 24 * 3600 * 1000;
      await go(handled, ['researchCommittee', 'reject', { reason: { ar: 'سبب', en: 'Reason' } }]);
    }
    const [both, first, second] = await sharedWith(receiver, key);
    assert.deepEqual([both?.id, first?.id, second?.id], ['both', 'first', 'second']);
    assert.equal(both?.received, day);
    assert.match(String(both?.decided), /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(first, { id: 'first', received: day });
    assert.deepEqual(Object.keys(second ?? {}), ['id', 'decided']);
    // What was not allowed looks as if it had never been.
    const answers = await Promise.all(['none', 'never'].map((id) => ask(receiver, key, `/${id}`)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404],
    );
    assert.equal(answers[0]?.text, answers[1]?.text);
    const session = await opened({ receiver, ...(requests.both as { reference: string; token: string }) });
    assert.deepEqual((await view(receiver, session)).sharing, {
      partner: name,
      what: ['received', 'decided'],
    });
    const stopped = await act(receiver, 'api/track/sharing', session, { stop: true });
    assert.equal(stopped.status, 200, stopped.text);
    assert.equal(stopped.body.sharing, undefined);
    assert.equal((await act(receiver, 'api/track/sharing', session, { stop: true })).status, 200);
    assert.deepEqual(
      (await sharedWith(receiver, key)).map(({ id }) => id),
      ['first', 'second'],
    );
  });

  it('tells nobody else', async (test) => {
    const receiver = await startReferred(test);
    const [key, other] = [await partnerOf(receiver), await partnerOf(receiver)];
    const ticket = await ticketOf(receiver, key);
    await post(receiver, 'api/submissions', {
      ...submissionWith({}, filed),
      partner: { ticket, shares: [received] },
    });
    assert.equal((await sharedWith(receiver, key)).length, 1);
    assert.deepEqual(await sharedWith(receiver, other), []);
    const bad = [
      login(key, { exp: SECOND }),
      login(key, { exp: SECOND + 3600 }),
      login(key, { iat: SECOND + 3600, exp: SECOND + 3700 }),
      login(other, { iss: key.kid }),
      login({ ...other, kid: key.kid }),
      referral(key),
      await staffToken(receiver, 'relationsOfficer'),
      '',
    ];
    for (const token of bad) assert.equal((await ask(receiver, key, '', token)).status, 401, token);
    const storage = await openStorage(`${receiver.dataDir}/taafi.db`);
    await storage.partners.remove(key.kid, '2026-11-22T09:00:00.000Z');
    await storage.close();
    assert.equal((await ask(receiver, key)).status, 401);
    assert.equal(why(await open(receiver, referral(key, { jti: 'another' }))), 'changed');
  });
});

describe('refer/<form>', () => {
  const postForm = (receiver: Running, path: string, origin: string | undefined, token: string) =>
    fetch(`${receiver.url}/${path}`, {
      method: 'POST',
      headers: { ...(origin !== undefined && { Origin: origin, 'Sec-Fetch-Site': 'cross-site' }) },
      body: new URLSearchParams({ referral: token }),
    });

  it('takes a form post of the partner’s site and of no other; the form is there in any case', async (test) => {
    const receiver = await startReferred(test);
    const key = await partnerOf(receiver);
    const token = referral(key, { answers: { fullName: '"><script>alert(1)</script>' } });
    const good = await postForm(receiver, 'refer/trial', ORIGIN, token);
    const page = await good.text();
    assert.equal(good.status, 200);
    assert.ok(page.includes(`referral="${token}"`));
    assert.equal(good.headers.get('Cache-Control'), 'no-store');
    const cases: readonly (readonly [string | undefined, string, number, string])[] = [
      ['https://evil.example', token, 403, 'جاءت الإحالة من موقع لا نعرف'],
      ['null', token, 403, 'جاءت الإحالة من موقع لا نعرف'],
      [undefined, token, 403, 'جاءت الإحالة من موقع لا نعرف'],
      [ORIGIN, token.replace(/.(?=.{40}$)/, (letter) => (letter === 'A' ? 'B' : 'A')), 422, 'تغيّر في الطريق'],
      [ORIGIN, '"><script>', 422, 'تغيّر في الطريق'],
      [ORIGIN, referral(key, { exp: SECOND - 1 }), 422, 'انتهت مدة'],
    ];
    for (const [origin, sent, status, words] of cases) {
      const refused = await postForm(receiver, 'refer/trial', origin, sent);
      const shown = await refused.text();
      assert.equal(refused.status, status);
      assert.ok(shown.includes(words), shown);
      assert.ok(shown.includes('<taafi-support-request') && !shown.includes('referral="'));
      assert.ok(!shown.includes('<script>'));
    }
    // Whatever a page posts, the form is there.
    for (const body of ['x'.repeat(300_000), new FormData()]) {
      const odd = await fetch(`${receiver.url}/refer/trial`, {
        method: 'POST',
        headers: { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' },
        body,
      });
      assert.equal(odd.status, 422);
      assert.ok((await odd.text()).includes('<taafi-support-request'));
    }
    assert.equal((await postForm(receiver, 'refer/trial', ORIGIN, ` ${token}\n`)).status, 200);
    const plain = await fetch(`${receiver.url}/refer/trial`);
    assert.equal(plain.status, 200);
    assert.ok((await plain.text()).includes('definition="/packs/trial-pack/trial.json"'));
    assert.equal((await fetch(`${receiver.url}/refer/nothing`)).status, 404);
    assert.equal((await fetch(`${receiver.url}/refer/trial`, { method: 'PUT' })).status, 405);
  });
});

/** What a receiver opens referrals with, without a line: thousands are tried. */
async function opener({ dataDir, dist }: Running) {
  const storage = await openStorage(`${dataDir}/taafi.db`);
  const world = { ...realWorld, clock: () => NOW };
  const forms = new Forms(`${dist}/src/packs`, `${dataDir}/forms`, storage.definitions, world);
  await forms.refresh();
  const referrals = new PartnerReferrals(storage.partners, forms, await openLinkSecret(dataDir), world);
  return { referrals, close: () => storage.close() };
}

async function ticketOf(receiver: Running, key: PartnerKey, claims: object = {}): Promise<string> {
  const { status, body, text } = await open(receiver, referral(key, claims));
  assert.equal(status, 200, text);
  return String(body.ticket);
}

function login(key: PartnerKey, claims: object = {}): string {
  return signed('taafi-partner+jwt', { iss: key.kid, iat: SECOND, exp: SECOND + 300, ...claims }, key);
}

async function ask(receiver: Running, key: PartnerKey, path = '', token?: string): Promise<Answer> {
  const now = Math.floor(receiver.time.now / 1000);
  const own = token ?? login(key, { iat: now, exp: now + 300 });
  const headers = { Authorization: `Bearer ${own}` };
  return read(await fetch(`${receiver.url}/api/partner/referrals${path}`, { headers }));
}

async function sharedWith(receiver: Running, key: PartnerKey): Promise<readonly Record<string, string>[]> {
  const { status, body, text } = await ask(receiver, key);
  assert.equal(status, 200, text);
  return body.referrals as Record<string, string>[];
}
