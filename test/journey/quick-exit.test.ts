import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Answers } from './answers.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { startReceiverProgram } from './receiver-program.js';
import { until } from './waiting.js';

const open = browserOfThisFile();
const elsewhere = 'https://www.ncm.gov.sa/';

const ways: Readonly<Record<string, (form: FormPage) => Promise<void>>> = {
  'by the button': (form) => form.click('.exit'),
  'by the button at the end of a page': (form) => form.click('.help .exit'),
  'by Shift three times, from inside a box': async (form) => {
    await form.click('[name="supportDescription"]');
    for (let presses = 0; presses < 3; presses += 1) await form.page.keyboard.press('Shift');
  },
};

describe('the way out in haste', () => {
  for (const [name, leave] of Object.entries(ways)) {
    it(`shows nothing and keeps nothing, ${name}`, async (test) => {
      const receiver = await startReceiverProgram(test);
      const page = await open(test, { width: 360, height: 740 });
      let asked = 0;
      page.on('dialog', (dialog) => {
        asked += 1;
        void dialog.accept();
      });
      const form = await FormPage.open(page, `${receiver.url}/`);
      await form.goOn('whoFills');
      await form.fill({ filledBy: 'self' });
      await form.goOn('support');
      await form.fill({ supportWanted: ['rent'], supportDescription: 'لا يعلم أهلي بهذا' });
      const held = await holdNavigation(page);
      const seen = await lookOn(page);

      await leave(form);
      const request = await held.request;
      assert.equal(request.url(), elsewhere);
      assert.equal(request.headers().referer, undefined);
      // The other site has not answered yet.
      assert.deepEqual(await seen(), { visible: false, typed: '', wanted: '' });
      await held.answer();
      await until(async () => (await page.title()) === 'الطقس', 'the other site is shown');
      assert.equal(asked, 0, 'the browser asked whether to leave');

      // Back leads to the form as it is for anybody who comes.
      await page.goBack();
      await form.found();
      assert.doesNotMatch(await form.text(), /لا يعلم أهلي/);
      assert.equal(await page.evaluate(() => document.body.checkVisibility()), true);
      await form.evaluate((element) => element.goTo('support'));
      await form.isAt('support');
      assert.equal(await form.valueOf('supportDescription'), '');
      assert.equal(await form.valueOf('supportWanted'), '');
    });
  }

  it('counts only presses of Shift alone, one soon after the other', async (test) => {
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 1280 });
    const form = await FormPage.open(page, `${receiver.url}/`);
    await form.goOn('whoFills');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await form.evaluate((element) => element.shadowRoot?.querySelector('#announcements')?.textContent);
    await until(
      async () => /Shift مرة أخرى/.test((await form.textOf('#announcements')) ?? ''),
      'it is said how many presses are left',
    );
    await page.keyboard.press('KeyA');
    await page.keyboard.press('Shift');
    assert.equal(await form.name(), 'whoFills');
    assert.equal(await page.evaluate(() => document.body.checkVisibility()), true);
  });
});

/**
 * Tells what is on the page from now on. The page tells it by itself: while another site is being waited for, a browser
 * answers no questions about the page it is leaving.
 */
async function lookOn(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const look = () => {
      const element = document.querySelector<HTMLElement & { answers: Answers }>('taafi-support-request');
      const visible = document.body.checkVisibility() || element?.checkVisibility();
      const typed = element?.shadowRoot?.querySelector('textarea')?.value ?? '';
      console.debug(JSON.stringify({ visible, typed, wanted: element?.answers.supportWanted ?? '' }));
    };
    setInterval(look, 20);
  });
  return () =>
    new Promise((resolve) => page.once('console', (message) => resolve(JSON.parse(message.text()))));
}

/** Keeps the next request for another site's page until it is answered by the test. */
async function holdNavigation(
  page: Page,
): Promise<{ request: Promise<HTTPRequest>; answer(): Promise<void> }> {
  await page.setRequestInterception(true);
  const request = new Promise<HTTPRequest>((resolve) => {
    page.on('request', (candidate) => {
      if (candidate.url().startsWith(elsewhere)) resolve(candidate);
      else void candidate.continue();
    });
  });
  const answer = async () => {
    const body = '<!doctype html><title>الطقس</title><p>مشمس</p>';
    await (await request).respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
  };
  return { request, answer };
}
