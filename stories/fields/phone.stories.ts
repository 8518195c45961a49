import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Phone' };

const mobile = {
  id: 'mobile',
  type: 'phone',
  required: true,
  autocomplete: 'tel',
  label: { ar: 'رقم الجوال', en: 'Mobile number' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([mobile]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([
      { ...mobile, hint: { ar: 'نرسل إليه ما يستجد في طلبك', en: 'We send news of your request to it' } },
    ]),
  },
};

export const Optional: FormStory = { args: { definition: oneStep([{ ...mobile, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([mobile]), prefill: { mobile: '+966501234567' } },
};

export const FromAbroad: FormStory = {
  args: { definition: oneStep([{ ...mobile, kind: 'any' }]), prefill: { mobile: '+201001234567' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([mobile]) },
  play: by((person) => person.isStopped()),
};

export const OfNoForm: FormStory = {
  args: { definition: oneStep([mobile]) },
  play: by(async (person) => {
    await person.fill('mobile', '0501 234');
    await person.isStopped();
  }),
};

export const NotAMobile: FormStory = {
  args: { definition: oneStep([mobile]), prefill: { mobile: '+966112345678' } },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...mobile,
        sensitive: true,
        label: {
          ar: 'رقم جوال شخص نتواصل معه إن تعذر الوصول إليك على رقمك أكثر من مرة',
          en: 'Mobile number of somebody we can contact if we cannot reach you on your own number more than once',
        },
      },
    ]),
    prefill: { mobile: '+966501234567' },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([mobile]),
  prefill: { mobile: '+966501234567' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([mobile]),
  prefill: { mobile: '+966501234567' },
});
