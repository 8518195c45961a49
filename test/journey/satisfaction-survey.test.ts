import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { TaafiSatisfactionSurvey } from '../../src/elements/satisfaction-survey/satisfaction-survey.js';
import { staffToken } from '../receiver/handled-scene.js';
import type { Running } from '../receiver/running-receiver.js';
import { startReceiver, temporaryFolder } from '../receiver/running-receiver.js';
import { answer, content, invited, openSurvey, packSurvey, tablesOf } from '../receiver/survey-scene.js';
import { assertFits } from './accessibility.js';
import { browserOfThisFile } from './browser.js';
import { assertWholeInBoth, focusedIn, reachIn, spoken } from './element-page.js';
import { mustShow, visibleText } from './visible-text.js';
import { until } from './waiting.js';
import { assertDiscreet, assertKeeps, watch } from './witness.js';

const open = browserOfThisFile();
const tag = 'taafi-satisfaction-survey';
const results = 'taafi-survey-results';

/** What `npm run build` made: this file is in dist/test/journey. */
const build = fileURLToPath(new URL('../../', import.meta.url));

/** The demonstration, as it is served. */
const demonstration = (test: TestContext): Promise<Running> =>
  startReceiver(test, { dist: build, dataDir: join(temporaryFolder(test), 'data') });

const has = (page: Page, text: string) => mustShow(page, tag, text);

async function openLink(page: Page, { url }: Running, token: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}/survey.html#survey=${token}`, { waitUntil: 'networkidle0' });
}

/** The answers that are stored. */
function stored({ dataDir }: Running): unknown[] {
  return (tablesOf(dataDir).get('survey_response') ?? []).map(
    ({ answers }) => JSON.parse(String(answers)) as unknown,
  );
}

/** The name and the value of the radio button or the box that has the focus. */
function focusedControl(
  page: Page,
): Promise<{ readonly name: string; readonly value: string; readonly type: string }> {
  return page.evaluate((wanted) => {
    const active = document.querySelector(wanted)?.shadowRoot?.activeElement;
    const { name = '', value = '', type = '' } = (active ?? {}) as HTMLInputElement;
    return { name, value, type };
  }, tag);
}

/** Name of the page that is shown. */
const shownOn = (page: Page) =>
  page.evaluate((wanted) => (document.querySelector(wanted) as TaafiSatisfactionSurvey | null)?.page, tag);

