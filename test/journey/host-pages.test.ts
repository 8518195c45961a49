import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { send, trialData } from '../receiver/handled-scene.js';
import { startReceiver } from '../receiver/running-receiver.js';
import { openSurvey } from '../receiver/survey-scene.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { ownSheets } from './host-styles/own-sheets.js';
import { manyTypesAnswers, manyTypesForm } from './many-types-form.js';
import { differences } from './pixels.js';
import { document, startSite } from './site.js';
import { mustShow } from './visible-text.js';
import { until } from './waiting.js';

const open = browserOfThisFile();
const { resolve } = createRequire(import.meta.url);

/** What `npm run build` made: this file is in dist/test/journey. */
const build = fileURLToPath(new URL('../../', import.meta.url));

const sheetAt = (path: string) => readFileSync(path, 'utf8');

/** Style sheets of pages: our own nastiness, and the real files that sites are made with. */
const hosts: Readonly<Record<string, string>> = {
  ...ownSheets,
  'Bootstrap 5': sheetAt(resolve('bootstrap/dist/css/bootstrap.css')),
  'Tailwind preflight': sheetAt(resolve('tailwindcss/preflight.css')),
  'WordPress blocks': sheetAt(fileURLToPath(new URL('host-styles/wordpress-blocks.css', import.meta.url))),
  // Any other: `HOST_CSS=theme.css npm test -- host-pages`.
  ...(process.env.HOST_CSS !== undefined && { [process.env.HOST_CSS]: sheetAt(process.env.HOST_CSS) }),
};

/**
 * The room a page gives the element, and what of a page is wanted inside: its typefaces and its scheme, which are told
 * here so that they are the same on every page. The room is the page's own affair, and is held against its style sheet.
 */
const room = `all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  inline-size: 344px !important; color-scheme: light !important; --taafi-font: sans-serif`;

const around = (element: string) =>
  document(`<main class="entry-content container" style="${room}">${element}</main>`);

/** Fails where an element looks in any way different on a page with one of the style sheets than on an empty one. */
async function assertTheSame(page: Page, tag: string, where: string): Promise<void> {
  await page.evaluate(() => (window.document.activeElement as HTMLElement | null)?.blur());
  // Painted anew, as after each of the style sheets.
  await wear(page, '* { display: none }');
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await wear(page, '');
  const plain = await pictureOf(page, tag);
  const differing: string[] = [];
  for (const [name, css] of Object.entries(hosts)) {
    await wear(page, css);
    const dressed = await pictureOf(page, tag);
    if (dressed.base64 !== plain.base64) differing.push(`${name}: ${await difference(page, plain, dressed)}`);
    await wear(page, '');
  }
  assert.deepEqual(differing, [], `the pictures of ${where}`);
}

/** Gives the page a style sheet of its own, in the place of the one it had. */
async function wear(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    window.document.adoptedStyleSheets = [sheet];
  }, css);
}

