import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { assertAccessible, assertFits, withTextSpacing } from './accessibility.js';
import { exampleAnswers, isFiles } from './answers.js';
import type { OpenWindow } from './browser.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { fillByKeyboard } from './keyboard-only.js';
import { makePapers } from './papers.js';
import type { Exported, ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import { until } from './waiting.js';
import { assertDiscreet, assertKeeps, watch } from './witness.js';

const open = browserOfThisFile();

const tag = 'taafi-data-declaration';
const agreed = { readIt: true, declaration: true, signingWay: 'screen' };
const signedBefore = { ar: 'تم التوقيع على هذه البيانات من قبل', en: 'has been signed already' } as const;

type Test = Parameters<OpenWindow>[0];

/** What a sister has sent for the person, and the link that she is to pass on. */
interface Sent {
  readonly receiver: ReceiverProgram;
  readonly link: string;
  readonly token: string;
}

async function sentByHelper(test: Test): Promise<Sent> {
  const answers = exampleAnswers('support-request.resident');
  const receiver = await startReceiverProgram(test);
  const page = await open(test, { width: 1000 });
  const form = await FormPage.open(page, `${receiver.url}/`);
  const names = Object.values(answers).flatMap((answer) =>
    isFiles(answer) ? answer.map(({ name }) => name) : [],
  );
  const papers = await makePapers(test, page, names);
  const files = Object.fromEntries([...papers.values()].map(({ name, path }) => [name, path]));
  while ((await form.name()) !== 'review') {
    await form.fill(answers, { files });
    await form.goOn();
  }
  await form.has('صاحب الطلب يوقّع بنفسه');
  await form.pressMain();
  await form.isAt('receipt');
  const link = (await form.textOf('#link')) ?? '';
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/sign\.html#declare=\d{14}\.[\w-]{22}$/);
  return { receiver, link, token: link.slice(-22) };
}

/** The declaration behind a link, ready to be read. */
async function opened(page: Page, link: string, name: string): Promise<FormPage> {
  const form = await FormPage.open(page, link, tag);
  await form.has(name);
  return form;
}

/** The declaration that was stored beside the request. */
async function declarationIn(receiver: ReceiverProgram): Promise<Exported> {
  const requests = await receiver.requests();
  assert.deepEqual(requests.map(({ form }) => form.id).sort(), ['data-declaration', 'support-request']);
  return requests.find(({ form }) => form.id === 'data-declaration') as Exported;
}

/** Two strokes of a finger across the pad. */
async function signWithFinger(page: Page, form: FormPage): Promise<void> {
  const box = await until(
    () =>
      form.evaluate((element) => {
        const pad = element.shadowRoot?.querySelector('taafi-signature')?.shadowRoot?.querySelector('.pad');
        pad?.scrollIntoView({ block: 'center' });
        const { x = 0, y = 0, width = 0, height = 0 } = pad?.getBoundingClientRect() ?? {};
        return width > 0 && { x, y, width, height };
      }),
    'there is a pad to sign on',
  );
  for (const from of [0.1, 0.45]) {
    const at = (step: number) =>
      [
        box.x + (from + step * 0.03) * box.width,
        box.y + (0.5 + 0.3 * Math.sin(step / 2)) * box.height,
      ] as const;
    await page.touchscreen.touchStart(...at(0));
    for (let step = 1; step < 14; step += 1) await page.touchscreen.touchMove(...at(step));
    await page.touchscreen.touchEnd();
  }
}

/** The link came with the address the page was opened by, and is no address that «back» leads to. */
async function assertForgets(page: Page, token: string): Promise<void> {
  const devtools = await page.createCDPSession();
  const { entries } = await devtools.send('Page.getNavigationHistory');
  assert.ok(entries.length > 0);
  assertKeeps(entries.map(({ url }) => url).join('\n'), [token], 'the history of the window');
}

async function saysItIsSigned(test: Test, link: string, language: 'ar' | 'en'): Promise<void> {
  const page = await open(test, { width: 360, phone: true });
  if (language === 'en') {
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.lang = 'en';
      });
    });
  }
  const form = await FormPage.open(page, link, tag);
  await form.has(signedBefore[language]);
  assert.ok(!(await form.text()).includes('مريم'));
}

