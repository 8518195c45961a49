import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { GivenReceipt } from '../evidence/given-receipt.js';
import { givenReceipt } from '../evidence/given-receipt.js';
import type { Running } from '../receiver/running-receiver.js';
import { startReceiver } from '../receiver/running-receiver.js';
import { assertAccessible, assertFits, withTextSpacing } from './accessibility.js';
import { browserOfThisFile } from './browser.js';
import { mustShow, visibleText } from './visible-text.js';
import { until } from './waiting.js';
import { assertDiscreet, watch } from './witness.js';

const open = browserOfThisFile();
const tag = 'taafi-receipt-check';

/** What `npm run build` made: this file is in dist/test/journey. */
const build = fileURLToPath(new URL('../../', import.meta.url));

interface Scene extends GivenReceipt {
  readonly receiver: Running;
  /** Puts something into a file of the person's device; gives its path. */
  put(name: string, content: string | Uint8Array): string;
}

async function scene(test: TestContext): Promise<Scene> {
  const receiver = await startReceiver(test, { dist: build });
  const given = await givenReceipt(receiver);
  const folder = mkdtempSync(join(tmpdir(), 'taafi-receipts-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    ...given,
    receiver,
    put(name, content) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
  };
}

const textOf = (page: Page) => visibleText(page, tag);
const has = (page: Page, text: string) => mustShow(page, tag, text);

async function give(page: Page, id: 'receipt' | 'attachments', ...paths: string[]): Promise<void> {
  const input = (await page.$(`${tag} >>> #${id}`)) as ElementHandle<HTMLInputElement> | null;
  assert.ok(input !== null);
  await input.uploadFile(...paths);
}

async function check(page: Page): Promise<void> {
  const button = await page.$(`${tag} >>> .primary`);
  await button?.click();
}

/** The heading of the result, when it has the focus. */
function result(page: Page): Promise<string> {
  return until(
    () =>
      page.evaluate((wanted) => {
        const active = document.querySelector(wanted)?.shadowRoot?.activeElement;
        return active?.id === 'result' ? (active.textContent ?? '') : undefined;
      }, tag),
    async () => `the result has the focus:\n${await textOf(page)}`,
  );
}

describe('a receipt that a person has kept', () => {
  it('is checked without any connection once the page is there', async (test) => {
    const { receiver, json, contract, put } = await scene(test);
    const page = await open(test, { width: 360, height: 740, phone: true });
    const witness = await watch(page);
    await page.goto(`${receiver.url}/verify.html`, { waitUntil: 'networkidle0' });
    await has(page, 'مفاتيح الجمعية محمّلة');
    await page.setOfflineMode(true);
    await receiver.close();
    const asked = witness.urls.length;

    await give(page, 'receipt', put('receipt.json', json));
    await check(page);
    assert.equal(await result(page), 'إيصال صحيح: لم يتغيّر فيه شيء');
    await has(page, 'سالم');
    await has(page, 'أقر بأن كل ما ذكرته صحيح.');
    await has(page, 'لم يقارَن: أعطِ الملف ليقارَن به');
    await give(page, 'attachments', put('contract.pdf', contract));
    assert.doesNotMatch(await textOf(page), /إيصال صحيح/, 'what was checked without it is told no longer');
    await check(page);
    await result(page);
    await has(page, 'هو نفسه');

    await give(page, 'receipt', put('changed.json', json.replace('"سالم"', '"غانم"')));
    await check(page);
    assert.equal(await result(page), 'لا يُعتمد على هذا الإيصال');
    await has(page, 'الإجابات التي فيه ليست الإجابات التي استُلمت.');
    assert.doesNotMatch(await textOf(page), /غانم/);

    // In the other language too nothing is asked for.
    await (await page.$(`${tag} >>> .toolbar button`))?.click();
    await has(page, 'NOT to be relied on');
    await give(page, 'receipt', put('receipt.json', json));
    await check(page);
    assert.equal(await result(page), 'Genuine: nothing was changed');
    await give(page, 'attachments', put('other.pdf', contract.slice(1)));
    await check(page);
    assert.equal(await result(page), 'NOT to be relied on');
    await has(page, 'The file “other.pdf” is none of the attachments of this request.');

    assert.equal(witness.urls.length, asked, witness.urls.slice(asked).join('\n'));
    await assertDiscreet(witness, page, receiver.url, ['سالم', 'receipt.json']);
  });

  it('is found through a link, and the way back', async (test) => {
    const receiver = await startReceiver(test, { dist: build });
    const page = await open(test, { width: 1280 });
    await page.goto(receiver.url, { waitUntil: 'networkidle0' });
    await (await page.$('.site-footer [lang="ar"] a[href="/verify.html"]'))?.click();
    await has(page, 'فحص إيصال');
    assert.equal(new URL(page.url()).pathname, '/verify.html');
    await Promise.all([page.waitForNavigation(), page.click('.site a')]);
    assert.equal(new URL(page.url()).pathname, '/');
  });

  it('is checked by keyboard alone', async (test) => {
    const { receiver, json, put } = await scene(test);
    const page = await open(test, { width: 1280 });
    await page.goto(`${receiver.url}/verify.html`, { waitUntil: 'networkidle0' });
    await has(page, 'مفاتيح الجمعية محمّلة');
    const focused = () =>
      page.evaluate((wanted) => document.querySelector(wanted)?.shadowRoot?.activeElement?.id, tag);
    const tabTo = async (id: string) => {
      for (let turns = 0; turns < 20 && (await focused()) !== id; turns++) await page.keyboard.press('Tab');
      assert.equal(await focused(), id);
    };
    await tabTo('receipt');
    const chooser = page.waitForFileChooser();
    await page.keyboard.press('Space');
    await (await chooser).accept([put('receipt.json', json)]);
    await has(page, 'receipt.json');
    await tabTo('attachments');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await result(page), 'إيصال صحيح: لم يتغيّر فيه شيء');
  });

  for (const language of ['ar', 'en'] as const) {
    it(`is checked on a page that is accessible and fits, in ${language}`, async (test) => {
      const { receiver, json, contract, put } = await scene(test);
      const page = await open(test, { width: 320 });
      // axe brings styles of its own, which the policy of the page would not let in.
      await page.setBypassCSP(true);
      await page.goto(`${receiver.url}/verify.html`, { waitUntil: 'networkidle0' });
      if (language === 'en') await (await page.$(`${tag} >>> .toolbar button`))?.click();
      const look = async (state: string) => {
        const where = `${state}, ${language}`;
        const devtools = await page.createCDPSession();
        const still = { name: 'prefers-reduced-motion', value: 'reduce' };
        for (const [name, value] of [
          ['prefers-color-scheme', 'light'],
          ['prefers-color-scheme', 'dark'],
          ['forced-colors', 'active'],
        ] as const) {
          await devtools.send('Emulation.setEmulatedMedia', { features: [still, { name, value }] });
          await assertAccessible(page, `${where}, ${name}: ${value}`);
        }
        await devtools.send('Emulation.setEmulatedMedia', { features: [still] });
        await devtools.detach();
        await assertFits(page, tag, where);
        await withTextSpacing(page, tag, () => assertFits(page, tag, `${where}, spaced`));
      };
      await look('at first');
      await check(page);
      await has(page, language === 'ar' ? 'اختر ملف الإيصال' : 'Choose the receipt file');
      await look('without a receipt');
      await give(page, 'receipt', put('receipt.json', json));
      await give(
        page,
        'attachments',
        put('a very long name of a contract that has to be broken.pdf', contract),
      );
      await check(page);
      await result(page);
      await look('genuine');
      await give(page, 'receipt', put('changed.json', json.replace('1500.5', '1500.6')));
      await check(page);
      await result(page);
      await look('not genuine');
    });
  }
});
