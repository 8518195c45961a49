import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { startReceiverProgram, tableIn } from './receiver-program.js';
import { document, startSite } from './site.js';
import { mustShow, visibleText } from './visible-text.js';
import { visitAnswers, visitForm } from './visit-form.js';
import { until } from './waiting.js';
import { watch } from './witness.js';

const open = browserOfThisFile();

describe('a form of the web admin', () => {
  it('is served, filled in, stored and exported while the receiver runs', async (test) => {
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    assert.equal((await fetch(`${receiver.url}/forms/visit`)).status, 404);
    receiver.putForm('visit', visitForm);
    await page.goto(`${receiver.url}/forms/`);
    await mustShow(page, 'taafi-form', 'طلب زيارة');
    await page.click('a[href="/forms/visit"]');
    await mustShow(page, 'taafi-form', 'من يزورنا');
    const form = await FormPage.open(page, `${receiver.url}/forms/visit`, 'taafi-form');
    await form.has('من يزورنا');
    await form.fill(visitAnswers);
    await form.goOn('papers');
    await form.fill(visitAnswers);
    await form.goOn('review');
    await form.pressMain();
    await form.isAt('receipt');
    await form.has('سنتصل بك.');
    const [request] = await receiver.requests();
    assert.equal(request?.form.id, 'visit');
    assert.deepEqual(request?.answers, visitAnswers);
    const [row] = tableIn(await receiver.exportedByProgram('--format', 'csv'));
    assert.equal(row?.fullName, visitAnswers.fullName);
    assert.equal(row?.topic, 'work');
    assert.deepEqual(witness.complaints, []);
    assert.deepEqual(await witness.violations(), []);
  });

  it('that is not right says where, to the admin, and to programs', async (test) => {
    const site = await startSite(test);
    const receiver = await startReceiverProgram(test, { TAAFI_ORIGINS: site.url });
    const [who, papers] = visitForm.steps;
    const broken = JSON.stringify(
      {
        ...visitForm,
        steps: [{ ...who, fields: [{ id: 'fullName', type: 'txt', label: { ar: 'الاسم' } }] }, papers],
      },
      null,
      2,
    );
    const line = broken.split('\n').findIndex((text) => text.includes('"txt"')) + 1;
    receiver.putForm('visit', broken);
    const page = await open(test, { width: 1280 });
    const told = () => page.$eval('main', ({ textContent }) => textContent);
    // On its own page what must be mended stands in place of the form.
    await page.goto(`${receiver.url}/forms/visit`);
    assert.match(await told(), new RegExp(`Line ${line},.*/steps/0/fields/0/type`));
    assert.equal(await page.$('taafi-form'), null);

    // A page that embeds it shows that it is not available, and tells the admin there too.
    site.pages.set(
      '/',
      document(`<script type="module" src="${receiver.url}/taafi.js"></script>
        <taafi-form definition="${receiver.url}/forms/visit.json" receiver="${receiver.url}"></taafi-form>`),
    );
    await page.goto(site.url);
    await until(
      async () => (await visibleText(page, 'taafi-form')).includes('النموذج غير متاح الآن'),
      async () => `the form's place says that it is not available:\n${await visibleText(page, 'taafi-form')}`,
    );
    await page.click('taafi-form >>> summary');
    const text = await visibleText(page, 'taafi-form');
    assert.match(text, new RegExp(`/steps/0/fields/0/type:${line}\\b`));
    assert.match(text, /txt/);

    const answer = await fetch(`${receiver.url}/api/submissions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${'A'.repeat(22)}"` },
      body: JSON.stringify({
        form: { id: 'visit', version: '1.0.0', sha256: 'a'.repeat(64) },
        language: 'ar',
        answers: {},
        consents: [],
      }),
    });
    assert.equal(answer.status, 409);
    const problem = (await answer.json()) as { type: string; detail: string };
    assert.equal(problem.type, 'urn:taafi-kit:problem:form-changed');
    assert.match(problem.detail, /definition of this form has errors/);
    assert.match(receiver.written(), new RegExp(`visit\\.json.*${line}`));

    // Not even JSON: the place is told as well.
    receiver.putForm('visit', broken.replace('"languages"', 'languages'));
    await page.reload();
    await until(() => page.$('taafi-form >>> summary').then(Boolean), 'there is something for the admin');
    await page.click('taafi-form >>> summary');
    assert.match(await visibleText(page, 'taafi-form'), /:4\b/);
    await page.goto(`${receiver.url}/forms/visit`);
    assert.match(await told(), /Line 4, column 3/);
    assert.equal(await page.$('taafi-form'), null);

    // Mended, it works without a restart.
    receiver.putForm('visit', visitForm);
    const form = await FormPage.open(page, `${receiver.url}/forms/visit`, 'taafi-form');
    await form.has('من يزورنا');
  });

  it('changed while somebody fills it in is taken as it was when he began', async (test) => {
    const receiver = await startReceiverProgram(test);
    receiver.putForm('visit', visitForm);
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(page, `${receiver.url}/forms/visit`, 'taafi-form');
    await form.fill(visitAnswers);
    await form.goOn('papers');
    const { steps, ...rest } = visitForm;
    receiver.putForm('visit', { ...rest, version: '2.0.0', steps: steps.slice(1) });
    await form.fill(visitAnswers);
    await form.goOn('review');
    await form.pressMain();
    await form.isAt('receipt');
    const [request] = await receiver.requests();
    assert.equal(request?.form.version, '1.0.0');
    assert.deepEqual(request?.answers, visitAnswers);
  });

  it('takes prefilled answers only where it says so', async (test) => {
    const receiver = await startReceiverProgram(test);
    receiver.putForm('visit', { ...visitForm, prefill: { url: ['topic'] } });
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(
      page,
      `${receiver.url}/forms/visit?topic=rent&fullName=${encodeURIComponent('غريب')}`,
      'taafi-form',
    );
    assert.equal(await form.valueOf('topic'), 'rent');
    assert.equal(await form.valueOf('fullName'), '');
  });
});