describe('the declaration of somebody for whom another has asked', () => {
  it('is read and signed with a finger on his own phone, in Arabic', async (test) => {
    const { receiver, link, token } = await sentByHelper(test);
    const page = await open(test, { width: 360, height: 740, phone: true });
    const witness = await watch(page);
    const form = await opened(page, link, 'مريم');
    assert.equal(page.url(), `${receiver.url}/sign.html`);
    for (const words of ['2000000006', 'أبها', 'إقامة.pdf', 'لن يصلك الرد قبل', 'وتكون أنت المسؤول عنه'])
      await form.has(words);
    assert.deepEqual(await form.failToGoOn(), [
      'أكّد أنك قرأت البيانات، أو قُرئت عليك',
      'أقرّ بصحة البيانات قبل الإرسال',
      'اختر كيف توقّع',
    ]);
    await form.fill(agreed);
    await form.hasAllControls();
    assert.deepEqual(await form.failToGoOn(), ['وقّع بخط يدك، أو اكتب اسمك الكامل']);
    await signWithFinger(page, form);
    await form.pressMain();
    await form.isAt('receipt');
    const { answers, language, reference, consents } = await declarationIn(receiver);
    assert.equal(language, 'ar');
    const signature = answers.signature as { method: string; drawing: { strokes: unknown[] } };
    assert.equal(signature.method, 'drawn');
    assert.equal(signature.drawing.strokes.length, 2);
    assert.equal((answers.given as { signer: string }).signer, 'مريم المثالية');
    assert.deepEqual(consents.map(({ path }) => path).sort(), ['declaration', 'readIt']);
    assert.equal((await form.textOf('.reference'))?.replaceAll('-', ''), reference);
    await assertDiscreet(witness, page, receiver.url, ['مريم', '2000000006']);
    await assertForgets(page, token);
    assertKeeps(receiver.written(), ['مريم', '2000000006', token], 'what the receiver writes');
    assert.equal(await receiver.reports(), 0);
    await saysItIsSigned(test, link, 'ar');
    await saysItIsSigned(test, link, 'en');
  });

  it('is read and signed by nothing but a keyboard, in English', async (test) => {
    const { receiver, link, token } = await sentByHelper(test);
    const page = await open(test, { width: 1280, height: 900 });
    const witness = await watch(page);
    const form = await opened(page, link, 'مريم');
    const answers = { ...agreed, signature: { method: 'typed', name: 'مريم المثالية' } };
    const person = fillByKeyboard(form, page, answers, {});
    await person.reach('language-en');
    await page.keyboard.press('Enter');
    await form.has('Read your information, then sign it');
    await form.has('First name');
    assert.deepEqual(await person.goThrough(), ['review']);
    const declaration = await declarationIn(receiver);
    assert.equal(declaration.language, 'en');
    assert.deepEqual(declaration.answers.signature, answers.signature);
    assert.ok(JSON.stringify(declaration.answers.given).includes('First name'));
    assert.ok(declaration.consents.every(({ language }) => language === 'en'));
    await assertDiscreet(witness, page, receiver.url, ['مريم', '2000000006']);
    await assertForgets(page, token);
    assert.equal(await receiver.reports(), 0);
    await saysItIsSigned(test, link, 'ar');
  });

  it('is accessible and fits, as it is read, with errors and on paper, in both languages', async (test) => {
    const { link } = await sentByHelper(test);
    for (const language of ['ar', 'en'] as const) {
      const page = await open(test, { width: 320 });
      // axe brings styles of its own, which the policy of the page would not let in.
      await page.setBypassCSP(true);
      const form = await opened(page, link, 'مريم');
      if (language === 'en') await form.press('English');
      await form.has(language === 'en' ? 'First name' : 'الاسم الأول');
      const look = async (state: string) => {
        await page.setViewport({ width: 1280, height: 800 });
        await assertAccessible(page, `${state}, ${language}, 1280`);
        await page.setViewport({ width: 320, height: 640 });
        await assertAccessible(page, `${state}, ${language}, 320`);
        await assertFits(page, tag, `${state}, ${language}, 320`);
        await withTextSpacing(page, tag, () => assertFits(page, tag, `${state}, ${language}, spaced`));
      };
      await look('read');
      await form.failToGoOn();
      await look('with errors');
      await form.fill({ ...agreed, signingWay: 'paper' });
      await form.has(language === 'en' ? 'Print the declaration' : 'طباعة الإقرار');
      await look('on paper');
      await form.failToGoOn();
      await look('without the paper');
      await form.fill({ signingWay: 'screen' });
      await form.hasAllControls();
      await form.fill({ signature: { method: 'typed', name: 'مريم' } });
      await form.failToGoOn();
      await look('in another name');
    }
  });

  it('is printed whole with a place to sign by hand, and comes back as a photo', async (test) => {
    const { receiver, link } = await sentByHelper(test);
    const page = await open(test, { width: 1000 });
    const form = await opened(page, link, 'مريم');
    await form.fill({ ...agreed, signingWay: 'paper' });
    await form.has('طباعة الإقرار');
    await page.emulateMediaType('print');
    const printed = await form.text();
    for (const words of [
      'مريم',
      '2000000006',
      'إقامة.pdf',
      'لن يصلك الرد قبل',
      'وتكون أنت المسؤول عنه',
      'قرأت جميع البيانات في هذه الصفحة',
      'أقر بأن جميع هذه البيانات صحيحة',
      'الاسم',
      'التاريخ',
      'التوقيع',
    ])
      assert.ok(printed.includes(words), `${words}\n${printed}`);
    for (const words of [
      'طباعة الإقرار',
      'صورة الورقة الموقّعة',
      'خروج سريع',
      'كيف توقّع؟',
      'English',
      'أوقّع وأرسل',
    ])
      assert.ok(!printed.includes(words), `${words}\n${printed}`);
    const pdf = Buffer.from(await page.pdf({ format: 'A4' }));
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);

    await page.emulateMediaType('screen');
    const photo = (await makePapers(test, page, ['signed.jpg'])).get('signed.jpg');
    await form.attach('signedPaper', photo?.path ?? '');
    await form.pressMain();
    await form.isAt('receipt');
    const { answers, files } = await declarationIn(receiver);
    assert.equal(answers.signature, undefined);
    assert.deepEqual(
      (answers.signedPaper as { name: string; size: number }[]).map(({ name, size }) => [
        name,
        size > 0 && size <= (photo?.bytes.length ?? 0),
      ]),
      [['signed.jpg', true]],
    );
    assert.equal(files.length, 1);
    await saysItIsSigned(test, link, 'ar');
  });
});
