import type { FormStory } from '../support/form-story.js';
import { by, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Matrix' };

const treatment = {
  id: 'treatment',
  type: 'matrix',
  required: true,
  label: { ar: 'ما رأيك في هذه العبارات؟', en: 'What do you think of these statements?' },
  name: { ar: 'رأيك في العبارات', en: 'Your opinion of the statements' },
  points: [
    { ar: 'لا أوافق بشدة', en: 'Strongly disagree' },
    { ar: 'لا أوافق', en: 'Disagree' },
    { ar: 'محايد', en: 'Neutral' },
    { ar: 'أوافق', en: 'Agree' },
    { ar: 'أوافق بشدة', en: 'Strongly agree' },
  ],
  rows: [
    { id: 'respect', label: { ar: 'عوملت باحترام', en: 'I was treated with respect' } },
    { id: 'time', label: { ar: 'أُعطيت الوقت الكافي', en: 'I was given enough time' } },
    { id: 'clarity', label: { ar: 'كانت الإجراءات واضحة لي', en: 'The procedure was clear to me' } },
  ],
} as const;

export const Empty: FormStory = { args: { definition: oneStep([treatment]) } };

export const Answered: FormStory = {
  args: {
    definition: oneStep([{ ...treatment, required: false, notApplicable: true }]),
    prefill: { treatment: { respect: 5, clarity: 'notApplicable' } },
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([treatment]), prefill: { treatment: { respect: 4 } } },
  play: by((person) => person.isStopped()),
};

export const SevenPoints: FormStory = {
  args: {
    definition: oneStep([
      {
        ...treatment,
        points: [
          { ar: 'لا أوافق إطلاقًا', en: 'Not at all' },
          ...treatment.points,
          { ar: 'أوافق تمامًا', en: 'Completely' },
        ],
      },
    ]),
  },
};

export const Disabled: FormStory = {
  args: { definition: oneStep([treatment]), prefill: { treatment: { respect: 5, time: 2 } }, disabled: true },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...treatment,
        points: [
          {
            ar: 'لا أوافق على هذه العبارة لا جملة ولا تفصيلًا',
            en: 'I do not agree with this statement in any way',
          },
          { ar: 'أوافق', en: 'Agree' },
        ],
        rows: [
          {
            id: 'informed',
            label: {
              ar: 'بقيت على علم بما جرى لطلبي من يوم تقديمه إلى يوم وصول الرد، ولم أحتج إلى السؤال عنه',
              en: 'I was kept informed of what became of my request from the day I made it to the day of the answer, and never had to ask',
            },
          },
          {
            id: 'unbroken',
            label: { ar: 'كلمة_طويلة_بلا_فراغ_'.repeat(5), en: 'OneWordWithoutAnySpace'.repeat(4) },
          },
        ],
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([treatment]),
  prefill: { treatment: { respect: 5, time: 2, clarity: 4 } },
});
