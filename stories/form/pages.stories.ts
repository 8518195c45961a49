import {
  exampleAnswers,
  exampleApplication,
  exampleAssociation,
  goOnToReview,
} from '../support/example-application.js';
import type { FormStory } from '../support/form-story.js';
import { by, formMeta } from '../support/form-story.js';
import { until } from '../support/until.js';

export default { ...formMeta, title: 'Form/Pages' };

/** Before the first question: what this is, what will be needed, who decides. */
export const Start: FormStory = { args: { definition: exampleApplication } };

export const FirstStep: FormStory = {
  args: { definition: exampleApplication },
  play: by((person) => person.goOnTo('about')),
};

/** The steps already done can be gone back to. */
export const StepWithProgressOpened: FormStory = {
  args: { definition: exampleApplication, prefill: exampleAnswers },
  play: by(async (person) => {
    person.form.goTo('request');
    await person.isOn('request');
    await person.press('.progress summary');
  }),
};

/** Each problem is a link to its question, and goes when it is mended. */
export const ErrorSummary: FormStory = {
  args: { definition: exampleApplication, prefill: { mobile: '+966112345678' } },
  play: by(async (person) => {
    await person.goOnTo('about');
    await person.isStopped();
  }),
};

export const Review: FormStory = {
  args: { definition: exampleApplication, prefill: exampleAnswers },
  play: by((person) => goOnToReview(person)),
};

/** What may be left out is shown as not given. */
export const ReviewWithBlanks: FormStory = {
  args: {
    definition: exampleApplication,
    prefill: { ...exampleAnswers, supportsOthers: false, need: undefined },
  },
  play: by((person) => goOnToReview(person)),
};

/** A change from the review leads straight back to it. */
export const ChangeFromReview: FormStory = {
  args: { definition: exampleApplication, prefill: exampleAnswers },
  play: by(async (person) => {
    await goOnToReview(person);
    await person.press('.change button');
    await person.isOn('about');
  }),
};

/** The answers that do not hold are named before anything is sent. */
export const ReviewWithProblems: FormStory = {
  args: { definition: exampleApplication, prefill: { fullName: 'سالم المثالي' } },
  play: by(async (person) => {
    person.form.goTo('review');
    await person.isOn('review');
    await person.isStopped();
  }),
};

/** Who the association is, and how to reach it, stands below every page. */
export const WithAssociation: FormStory = {
  args: { definition: exampleApplication, association: exampleAssociation },
  play: by(async (person) => {
    await person.press('.about details:nth-of-type(1) summary');
    await person.press('.about details:nth-of-type(2) summary');
  }),
};

/** Every problem is mended: the list has gone, and the way on is free. */
export const ErrorsMended: FormStory = {
  args: { definition: exampleApplication, prefill: { ...exampleAnswers, mobile: '+966112345678' } },
  play: by(async (person) => {
    await person.goOnTo('about');
    await person.isStopped();
    await person.fill('mobile', '0501234567');
    await person.unseen('#errors');
    await person.goOnTo('family');
  }),
};

/** Shift was pressed twice: once more, and another site takes the place of this page. */
export const QuickExit: FormStory = {
  args: { definition: exampleApplication },
  play: by(async (person) => {
    await person.seen('.exit');
    for (const type of ['keydown', 'keyup', 'keydown', 'keyup'])
      document.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));
    await until(() => person.root.querySelector('[role="status"]')?.textContent?.trim(), 'what is said');
  }),
};
