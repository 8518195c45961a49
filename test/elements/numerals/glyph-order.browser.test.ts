import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { everyStory } from '../../../stories/every-story.js';
import type { StoryModule } from '../../stories/shown-story.js';
import { show } from '../../stories/shown-story.js';
import { glyphOrder } from './glyph-order.js';

type File = keyof typeof everyStory;

/** Places where the kit shows numbers, and kinds of them that must be found there: a place without any proves nothing. */
const places: readonly (readonly [file: File, story: string, kinds: readonly string[]])[] = [
  ['form/numerals-and-calendar', 'Filled', ['reference', 'phone', 'iso', 'amount', 'time', 'date']],
  ['form/numerals-and-calendar', 'Review', ['phone', 'amount', 'date', 'number']],
  ['fields/money', 'ReadOnly', ['amount']],
  ['fields/money', 'TooLarge', ['amount']],
  ['fields/iban', 'ReadOnly', ['iban']],
  ['fields/time', 'TooEarly', ['time']],
  ['form/pages', 'StepWithProgressOpened', []],
  ['support-request/support-request', 'Receipt', ['reference', 'date']],
  ['data-declaration/data-declaration', 'ToRead', ['phone']],
  ['satisfaction-survey/satisfaction-survey', 'Opinion', ['number']],
  ['status-tracker/status-tracker', 'UnderCommittee', ['reference', 'date']],
  ['status-tracker/status-tracker', 'WrongDigit', ['reference']],
  ['survey-results/survey-results', 'WithTables', ['number', 'month', 'amount']],
  ['receipt-check/receipt-check', 'WithItsAttachment', ['reference', 'date', 'time']],
];

describe('the glyphs of numbers', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 800 });
    // Here already, they are written before the first look.
    await import('../../../src/elements/form/arab-numerals.js');
  });

  // A form with something typed would keep the browser from going away.
  after(() => {
    document.body.textContent = '';
  });

  for (const [language, numerals] of [
    ['ar', 'latn'],
    ['ar', 'arab'],
    ['en', 'latn'],
    ['en', 'arab'],
  ] as const) {
    it(`stand from left to right and together in ${language} with ${numerals}, wherever the kit shows them`, async function () {
      this.timeout(120_000);
      const faults: string[] = [];
      // English is the same with both: two places show it.
      const looked = language === 'en' && numerals === 'arab' ? places.slice(0, 2) : places;
      for (const [file, story, kinds] of looked) {
        const root = await shown(file, story, language, numerals);
        const found = glyphOrder(root);
        const missing = kinds.filter((kind) => found.counts[kind] === undefined);
        faults.push(
          ...[...found.faults, ...missing.map((kind) => `no ${kind}`)].map(
            (fault) => `${file} ${story}: ${fault}`,
          ),
        );
        const wrong = wrongDigits(root, language === 'ar' ? numerals : 'latn');
        faults.push(...wrong.map((words) => `${file} ${story}: other digits in «${words}»`));
      }
      expect(faults.slice(0, 12).join('\n'), `${faults.length} faults`).to.equal('');
    });
  }
});

async function shown(
  file: File,
  story: string,
  language: 'ar' | 'en',
  numerals: string,
): Promise<ShadowRoot> {
  // What a file of stories exports is for Storybook to say.
  const module = (await everyStory[file]()) as unknown as StoryModule;
  const canvas = await show(module, story, language, { numerals });
  const root = [...canvas.querySelectorAll('*')].find(({ localName }) =>
    localName.startsWith('taafi-'),
  )?.shadowRoot;
  if (!root) throw new Error(`${file} ${story} shows no element.`);
  for (const details of root.querySelectorAll('details')) details.open = true;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return root;
}

/** Texts in other digits than are wanted; what is somebody's own, and words with Latin letters, may be in any. */
function wrongDigits(root: ShadowRoot, numerals: 'latn' | 'arab'): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const { parentElement: around, nodeValue } = text;
    if (around === null || around.closest('[translate="no"], style, [lang="en"]:not(.root)') !== null)
      continue;
    const words = (nodeValue ?? '').replaceAll(/\u2068[^\u2069]*\u2069/g, '').split(/[\s\u2066\u2069]+/);
    const isWrong = (word: string) =>
      (numerals === 'arab' ? /\d/ : /[٠-٩]/).test(word) && !/[a-z@]/i.test(word);
    if (words.some(isWrong)) found.push(words.join(' ').trim());
  }
  return found;
}