/** Presses Tab until a control of this name has the focus. */
async function reachControl(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    if ((await focusedControl(page)).name === name) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${name}:\n${await visibleText(page, tag)}`);
}

/** Chooses with the arrows. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await reachControl(page, name);
  if ((await focusedControl(page)).value === value) await page.keyboard.press('Space');
  for (let presses = 0; presses < 12 && (await focusedControl(page)).value !== value; presses++)
    await page.keyboard.press('ArrowDown');
  assert.equal((await focusedControl(page)).value, value, `the arrows come to ${value} of ${name}`);
}

async function goOn(page: Page, to: string): Promise<void> {
  await reachIn(page, tag, 'متابعة');
  await page.keyboard.press('Enter');
  await until(
    async () => (await focusedIn(page, tag)) === to,
    async () => `the focus is on «${to}»:\n${await visibleText(page, tag)}`,
  );
}

describe('a person who is asked how it was', () => {
  it('reads that it is his right, answers with the keyboard alone, and is thanked', async (test) => {
    const receiver = await demonstration(test);
    const [token = ''] = await invited(receiver, 1);
    const page = await open(test, { width: 320, height: 740 });
    const witness = await watch(page);
    await openLink(page, receiver, token);
    assert.equal(await page.evaluate(() => location.hash), '');
    const before = await visibleText(page, tag);
    const [sentence, anonymity, button] = ['حق من حقوق المستفيد', 'لا يُعرف أنك من أجاب', 'ابدأ'];
    assert.ok(before.indexOf(sentence) > 0 && before.indexOf(sentence) < before.indexOf(anonymity), before);
    assert.ok(before.indexOf(anonymity) < before.indexOf(button), before);
    assert.ok(!(await spoken(page)).some((name) => name.startsWith('radio')));

    await reachIn(page, tag, button);
    await page.keyboard.press('Enter');
    await has(page, 'ما مدى رضاك عن خدمة الجمعية؟');
    assert.ok((await spoken(page)).includes('radio راضٍ جدًا'));
    await choose(page, 'overall', '4');
    await goOn(page, 'سهولة الإجراءات');
    await choose(page, 'ease', '6');
    await goOn(page, 'كيف كان التعامل');
    await choose(page, 'experience.respect', '5');
    await choose(page, 'experience.needMet', 'notApplicable');
    await goOn(page, 'ما الذي صعّب عليك');
    await reachControl(page, 'obstacles');
    await page.keyboard.press('Space');
    await goOn(page, 'رأيك بكلماتك');
    await choose(page, 'recommend', '9');
    await reachControl(page, 'comment');
    await page.keyboard.type('التعامل طيب، وجوال الموظف سالم ٠٥٠١٢٣٤٥٦٧ لا يُرد عليه');
    await reachIn(page, tag, 'أرسل');
    await page.keyboard.press('Enter');
    await has(page, 'شكرًا لك');
    assert.equal(await focusedIn(page, tag), 'شكرًا لك');

    const [kept] = stored(receiver) as [Record<string, unknown>];
    const { comment, ...answers } = kept;
    assert.deepEqual(answers, {
      overall: 4,
      ease: 6,
      experience: { respect: 5, needMet: 'notApplicable' },
      obstacles: ['waiting'],
      recommend: 9,
    });
    assertKeeps(String(comment), ['سالم', '٠٥٠١٢٣٤٥٦٧', '0501234567'], 'the comment');
    assert.match(String(comment), /التعامل طيب/);
    // The browser asks for the page without what follows the «#», and the page takes that away.
    assertKeeps(page.url(), [token], 'the address');
    await assertDiscreet(witness, page, receiver.url, ['سالم', '٤٥٦٧']);
    assertKeeps(receiver.lines.join('\n'), [token, 'سالم'], 'what the receiver prints');

    await openLink(page, receiver, token);
    await has(page, 'لا يفتح هذا الرابط الاستبيان');
    assert.equal((await page.$$(`${tag} >>> input`)).length, 0);
  });

  it('may skip everything, change his mind, and go back', async (test) => {
    const receiver = await demonstration(test);
    const [token = ''] = await invited(receiver, 1, 'delivery');
    const page = await open(test, { width: 360, phone: true });
    await openLink(page, receiver, token);
    const press = async () => (await page.$(`${tag} >>> .primary`))?.click();
    await press();
    await has(page, 'ما مدى رضاك');
    await (await page.$(`${tag} >>> input[name="overall"][value="2"]`))?.click();
    await (await page.$(`${tag} >>> .clear`))?.click();
    for (const next of ['سهولة الإجراءات', 'كيف كان التعامل', 'ما الذي صعّب عليك', 'رأيك بكلماتك']) {
      await press();
      await until(async () => (await focusedIn(page, tag)) === next, `the page «${next}»`);
    }
    await (await page.$(`${tag} >>> .back`))?.click();
    await until(async () => (await focusedIn(page, tag)) === 'ما الذي صعّب عليك', 'the page before');
    await press();
    await until(async () => (await focusedIn(page, tag)) === 'رأيك بكلماتك', 'the last page');
    await press();
    await has(page, 'شكرًا لك');
    assert.deepEqual(stored(receiver), [{}]);
  });

  it('is told how to get a link where he has none', async (test) => {
    const receiver = await demonstration(test);
    const page = await open(test, { width: 320, phone: true });
    await page.goto(`${receiver.url}/survey.html`, { waitUntil: 'networkidle0' });
    await has(page, 'يُفتح الاستبيان من رابط الدعوة');
    await assertWholeInBoth(page, tag, 'no link');
  });

  it('finds every page accessible and whole, in both languages, at 320 pixels', async (test) => {
    const receiver = await demonstration(test);
    const [token = ''] = await invited(receiver, 1);
    const page = await open(test, { width: 320, height: 740, phone: true });
    await openLink(page, receiver, token);
    for (const where of ['start', 'satisfaction', 'effort', 'treatment', 'difficulties', 'opinion']) {
      await until(async () => (await shownOn(page)) === where, `the page ${where}`);
      await assertWholeInBoth(page, tag, where);
      await (await page.$(`${tag} >>> .primary`))?.click();
    }
    await until(async () => (await shownOn(page)) === 'receipt', 'the thanks');
    await assertWholeInBoth(page, tag, 'thanks');
  });
});

describe('the look of the survey', () => {
  it('has the face that was chosen in the colours a person has chosen for all pages', async (test) => {
    const receiver = await demonstration(test);
    const [token = ''] = await invited(receiver, 1);
    const page = await open(test, { width: 360, phone: true });
    await openLink(page, receiver, token);
    await (await page.$(`${tag} >>> .primary`))?.click();
    await has(page, 'ما مدى رضاك');
    const devtools = await page.createCDPSession();
    const features = [{ name: 'forced-colors', value: 'active' }];
    await devtools.send('Emulation.setEmulatedMedia', { features });
    await (await page.$(`${tag} >>> input[name="overall"][value="4"]`))?.click();
    const colours = await page.evaluate((wanted) => {
      const faces = document.querySelector(wanted)?.shadowRoot?.querySelectorAll('.face') ?? [];
      const text = document.body.appendChild(document.createElement('p'));
      text.style.color = 'CanvasText';
      return [...Array.from(faces), text].map((element) => getComputedStyle(element).color);
    }, tag);
    assert.equal(colours.length, 6);
    assert.equal(new Set(colours).size, 1, colours.join(' '));
  });

  it('has the way out in the line of the questions, on a wide screen', async (test) => {
    const receiver = await demonstration(test);
    const [token = ''] = await invited(receiver, 1);
    const page = await open(test, { width: 1280 });
    await openLink(page, receiver, token);
    await has(page, 'ابدأ');
    const edges = await page.evaluate((wanted) => {
      const root = document.querySelector(wanted)?.shadowRoot;
      const [top, bottom] = Array.from(root?.querySelectorAll('.exit') ?? [], (exit) =>
        exit.getBoundingClientRect(),
      );
      const line = root?.querySelector('h2')?.getBoundingClientRect();
      return { start: [line?.right, bottom?.right], end: [line?.left, top?.left] };
    }, tag);
    for (const [line, exit] of Object.values(edges)) assert.equal(exit, line);
  });
});

describe('a form of the web admin that is a survey', () => {
  it('is answered by anybody, and kept without a reference', async (test) => {
    const dataDir = join(temporaryFolder(test), 'data');
    mkdirSync(join(dataDir, 'forms'), { recursive: true });
    const [first] = packSurvey.steps as { fields: object[] }[];
    const opinion = {
      ...openSurvey,
      id: 'opinion',
      start: undefined,
      steps: [
        { ...first, fields: [...(first?.fields ?? []), { id: 'note', type: 'text', label: 'ملاحظة' }] },
      ],
      survey: { access: 'open', measures: [{ id: 'csat', kind: 'csat', of: 'overall' }], comments: ['note'] },
    };
    writeFileSync(join(dataDir, 'forms/opinion.json'), JSON.stringify(opinion));
    const receiver = await startReceiver(test, { dist: build, dataDir });
    const page = await open(test, { width: 360, phone: true });
    const witness = await watch(page);
    await page.goto(`${receiver.url}/forms/opinion`, { waitUntil: 'networkidle0' });
    await mustShow(page, 'taafi-satisfaction-survey', 'ما مدى رضاك');
    await (
      await page.waitForSelector('taafi-satisfaction-survey >>> input[name="overall"][value="3"]')
    )?.click();
    await (await page.$('taafi-satisfaction-survey >>> .primary'))?.click();
    await mustShow(page, 'taafi-satisfaction-survey', 'شكرًا لك');
    assert.deepEqual(stored(receiver), [{ overall: 3 }]);
    assert.equal(tablesOf(receiver.dataDir).get('submission')?.length, 0);
    await assertDiscreet(witness, page, receiver.url, []);
  });
});

describe('an officer who looks at what it comes to', () => {
  it('sees nothing below five answers, and figures from then on', async (test) => {
    const receiver = await demonstration(test);
    const token = await staffToken(receiver, 'relationsOfficer');
    for (const one of await invited(receiver, 4)) assert.equal((await answer(receiver, one)).status, 201);
    const page = await open(test, { width: 1280, height: 900 });
    const witness = await watch(page);
    const enter = async () => {
      await page.goto('about:blank');
      await page.goto(`${receiver.url}/results.html`, { waitUntil: 'networkidle0' });
      await (await page.$(`${results} >>> input[type="password"]`))?.type(token);
      await page.keyboard.press('Enter');
    };
    await enter();
    await mustShow(page, results, 'أقل من 5');
    assert.doesNotMatch(await visibleText(page, results), /100[.٫]0/);
    for (const one of await invited(receiver, 6)) await answer(receiver, one, { ...content, overall: 2 });
    await enter();
    // Four of ten are content: Wilson gives 16.8 to 68.7.
    await mustShow(page, results, '40.0');
    for (const figure of ['16.8', '68.7']) await mustShow(page, results, figure);
    await assertWholeInBoth(page, results, 'results');
    await page.setViewport({ width: 320, height: 740 });
    // What is chosen in a native list has one line, which spaced text is too long for; the list itself, opened, shows it all.
    await assertWholeInBoth(page, results, 'results on a phone', { spaced: false });
    await page.emulateMediaType('print');
    await assertFits(page, results, 'results on paper');
    await page.emulateMediaType('screen');
    await assertDiscreet(witness, page, receiver.url, [token]);
    assertKeeps(receiver.lines.join('\n'), [token], 'what the receiver prints');
  });
});
