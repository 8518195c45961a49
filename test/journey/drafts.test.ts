import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { tablesOf } from '../receiver/survey-scene.js';
import { browserOfThisFile, isFirefox, launchProfile } from './browser.js';
import { FormPage } from './form-page.js';
import type { ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { watch } from './witness.js';

const open = browserOfThisFile();

const opened = (page: Page, { url }: ReceiverProgram) =>
  FormPage.open(page, `${url}/forms/visit`, 'taafi-form');

function folderFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-draft-'));
  test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A file to attach: a picture of one point. */
function photoIn(folder: string): string {
  const path = join(folder, 'letter.png');
  const bytes =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(path, Buffer.from(bytes, 'base64'));
  return path;
}

/** Says that the device is his own, and writes down the code. */
async function keepOnDevice(form: FormPage): Promise<string> {
  await form.click('#keep');
  await form.click('#keep-own');
  const code = await until(() => form.textOf('.keep-code'), 'the code is shown');
  await form.click('#keeping .primary');
  await until(async () => (await form.textOf('#keep-status')) !== undefined, 'it is kept');
  return code.replaceAll(' ', '');
}

async function enter(form: FormPage, code: string): Promise<void> {
  await form.click('#keep-code');
  await form.page.keyboard.down('Control');
  await form.page.keyboard.press('KeyA');
  await form.page.keyboard.up('Control');
  await form.typeOn(code);
  await form.click('.keep .primary');
}

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** All bytes of a profile that a browser has written, as text. */
function profileText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /IndexedDB|Session|Local Storage|storage.default/.test(entry.parentPath ?? entry.path),
    )
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'latin1'))
    .join('');
}

