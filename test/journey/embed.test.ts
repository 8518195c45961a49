import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Frame, HTTPRequest, Page } from 'puppeteer-core';
import type { PartnerKey } from '../../src/cli/partner-key.js';
import { signed } from '../../src/cli/partner-key.js';
import { newKey } from '../receiver/running-receiver.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import type { PartnerScene } from './partner-site.js';
import { addPartner, partnerPage, shownFrame, startPartner } from './partner-site.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { assertKeeps, watch } from './witness.js';

const open = browserOfThisFile();

describe('a form on the page of a partner', () => {
  let scene: PartnerScene;
  const ends: (() => Promise<void>)[] = [];
  before(async () => {
    scene = await startPartner({ after: (end) => ends.push(end) });
    scene.receiver.putForm('visit', visitForm);
  });
  after(() => Promise.all(ends.map((end) => end())));

  it('is filled in and sent through the frame, which grows with it and tells the page nothing', async (test) => {
    scene.site.pages.set('/', partnerPage(scene, { attributes: 'form="visit"' }));
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const heard = await listenIn(page);
    await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const frame = await shownFrame(page);
    const form = await FormPage.inFrame(page, frame);
    await fits(page, frame);
    assert.deepEqual(await form.failToGoOn(), ['أدخل الاسم الكامل', 'أدخل رقم الجوال']);
    await fits(page, frame);
    await form.fill(visitAnswers);
    await form.goOn('papers');
    await fits(page, frame);
    await page.setViewport({ width: 1280, height: 800 });
    await fits(page, frame);
    await form.fill(visitAnswers);
    await form.goOn('review');
    await fits(page, frame);
    await form.pressMain();
    await form.isAt('receipt');
    const [request] = await scene.receiver.requests();
    assert.equal(request?.answers.fullName, visitAnswers.fullName);
    await form.has(request?.reference.slice(0, 4) ?? '');

    // The page around has learned that there is a form, how high it is and when another page of it was shown.
    const told = await heard();
    assert.deepEqual([...new Set(told.map(({ type }) => type))].sort(), ['height', 'page', 'ready']);
    const secrets = [
      ...Object.values(visitAnswers).map(String),
      request?.reference ?? '',
      'papers',
      'receipt',
    ];
    assertKeeps(JSON.stringify(told).replaceAll('"taafi":1', ''), secrets, 'what the frame says');
    assertKeeps(witness.urls.map(decodeURIComponent).join('\n'), secrets.slice(0, -2), 'addresses');
    const others = witness.urls.filter(
      (url) => !url.startsWith(scene.receiver.url) && !url.startsWith(scene.site.url),
    );
    assert.deepEqual(others, []);
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
    assert.equal(await scene.receiver.reports(), 0);
    assert.deepEqual(await page.browserContext().cookies(), []);
  });

  it('is not shown where the page is not the partner’s: its own words stand there, and a link', async (test) => {
    const partner = await addPartner(scene.receiver, 'https://noor.example');
    scene.site.pages.set(
      '/',
      partnerPage({ ...scene, partner }, { attributes: 'form="visit" patience="1"' }),
    );
    const page = await open(test, { width: 360, height: 740 });
    const { complaints } = await watch(page);
    await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const link = await until(async () => (await page.$('taafi-embed >>> a')) ?? undefined, 'there is a link');
    assert.equal(await page.$eval('taafi-embed p', (words) => words.checkVisibility()), true);
    assert.equal(
      await page.$eval('taafi-embed >>> iframe', (frame) =>
        frame.checkVisibility({ visibilityProperty: true }),
      ),
      false,
    );
    assert.match(complaints.join('\n'), /no form has come .*taafi partner list/);
    await link.click();
    await page.waitForNavigation({ waitUntil: 'domcontentloaded' }).catch(() => undefined);
    const form = await until(() => FormPage.inFrame(page, page.mainFrame()), 'the form is there');
    assert.match(page.url(), /\/embed\/visit\?/);
    await form.fill(visitAnswers);
    await form.goOn('papers');
  });

  it('confirms a referral that the page has handed over, and no other page’s', async (test) => {
    const key = JSON.parse(
      readFileSync(join(scene.receiver.dataDir, `key-of-${new URL(scene.site.url).host}.json`), 'utf8'),
    ) as PartnerKey;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: key.kid, jti: newKey(), iat: now, exp: now + 3600, form: 'referred' };
    const token = signed('taafi-referral+jwt', { ...claims, answers: { fullName: 'سالم المثالي' } }, key);
    scene.receiver.putForm('referred', {
      ...visitForm,
      id: 'referred',
      prefill: { signed: ['fullName'] },
    });
    scene.site.pages.set('/', partnerPage(scene, { attributes: `form="referred" referral="${token}"` }));
    const page = await open(test, { width: 360, height: 740 });
    const { urls } = await watch(page);
    await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const frame = await shownFrame(page);
    const form = await FormPage.inFrame(page, frame);
    await form.has('مركز النور');
    await form.has('سالم المثالي');
    await form.fill({ value0: 'right' });
    await fits(page, frame);
    await form.goOn('who');
    assert.equal(await form.valueOf('fullName'), 'سالم المثالي');
    assertKeeps(urls.join('\n'), [token], 'addresses');

    // The frame tells the receiver whose page it stands in: a referral of another partner is not taken there.
    const stranger = await addPartner(scene.receiver, 'https://stranger.example');
    const theirs = JSON.parse(
      readFileSync(join(scene.receiver.dataDir, 'key-of-stranger.example.json'), 'utf8'),
    ) as PartnerKey;
    const foreign = signed('taafi-referral+jwt', { ...claims, iss: stranger, jti: newKey() }, theirs);
    scene.site.pages.set('/', partnerPage(scene, { attributes: `form="referred" referral="${foreign}"` }));
    const other = await open(test, { width: 360, height: 740 });
    await other.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const refused = await FormPage.inFrame(other, await shownFrame(other));
    await refused.has('جاءت الإحالة من موقع لا نعرف');
    await refused.press('التقديم دون إحالة');
    await refused.has('الاسم الكامل');
  });

  it('takes on language, colours and darkness of the page, and the referral, which stands in no address', async (test) => {
    const page = await open(test, { width: 360, height: 740 });
    const { urls } = await watch(page);
    scene.site.pages.set('/', partnerPage(scene, { attributes: 'referral="e30.e30.c2lnbmVk"' }));
    await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const frame = await shownFrame(page);
    const looks = () =>
      frame.evaluate(() => {
        const form = document.querySelector<HTMLElement & { referral?: string; referralHost?: string }>(
          '.form',
        );
        const main = form?.shadowRoot?.querySelector('.primary');
        return {
          language: document.documentElement.lang,
          direction: document.documentElement.dir,
          accent: main ? getComputedStyle(main).backgroundColor : '',
          paper: getComputedStyle(document.body).backgroundColor,
          image: getComputedStyle(document.body).backgroundImage,
          referral: [form?.referral, form?.referralHost],
        };
      });
    const before = await looks();
    assert.deepEqual(before.referral, ['e30.e30.c2lnbmVk', scene.site.url]);
    assert.deepEqual([before.language, before.direction, before.paper], ['ar', 'rtl', 'rgb(255, 253, 249)']);
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
      document.documentElement.lang = 'en';
      const { style } = document.querySelector('taafi-embed') as HTMLElement;
      style.setProperty('--brand', 'rgb(1, 2, 3)');
      style.setProperty('--taafi-accent', 'var(--brand)');
      style.setProperty('--taafi-paper', 'url(https://example.org/spy)');
      style.setProperty('--taafi-font-size', '1px');
    });
    await until(
      async () => (await looks()).accent === 'rgb(1, 2, 3)',
      async () => JSON.stringify(await looks()),
    );
    const { accent, ...after } = await looks();
    assert.deepEqual(after, {
      language: 'en',
      direction: 'ltr',
      paper: 'rgb(18, 27, 24)',
      image: 'none',
      referral: before.referral,
    });
    assert.ok(urls.every((url) => !url.includes('c2lnbmVk') && !url.includes('spy')));
    // What the person chooses himself stays, whatever else the page changes.
    await (await FormPage.inFrame(page, frame)).click('#language-ar');
    await until(async () => (await looks()).language === 'ar', 'it speaks Arabic');
    await page.$eval('taafi-embed', (embed) => (embed as HTMLElement).style.removeProperty('--taafi-accent'));
    await until(async () => (await looks()).accent !== accent, 'the accent is its own again');
    assert.equal((await looks()).language, 'ar');
  });

  it('listens to nobody but the page around, and the page to nobody but the form', async (test) => {
    // The same machine under another name: another origin, in a frame beside the form.
    const hostile = scene.site.url.replace('localhost', '127.0.0.1');
    scene.site.pages.set('/hostile', '<!doctype html><title>hostile</title>');
    const html = partnerPage(scene, { around: `<iframe id="hostile" src="${hostile}/hostile"></iframe>` });
    scene.site.pages.set('/', html.replace('frame-src', `frame-src ${hostile}`));
    const page = await open(test, { width: 1280 });
    await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const frame = await shownFrame(page);
    await fits(page, frame);
    const state = async () => [
      await page.evaluate(() => [
        document.body.checkVisibility(),
        scrollY,
        document.activeElement?.localName,
      ]),
      await frame.evaluate(() => {
        const form = document.querySelector<HTMLElement & { referral?: string }>('.form');
        const { colorScheme } = document.documentElement.style;
        const set = ['--above', '--taafi-accent'].map((name) =>
          document.documentElement.style.getPropertyValue(name),
        );
        return [colorScheme, ...set, form?.lang, form?.referral, document.hasFocus()];
      }),
    ];
    const before = await state();
    const beside = await until(
      async () => page.frames().find((one) => one.url().startsWith(hostile)),
      'the other frame is there',
    );
    const everything = [
      {
        taafi: 1,
        type: 'hello',
        language: 'en',
        scheme: 'dark',
        theme: { accent: 'red' },
        referral: 'a.b.c',
      },
      { taafi: 1, type: 'view', above: 900, below: 0 },
      { taafi: 1, type: 'focus' },
      { taafi: 1, type: 'ready' },
      { taafi: 1, type: 'height', height: 9 },
      { taafi: 1, type: 'page' },
      { taafi: 1, type: 'exit' },
    ];
    await beside.evaluate((messages) => {
      for (const message of messages) {
        parent.postMessage(message, '*');
        for (let index = 0; index < parent.length; index += 1) parent[index]?.postMessage(message, '*');
      }
    }, everything);
    // The right window under a wrong origin, and a wrong window under the right one, on both sides.
    await page.evaluate(
      (messages, right) => {
        const source =
          document.querySelector('taafi-embed')?.shadowRoot?.querySelector('iframe')?.contentWindow ?? null;
        for (const data of messages) {
          dispatchEvent(new MessageEvent('message', { data, source, origin: 'https://evil.example' }));
          dispatchEvent(new MessageEvent('message', { data, source: window, origin: right }));
        }
      },
      everything,
      scene.receiver.url,
    );
    await frame.evaluate(
      (messages, right) => {
        for (const data of messages) {
          dispatchEvent(
            new MessageEvent('message', { data, source: parent, origin: 'https://evil.example' }),
          );
          dispatchEvent(new MessageEvent('message', { data, source: window, origin: right }));
        }
      },
      everything,
      scene.site.url,
    );
    // The page itself to itself, and the right page in words of another time or none.
    await page.evaluate(async (messages) => {
      const inner = document.querySelector('taafi-embed')?.shadowRoot?.querySelector('iframe')?.contentWindow;
      for (const message of messages) {
        postMessage(message, '*');
        inner?.postMessage({ ...message, taafi: 2 }, '*');
        inner?.postMessage(JSON.stringify(message), '*');
        inner?.postMessage([message], '*');
      }
      inner?.postMessage({ ...messages[0], language: '<b>', theme: null }, '*');
    }, everything);
    // Messages come in their order: when this one has come, the others have.
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await until(
      () => frame.evaluate(() => document.documentElement.lang === 'en'),
      'the page itself is heard',
    );
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'ar'));
    await until(
      () => frame.evaluate(() => document.documentElement.lang === 'ar'),
      'the page itself is heard',
    );
    await fits(page, frame);
    assert.deepEqual(await state(), before);
  });

  it('has the focus handed over by Tab and by the page, and opens dialogs where the person is', async (test) => {
    scene.site.pages.set('/', partnerPage(scene));
    const page = await open(test, { width: 360, height: 640 });
    await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
    const frame = await shownFrame(page);
    const form = await FormPage.inFrame(page, frame);
    // What stands under the form comes last.
    await form.has('الوثائق المرجعية');
    await fits(page, frame);
    assert.equal(
      await page.$eval('taafi-embed >>> iframe', (one) => one.title),
      `نموذج من ${new URL(scene.receiver.url).host}`,
    );
    const outside = () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    await page.focus('#before');
    await page.keyboard.press('Tab');
    await form.hasFocusOn('language-en');
    assert.equal(await outside(), 'taafi-embed');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await until(async () => (await outside()) === 'before', 'the focus is before the form again');
    await page.focus('#after');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await until(async () => (await outside()) === 'taafi-embed', 'the focus is at the end of the form');
    await page.keyboard.press('Tab');
    await until(async () => (await outside()) === 'after', 'the focus is behind the form');
    await page.$eval('taafi-embed', (embed) => (embed as HTMLElement).focus());
    await form.hasFocusOn('title');

    // The first page of the form is several screens long: at its end a person asks what is not clear to him.
    await form.press('لم تتضح لي الإجراءات');
    await form.hasFocusOn('referral-title');
    const { top, bottom } = await until(async () => {
      const box = await frameBox(page);
      const dialog = await frame.evaluate(() => {
        const { top, bottom } =
          document.querySelector('.form')?.shadowRoot?.querySelector('dialog')?.getBoundingClientRect() ??
          new DOMRect();
        return { top, bottom };
      });
      return { top: box.top + dialog.top, bottom: box.top + dialog.bottom };
    }, 'there is a dialog');
    assert.ok(top >= 0 && bottom <= 640, `the dialog reaches from ${top} to ${bottom}`);
    await page.keyboard.press('Escape');
    await form.pressMain();
    await form.isAt('whoFills');
    await until(async () => {
      const box = await frameBox(page);
      return box.top >= -1 && box.top < 640;
    }, 'the new page is seen from its top');
  });

  for (const [name, leave] of [
    ['by the button', (form: FormPage) => form.click('.exit')],
    [
      'by Shift three times',
      async (form: FormPage) => {
        await form.click('[name="supportDescription"]');
        for (let presses = 0; presses < 3; presses += 1) await form.page.keyboard.press('Shift');
      },
    ],
  ] as const)
    it(`leads the whole page away in haste, ${name}`, async (test) => {
      const attributes = 'exit="https://weather.example/today"';
      scene.site.pages.set('/', partnerPage(scene, { attributes }));
      const page = await open(test, { width: 360, height: 740 });
      const complaints: string[] = [];
      page.on('dialog', (dialog) => {
        complaints.push(dialog.message());
        void dialog.accept();
      });
      await page.goto(scene.site.url, { waitUntil: 'domcontentloaded' });
      const frame = await shownFrame(page);
      const form = await FormPage.inFrame(page, frame);
      // A button that is still being moved by the frame's new height is missed; what stands under the form comes last.
      await form.has('الوثائق المرجعية');
      await fits(page, frame);
      await form.goOn('whoFills');
      await form.fill({ filledBy: 'self' });
      await fits(page, frame);
      await form.goOn('support');
      await fits(page, frame);
      await form.fill({ supportWanted: ['rent'], supportDescription: 'لا يعلم أهلي بهذا' });
      const weather = await answerElsewhere(page);
      await leave(form);
      const request = await weather.asked;
      assert.equal(request.url(), 'https://weather.example/today');
      assert.equal(request.frame(), page.mainFrame());
      assert.equal(request.headers().referer, undefined);
      await until(async () => (await page.title()) === 'الطقس', 'the other site is shown');
      assert.deepEqual(complaints, []);
      await page.goBack();
      const again = await FormPage.inFrame(page, await shownFrame(page));
      assert.equal(await page.evaluate(() => document.body.checkVisibility()), true);
      assert.doesNotMatch(await again.text(), /لا يعلم أهلي/);
    });
});

