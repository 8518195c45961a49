import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import type { ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import type { Site } from './site.js';
import { document, startSite } from './site.js';
import type { UnreliableLine } from './unreliable-line.js';
import { hangUp, startUnreliableLine } from './unreliable-line.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { watch } from './witness.js';

const open = browserOfThisFile();

/** What surveys ask, and nothing else. */
const surveyForm = {
  id: 'opinion',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: { ar: 'رأيك', en: 'Your opinion' },
  steps: [
    {
      id: 'service',
      title: { ar: 'الخدمة', en: 'The service' },
      fields: [
        {
          id: 'ease',
          type: 'choice',
          required: true,
          label: { ar: 'كيف كانت الإجراءات؟', en: 'How was the procedure?' },
          options: [
            { value: 'easy', ar: 'سهلة', en: 'Easy' },
            { value: 'hard', ar: 'صعبة', en: 'Hard' },
          ],
        },
        { id: 'words', type: 'long-text', label: { ar: 'ما تود قوله', en: 'Anything else' } },
      ],
    },
  ],
};

/** What few forms ask, and nothing else. */
const moneyForm = {
  ...surveyForm,
  id: 'money',
  steps: [
    {
      id: 'income',
      title: { ar: 'الدخل', en: 'Income' },
      fields: [{ id: 'income', type: 'money', required: true, label: { ar: 'دخلك', en: 'Your income' } }],
    },
  ],
};

/** The part of the survey's build with the types that surveys have not. */
const others = /^GET \/kit\/survey\/views-/;

interface Scene {
  readonly page: Page;
  readonly site: Site;
  readonly line: UnreliableLine;
}

describe('the script of the survey', () => {
  let receiver: ReceiverProgram;
  const ends: (() => Promise<void>)[] = [];
  let allowed: Site;

  before(async () => {
    allowed = await startSite({
      after: (end: () => Promise<void>) => ends.push(end),
    } as unknown as TestContext);
    receiver = await startReceiverProgram({ after: (end) => ends.push(end) }, { TAAFI_ORIGINS: allowed.url });
    receiver.putForm('visit', visitForm);
    receiver.putForm('opinion', surveyForm);
    receiver.putForm('money', moneyForm);
  });

  after(() => Promise.all(ends.map((end) => end())));

  /** A page of another site, with a line to the receiver that can be disturbed. */
  async function sceneWith(test: TestContext, body: (line: string) => string): Promise<Scene> {
    const line = await startUnreliableLine(test, receiver.url);
    allowed.pages.set('/', document(body(line.url)));
    return { page: await open(test, { width: 360, height: 740 }), site: allowed, line };
  }

  const script = (line: string) =>
    `<script type="module" src="${line}/kit/survey/taafi-satisfaction-survey.js"></script>`;
  const survey = (line: string, form: string, lang = 'ar') =>
    `<taafi-satisfaction-survey lang="${lang}" definition="${line}/forms/${form}.json" receiver="${line}"><p>اتصل بنا</p></taafi-satisfaction-survey>`;

  it('brings no type that the definition does not use', async (test) => {
    const { page, site, line } = await sceneWith(test, (url) => script(url) + survey(url, 'opinion'));
    const form = await FormPage.open(page, `${site.url}/`, 'taafi-satisfaction-survey');
    await form.fill({ ease: 'easy', words: 'شكرا' });
    await form.goOn('review');
    await page.waitForNetworkIdle();
    assert.deepEqual(
      line.seen.filter(({ name }) => others.test(name)),
      [],
    );
  });

  it('takes any definition: what surveys never ask comes when it is opened', async (test) => {
    const { page, site, line } = await sceneWith(test, (url) => script(url) + survey(url, 'visit'));
    const witness = await watch(page);
    const form = await FormPage.open(page, `${site.url}/`, 'taafi-satisfaction-survey');
    assert.equal(line.seen.filter(({ name }) => others.test(name)).length, 1);
    const answers = { ...visitAnswers, day: { date: '2026-11-29', calendar: 'islamic-umalqura' } } as const;
    await form.fill(answers);
    await form.goOn('papers');
    await form.fill(answers);
    await form.goOn('review');
    await form.has('الموافق 29 نوفمبر 2026 م');
    await form.pressMain();
    await form.isAt('receipt');
    const [request] = await receiver.requests();
    assert.deepEqual(request?.answers, answers);
    assert.deepEqual(witness.complaints, []);
  });

  it('brings a type that few forms have by itself, with its rules and its sentences', async (test) => {
    for (const folder of ['survey/taafi-satisfaction-survey', 'taafi']) {
      const tag = folder === 'taafi' ? 'taafi-form' : 'taafi-satisfaction-survey';
      const { page, site, line } = await sceneWith(
        test,
        (url) =>
          `<script type="module" src="${url}/kit/${folder}.js"></script><${tag} lang="ar" definition="${url}/forms/money.json" receiver="${url}"></${tag}>`,
      );
      const form = await FormPage.open(page, `${site.url}/`, tag);
      await form.type('income', '1500.505');
      await form.pressMain();
      await form.has('اكتب الهللات برقمين على الأكثر، مثل 1500.50: دخلك');
      await page.waitForNetworkIdle();
      const views = line.seen.flatMap(({ name }) => /([a-z-]+\.view|views)-/.exec(name)?.[1] ?? []);
      assert.deepEqual(views, ['money.view']);
    }
  });

  it('says in English what those types say, and changes the language with them', async (test) => {
    const { page, site } = await sceneWith(test, (url) => script(url) + survey(url, 'visit', 'en'));
    const form = await FormPage.open(page, `${site.url}/`, 'taafi-satisfaction-survey');
    await form.has('Hijri');
    await form.press('العربية');
    await form.has('هجري');
    await form.press('English');
    await form.has('Gregorian');
  });

  it('says so where they cannot be brought, and brings them when asked again', async (test) => {
    const { page, site, line } = await sceneWith(test, (url) => script(url) + survey(url, 'visit'));
    // Browsers ask again by themselves.
    line.disturb(others, ...Array.from({ length: 20 }, () => hangUp));
    const tag = 'taafi-satisfaction-survey';
    const said = () =>
      page.evaluate((name) => {
        const element = window.document.querySelector<HTMLElement>(name);
        return {
          own: element?.querySelector('p')?.checkVisibility() ?? false,
          words: element?.shadowRoot?.querySelector('#unreached')?.textContent ?? '',
          focus: element?.shadowRoot?.activeElement?.id ?? '',
        };
      }, tag);
    await page.goto(`${site.url}/`);
    await until(async () => (await said()).words !== '', 'the person is told');
    assert.deepEqual(await said(), { own: true, words: 'تعذر الوصول إلى الجمعية.', focus: '' });

    const retry = () => page.locator(`${tag} >>> .actions .primary`).click();
    await retry();
    await until(async () => (await said()).focus === 'unreached', 'he is told again');
    line.behave();
    await retry();
    await until(async () => (await said()).focus === 'title', 'the form is there, and has the focus');
    assert.deepEqual(await said(), { own: false, words: '', focus: 'title' });
    const form = await FormPage.open(page, `${site.url}/`, tag);
    await form.fill(visitAnswers);
    await form.goOn('papers');
  });

  it('works on one page with the script of the forms, whichever comes first', async (test) => {
    const both = (url: string) => [script(url), `<script type="module" src="${url}/kit/taafi.js"></script>`];
    for (const order of [(all: string[]) => all, (all: string[]) => [...all].reverse()]) {
      for (const [tag, answers, next] of [
        ['taafi-satisfaction-survey', { ease: 'hard' }, 'review'],
        ['taafi-form', visitAnswers, 'papers'],
      ] as const) {
        const { page, site } = await sceneWith(
          test,
          (url) =>
            `${order(both(url)).join('')}${survey(url, 'opinion')}<taafi-form definition="${url}/forms/visit.json" receiver="${url}"></taafi-form>`,
        );
        const witness = await watch(page);
        const form = await FormPage.open(page, `${site.url}/`, tag);
        // What stands above must be there: as it comes, it moves the controls below away from the pointer.
        await page.waitForNetworkIdle();
        await form.fill(answers);
        await form.goOn(next);
        assert.deepEqual(witness.complaints, []);
      }
    }
  });
});
