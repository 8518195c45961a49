import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { startProgram } from '../cli/running-command.js';
import { temporaryFolder } from '../receiver/running-receiver.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { watch } from './witness.js';

const open = browserOfThisFile();
/** With nothing that could be better about it. */
const whole = {
  ...visitForm,
  purposes: { visit: { ar: 'لنستعد لزيارتك', en: 'To prepare for your visit' } },
  retention: { ar: 'سنة واحدة، ثم تُحذف.', en: 'One year, then deleted.' },
  steps: visitForm.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) => ({ ...field, purpose: 'visit' })),
  })),
};
const written = JSON.stringify(whole, null, 2);

async function startPreview(test: TestContext, text: string) {
  const folder = temporaryFolder(test);
  const file = join(folder, 'visit.json');
  writeFileSync(file, text);
  mkdirSync(join(folder, 'lists'));
  writeFileSync(join(folder, 'lists/cities.json'), JSON.stringify([{ value: 'dammam', en: 'Dammam' }]));
  const program = startProgram(['preview', file, '--port', '0'], {});
  test.after(async () => {
    program.child.kill();
    await program.ended;
  });
  const [, address = ''] = await program.until(/(http:\/\/127\.0\.0\.1:\d+\/)/);
  return { address, save: (changed: string) => writeFileSync(file, changed) };
}

async function phoneOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('#phone iframe'))?.contentFrame();
  assert.ok(frame);
  return frame;
}

const textOf = (frame: Frame) =>
  frame.evaluate(() => document.querySelector('taafi-form')?.shadowRoot?.textContent ?? '');

const faultsOf = (page: Page) =>
  page.$$eval('#faults li', (items) => items.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ')));

describe('taafi preview', () => {
  it('shows a form anew when it is saved, with what was typed, and says what is wrong and where', async (test) => {
    const { address, save } = await startPreview(test, written);
    const page = await open(test, { width: 1500, height: 900 });
    const witness = await watch(page);
    await page.goto(address);
    const phone = await phoneOf(page);
    const shows = (text: string) =>
      until(async () => (await textOf(phone)).includes(text), `the form on the phone shows ${text}`);
    await shows('من يزورنا');
    assert.match(await page.$eval('aside', ({ innerText }) => innerText), /لا أخطاء ولا تنبيهات/);
    await (await phone.$('taafi-form >>> input'))?.type('سارة');

    save(written.replace('من يزورنا', 'من يأتي إلينا'));
    await shows('من يأتي إلينا');
    assert.deepEqual(
      await phone.evaluate(() =>
        Object.values((document.querySelector('taafi-form') as unknown as { answers: object }).answers),
      ),
      ['سارة'],
    );

    // Wrong, it is told where; the form stays as it was.
    save(written.replace('"type": "text"', '"type": "txt"'));
    const line = written.split('\n').findIndex((text) => text.includes('"type": "text"')) + 1;
    await until(async () => (await faultsOf(page)).length === 1, 'a fault is told');
    const [fault = ''] = await faultsOf(page);
    assert.match(fault, new RegExp(`السطر ${line}.*txt.*/steps/0/fields/0/type`));
    assert.match(await textOf(phone), /من يأتي إلينا/);

    save(written.slice(0, 300));
    await until(async () => !/txt/.test((await faultsOf(page)).join()), 'the other fault is told');
    assert.match((await faultsOf(page)).join(), /JSON/);

    save(written);
    await shows('من يزورنا');
    assert.deepEqual(await faultsOf(page), []);

    // The other language, in the form and around it.
    await page.click('[name=language][value=en]');
    await until(
      async () => /No errors/.test(await page.$eval('aside', ({ innerText }) => innerText)),
      'the page speaks English',
    );
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
  });

  it('sends nothing anywhere, and shows what would be sent', async (test) => {
    const { address } = await startPreview(
      test,
      JSON.stringify({
        id: 'small',
        version: '1.0.0',
        languages: ['en'],
        title: 'Small',
        steps: [
          {
            id: 'only',
            title: 'Only',
            fields: [
              { id: 'wish', type: 'text', required: true, label: 'Wish' },
              { id: 'city', type: 'select', options: { src: 'lists/cities.json' }, label: 'City' },
            ],
          },
        ],
      }),
    );
    const page = await open(test, { width: 1500, height: 900 });
    const witness = await watch(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || !request.url().startsWith(address)) asked.push(request.url());
    });
    await page.goto(address);
    const phone = await phoneOf(page);
    await until(async () => (await textOf(phone)).includes('Wish'), 'the form is there');
    const form = await FormPage.inFrame(page, phone, 'taafi-form');
    await form.fill({ wish: 'rain' });
    // The list beside the form is brought, and can be searched.
    const city = await phone.$('taafi-form >>> #city');
    assert.ok(city);
    await city.type('dam');
    await city.press('ArrowDown');
    await city.press('Enter');
    await form.goOn('review');
    await form.has('Dammam');
    await form.pressMain();
    await page.waitForSelector('#answers[open]');
    assert.deepEqual(JSON.parse(await page.$eval('#answers pre', ({ innerText }) => innerText)), {
      wish: 'rain',
      city: 'dammam',
    });
    assert.deepEqual(asked, []);
    assert.deepEqual(await witness.violations(), []);
  });

  it('answers nobody who calls it by the name of another site', async (test) => {
    const { address } = await startPreview(test, written);
    const status = await new Promise((resolve, reject) => {
      request(address, { headers: { Host: 'evil.example.org' } }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    assert.equal(status, 421);
  });
});
