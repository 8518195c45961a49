import { exampleFile } from '../support/example-files.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import { numbersGiven, numbersOfEveryKind } from '../support/numbers-of-every-kind.js';

/** Numbers and dates as a page wants them shown; what is stored is always the same. */
export default {
  ...formMeta,
  title: 'Form/Numerals and calendar',
  args: { definition: numbersOfEveryKind, prefill: numbersGiven },
};

const reviewed = by(async (person) => {
  await person.isOn('numbers');
  await person.attach('papers', exampleFile('scan 2024.pdf', 'application/pdf', 1_200_000));
  await person.take('agreed');
  person.form.goTo('more');
  await person.isOn('more');
  await person.goOnTo('review');
});

export const Filled: FormStory = {};

export const Review: FormStory = { play: reviewed };

export const InArabNumerals: FormStory = { globals: { numerals: 'arab' } };

export const ReviewInArabNumerals: FormStory = { play: reviewed, globals: { numerals: 'arab' } };

export const ReceiptInArabNumerals: FormStory = {
  globals: { numerals: 'arab' },
  play: async (story) => {
    await reviewed(story);
    await by(async (person) => {
      await person.goOn();
      await person.seen('.receipt');
    })(story);
  },
};

/** The Gregorian date first, also where the Hijri one was typed. */
export const ReviewGregorianFirst: FormStory = { play: reviewed, globals: { calendar: 'gregory' } };
