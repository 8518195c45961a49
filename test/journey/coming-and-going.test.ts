import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { startReceiverProgram } from './receiver-program.js';
import { until } from './waiting.js';

const open = browserOfThisFile();

/** Answers the browser's question before a page is left by staying; counts how often it asked. */
function stay(page: Page): { asked: number } {
  const count = { asked: 0 };
  page.on('dialog', (dialog) => {
    assert.equal(dialog.type(), 'beforeunload');
    count.asked += 1;
    void dialog.dismiss();
  });
  return count;
}

describe('coming and going in the middle of a form', () => {
  it('keeps everything when the browser goes back and forward', async (test) => {
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(page, `${receiver.url}/`);
    const address = page.url();
    await form.goOn('whoFills');
    await form.fill({ filledBy: 'self' });
    await form.goOn('support');
    await form.fill({
      supportWanted: ['cash', 'other'],
      supportOther: 'نظارة',
      supportDescription: 'سطر\nوسطر',
    });
    await form.goOn('identity');
    await form.type('firstName', 'سالم');

    await page.goBack();
    await form.isAt('support');
    await form.hasFocusOn('title');
    assert.equal(await form.valueOf('supportWanted'), 'cash,other');
    assert.equal(await form.valueOf('supportDescription'), 'سطر\nوسطر');
    await page.goBack();
    await form.isAt('whoFills');
    assert.equal(await form.valueOf('filledBy'), 'self');
    await page.goBack();
    await form.isAt('start');
    await page.goForward();
    await page.goForward();
    await form.isAt('support');
    assert.equal(await form.valueOf('supportOther'), 'نظارة');
    await page.goForward();
    await form.isAt('identity');
    assert.equal(await form.valueOf('firstName'), 'سالم');
    // The form's own button is the same way back.
    await form.goBack('support');
    await page.goForward();
    await form.isAt('identity');
    assert.equal(page.url(), address);
    assert.doesNotMatch(JSON.stringify(await page.evaluate(() => history.state)), /سالم|نظارة|cash/);
  });

  it('asks before a page with answers is loaded again, and only then', async (test) => {
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 360, height: 740 });
    const form = await FormPage.open(page, `${receiver.url}/`);
    const question = stay(page);
    await form.goOn('whoFills');
    await page.reload();
    assert.equal(question.asked, 0);
    await form.found();
    await form.isAt('start');
    await form.goOn('whoFills');
    await form.fill({ filledBy: 'self' });
    await form.goOn('support');
    await form.fill({ supportWanted: ['rent'], supportDescription: 'نصف جم' });
    await page.evaluate(() => location.reload());
    await until(async () => question.asked === 1, 'the browser asks');
    await form.isAt('support');
    assert.equal(await form.valueOf('supportDescription'), 'نصف جم');
    assert.equal(await form.valueOf('supportWanted'), 'rent');
  });

  it('keeps every letter when the language is switched, also of what is half typed or wrong', async (test) => {
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 1280 });
    const form = await FormPage.open(page, `${receiver.url}/`);
    await form.goOn('whoFills');
    await form.fill({ filledBy: 'self' });
    await form.goOn('support');
    await form.fill({ supportWanted: ['rent'] });
    await form.goOn('identity');
    await form.fill({ nationality: 'saudi', firstName: '  سالم ', familyName: 'Al-Mithali' });
    await form.type('nationalId', '١٠٠٠ ٠٠');
    await form.press('English');
    await form.has('National ID or iqama number');
    await form.hasFocusOn('language-ar');
    assert.equal(await form.valueOf('nationalId'), '١٠٠٠ ٠٠');
    assert.equal(await form.valueOf('firstName'), '  سالم ');
    assert.equal(await form.valueOf('nationality'), 'saudi');
    // Problems are told in the language of the moment, and go on being told after a switch.
    const told = await form.failToGoOn();
    assert.deepEqual(told, ['National ID or iqama number must have 10 digits', 'Enter your father’s name']);
    await form.press('العربية');
    await form.has('هناك ما يحتاج إلى تعديل');
    assert.deepEqual(await form.problems(), [
      'يجب أن يكون الرقم من 10 أرقام: رقم الهوية الوطنية أو الإقامة',
      'أدخل اسم الأب',
    ]);
    await form.fill({ nationalId: '1000000008', fatherName: 'عبدالله' });
    await form.goOn('person');
    await form.type('birthDate.day', '3');
    await form.type('birthDate.year', '14');
    await form.press('English');
    await form.has('Date of birth');
    assert.equal(await form.valueOf('birthDate.day'), '3');
    assert.equal(await form.valueOf('birthDate.year'), '14');
    const direction = await form.evaluate((element) =>
      element.shadowRoot?.querySelector('.root')?.getAttribute('dir'),
    );
    assert.equal(direction, 'ltr');
    await form.goBack('identity');
    assert.equal(await form.valueOf('familyName'), 'Al-Mithali');
  });
});
