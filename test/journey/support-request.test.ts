import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { mediaTypeOf } from '../../src/core/file-signature.js';
import type { Answers, FileAnswer } from './answers.js';
import { exampleAnswers, isFiles, secretsIn, withFiles } from './answers.js';
import { browserOfThisFile, isFirefox } from './browser.js';
import { dateParts, dayInRiyadh, daysLater, monthName } from './calendars.js';
import { FormPage } from './form-page.js';
import { fillByKeyboard } from './keyboard-only.js';
import type { Paper } from './papers.js';
import { makePapers } from './papers.js';
import type { ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram, tableIn } from './receiver-program.js';
import { assertDiscreet, assertKeeps, watch } from './witness.js';

const open = browserOfThisFile();

/** Ids of the questions that the form answers itself. */
const computed = /^(age|incomeTotal|obligationsTotal|netIncome|rentMonthly|\w+Count|dependantsWithNeeds)$/;

describe('a support request, from the demonstration to the export', () => {
  it('in Arabic on a phone, with slips that are mended on the way', async (test) => {
    const answers = exampleAnswers('support-request');
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 360, height: 740, phone: true });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${receiver.url}/`);
    const title = await page.title();
    const papers = await papersFor(test, page, answers);
    const manner = { digits: 'arabic', files: pathsOf(papers) } as const;

    for (const words of [
      'ما ليس من هذا الدعم',
      'لجنة البحث',
      'لا يصلك الرد قبل أسبوعين',
      '997',
      'ما ستحتاجه',
    ]) {
      await form.has(words);
    }
    await form.goOn('whoFills');

    // Nothing chosen: told what and where, led there, told no more once it is mended.
    assert.deepEqual(await form.failToGoOn(), ['اختر من يعبّئ هذا الطلب']);
    await form.has('هناك ما يحتاج إلى تعديل');
    await form.click('#errors a');
    await form.hasFocusOn('filledBy.self');
    await form.fill(answers, manner);
    assert.deepEqual(await form.problems(), []);
    await form.goOn('support');
    await form.fill(answers, manner);
    await form.goOn('identity');

    // One name left out and one digit wrong: both told in the order of the questions, the answers left as they are.
    await form.fill({ ...answers, firstName: undefined, nationalId: '1000000009' }, manner);
    const problems = await form.failToGoOn();
    assert.deepEqual(problems, [
      'راجع الرقم كما هو مكتوب في البطاقة، ففيه خانة غير مطابقة: رقم الهوية الوطنية أو الإقامة',
      'أدخل الاسم الأول',
    ]);
    await form.click('#errors a', problems[1]);
    await form.hasFocusOn('firstName');
    assert.equal(await describedAs(form, 'firstName'), 'خطأ: أدخل الاسم الأول');
    assert.equal(await form.valueOf('nationalId'), '١٠٠٠٠٠٠٠٠٩');
    await form.fill({ firstName: answers.firstName, nationalId: answers.nationalId }, manner);
    assert.deepEqual(await form.problems(), []);
    await form.goOn('person');

    // A day the month has not got, in the Hijri calendar; then the birthday itself, said in the other calendar too.
    await form.fill(answers, manner);
    const birthDate = String((answers.birthDate as { date: string }).date);
    await form.has(`الموافق ${dayInWords(birthDate, 'gregory', 'م')}`);
    await form.type('birthDate.day', '٣١');
    assert.deepEqual(await form.failToGoOn(), [
      'راجع التاريخ، فهذا اليوم غير موجود في هذا الشهر: تاريخ الميلاد',
    ]);
    await form.fill({ birthDate: answers.birthDate }, manner);
    await form.goOn('contact');

    for (const step of [
      'contact',
      'home',
      'family',
      'work',
      'income',
      'obligations',
      'health',
      'documents',
    ]) {
      await form.isAt(step);
      await form.fill(answers, manner);
      if (step === 'family') await form.has('عدد من تعولهم');
      await form.goOn();
    }
    await form.isAt('consents');
    assert.deepEqual(await form.failToGoOn(), await requiredStatements(form));
    await form.fill(answers, manner);
    await form.goOn('review');

    for (const words of ['سالم', '1000000008', 'هوية.jpg', 'نظارة طبية لابني']) {
      await form.has(words);
    }
    await form.has(
      `${dayInWords(birthDate, 'islamic-umalqura', 'هـ')} الموافق ${dayInWords(birthDate, 'gregory', 'م')}`,
    );

    // One answer changed from the review leads straight back to it.
    await form.click('.change button', 'تغيير الحي');
    await form.isAt('home');
    await form.hasFocusOn('district');
    await form.type('district', 'حي الروضة');
    await form.has('العودة إلى المراجعة');
    await form.goOn('review');
    await form.has('حي الروضة');

    // Nothing goes out before he has stood up for it and signed; a change makes the signature void, and says so.
    assert.deepEqual(await form.failToGoOn(), [
      'أقرّ بصحة بياناتك قبل المتابعة',
      'وقّع بخط يدك، أو اكتب اسمك الكامل',
    ]);
    await form.fill({ ...answers, signature: { method: 'typed', name: 'سالم المثالي' } }, manner);
    assert.deepEqual(await form.failToGoOn(), ['اكتب الاسم كما كتبته من قبل: توقيعك']);
    await form.fill({ signature: { method: 'drawn' } }, manner);
    await form.click('.change button', 'تغيير الحي');
    await form.isAt('home');
    await form.type('district', 'حي الربيع');
    await form.goOn('review');
    await form.has('تغيّرت إجابة بعد توقيعك');
    await form.has('أقرّ بصحة بياناتك قبل المتابعة');
    await form.fill({ declaration: true, signature: { method: 'drawn' } }, manner);

    const before = dayInRiyadh(new Date());
    await form.pressMain();
    await form.isAt('receipt');
    await form.hasFocusOn('title');
    const { reference, text } = await receiptOf(form);
    const request = await onlyRequest(receiver, reference);
    const received = dayInRiyadh(request.receivedAt);
    assert.ok(received >= before && received <= dayInRiyadh(new Date()));
    assert.equal(request.notBefore, daysLater(received, 14));
    const notBefore = daysLater(received, 14);
    assert.ok(
      text.includes(
        `لن يصلك الرد قبل ${dayInWords(notBefore, 'islamic-umalqura', 'هـ')} الموافق ${dayInWords(notBefore, 'gregory', 'م')}.`,
      ),
      text,
    );
    assert.ok(text.includes('وصل طلبك'));
    assert.ok(text.includes(dayInWords(received, 'islamic-umalqura', 'هـ')), text);

    const { signature } = request.answers;
    assert.equal((signature as { method?: string }).method, 'drawn');
    const sent = { ...answers, district: 'حي الربيع', signature };
    assertSameAnswers(request.answers, sent, papers);
    const { dependantsCount, incomeTotal, rentMonthly, obligationsTotal, netIncome } = request.answers;
    assert.deepEqual(
      [dependantsCount, incomeTotal, rentMonthly, obligationsTotal, netIncome],
      [2, 4350.5, 2000, 3570, 780.5],
    );
    assertSameFiles(request, papers);
    assert.deepEqual(
      request.consents.map(({ path, language }) => `${path} ${language}`).sort(),
      Object.keys(sent)
        .filter((path) => /^(consent|declaration)/.test(path))
        .map((path) => `${path} ar`)
        .sort(),
    );
    // Without a folder for them, files are named where they are kept, sealed.
    const [exported] = JSON.parse(await receiver.exportedByProgram('--format', 'json')) as [typeof request];
    const idsOf = ({ files }: typeof request) => files.map(({ id }) => id);
    assert.deepEqual({ ...exported, files: idsOf(exported) }, { ...request, files: idsOf(request) });
    const [row = {}, ...others] = tableIn(await receiver.exportedByProgram('--format', 'csv'));
    assert.equal(others.length, 0);
    assert.equal(row.reference?.replaceAll('-', ''), reference);
    assert.equal(row.nationalId?.replace(/^'/, ''), '1000000008');
    assert.equal(row.birthDate, birthDate);
    assert.equal(row['dependants.2.name'], 'نورة المثالي');
    assert.equal(row.incomeOther, '250.5');
    assert.equal(row.district, 'حي الربيع');

    const secrets = [...secretsIn(sent), '0501234567', ...[...papers.keys()]];
    await assertDiscreet(witness, page, receiver.url, secrets);
    assert.equal(await receiver.reports(), 0);
    assert.equal(await page.title(), title);
    assertKeeps(receiver.written(), secrets, 'what the receiver writes');
  });

  it('in English for a resident, by nothing but a keyboard', async (test) => {
    const answers = exampleAnswers('support-request.resident');
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 1280, height: 900 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${receiver.url}/`);
    const papers = await papersFor(test, page, answers);

    const person = fillByKeyboard(form, page, answers, pathsOf(papers));
    await person.reach('language-en');
    await page.keyboard.press('Enter');
    await form.has('Beneficiary support request');
    const visited = await person.goThrough();
    assert.deepEqual(visited, [
      'start',
      'whoFills',
      'support',
      'identity',
      'person',
      'contact',
      'home',
      'family',
      'work',
      'income',
      'obligations',
      'health',
      'documents',
      'consents',
      'review',
    ]);
    await form.isAt('receipt');
    const { reference, text } = await receiptOf(form);
    const request = await onlyRequest(receiver, reference);
    assert.equal(request.language, 'en');
    assertSameAnswers(request.answers, answers, papers);
    assertSameFiles(request, papers);
    const notBefore = daysLater(dayInRiyadh(request.receivedAt), 14);
    const { day, year } = dateParts(notBefore, 'gregory');
    assert.ok(text.includes(`(${day} ${monthName(notBefore, 'gregory', 'en')} ${year})`), text);
    assert.ok(text.includes('Your request has arrived'));
    await assertDiscreet(witness, page, receiver.url, secretsIn(answers));
    assert.equal(await receiver.reports(), 0);
  });

  const otherPaper = isFirefox && 'a PNG among its papers becomes a JPEG there, which is smaller';
  it('in Arabic for himself, by nothing but a keyboard, signed by typing the name', {
    skip: otherPaper,
  }, async (test) => {
    const answers = exampleAnswers('support-request');
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 1280, height: 900 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${receiver.url}/`);
    const papers = await papersFor(test, page, answers);
    const visited = await fillByKeyboard(form, page, answers, pathsOf(papers)).goThrough();
    assert.deepEqual(visited.slice(-2), ['consents', 'review']);
    await form.isAt('receipt');
    const { reference, text } = await receiptOf(form);
    const request = await onlyRequest(receiver, reference);
    assert.deepEqual(request.answers.signature, answers.signature);
    assertSameAnswers(request.answers, answers, papers);
    assertSameFiles(request, papers);
    // What the person has signed himself needs no link for anybody else.
    assert.equal(await form.textOf('#link'), undefined, text);
    await assertDiscreet(witness, page, receiver.url, secretsIn(answers));
    assert.equal(await receiver.reports(), 0);
  });
});

async function papersFor(test: TestContext, page: Page, answers: Answers): Promise<Map<string, Paper>> {
  const names = Object.values(answers).flatMap((answer) =>
    isFiles(answer) ? answer.map(({ name }) => name) : [],
  );
  return makePapers(test, page, names);
}

function pathsOf(papers: Map<string, Paper>): Record<string, string> {
  return Object.fromEntries([...papers.values()].map(({ name, path }) => [name, path]));
}

/** `10 سبتمبر 1980 م` */
function dayInWords(iso: string, calendar: string, era: string): string {
  const { day, year } = dateParts(iso, calendar);
  return `${day} ${monthName(iso, calendar, 'ar')} ${year} ${era}`;
}

/** What a screen reader says of a control's problem. */
async function describedAs(form: FormPage, name: string): Promise<string> {
  const id = `${name}-error`;
  const text = await form.page.evaluate(
    (tag, wanted) => {
      const root = document.querySelector(tag)?.shadowRoot;
      const control = root?.querySelector(`[aria-describedby~="${wanted}"][aria-invalid="true"]`);
      return control === null
        ? undefined
        : root?.getElementById(wanted)?.textContent?.trim().replace(/\s+/g, ' ');
    },
    form.tag,
    id,
  );
  return text ?? '';
}

async function requiredStatements(form: FormPage): Promise<string[]> {
  const told = await form.problems();
  assert.ok(told.length >= 3, told.join('\n'));
  return told;
}

/** The reference on the receipt, whose last two digits must be right (ISO 7064 MOD 97-10). */
async function receiptOf(form: FormPage): Promise<{ reference: string; text: string }> {
  const reference = ((await form.textOf('.reference')) ?? '').replaceAll('-', '');
  assert.match(reference, /^\d{14}$/);
  assert.equal(Number(reference) % 97, 1);
  return { reference, text: await form.text() };
}

async function onlyRequest(receiver: ReceiverProgram, reference: string) {
  const requests = await receiver.requests();
  assert.equal(requests.length, 1);
  const [request] = requests;
  assert.ok(request);
  assert.equal(request.reference, reference);
  return request;
}

function assertSameAnswers(stored: Answers, sent: Answers, papers: Map<string, Paper>): void {
  const arrived = (path: string, index: number) => (stored[path] as FileAnswer[] | undefined)?.[index];
  const expected = withFiles(
    sent,
    (name) => papers.get(name)?.bytes.length ?? 0,
    (path, index) => arrived(path, index)?.id ?? '',
  );
  // A picture may have been made smaller, and another kind by that.
  const asSent = Object.entries(expected).map(([path, answer]) => {
    if (!isFiles(answer)) return [path, answer];
    return [path, answer.map((file, index) => smallerPicture(file, arrived(path, index)))];
  });
  assert.deepEqual(withoutComputed(stored, sent), Object.fromEntries(asSent));
}

function smallerPicture(chosen: FileAnswer, arrived: FileAnswer | undefined): FileAnswer {
  if (arrived === undefined || arrived.size > chosen.size) return chosen;
  if (!chosen.type.startsWith('image/') || !arrived.type.startsWith('image/')) return chosen;
  assert.equal(arrived.name.replace(/\.\w+$/, ''), chosen.name.replace(/\.\w+$/, ''));
  return arrived;
}

/** What the form works out itself is stored as well, and not part of the examples. */
function withoutComputed(stored: unknown, sent: unknown): unknown {
  if (Array.isArray(stored)) return stored.map((item, index) => withoutComputed(item, Object(sent)[index]));
  if (typeof stored !== 'object' || stored === null) return stored;
  const known = Object.entries(stored).filter(([path]) => path in Object(sent) || !computed.test(path));
  return Object.fromEntries(
    known.map(([path, answer]) => [path, withoutComputed(answer, Object(sent)[path])]),
  );
}

function assertSameFiles(
  { answers, files }: Awaited<ReturnType<typeof onlyRequest>>,
  papers: Map<string, Paper>,
): void {
  const named = Object.values(answers).flatMap((answer) => (isFiles(answer) ? answer : []));
  assert.equal(files.length, named.length);
  for (const { id, path } of files) {
    const answer = named.find((file) => file.id === id);
    const stored = readFileSync(path);
    assert.deepEqual([stored.length, mediaTypeOf(stored)], [answer?.size, answer?.type]);
    const paper = papers.get(answer?.name ?? '');
    if (answer?.type === 'application/pdf')
      assert.equal(digest(stored), digest(paper?.bytes ?? new Uint8Array()));
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
