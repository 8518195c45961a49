import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Handled } from '../receiver/handled-scene.js';
import { go, readBy, send, trialData, wholeStaff } from '../receiver/handled-scene.js';
import { startReceiver } from '../receiver/running-receiver.js';
import { fileOf } from '../receiver/tus-client.js';
import { assertFits } from './accessibility.js';
import { browserOfThisFile } from './browser.js';
import { assertWholeInBoth, focusedIn, reachIn, spoken } from './element-page.js';
import { mustShow, visibleText } from './visible-text.js';
import { until } from './waiting.js';
import { assertDiscreet, assertKeeps, watch } from './witness.js';

const open = browserOfThisFile();
const tag = 'taafi-status-tracker';

/** What `npm run build` made: this file is in dist/test/journey. */
const build = fileURLToPath(new URL('../../', import.meta.url));

/** The demonstration's tracker, before a receiver with one request. */
async function scene(test: TestContext): Promise<Handled> {
  const receiver = await startReceiver(test, { dist: build, dataDir: trialData(test) });
  return { receiver, staff: await wholeStaff(receiver), ...(await send(receiver)) };
}

const textOf = (page: Page) => visibleText(page, tag);
const has = (page: Page, text: string) => mustShow(page, tag, text);

const focused = (page: Page) => focusedIn(page, tag);
const reach = (page: Page, text: string) => reachIn(page, tag, text);

describe('a person who follows his request', () => {
  it('opens it with the keyboard alone, brings what is missing, and withdraws', async (test) => {
    const handled = await scene(test);
    const { receiver, reference } = handled;
    const page = await open(test, { width: 320, height: 740 });
    const witness = await watch(page);
    await page.goto(`${receiver.url}/track.html`, { waitUntil: 'networkidle0' });
    await has(page, 'أين وصل طلبك؟');
    assert.ok((await spoken(page)).includes('textbox الرقم المرجعي'));

    await reach(page, 'reference');
    await page.keyboard.type(`${reference.slice(0, 13)}${(Number(reference[13]) + 1) % 10}`);
    await page.keyboard.press('Enter');
    await until(
      async () => (await focused(page)).startsWith('هناك ما يحتاج إلى تعديل'),
      async () => `the summary has the focus:\n${await textOf(page)}`,
    );
    await has(page, 'المجموعة');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'reference');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(reference.slice(13));
    await page.keyboard.press('Tab');
    await page.keyboard.type('٤٥٦٧');
    await page.keyboard.press('Enter');
    await until(
      async () => (await focused(page)) === 'وصل طلبك',
      async () => `the state has the focus:\n${await textOf(page)}`,
    );
    await has(page, 'موظف علاقات المستخدمين');
    await has(page, '27 جمادى الآخرة 1448 هـ الموافق 6 ديسمبر 2026 م'.replace('27', '26'));

    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'returnForCompletion', { missing: [{ field: 'documents' }] }],
    );
    // Where somebody comes back to the page it looks again, though no sooner than it was asked to.
    await page.goto('about:blank');
    await page.goto(`${receiver.url}/track.html#track=${reference}.${handled.token}`, {
      waitUntil: 'networkidle0',
    });
    await has(page, 'نحتاج منك شيئًا');
    assert.equal(await page.evaluate(() => location.hash), '');
    const path = join(receiver.dataDir, 'عقد.pdf');
    writeFileSync(path, fileOf('application/pdf', 5_000));
    const [chooser] = await Promise.all([
      page.waitForFileChooser(),
      (await page.$(`${tag} >>> input[type=file]`))?.click(),
    ]);
    await chooser?.accept([path]);
    await has(page, 'عقد.pdf');
    await reach(page, 'أرسل');
    await page.keyboard.press('Enter');
    await has(page, 'نطابق بياناتك');
    assert.equal((await readBy(handled, handled.staff.administrator)).state, 'dataVerification');

    await reach(page, 'أسحب طلبي');
    await page.keyboard.press('Enter');
    await has(page, 'ولا يمكن التراجع عن ذلك');
    assert.equal((await readBy(handled, handled.staff.administrator)).state, 'dataVerification');
    await page.keyboard.press('Escape');
    await until(
      async () => (await focused(page)) === 'أسحب طلبي',
      async () => `the focus is back:\n${await focused(page)}`,
    );
    await page.keyboard.press('Enter');
    await has(page, 'ولا يمكن التراجع عن ذلك');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'أسحب طلبي');
    await page.keyboard.press('Enter');
    await has(page, 'سحبت طلبك');
    assert.equal((await readBy(handled, handled.staff.administrator)).state, 'withdrawn');
    await assertDiscreet(witness, page, receiver.url, ['٤٥٦٧', '4567', 'سالم']);
    assertKeeps(receiver.lines.join('\n'), [reference, '4567', 'عقد'], 'what the receiver prints');
  });

  it('finds it accessible and whole in every state, in both languages, at 320 pixels', async (test) => {
    const handled = await scene(test);
    const { receiver, reference, token } = handled;
    const page = await open(test, { width: 320, height: 740, phone: true });
    const look = (where: string) => assertWholeInBoth(page, tag, where);
    const reopen = async (text: string) => {
      receiver.time.now += 61_000;
      await page.goto('about:blank');
      await page.goto(`${receiver.url}/track.html#track=${reference}.${token}`, {
        waitUntil: 'networkidle0',
      });
      await has(page, text);
    };
    await page.goto(`${receiver.url}/track.html`, { waitUntil: 'networkidle0' });
    await look('the look-up');
    await (await page.$(`${tag} >>> .primary`))?.click();
    await look('its errors');
    await reopen('وصل طلبك');
    const said = await spoken(page);
    for (const name of ['heading وصل طلبك', 'button أسحب طلبي', 'button طباعة'])
      assert.ok(said.includes(name), `${name}\n${said.join('\n')}`);
    await look('a request that has come');
    const missing = [
      { field: 'documents', note: 'صورة واضحة للصفحات كلها من أولها إلى آخرها، في ضوء النهار' },
      { title: 'رقم الحساب', kind: 'text' },
    ];
    await go(
      handled,
      ['relationsOfficer', 'beginVerification'],
      ['relationsOfficer', 'returnForCompletion', { missing }],
    );
    await reopen('نحتاج منك شيئًا');
    await look('something is missing');
    await page.emulateMediaType('print');
    await assertFits(page, tag, 'paper');
    await page.emulateMediaType('screen');
  });
});