describe('a form that is not finished', () => {
  it('is where it was left when the browser was closed, for the code, on a device of one’s own', async (test) => {
    const receiver = await startReceiverProgram(test);
    receiver.putForm('visit', visitForm);
    const folder = folderFor(test);
    const profile = join(folder, 'profile');
    const photo = photoIn(folder);
    const first = await launchProfile(test, profile);
    let form = await opened(first.page, receiver);
    await form.fill({ ...visitAnswers, fullName: 'Salem Nobody-Knows' });
    await form.goOn('papers');
    await form.fill(
      { letter: [{ id: 'x', name: 'letter.png', type: 'image/png', size: 1 }], agreement: true },
      { files: { 'letter.png': photo } },
    );
    const code = await keepOnDevice(form);
    await form.goBack('who');
    await form.type('mobile', '05');
    // Saved with every page, and after a pause.
    await form.click('[name="story"]');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await first.close();
    const written = profileText(profile);
    assert.ok(written.length > 0);
    for (const secret of ['Nobody-Knows', code]) assert.ok(!written.includes(secret), secret);

    const { page } = await launchProfile(test, profile);
    const witness = await watch(page);
    form = await opened(page, receiver);
    await form.has('لك إجابات محفوظة على هذا الجهاز');
    assert.equal(await form.valueOf('fullName'), '');
    await enter(form, code === '000000' ? '000001' : '000000');
    await form.has('بقيت 4 محاولات');
    assert.equal(await form.valueOf('fullName'), '');
    await enter(form, [...code].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join(''));
    await form.has('عادت إجاباتك');
    await form.hasFocusOn('keep-notice');
    await form.isAt('who');
    assert.equal(await form.valueOf('fullName'), 'Salem Nobody-Knows');
    assert.equal(await form.valueOf('mobile'), '05', 'what is half typed is there too');
    assert.equal(await form.valueOf('topic'), 'work');
    await form.type('mobile', '0501234567');
    await form.goOn('papers');
    await form.has('letter.png');
    assert.equal(await form.valueOf('agreement'), '', 'nobody agrees for him');
    await form.fill({ agreement: true });
    await form.goOn('review');
    await form.pressMain();
    await form.isAt('receipt');
    const [request] = await receiver.requests();
    assert.equal(request?.answers.fullName, 'Salem Nobody-Knows');
    assert.equal(request?.files.length, 1);
    await until(async () => (await databases(page)).length === 0, 'nothing is kept once it is sent');
    await until(async () => tablesOf(receiver.dataDir).get('draft')?.length === 0, 'the half is destroyed');
    // A browser complains of every answer that is a refusal.
    assert.deepEqual(
      witness.complaints.filter((line) => !line.includes('api/drafts/release')),
      [],
    );
    assert.deepEqual(await witness.violations(), []);
  });

  it('is deleted by five wrong codes, by beginning anew, and by leaving in haste', async (test) => {
    const receiver = await startReceiverProgram(test);
    receiver.putForm('visit', visitForm);
    const page = await open(test, { width: 360, height: 740 });
    const halves = () => tablesOf(receiver.dataDir).get('draft')?.length;
    let form = await opened(page, receiver);
    const begin = async () => {
      await form.type('fullName', 'سالم');
      return keepOnDevice(form);
    };
    const comeBack = async () => {
      form = await opened(page, receiver);
      await form.has('لك إجابات محفوظة');
    };
    const code = await begin();
    await comeBack();
    for (const left of [4, 3, 2, 1, 0]) {
      await enter(form, code === '111111' ? '222222' : '111111');
      await form.has(
        ['لم يعد ما حُفظ يُفتح', 'بقيت محاولة واحدة', 'بقيت محاولتان', 'بقيت 3', 'بقيت 4'][left] ?? '',
      );
    }
    assert.equal(halves(), 0);
    await until(async () => (await databases(page)).length === 0, 'nothing is left after five wrong codes');

    await begin();
    await comeBack();
    await form.click('#keep-anew');
    await until(async () => (await databases(page)).length === 0, 'nothing is left after beginning anew');
    await until(async () => halves() === 0, 'the half is destroyed too');

    await begin();
    await comeBack();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().startsWith(visitForm.exit.url))
        void request.respond({ status: 200, contentType: 'text/html', body: '<title>weather</title>' });
      else void request.continue();
    });
    await form.click('.exit');
    await until(async () => (await page.title()) === 'weather', 'the other site is shown');
    form = await opened(page, receiver);
    await form.has('من يزورنا');
    assert.ok(!(await form.text()).includes('محفوظة'));
    await until(async () => (await databases(page)).length === 0, 'nothing is left after leaving in haste');
    await until(async () => halves() === 0, 'the half is destroyed in haste too');
  });

  const noDownloads = isFirefox && 'its driver names no folder for what is downloaded';
  it('leaves nothing on a shared device, and goes on from a file', { skip: noDownloads }, async (test) => {
    const receiver = await startReceiverProgram(test);
    receiver.putForm('visit', visitForm);
    const downloads = folderFor(test);
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const devtools = await page.createCDPSession();
    await devtools.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
      browserContextId: page.browserContext().id ?? '',
    });
    let form = await opened(page, receiver);
    await form.fill(visitAnswers);
    await form.goOn('papers');
    await form.fill({ agreement: true });
    await form.click('#keep');
    await form.has('كل من معه الملف يستطيع قراءته');
    await form.click('#keep-download');
    await form.has('نُزّل الملف');
    const name = await until(
      async () => readdirSync(downloads).find((file) => /^answers-.*\.json$/.test(file)),
      'the file is there',
    );
    const file = JSON.parse(readFileSync(join(downloads, name), 'utf8'));
    const { agreement: _agreement, ...answers } = visitAnswers;
    assert.deepEqual(file, {
      taafiAnswers: 1,
      form: { id: 'visit', version: '1.0.0' },
      language: 'ar',
      answers,
    });
    assert.deepEqual(await witness.kept(), []);

    page.on('dialog', (dialog) => void dialog.accept());
    form = await opened(page, receiver);
    const asked = witness.urls.length;
    const take = async (text: string) => {
      const path = join(downloads, 'taken.json');
      writeFileSync(path, text);
      const input = await page.$('taafi-form >>> #keep-file');
      await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    };
    await form.click('#keep');
    for (const [text, told] of [
      ['{', 'تالف أو ناقص'],
      [JSON.stringify(file).replace('"fullName"', '"__proto__"'), 'تالف أو ناقص'],
      ['{"kind":"taafi-receipt"}', 'ليس ملف إجابات'],
      [JSON.stringify({ ...file, form: { id: 'other', version: '1.0.0' } }), 'من نموذج آخر'],
      [' '.repeat(3_100_000), 'أكبر من أن يكون'],
    ] as const) {
      await take(text);
      await form.has(told);
      await form.hasFocusOn('keep-file');
    }
    await take(
      JSON.stringify({
        ...file,
        form: { id: 'visit', version: '0.9.0' },
        answers: { ...answers, topic: 'food', agreement: true, pets: 'two' },
      }),
    );
    await form.has('عادت إجاباتك');
    const text = await form.text();
    for (const line of [
      'تغيّر النموذج',
      'موضوع الزيارة: لم يعد يناسب السؤال',
      'الموافقة: تعطيه من جديد',
      'pets: لم يعد النموذج يسأل عنه',
    ])
      assert.ok(text.includes(line), `${line}\n${text}`);
    assert.equal(await form.valueOf('fullName'), visitAnswers.fullName);
    assert.equal(await form.valueOf('topic'), '');
    const later = witness.urls.slice(asked).filter((url) => !/\.(js|json)(\?|$)|favicon/.test(url));
    assert.deepEqual(later, [], 'nothing is sent anywhere');
    assert.deepEqual(await witness.kept(), []);
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
  });
});
