import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { staffToken } from '../receiver/handled-scene.js';
import { startReceiver, temporaryFolder } from '../receiver/running-receiver.js';
import { answer, invited } from '../receiver/survey-scene.js';
import { exampleAnswers, isFiles } from './answers.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { makePapers } from './papers.js';
import { startReceiverProgram } from './receiver-program.js';
import { mustShow } from './visible-text.js';

const open = browserOfThisFile();
const results = 'taafi-survey-results';

describe('the printed receipt', () => {
  it('holds the reference, what happens next, what was sent and agreed to on A4, and no buttons', async (test) => {
    const answers = exampleAnswers('support-request.resident');
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 800 });
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
    await form.pressMain();
    await form.isAt('receipt');
    const reference = (await form.textOf('.reference')) ?? '';
    await page.evaluate(() => {
      globalThis.print = () => {
        document.title = 'printing';
      };
    });
    await form.press('طباعة الإيصال');
    assert.equal(await page.title(), 'printing');

    const pdf = Buffer.from(await page.pdf({ format: 'A4' }));
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 2 && pages <= 4, `${pages} pages`);
    const text = textOf(pdf);
    if (text === undefined) {
      assert.ok(pdf.length > 15_000, `${pdf.length} bytes`);
      return;
    }
    assert.ok(text.includes(reference), text);
    for (const word of ['البحث', 'الموظف', 'جمعية', '2000000006', 'دراسة هذا الطلب', 'ختم الجمعية'])
      assert.ok(text.includes(word), `${word}\n${text}`);
    for (const word of ['نسخ الرقم', 'خروج سريع', 'English', 'قنوات'])
      assert.ok(!text.includes(word), `${word}\n${text}`);
  });
});

describe('the printed results', () => {
  it('have no controls, and no heading alone at the foot of a page', async (test) => {
    const dist = fileURLToPath(new URL('../../', import.meta.url));
    const receiver = await startReceiver(test, { dist, dataDir: join(temporaryFolder(test), 'data') });
    const token = await staffToken(receiver, 'relationsOfficer');
    for (const one of await invited(receiver, 10)) await answer(receiver, one);
    const page = await open(test, { width: 1280 });
    await page.goto(`${receiver.url}/results.html`, { waitUntil: 'networkidle0' });
    await (await page.$(`${results} >>> input[type="password"]`))?.type(token);
    await page.keyboard.press('Enter');
    await mustShow(page, results, 'النتيجة باختصار');
    // Whatever stands above it: a heading that is alone somewhere is alone in one of these.
    for (let above = 0; above < 900; above += 100) {
      await page.evaluate(
        (wanted, height) => {
          const count = document.querySelector(wanted)?.shadowRoot?.querySelector<HTMLElement>('#count');
          if (count) count.style.marginBlockEnd = `${height}px`;
        },
        results,
        above,
      );
      const text = textOf(Buffer.from(await page.pdf({ format: 'A4' })));
      if (text === undefined) return;
      for (const word of ['طباعة', 'تنزيل الجدول', 'قفل', 'طبّق', 'PNG'])
        assert.ok(!text.includes(word), word);
      const sheet = text.split('\f').find((one) => one.includes('النتيجة باختصار')) ?? '';
      assert.match(sheet, /100\.0/, `the first figure is on the sheet of its heading, ${above} px below`);
    }
  });
});

/** The text of a PDF, where there is a program to read it. */
function textOf(pdf: Buffer): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-print-'));
  try {
    const file = join(folder, 'receipt.pdf');
    writeFileSync(file, pdf);
    // Arabic is written in the shapes of its letters, which are the same letters.
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '');
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
