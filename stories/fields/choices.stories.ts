import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Choices' };

const support = {
  id: 'supportWanted',
  type: 'choices',
  required: true,
  label: { ar: 'نوع الدعم المطلوب', en: 'Kind of support' },
  hint: { ar: 'يمكنك اختيار أكثر من نوع', en: 'You can choose more than one' },
  options: [
    { value: 'rent', ar: 'إيجار', en: 'Rent' },
    { value: 'clothing', ar: 'كسوة', en: 'Clothing' },
    { value: 'transport', ar: 'مواصلات إلى العلاج', en: 'Transport to treatment' },
    { value: 'employment', ar: 'مساعدة في إيجاد عمل', en: 'Help finding work' },
  ],
} as const;

export const Empty: FormStory = { args: { definition: oneStep([support]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...support, required: false }]) } };

export const Ticked: FormStory = {
  args: { definition: oneStep([support]), prefill: { supportWanted: ['rent', 'employment'] } },
};

export const WithHints: FormStory = {
  args: {
    definition: oneStep([
      {
        ...support,
        options: [
          {
            value: 'rent',
            ar: 'إيجار',
            en: 'Rent',
            hint: { ar: 'لمن يسكن بعقد موثق', en: 'For those with a registered lease' },
          },
          { value: 'other', ar: 'شيء آخر', en: 'Something else' },
        ],
      },
    ]),
    prefill: { supportWanted: ['rent'] },
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([support]) },
  play: by((person) => person.isStopped()),
};

export const TooMany: FormStory = {
  args: {
    definition: oneStep([{ ...support, maxItems: 2 }]),
    prefill: { supportWanted: ['rent', 'clothing', 'employment'] },
  },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...support,
        options: [
          {
            value: 'study',
            ar: 'رسوم دراسة أو تدريب في معهد معتمد لمدة لا تزيد على سنة دراسية واحدة من تاريخ القبول',
            en: 'Fees for study or training at a recognised institute for no more than one school year from the day of acceptance',
          },
          { value: 'unbroken', ar: 'كلمة_طويلة_بلا_فراغ_'.repeat(5), en: 'OneWordWithoutAnySpace'.repeat(4) },
        ],
      },
    ]),
    prefill: { supportWanted: ['study', 'unbroken'] },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([support]),
  prefill: { supportWanted: ['rent', 'employment'] },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([support]),
  prefill: { supportWanted: ['rent', 'employment'] },
});
