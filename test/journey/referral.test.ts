import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { startReceiverProgram } from './receiver-program.js';
import { watch } from './witness.js';

const open = browserOfThisFile();

describe('«لم تتضح لي الإجراءات»', () => {
  it('takes a question to the officer and leaves the form as it is', async (test) => {
    const receiver = await startReceiverProgram(test);
    const page = await open(test, { width: 360, height: 740 });
    const witness = await watch(page);
    const form = await FormPage.open(page, `${receiver.url}/`);
    await form.goOn('whoFills');
    await form.fill({ filledBy: 'self' });
    await form.goOn('support');
    await form.fill({ supportWanted: ['rent'], supportDescription: 'نصف جملة' });

    await form.press('لم تتضح لي الإجراءات');
    await form.hasFocusOn('referral-title');
    await form.has('مسئول البحث الاجتماعي');

    // The Tab key stays inside, in both directions.
    const stops = new Set<string>();
    for (const key of ['Tab', 'Shift+Tab']) {
      if (key !== 'Tab') await page.keyboard.down('Shift');
      for (let presses = 0; presses < 8; presses += 1) {
        await page.keyboard.press('Tab');
        assert.ok(
          await isInDialog(form),
          `${key} left the dialog for ${JSON.stringify(await form.focused())}`,
        );
        stops.add((await form.focused()).id || (await form.focused()).text);
      }
      await page.keyboard.up('Shift');
    }
    for (const stop of ['referral-question', 'referral-contact', 'أرسل السؤال', 'إلغاء'])
      assert.ok(stops.has(stop), stop);

    await form.press('أرسل السؤال');
    await form.has('اكتب سؤالك');
    await form.hasFocusOn('referral-question');
    assert.deepEqual(await receiver.referrals(), []);

    // What was begun is still there after a look at the form.
    await form.typeOn('متى يصلني الرد؟');
    await page.keyboard.press('Escape');
    await hasFocusOnOpener(form);
    await form.press('لم تتضح لي الإجراءات');
    await form.hasFocusOn('referral-title');
    assert.equal(await questionIn(form), 'متى يصلني الرد؟');
    await form.click('#referral-contact');
    await form.typeOn('٠٥٠١٢٣٤٥٦٧');
    await form.press('أرسل السؤال');
    await form.has('وصل سؤالك');
    await form.press('إغلاق');
    await hasFocusOnOpener(form);

    assert.equal(await form.name(), 'support');
    assert.equal(await form.valueOf('supportDescription'), 'نصف جملة');
    assert.equal(await form.valueOf('supportWanted'), 'rent');
    const [referral, ...others] = await receiver.referrals();
    assert.equal(others.length, 0);
    assert.equal(referral?.question, 'متى يصلني الرد؟');
    assert.equal(referral?.step, 'support');
    assert.equal(referral?.form.id, 'support-request');
    assert.match(referral?.contact ?? '', /^(0501234567|٠٥٠١٢٣٤٥٦٧)$/);
    assert.deepEqual(await receiver.requests(), []);
    assert.deepEqual(witness.complaints, []);

    // The next question begins empty.
    await form.press('لم تتضح لي الإجراءات');
    await form.hasFocusOn('referral-title');
    assert.equal(await questionIn(form), '');
  });
});

/** True where the focus is in the dialog, or on nothing because the browser's own bars come next. */
function isInDialog(form: FormPage): Promise<boolean> {
  return form.evaluate((element) => {
    const focused = element.shadowRoot?.activeElement;
    if (focused) return focused.closest('dialog') !== null;
    return document.activeElement === document.body;
  });
}

async function hasFocusOnOpener(form: FormPage): Promise<void> {
  const { text } = await form.focused();
  assert.equal(text, 'لم تتضح لي الإجراءات');
}

function questionIn(form: FormPage): Promise<string | undefined> {
  return form.evaluate(
    (element) => element.shadowRoot?.querySelector<HTMLTextAreaElement>('#referral-question')?.value,
  );
}
