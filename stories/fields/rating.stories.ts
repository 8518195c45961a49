import type { FormStory } from '../support/form-story.js';
import { by, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Rating' };

const satisfaction = {
  id: 'satisfaction',
  type: 'rating',
  required: true,
  label: { ar: 'ما مدى رضاك عن الخدمة؟', en: 'How satisfied are you with the service?' },
  name: { ar: 'الرضا عن الخدمة', en: 'Satisfaction with the service' },
  points: [
    { ar: 'غير راضٍ إطلاقًا', en: 'Not satisfied at all' },
    { ar: 'غير راضٍ', en: 'Not satisfied' },
    { ar: 'محايد', en: 'Neutral' },
    { ar: 'راضٍ', en: 'Satisfied' },
    { ar: 'راضٍ جدًا', en: 'Very satisfied' },
  ],
} as const;

export const Empty: FormStory = { args: { definition: oneStep([satisfaction]) } };

export const Faces: FormStory = {
  args: { definition: oneStep([{ ...satisfaction, decoration: 'faces', notApplicable: true }]) },
};

export const Stars: FormStory = {
  args: {
    definition: oneStep([{ ...satisfaction, decoration: 'stars', required: false }]),
    prefill: { satisfaction: 4 },
  },
};

export const FacesTaken: FormStory = {
  args: {
    definition: oneStep([{ ...satisfaction, decoration: 'faces', notApplicable: true, required: false }]),
    prefill: { satisfaction: 5 },
  },
};

export const RatherNotSay: FormStory = {
  args: {
    definition: oneStep([{ ...satisfaction, notApplicable: true }]),
    prefill: { satisfaction: 'notApplicable' },
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([{ ...satisfaction, decoration: 'faces' }]) },
  play: by((person) => person.isStopped()),
};

export const Disabled: FormStory = {
  args: {
    definition: oneStep([{ ...satisfaction, decoration: 'stars' }]),
    prefill: { satisfaction: 2 },
    disabled: true,
  },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...satisfaction,
        decoration: 'faces',
        points: [
          {
            ar: 'لم أكن راضيًا عن أي شيء من الخدمة، لا عن المواعيد ولا عن طريقة التعامل ولا عن النتيجة',
            en: 'I was not satisfied with anything about the service: neither the times, nor the manners, nor the result',
          },
          { ar: 'كلمة_طويلة_بلا_فراغ_'.repeat(5), en: 'OneWordWithoutAnySpace'.repeat(4) },
        ],
        notApplicable: {
          ar: 'لم أستفد من هذه الخدمة بعد، فلا أستطيع الحكم عليها',
          en: 'I have not used this service yet, so I cannot judge it',
        },
      },
    ]),
    prefill: { satisfaction: 2 },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([satisfaction]),
  prefill: { satisfaction: 2 },
});
