import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from './browser.js';
import { FormPage } from './form-page.js';
import { makePapers } from './papers.js';
import type { ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import type { Mischief, UnreliableLine } from './unreliable-line.js';
import { answer, cutAnswer, hangUp, held, startUnreliableLine } from './unreliable-line.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';

const DAY = 24 * 60 * 60 * 1000;
const submission = /^POST \/api\/submissions/;
const anything = /^[A-Z]+ \/api\//;
const keepButton = 'احفظ الطلب في هذا الجهاز، ويُرسل عند عودة الاتصال';
const notSent = 'لم يُرسل بعد';
const arrived = 'وصل طلبك';

let receiver: ReceiverProgram;
const ends: (() => Promise<void>)[] = [];

before(async () => {
  receiver = await startReceiverProgram({ after: (end) => ends.push(end) });
  receiver.putForm('visit', visitForm);
});

after(() => Promise.all(ends.map((end) => end())));

const always = (mischief: Mischief) => Array.from({ length: 60 }, () => mischief);

const formChanged = answer(
  409,
  'application/problem+json',
  '{"type":"urn:taafi-kit:problem:form-changed","status":409}',
);

/** A phone with a browser that keeps what pages keep, whether it is open or not. */
class Phone {
  readonly #profile = mkdtempSync(join(tmpdir(), 'taafi-phone-'));
  #browser: Browser | undefined;
  /** Milliseconds that its clock is ahead. */
  ahead = 0;
  /** Run in every page before anything of it. */
  before: () => void = () => undefined;

  constructor(test: TestContext) {
    test.after(async () => {
      await this.close();
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    });
  }

  async tab(): Promise<Page> {
    this.#browser ??= await launchBrowser({ userDataDir: this.#profile });
    const page = await this.#browser.newPage();
    await page.setViewport({ width: 360, height: 740 });
    await (await page.createCDPSession()).send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.evaluateOnNewDocument((ahead) => {
      // Between attempts nobody waits here.
      Math.random = () => 0;
      const { now } = Date;
      Date.now = () => now() + ahead;
    }, this.ahead);
    await page.evaluateOnNewDocument(this.before);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
  }

  /** The battery is taken out. */
  async kill(): Promise<void> {
    const child = this.#browser?.process();
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await gone;
    this.#browser = undefined;
  }
}

interface Scene {
  readonly phone: Phone;
  readonly line: UnreliableLine;
  readonly form: FormPage;
  readonly letter: string;
  readonly answers: typeof visitAnswers;
}

/** Somebody has pressed the button, and the line has failed. */
async function failedToSend(
  test: TestContext,
  trouble: { pattern: RegExp; mischief: Mischief },
  phone = new Phone(test),
): Promise<Scene> {
  const line = await startUnreliableLine(test, receiver.url);
  const page = await phone.tab();
  const form = await FormPage.open(page, `${line.url}/forms/visit`, 'taafi-form');
  const papers = await makePapers(test, page, ['خطاب.pdf']);
  const letter = papers.get('خطاب.pdf')?.path ?? '';
  const answers = { ...visitAnswers, fullName: `سالم ${randomUUID()}` };
  await form.fill(answers);
  await form.goOn('papers');
  await form.attach('letter', letter);
  await form.fill(answers);
  await form.goOn('review');
  line.disturb(trouble.pattern, ...always(trouble.mischief));
  await form.pressMain();
  await form.has('لم تُرسل إجاباتك بعد');
  return { phone, line, form, letter, answers };
}

const down = { pattern: anything, mischief: hangUp };

/** The same, and it is kept on the phone. */
async function kept(test: TestContext, trouble = down): Promise<Scene> {
  const scene = await failedToSend(test, trouble);
  await scene.form.press(keepButton);
  await scene.form.has(notSent);
  assert.ok(!(await scene.form.text()).includes(arrived));
  return scene;
}

/** Opens a page of the same site in a new tab. */
async function opened({ phone, line }: Scene, path = '/forms/visit', tag = 'taafi-form'): Promise<FormPage> {
  return FormPage.open(await phone.tab(), line.url + path, tag);
}

async function storedOf({ answers: { fullName } }: Scene) {
  return (await receiver.requests()).filter(({ answers }) => answers.fullName === fullName);
}

/** It is said that it has arrived, and there is one request, whole, with that number. */
async function isThereOnce(scene: Scene, form: FormPage): Promise<void> {
  await form.has(arrived);
  const [request, ...others] = await storedOf(scene);
  assert.equal(others.length, 0, 'more than one request is stored');
  assert.ok(request);
  assert.ok((await form.text()).replaceAll('-', '').includes(request.reference));
  const { letter, ...rest } = request.answers;
  assert.deepEqual(rest, scene.answers);
  assert.equal((letter as unknown[]).length, 1);
  const { path = '' } = request.files[0] ?? {};
  assert.deepEqual(readFileSync(path), readFileSync(scene.letter));
}

describe('a request that could not be sent', () => {
  const troubles = {
    'the line was down': down,
    'it had arrived, and the answer was lost': { pattern: submission, mischief: cutAnswer },
    'something else answered': {
      pattern: submission,
      mischief: answer(200, 'text/html', '<p>Welcome to our hotel</p>'),
    },
  };
  for (const [name, trouble] of Object.entries(troubles)) {
    it(`is sent once after the browser was closed and opened again: ${name}`, async (test) => {
      const scene = await kept(test, trouble);
      await scene.phone.close();
      scene.line.behave();
      await isThereOnce(scene, await opened(scene));
    });
  }

  it('is sent once after the browser was killed as soon as it was kept', async (test) => {
    const scene = await kept(test);
    await scene.phone.kill();
    scene.line.behave();
    await isThereOnce(scene, await opened(scene));
  });

  it('is sent once although the browser is killed while it is being sent', async (test) => {
    const scene = await kept(test);
    scene.line.behave();
    const sending = held();
    scene.line.disturb(submission, sending.mischief);
    await scene.form.press('أرسله الآن');
    await sending.came;
    await scene.phone.kill();
    sending.letGo();
    await isThereOnce(scene, await opened(scene));
  });

  it('goes from one of several tabs when the device is online again', async (test) => {
    const scene = await kept(test);
    const tabs = [scene.form, await opened(scene), await opened(scene)];
    for (const { page } of tabs) await page.setOfflineMode(true);
    scene.line.behave();
    const before = scene.line.seen.length;
    await Promise.all(tabs.map(({ page }) => page.setOfflineMode(false)));
    for (const tab of tabs) await isThereOnce(scene, tab);
    const sent = scene.line.seen.slice(before).filter(({ name }) => submission.test(name));
    assert.equal(sent.length, 1);
  });

  it('is sent from a page with another form of the kit', async (test) => {
    const scene = await kept(test);
    await scene.phone.close();
    scene.line.behave();
    await isThereOnce(scene, await opened(scene, '/', 'taafi-support-request'));
  });

  for (const days of [3, 4, 2]) {
    it(`is sent after ${days} days without a connection`, async (test) => {
      const scene = await kept(test);
      await scene.phone.close();
      scene.phone.ahead = days * DAY;
      const waiting = await opened(scene);
      await waiting.has(notSent);
      await scene.phone.close();
      scene.line.behave();
      await isThereOnce(scene, await opened(scene));
    });
  }

  it('is gone after seven days, and the person is told so once', async (test) => {
    const scene = await kept(test);
    await scene.phone.close();
    scene.line.behave();
    scene.phone.ahead = 8 * DAY;
    const later = await opened(scene);
    await later.has('انتهت أيام حفظه السبعة');
    assert.ok(!(await later.text()).includes('طلب زيارة»'));
    await later.press('حسنًا');
    await isForgotten(later.page);
    assert.deepEqual(await storedOf(scene), []);
  });

  it('is told plainly when another version of the form is served, and can be taken up in it', async (test) => {
    const scene = await kept(test);
    receiver.putForm('visit', { ...visitForm, version: '2.0.0' });
    test.after(async () => receiver.putForm('visit', visitForm));
    scene.line.behave();
    scene.line.disturb(submission, formChanged);
    await scene.phone.close();
    const later = await opened(scene);
    await later.has('لم تقبله الجمعية');
    await later.press('تعديل الإجابات');
    await later.has('إجاباتك الآن في النموذج');
    await later.isAt('who');
    await later.goOn('papers');
    await later.fill({ agreement: true });
    await later.goOn('review');
    await later.pressMain();
    await later.isAt('receipt');
    await isThereOnce(scene, later);
    await isForgotten(later.page);
  });

  it('from one’s own device is told to have arrived although the browser is killed just when its receipt is shown', async (test) => {
    const phone = new Phone(test);
    phone.before = () => {
      const stand = () => {
        const request = new XMLHttpRequest();
        request.open('GET', '/api/health?shown', false);
        request.send();
        for (;;);
      };
      addEventListener('taafi-sent', stand, true);
    };
    const line = await startUnreliableLine(test, receiver.url);
    const page = await phone.tab();
    const form = await FormPage.open(page, `${line.url}/forms/visit`, 'taafi-form');
    await form.click('#keep');
    await form.click('#keep-own');
    await until(() => form.textOf('.keep-code'), 'the code is shown');
    await form.click('#keeping .primary');
    const papers = await makePapers(test, page, ['خطاب.pdf']);
    const letter = papers.get('خطاب.pdf')?.path ?? '';
    const answers = { ...visitAnswers, fullName: `سالم ${randomUUID()}` };
    const scene = { phone, line, form, letter, answers };
    await form.fill(answers);
    await form.goOn('papers');
    await form.attach('letter', letter);
    await form.fill(answers);
    await form.goOn('review');
    await form.pressMain();
    await until(async () => line.seen.some(({ name }) => /shown/.test(name)), 'the receipt is shown');
    await phone.kill();
    phone.before = () => undefined;
    await isThereOnce(scene, await opened(scene));
  });

  it('is deleted by the way out in haste, with its key', async (test) => {
    const scene = await kept(test);
    await scene.form.has('زر «خروج سريع» يمسحه أيضًا');
    await scene.form.click('.exit');
    await until(async () => !scene.form.page.url().startsWith(scene.line.url), 'the page is left');
    scene.line.behave();
    const later = await opened(scene);
    await isForgotten(later.page);
    assert.ok(!(await later.text()).includes(notSent));
    assert.deepEqual(await storedOf(scene), []);
  });
});

describe('a device that keeps nothing', () => {
  it('is told of, and the answers stay in the page: a browser that refuses', async (test) => {
    const phone = new Phone(test);
    phone.before = () => {
      const refuse = () => {
        throw new DOMException('', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'indexedDB', { get: refuse });
    };
    await staysInThePage(await failedToSend(test, down, phone), 'لا يسمح المتصفح بالحفظ هنا');
  });

  it('is told of, and the answers stay in the page: no room', async (test) => {
    const scene = await failedToSend(test, down);
    const devtools = await scene.form.page.createCDPSession();
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: scene.line.url, quotaSize: 1 });
    await staysInThePage(scene, 'لم تعد في الجهاز مساحة تكفي');
  });
});

async function staysInThePage(scene: Scene, reason: string): Promise<void> {
  const { form, line, answers } = scene;
  await form.press(keepButton);
  await form.has(reason);
  await form.isAt('review');
  assert.ok((await form.text()).includes(answers.fullName));
  line.behave();
  await form.press('حاول مرة أخرى');
  await form.isAt('receipt');
  assert.equal((await storedOf(scene)).length, 1);
}

/** Nothing of the kit is left in the browser's storage. */
async function isForgotten(page: Page): Promise<void> {
  await until(
    () => page.evaluate(async () => (await indexedDB.databases()).length === 0),
    'nothing is left in the storage',
  );
}
