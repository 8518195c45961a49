import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import { run } from '../cli/running-command.js';
import { newPair } from '../sealing/key-pair.js';
import { browserOfThisFile, launchProfile } from './browser.js';
import { FormPage } from './form-page.js';
import type { ReceiverProgram } from './receiver-program.js';
import { startReceiverProgram } from './receiver-program.js';
import { cutAnswer, hangUp, startUnreliableLine } from './unreliable-line.js';
import { watch } from './witness.js';

const open = browserOfThisFile();
const both = (ar: string, en: string) => ({ ar, en });
const pair = newPair();

/** A form whose second step only the holder of the key can read, and which is signed. */
const talkForm = {
  id: 'talk',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: both('طلب جلسة', 'Ask for a talk'),
  steps: [
    {
      id: 'who',
      title: both('من أنت', 'Who you are'),
      fields: [
        { id: 'fullName', type: 'text', required: true, label: both('الاسم', 'Name') },
        { id: 'mobile', type: 'phone', required: true, label: both('الجوال', 'Mobile') },
      ],
    },
    {
      id: 'apart',
      title: both('على حدة', 'Apart'),
      fields: [
        {
          id: 'private',
          type: 'sealed',
          label: both('ما لا يقرؤه إلا الأخصائي', 'What only the officer reads'),
          reader: both('الأخصائي الاجتماعي', 'the social-research officer'),
          key: { id: '2026-11', publicKey: pair.written },
          fields: [
            { id: 'secret', type: 'long-text', required: true, label: both('قصتك', 'Your story') },
            { id: 'years', type: 'number', label: both('السنوات', 'Years') },
          ],
        },
      ],
    },
    {
      id: 'signing',
      at: 'review',
      title: both('التوقيع', 'Signing'),
      fields: [{ id: 'signed', type: 'signature', required: true, label: both('توقيعك', 'Your signature') }],
    },
  ],
};

const answers = {
  fullName: 'سالم المثالي',
  mobile: '+966501234567',
  secret: 'قصة لا يقرؤها إلا من بيده المفتاح',
  years: 4711,
};
const sentence = 'فلا يستطيع قراءتها إلا الأخصائي الاجتماعي';

/** Every file below a folder, as bytes: the database, its log, keys and all. */
function bytesIn(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder).map((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? bytesIn(path) : readFileSync(path);
    }),
  );
}

async function startTalks(test: TestContext): Promise<ReceiverProgram> {
  const receiver = await startReceiverProgram(test);
  receiver.putForm('talk', talkForm);
  return receiver;
}

/** Fills everything in, signs, and stands before the button that sends. */
async function filled(form: FormPage): Promise<void> {
  await form.fill(answers);
  await form.goOn('apart');
  await form.has(sentence);
  await form.fill(answers);
  await form.goOn('review');
  await form.has(sentence);
  await form.has(answers.secret);
  await form.fill({ signed: { method: 'typed', name: answers.fullName } });
}

/** What the officer reads with his key. */
async function openedIn({ dataDir }: ReceiverProgram, reference: string, test: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'taafi-key-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const key = join(folder, 'private.jwk');
  writeFileSync(key, JSON.stringify({ ...pair.jwk, kid: '2026-11' }));
  return run(['open', reference, '--key', key, '--language', 'en'], { TAAFI_DATA: dataDir });
}

describe('a form with a sealed section', () => {
  it('is sent so that only the holder of the key can read it', async (test) => {
    const receiver = await startTalks(test);
    const page = await open(test, { width: 360, height: 740, phone: true });
    const witness = await watch(page);
    const bodies: string[] = [];
    page.on('request', (request) => bodies.push(request.postData() ?? ''));
    const form = await FormPage.open(page, `${receiver.url}/forms/talk`, 'taafi-form');
    await filled(form);
    await form.pressMain();
    await form.isAt('receipt');

    const [request, ...others] = await receiver.requests();
    assert.ok(request);
    assert.equal(others.length, 0);
    const { fullName, mobile, ...rest } = request.answers;
    assert.deepEqual([fullName, mobile], [answers.fullName, answers.mobile]);
    assert.deepEqual(Object.keys(rest).sort(), ['private', 'signed']);
    const all = bytesIn(receiver.dataDir);
    assert.ok(all.length > 10_000);
    for (const secret of ['قصة لا يقرؤها', '4711']) {
      assert.ok(!all.includes(secret), secret);
      assert.ok(!bodies.join('\n').includes(secret), secret);
    }
    const opened = await openedIn(receiver, request.reference, test);
    assert.equal(opened.code, 0, opened.out + opened.err);
    assert.match(opened.out, new RegExp(`Your story: ${answers.secret}\n {2}Years: 4,711`));
    const stored = await run(['verify', '--stored'], { TAAFI_DATA: receiver.dataDir });
    assert.equal(stored.code, 0, stored.out);
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
  });

  it('kept in the outbox arrives once, in the same envelope, after the browser was closed', async (test) => {
    const receiver = await startTalks(test);
    const line = await startUnreliableLine(test, receiver.url);
    const folder = mkdtempSync(join(tmpdir(), 'taafi-phone-'));
    test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    const before = await launchProfile(test, folder);
    await before.page.evaluateOnNewDocument('Math.random = () => 0');
    const form = await FormPage.open(before.page, `${line.url}/forms/talk`, 'taafi-form');
    await filled(form);
    // It is stored, and nobody hears of it: another envelope under the same key would be refused.
    line.disturb(/^POST \/api\/submissions/, ...Array.from({ length: 60 }, () => cutAnswer));
    await form.pressMain();
    await form.has('لم تُرسل إجاباتك بعد');
    await form.press('احفظ الطلب في هذا الجهاز، ويُرسل عند عودة الاتصال');
    await form.has('لم يُرسل بعد');
    await before.close();
    line.behave();
    const after = await launchProfile(test, folder);
    const again = await FormPage.open(after.page, `${line.url}/forms/talk`, 'taafi-form');
    await again.has('وصل طلبك');
    const requests = await receiver.requests();
    assert.equal(requests.length, 1);
    const opened = await openedIn(receiver, requests[0]?.reference ?? '', test);
    assert.equal(opened.code, 0, opened.out + opened.err);
  });

  it('comes back out of the outbox to be changed, with what was sealed', async (test) => {
    const receiver = await startTalks(test);
    const line = await startUnreliableLine(test, receiver.url);
    const page = await open(test, { width: 360, height: 740 });
    await page.evaluateOnNewDocument('Math.random = () => 0');
    const form = await FormPage.open(page, `${line.url}/forms/talk`, 'taafi-form');
    await filled(form);
    line.disturb(/^POST \/api\//, ...Array.from({ length: 60 }, () => hangUp));
    await form.pressMain();
    await form.has('لم تُرسل إجاباتك بعد');
    await form.press('احفظ الطلب في هذا الجهاز، ويُرسل عند عودة الاتصال');
    await form.has('لم يُرسل بعد');
    await form.press('تعديل الإجابات');
    // The page has moved by then, and the focus with it.
    await form.has('وأنت تعدّله الآن');
    await form.goOn('apart');
    await form.fill({ secret: `${answers.secret} وأكثر` });
    await form.goOn('review');
    await form.has(`${answers.secret} وأكثر`);
    await form.fill({ signed: { method: 'typed', name: answers.fullName } });
    line.behave();
    await form.pressMain();
    await form.isAt('receipt');
    const requests = await receiver.requests();
    assert.equal(requests.length, 1);
    const opened = await openedIn(receiver, requests[0]?.reference ?? '', test);
    assert.match(opened.out, /المفتاح وأكثر/);
  });
});
