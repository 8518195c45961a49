import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { PartnerKey } from '../../src/cli/partner-key.js';
import { signed } from '../../src/cli/partner-key.js';
import type { TaafiForm } from '../../src/elements/form/form.js';
import { run } from '../cli/running-command.js';
import { newKey, temporaryFolder } from '../receiver/running-receiver.js';
import { browserOfThisFile } from './browser.js';
import { assertWholeInBoth } from './element-page.js';
import { FormPage } from './form-page.js';
import type { ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import type { Site } from './site.js';
import { document, startSite } from './site.js';
import { visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { assertDiscreet, assertKeeps, watch } from './witness.js';

const open = browserOfThisFile();
const tag = 'taafi-support-request';
const example = fileURLToPath(new URL('../../../examples/partner/refer.mjs', import.meta.url));

const referredForm = { ...visitForm, prefill: { signed: ['fullName', 'mobile', 'topic'] } };
const written = { fullName: 'سالم المثالي', mobile: '٠٥٠١٢٣٤٥٦٧', topic: 'none', story: 'لا تُعرض' };

interface Scene {
  readonly receiver: ReceiverProgram;
  readonly site: Site;
  readonly key: PartnerKey;
  readonly keyFile: string;
}

/** A receiver, a partner's site, and the key the partner was given by the command. */
async function scene(test: TestContext, origin?: string): Promise<Scene> {
  const [receiver, site] = [await startReceiverProgram(test), await startSite(test)];
  receiver.putForm('visit', referredForm);
  const keyFile = join(temporaryFolder(test), 'key.json');
  const names = ['--name', 'جمعية المثال', '--name-en', 'Example Association'];
  const added = await run(
    ['partner', 'add', ...names, '--origins', origin ?? site.url, '--key-out', keyFile],
    { TAAFI_DATA: receiver.dataDir },
  );
  assert.equal(added.code, 0, added.err);
  return { receiver, site, keyFile, key: JSON.parse(readFileSync(keyFile, 'utf8')) as PartnerKey };
}

function tokenOf(key: PartnerKey, claims: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: key.kid, jti: newKey(), iat: now, exp: now + 3600, form: 'visit', answers: written };
  return signed('taafi-referral+jwt', { ...usual, ...claims }, key);
}

/** Presses the button of the partner's page, which posts the referral. */
async function referred(page: Page, { receiver, site }: Scene, token: string): Promise<FormPage> {
  const action = `${receiver.url}/refer/visit`;
  const body = `<form method="post" action="${action}"><input type="hidden" name="referral" value="${token}"><button>انتقل</button></form>`;
  site.pages.set('/', document(body));
  const form = await FormPage.open(page, action, tag);
  await page.goto(`${site.url}/`);
  await Promise.all([page.waitForNavigation(), page.click('button')]);
  await form.found();
  return form;
}

describe('somebody whom a partner refers', () => {
  it('sees who that is, confirms or changes each value, and says what the partner may know', async (test) => {
    const at = await scene(test);
    const { receiver, key, keyFile } = at;
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const form = await referred(page, at, tokenOf(key, { jti: 'case-17' }));
    for (const words of ['جمعية المثال', 'سالم المثالي', 'رقم الجوال', 'لم يُحفظ عندنا منه شيء بعد'])
      await form.has(words);
    const text = await form.text();
    // What is no answer, and what the form does not take from partners, is asked as if nobody had written it.
    assert.ok(!text.includes('موضوع الزيارة') && !text.includes(written.story), text);
    await assertWholeInBoth(page, tag, 'the referral');
    await form.evaluate((element) => element.setAttribute('lang', 'ar'));
    await form.has('هذا صحيح');
    assert.equal((await form.failToGoOn()).length, 2);
    await form.fill({ value0: 'right', value1: 'wrong', shareReceived: true });
    await form.goOn('who');
    assert.equal(await form.valueOf('fullName'), written.fullName);
    assert.equal(await form.valueOf('mobile'), '');
    await form.fill({ mobile: '+966551112223', story: 'أبحث عن عمل' });
    await form.goOn('papers');
    await form.fill({ agreement: true });
    await form.goOn('review');
    assert.deepEqual(await partnerKnows(at), '');
    await form.pressMain();
    await form.isAt('receipt');
    const [request, ...others] = await receiver.requests();
    assert.equal(others.length, 0);
    assert.deepEqual(request?.answers, {
      fullName: written.fullName,
      mobile: '+966551112223',
      story: 'أبحث عن عمل',
      agreement: true,
    });
    assert.match(await partnerKnows({ ...at, keyFile }), /^case-17 {2}received \d{4}-\d\d-\d\d\n$/);
    const secrets = [written.fullName, '551112223', '501234567'];
    // Whoever made the referral finds out why a value is not asked about; the value itself is not told.
    assert.deepEqual(witness.complaints.splice(0).length, 1);
    const urls = witness.urls.filter((url) => !url.startsWith(at.site.url));
    await assertDiscreet({ ...witness, urls }, page, receiver.url, secrets);
    assertKeeps(receiver.written(), [...secrets, key.kid], 'what the receiver writes');
    assert.equal(await receiver.reports(), 0);
  });

  it('can apply without it where it is over, changed, used or from another site', async (test) => {
    const at = await scene(test);
    const { receiver, key } = at;
    const page = await open(test, { width: 360, height: 740 });
    const now = Math.floor(Date.now() / 1000);
    const expired = await referred(page, at, tokenOf(key, { iat: now - 7200, exp: now - 3600 }));
    assert.ok(
      (await page.evaluate(() => globalThis.document.body.innerText)).includes('انتهت مدة هذه الإحالة'),
    );
    await expired.fill({ fullName: 'سالم', mobile: '+966551112223' });
    await expired.goOn('papers');
    await run(['partner', 'origins', key.kid, '--origins', 'https://other.example'], {
      TAAFI_DATA: receiver.dataDir,
    });
    // What was typed would keep the first window from going away.
    const other = await open(test, { width: 360, height: 740 });
    const strange = await referred(other, at, tokenOf(key));
    assert.ok((await other.evaluate(() => globalThis.document.body.innerText)).includes('لا نعرف أنه للجهة'));
    assert.equal(await strange.name(), 'who');
  });

  it('follows a link without answers; one with answers in its address is not opened', async (test) => {
    const at = await scene(test);
    const { receiver, key } = at;
    const page = await open(test, { width: 1280, height: 900 });
    const link = (token: string) => `${receiver.url}/refer/visit?lang=en#referral=${token}`;
    const jti = newKey();
    const form = await FormPage.open(page, link(tokenOf(key, { answers: undefined, jti })), tag);
    await form.has('Example Association');
    assert.equal(new URL(page.url()).hash, '');
    await form.has('wrote nothing about you');
    await form.goOn('who');
    await form.fill({ fullName: 'Salem', mobile: '+966551112223' });
    await form.goOn('papers');
    await form.fill({ agreement: true });
    await form.goOn('review');
    // Meanwhile somebody else has sent a request with it.
    const other = await open(test, { width: 1280, height: 900 });
    const twin = await FormPage.open(other, link(tokenOf(key, { answers: undefined, jti })), tag);
    await twin.has('Example Association');
    await twin.goOn('who');
    await twin.fill({ fullName: 'Salem', mobile: '+966551112223' });
    await twin.goOn('papers');
    await twin.fill({ agreement: true });
    await twin.goOn('review');
    await twin.pressMain();
    await twin.isAt('receipt');
    await form.pressMain();
    await form.has('The referral cannot be used any more');
    await form.pressMain();
    await form.isAt('receipt');
    assert.equal((await receiver.requests()).length, 2);
    assert.deepEqual(await partnerKnows(at), '');

    const open3 = await open(test, { width: 360, height: 740 });
    const refused = await FormPage.open(open3, link(tokenOf(key)), tag);
    await refused.has('This referral carries information in its link');
    await assertWholeInBoth(open3, tag, 'a referral that is refused');
    await refused.evaluate((element) => element.setAttribute('lang', 'en'));
    await refused.press('Apply without the referral');
    await refused.has('Full name');
    await refused.hasFocusOn('title');
  });
});

describe('the example of a partner’s page', () => {
  it('refers to the association’s own support request', async (test) => {
    const [receiver, folder] = [await startReceiverProgram(test), temporaryFolder(test)];
    const keyFile = join(folder, 'key.json');
    const data = { TAAFI_DATA: receiver.dataDir };
    // Which port it gets is known when it runs; its key is read before.
    const added = await run(
      [
        'partner',
        'add',
        '--name',
        'جمعية المثال',
        '--origins',
        'https://later.example',
        '--key-out',
        keyFile,
      ],
      data,
    );
    const { kid } = JSON.parse(readFileSync(keyFile, 'utf8')) as PartnerKey;
    assert.equal(added.code, 0, added.err);
    const program = spawn(process.execPath, [example], {
      env: { PARTNER_KEY: keyFile, RECEIVER: receiver.url, PORT: '0' },
    });
    test.after(() => program.kill());
    const url = await until(
      async () =>
        await new Promise<string>((resolve) =>
          program.stdout.once('data', (said) => resolve(String(said).trim())),
        ),
      'the page of the example is there',
    );
    await run(['partner', 'origins', kid, '--origins', new URL(url).origin], data);
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(page, `${receiver.url}/refer/support-request`, tag);
    await page.goto(url);
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    await form.found();
    for (const words of ['جمعية المثال', 'سالم', 'المثالي']) await form.has(words);
    await form.fill({ value0: 'right', value1: 'right', value2: 'right' });
    await form.pressMain();
    await form.has('ما هذا الدعم');
    for (const [step, id, value] of [
      ['identity', 'firstName', 'سالم'],
      ['contact', 'mobile', '0501234567'],
    ] as const) {
      await page.$eval(tag, (element, name) => (element as TaafiForm).goTo(name), step);
      await until(async () => (await form.valueOf(id)) === value, `${id} is ${value}`);
    }
  });
});

/** What `taafi partner shared` tells the partner. */
async function partnerKnows({ receiver, keyFile }: Scene): Promise<string> {
  const { code, out, err } = await run(['partner', 'shared', '--key', keyFile], {
    TAAFI_RECEIVER: receiver.url,
  });
  assert.equal(code, 0, err);
  return out;
}