interface Shot {
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

async function pictureOf(page: Page, tag: string): Promise<Shot> {
  const { width, height } = await page.evaluate((wanted) => {
    const root = window.document.querySelector(wanted)?.shadowRoot?.querySelector('.root');
    if (!root) throw new Error(`${wanted} has drawn nothing`);
    const box = root.getBoundingClientRect();
    return { width: box.width, height: box.height };
  }, tag);
  const clip = { x: 0, y: 0, width: Math.ceil(width), height: Math.ceil(height) };
  const base64 = await page.screenshot({
    clip,
    encoding: 'base64',
    captureBeyondViewport: false,
    optimizeForSpeed: true,
  });
  return { base64, width, height };
}

/** In words, for the message of a test that fails. */
async function difference(page: Page, one: Shot, other: Shot): Promise<string> {
  if (one.width !== other.width || one.height !== other.height)
    return `${other.width} × ${other.height} instead of ${one.width} × ${one.height}`;
  return `${await differences(page, one.base64, other.base64)} pixels`;
}

/** A page of another site around an element, in a language, so tall that all of it is seen. */
async function visit(test: TestContext, language: 'ar' | 'en') {
  const site = await startSite(test);
  const receiver = await startReceiver(test, {
    dist: build,
    dataDir: trialData(test),
    origins: [site.url],
  });
  const page = await open(test, { width: 360, height: 5600 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const show = async (path: string, script: string, element: string) => {
    site.pages.set(path, around(`<script type="module" src="${receiver.url}/${script}"></script>${element}`));
    site.pages.set('/many-types.json', JSON.stringify(manyTypesForm));
    site.pages.set('/survey.json', JSON.stringify(openSurvey));
    await page.goto('about:blank');
    return `${site.url}${path}`;
  };
  const lang = `lang="${language}" receiver="${receiver.url}"`;
  return { receiver, page, show, lang };
}

describe('on a page with styles of its own', () => {
  for (const language of ['ar', 'en'] as const) {
    it(`every page of a form is drawn as on an empty one, pixel by pixel, in ${language}`, async (test) => {
      const { page, show, lang } = await visit(test, language);
      const tag = 'taafi-form';
      const url = await show(
        '/',
        'taafi.js',
        `<taafi-form ${lang} definition="/many-types.json"></taafi-form>`,
      );
      const form = await FormPage.open(page, url, tag);
      // What it sends is taken here: the receiver does not know this form.
      await form.evaluate((element) => {
        const receivedAt = '2026-11-22T09:00:00.000Z';
        element.transport = {
          submit: async ({ form: sent }) => ({
            reference: '48291730561249',
            receivedAt,
            notBefore: '2026-11-25',
            form: sent,
            answersSha256: '0'.repeat(64),
          }),
          refer: async () => ({ id: 'referral', receivedAt }),
          upload: async () => undefined,
        };
      });
      const look = (where: string) => assertTheSame(page, tag, where);
      await form.isAt('start');
      await look('the start');
      await form.pressMain();
      await form.isAt('all');
      await form.hasAllControls();
      await form.pressMain();
      await form.hasFocusOn('errors');
      await look('a step with errors');
      await form.fill(manyTypesAnswers);
      await form.goOn('review');
      await look('the review');
      await form.pressMain();
      await form.isAt('receipt');
      await look('the receipt');
    });
  }

  it('the tracker is, in both languages', async (test) => {
    const tag = 'taafi-status-tracker';
    const { receiver, page, show } = await visit(test, 'ar');
    const { reference, token } = await send(receiver);
    for (const [language, heading] of [
      ['ar', 'وصل طلبك'],
      ['en', 'We have your request'],
    ] as const) {
      const element = `<taafi-status-tracker lang="${language}" receiver="${receiver.url}"></taafi-status-tracker>`;
      const url = await show(`/${language}`, 'kit/tracker/taafi-status-tracker.js', element);
      await page.goto(url, { waitUntil: 'networkidle0' });
      if (language === 'ar') await assertTheSame(page, tag, 'the look-up');
      await page.goto('about:blank');
      await page.goto(`${url}#track=${reference}.${token}`, { waitUntil: 'networkidle0' });
      await mustShow(page, tag, heading);
      await assertTheSame(page, tag, `a request in ${language}`);
    }
  });

  it('the survey is, in both languages', async (test) => {
    const tag = 'taafi-satisfaction-survey';
    const { page, show, receiver } = await visit(test, 'ar');
    for (const language of ['ar', 'en'] as const) {
      const element = `<${tag} lang="${language}" receiver="${receiver.url}" definition="/survey.json"></${tag}>`;
      const url = await show(`/${language}`, 'kit/survey/taafi-satisfaction-survey.js', element);
      await page.goto(url, { waitUntil: 'networkidle0' });
      for (const next of ['the first page', 'the second page']) {
        await until(
          () =>
            page.evaluate(
              (wanted) =>
                window.document.querySelector(wanted)?.shadowRoot?.querySelector('.primary') !== null,
              tag,
            ),
          'there is a button',
        );
        if ((language === 'ar') === (next === 'the first page'))
          await assertTheSame(page, tag, `${next} in ${language}`);
        await (await page.$(`${tag} >>> .primary`))?.click();
      }
    }
  });
});
