import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TestContext } from 'node:test';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { makePapers } from './papers.js';
import type { Exported, ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import type { Mischief, UnreliableLine } from './unreliable-line.js';
import {
  answer,
  breakOff,
  cutAnswer,
  fallSilent,
  handOn,
  hangUp,
  held,
  startUnreliableLine,
} from './unreliable-line.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';

const open = browserOfThisFile();

const submission = /^POST \/api\/submissions/;
const piece = /^PATCH \/api\/uploads\//;
const gatewayError = answer(502, 'text/html', '<h1>Bad gateway</h1>');
const ownFault = answer(
  500,
  'application/problem+json',
  '{"type":"urn:taafi-kit:problem:internal","status":500}',
);
const hotel = answer(200, 'text/html; charset=utf-8', '<!doctype html><p>Welcome to our hotel</p>');
const tooLarge = answer(413, 'text/html', '<h1>Request Entity Too Large</h1>');
const busy = (seconds: string) =>
  answer(429, 'application/problem+json', '{"type":"urn:taafi-kit:problem:busy","status":429}', {
    'Retry-After': seconds,
  });

let receiver: ReceiverProgram;

const ends: (() => Promise<void>)[] = [];

before(async () => {
  receiver = await startReceiverProgram({ after: (end) => ends.push(end) });
  receiver.putForm('visit', visitForm);
});

after(() => Promise.all(ends.map((end) => end())));

/** As often as the kit tries by itself. */
const always = (mischief: Mischief) => Array.from({ length: 20 }, () => mischief);

/** A person with a whole form before him, and a line to the receiver that can be disturbed. */
interface Scene {
  readonly page: Page;
  readonly form: FormPage;
  readonly line: UnreliableLine;
  readonly letter: string;
  /** Nobody else has this name. */
  readonly answers: typeof visitAnswers;
}

/**
 * Fills the visit form in up to its review. Between attempts the page waits no longer than the receiver asks for;
 * where it is `hasty`, it gives up waiting for an answer after a second.
 */
async function atReview(test: TestContext, { large = false, hasty = false } = {}): Promise<Scene> {
  const line = await startUnreliableLine(test, receiver.url);
  const page = await open(test, { width: 360, height: 740 });
  await page.evaluateOnNewDocument((isHasty) => {
    Math.random = () => 0;
    const real = globalThis.setTimeout;
    const shorter = (action: () => void, wait = 0) => real(action, isHasty && wait === 30_000 ? 1000 : wait);
    globalThis.setTimeout = shorter as unknown as typeof setTimeout;
  }, hasty);
  const form = await FormPage.open(page, `${line.url}/forms/visit`, 'taafi-form');
  const name = 'خطاب.pdf';
  const papers = await makePapers(test, page, [name]);
  const { path: letter = '', bytes = new Uint8Array() } = papers.get(name) ?? {};
  // A scan of many pages: some of what follows is more than one piece of an upload. A photo would be made smaller first.
  if (large) writeFileSync(letter, Buffer.concat([bytes, randomBytes(900_000)]));
  const answers = { ...visitAnswers, fullName: `سالم ${randomUUID()}` };
  await form.fill(answers);
  await form.goOn('papers');
  await form.attach('letter', letter);
  await form.fill(answers);
  await form.goOn('review');
  return { page, form, line, letter, answers };
}

/** The page says plainly that nothing was sent and that nothing is lost, and has the focus there. */
async function saysNotSent({ form, answers, letter }: Scene, reason: string): Promise<void> {
  await form.hasFocusOn('sending');
  const text = await form.text();
  for (const words of ['لم تُرسل إجاباتك بعد', reason, 'كل ما كتبته محفوظ', 'حاول مرة أخرى']) {
    assert.ok(text.includes(words), `${words}\n${text}`);
  }
  assert.ok(!text.includes('وصل طلبك'), text);
  for (const words of [answers.fullName, answers.story, basename(letter)])
    assert.ok(text.includes(words), words);
}

/** The receipt is shown, of the one and only request there is, and the request is whole. */
async function arrivesOnce({ form, answers, letter }: Scene): Promise<Exported> {
  await form.isAt('receipt');
  await form.has('وصل طلبك');
  const [request, ...others] = await storedOf(answers);
  assert.equal(others.length, 0, 'more than one request is stored');
  assert.ok(request);
  assert.equal(request.reference, ((await form.textOf('.reference')) ?? '').replaceAll('-', ''));
  const { letter: letters, ...rest } = request.answers;
  assert.deepEqual(rest, answers);
  assert.equal((letters as unknown[]).length, 1);
  assert.deepEqual(readFileSync(request.files[0]?.path ?? ''), readFileSync(letter));
  return request;
}

/** What the receiver has stored of one person. */
async function storedOf({ fullName }: typeof visitAnswers): Promise<Exported[]> {
  return (await receiver.requests()).filter(({ answers }) => answers.fullName === fullName);
}

async function tryAgain(scene: Scene): Promise<Exported> {
  scene.line.behave();
  await scene.form.press('حاول مرة أخرى');
  return arrivesOnce(scene);
}

describe('a line that fails', () => {
  const failures: Readonly<Record<string, { mischiefs: Mischief[]; says: string }>> = {
    'is down': { mischiefs: always(hangUp), says: 'تعذر الوصول إلى الجمعية.' },
    'is silent': { mischiefs: always(fallSilent), says: 'تعذر الوصول إلى الجمعية.' },
    'ends at a broken receiver': { mischiefs: always(ownFault), says: 'في خدمة الجمعية عطل الآن.' },
    'ends at a sign-in page': { mischiefs: always(hotel), says: 'فلا نستطيع أن نؤكد وصول إجاباتك.' },
    'lets nothing large through': {
      mischiefs: always(tooLarge),
      says: 'حجم ما ترسله أكبر مما يمكن استقباله.',
    },
    'is busy for ten minutes': { mischiefs: always(busy('600')), says: 'الخدمة مشغولة الآن.' },
    'cuts every answer off': { mischiefs: always(cutAnswer), says: 'فلا نستطيع أن نؤكد وصول إجاباتك.' },
  };
  for (const [name, { mischiefs, says }] of Object.entries(failures)) {
    it(`${name}: the person is told, loses nothing, and sends again`, async (test) => {
      const scene = await atReview(test, { hasty: mischiefs.includes(fallSilent) });
      scene.line.disturb(submission, ...mischiefs);
      await scene.form.pressMain();
      await saysNotSent(scene, says);
      await tryAgain(scene);
    });
  }

  it('cuts every answer off: in another language it is still the same request', async (test) => {
    const scene = await atReview(test);
    scene.line.disturb(submission, ...always(cutAnswer));
    await scene.form.pressMain();
    await saysNotSent(scene, 'فلا نستطيع أن نؤكد وصول إجاباتك.');
    scene.line.behave();
    await scene.form.press('English');
    await scene.form.press('Try again');
    await scene.form.isAt('receipt');
    const stored = await storedOf(scene.answers);
    assert.equal(stored.length, 1);
    assert.equal(stored[0]?.language, 'ar');
  });

  it('cuts every answer off: what is changed then is not stored beside it, and the person is told', async (test) => {
    const scene = await atReview(test);
    scene.line.disturb(submission, ...always(cutAnswer));
    await scene.form.pressMain();
    await saysNotSent(scene, 'فلا نستطيع أن نؤكد وصول إجاباتك.');
    scene.line.behave();
    await scene.form.click('.change button', 'تغيير ما تود قوله');
    await scene.form.isAt('who');
    await scene.form.fill({ ...scene.answers, story: 'قصة أخرى.' });
    await scene.form.goOn('review');
    await scene.form.pressMain();
    await arrivesOnce(scene);
    await scene.form.has('قبل آخر تعديل أجريته');
  });

  it('tells that the device is offline', async (test) => {
    const scene = await atReview(test);
    await scene.page.setOfflineMode(true);
    await scene.form.pressMain();
    await saysNotSent(scene, 'جهازك غير متصل بالإنترنت.');
    assert.deepEqual(await storedOf(scene.answers), []);
    await scene.page.setOfflineMode(false);
    await tryAgain(scene);
  });
});

describe('a line that recovers', () => {
  const troubles: Readonly<Record<string, Mischief[]>> = {
    'two faults of the receiver': [ownFault, ownFault],
    'two faults of what stands before it': [gatewayError, hotel],
    'a second that it is asked to wait': [busy('1')],
    'an answer that is cut off after the request was stored': [cutAnswer],
    'an answer that never arrives after the request was stored': [cutAnswer, hangUp, fallSilent],
  };
  for (const [name, mischiefs] of Object.entries(troubles)) {
    it(`sends by itself after ${name}, once`, async (test) => {
      const scene = await atReview(test, { hasty: mischiefs.includes(fallSilent) });
      scene.line.disturb(submission, ...mischiefs);
      await scene.form.pressMain();
      await arrivesOnce(scene);
      const keys = scene.line.seen.filter(({ name: seen }) => submission.test(seen)).map(({ key }) => key);
      assert.equal(keys.length, mischiefs.length + 1);
      assert.equal(new Set(keys).size, 1);
    });
  }

  it('says nothing of success before the receiver has answered, however long that takes', async (test) => {
    const scene = await atReview(test);
    const answering = held();
    scene.line.disturb(submission, answering.mischief);
    await scene.form.pressMain();
    await answering.came;
    await scene.form.has('تُرسل إجاباتك الآن');
    assert.ok(!(await scene.form.text()).includes('وصل طلبك'));
    assert.deepEqual(await storedOf(scene.answers), []);
    answering.letGo();
    await arrivesOnce(scene);
  });

  it('goes on with a file from where it broke off', async (test) => {
    const scene = await atReview(test, { large: true });
    scene.line.disturb(piece, breakOff(100_000), hangUp);
    await scene.form.pressMain();
    await arrivesOnce(scene);
    assert.ok(scene.line.seen.some(({ name }) => /^HEAD \/api\/uploads/.test(name)));
  });
});

describe('stopping while a file is on its way', () => {
  it('shows how far it is, stops when told to, and sends again', async (test) => {
    const scene = await atReview(test, { large: true });
    const { form, line } = scene;
    const before = readdirSync(join(receiver.dataDir, 'uploads')).length;
    const second = held();
    line.disturb(piece, handOn, second.mischief);
    await form.pressMain();
    await second.came;
    const share = await until(async () => {
      const { value, max } = await form.evaluate((element) => {
        const bar = element.shadowRoot?.querySelector<HTMLProgressElement>('#sending progress');
        return { value: bar?.value ?? 0, max: bar?.max ?? 0 };
      });
      return value > 0 && value / max;
    }, 'the bar has moved');
    assert.ok(share > 0.1 && share < 1, String(share));
    await form.has('أُرسل من الملفات');
    await form.press('إيقاف الإرسال');
    await saysNotSent(scene, 'أوقفت الإرسال.');
    second.letGo();
    await until(
      async () => line.seen.some(({ name }) => /^DELETE/.test(name)),
      'the receiver is told to forget',
    );
    assert.deepEqual(await storedOf(scene.answers), []);
    await tryAgain(scene);
    assert.equal(readdirSync(join(receiver.dataDir, 'uploads')).length, before + 1);
  });

  it('says that a file is gone from the device, and takes it anew', async (test) => {
    const scene = await atReview(test, { large: true });
    const { form, letter } = scene;
    const whole = readFileSync(letter);
    writeFileSync(letter, whole.subarray(0, 1000));
    await form.pressMain();
    await form.hasFocusOn('sending');
    const text = await form.text();
    assert.ok(text.includes('لم تُرسل إجاباتك بعد'), text);
    assert.ok(!text.includes('لم يصلنا رد مفهوم'), text);
    assert.match(text, /ملف/);
    await form.click('.change button', 'تغيير صورة الخطاب');
    await form.isAt('papers');
    await form.press('حذف');
    writeFileSync(letter, whole);
    await form.attach('letter', letter);
    await form.goOn('review');
    await form.pressMain();
    await arrivesOnce(scene);
  });
});