async function frameBox(page: Page): Promise<{ top: number; height: number }> {
  return page.$eval('taafi-embed >>> iframe', (frame) => {
    const { top, height } = frame.getBoundingClientRect();
    return { top, height };
  });
}

/** Waits until the frame is as high as what is in it, which nobody needs to scroll, in neither direction. */
async function fits(page: Page, frame: Frame): Promise<void> {
  const sizes = async () => ({
    box: await frameBox(page),
    inside: await frame.evaluate(() => {
      const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
      return {
        height: document.body.getBoundingClientRect().height,
        scrollHeight,
        tooWide: scrollWidth - clientWidth,
        scrollY,
      };
    }),
    tooWide: await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  });
  await until(
    async () => {
      const { box, inside, tooWide } = await sizes();
      const isHigh = box.height === Math.ceil(inside.height) && inside.scrollHeight === box.height;
      return isHigh && inside.tooWide === 0 && inside.scrollY === 0 && tooWide === 0;
    },
    async () => `the frame fits: ${JSON.stringify(await sizes())}`,
  );
}

/** Writes down all that is said to the page around the frame. */
async function listenIn(page: Page): Promise<() => Promise<{ type: string }[]>> {
  await page.evaluateOnNewDocument(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: { type: string }[] }).heard);
}

/** Answers in place of any other site than those of this machine; `asked` fails where none is asked for in time. */
async function answerElsewhere(page: Page): Promise<{ asked: Promise<HTTPRequest> }> {
  const isElsewhere = (request: HTTPRequest) => !/^http:\/\/(localhost|127\.0\.0\.1):/.test(request.url());
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const body = '<!doctype html><title>الطقس</title><p>مشمس</p>';
    if (isElsewhere(request))
      void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
    else void request.continue();
  });
  return { asked: page.waitForRequest(isElsewhere) };
}
