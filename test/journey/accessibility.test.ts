import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { assertAccessible, assertFits, withTextSpacing } from './accessibility.js';
import { exampleAnswers, isFiles } from './answers.js';
import { browserOfThisFile } from './browser.js';
import { FormPage } from './form-page.js';
import { makePapers } from './papers.js';
import { startReceiverProgram } from './receiver-program.js';

const open = browserOfThisFile();

/** Words of the switch to a language. */
const languages = { ar: 'العربية', en: 'English' } as const;

describe('every page of the support request', () => {
  for (const language of ['ar', 'en'] as const) {
    it(`is accessible and fits, in ${languages[language]}`, async (test) => {
      const answers = exampleAnswers('support-request');
      const receiver = await startReceiverProgram(test);
      const page = await open(test, { width: 320 });
      // axe brings styles of its own, which the policy of the page would not let in.
      await page.setBypassCSP(true);
      const form = await FormPage.open(page, `${receiver.url}/`);
      const names = Object.values(answers).flatMap((answer) =>
        isFiles(answer) ? answer.map(({ name }) => name) : [],
      );
      const papers = await makePapers(test, page, names);
      const files = Object.fromEntries([...papers.values()].map(({ name, path }) => [name, path]));
      if (language === 'en') await form.press('English');
      await form.has(language === 'en' ? 'Start now' : 'ابدأ الآن');

      const look = async (state: string) => {
        const where = `${await form.name()}, ${state}, ${language}`;
        await page.setViewport({ width: 1280, height: 800 });
        await assertAccessible(page, `${where}, 1280`);
        await page.setViewport({ width: 320, height: 640 });
        await assertAccessible(page, `${where}, 320`);
        await assertFits(page, form.tag, `${where}, 320`);
        await withTextSpacing(page, form.tag, () => assertFits(page, form.tag, `${where}, spaced`));
      };

      await look('at first');
      await form.goOn();
      while ((await form.name()) !== 'review') {
        // A page on which nothing must be answered lets anybody go on.
        const step = await form.name();
        await form.pressMain();
        await form.settle(step);
        if ((await form.name()) === step) await look('with errors');
        else await form.goBack(step);
        await form.fill(answers, { files });
        await look('filled in');
        if (['person', 'documents'].includes(step)) await lookInOtherColours(page, `${step}, ${language}`);
        await form.goOn();
      }
      await look('filled in');
      await lookInOtherColours(page, `review, ${language}`);
      await form.press(language === 'en' ? 'The procedure is not clear to me' : 'لم تتضح لي الإجراءات');
      await form.hasFocusOn('referral-title');
      await look('asking');
      await form.press(language === 'en' ? 'Send question' : 'أرسل السؤال');
      await form.hasFocusOn('referral-question');
      await look('asking nothing');
      await page.keyboard.press('Escape');
      if (answers.signature !== undefined) {
        await form.failToGoOn();
        await look('with errors');
        await lookInOtherColours(page, `review with errors, ${language}`);
        await form.fill(answers, { files });
        await look('signed');
      }
      await form.pressMain();
      await form.isAt('receipt');
      await look('sent');
      await lookInOtherColours(page, `receipt, ${language}`);
    });
  }
});

/** Dark, and the colours a person has chosen for all pages. */
async function lookInOtherColours(page: Page, where: string): Promise<void> {
  const devtools = await page.createCDPSession();
  // Colours that are still on their way to others are not what a person reads.
  const still = { name: 'prefers-reduced-motion', value: 'reduce' };
  for (const [name, value] of [
    ['prefers-color-scheme', 'dark'],
    ['forced-colors', 'active'],
  ] as const) {
    await devtools.send('Emulation.setEmulatedMedia', { features: [still, { name, value }] });
    await assertAccessible(page, `${where}, ${name}: ${value}`);
  }
  await devtools.send('Emulation.setEmulatedMedia', { features: [] });
  await devtools.detach();
}
