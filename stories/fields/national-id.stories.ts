import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/National ID' };

const nationalId = {
  id: 'nationalId',
  type: 'national-id',
  required: true,
  sensitive: true,
  label: { ar: 'رقم الهوية الوطنية أو الإقامة', en: 'National ID or iqama number' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([nationalId]) } };

export const WithHint: FormStory = {
  args: { definition: oneStep([{ ...nationalId, hint: { ar: 'عشرة أرقام', en: 'Ten digits' } }]) },
};

export const Optional: FormStory = { args: { definition: oneStep([{ ...nationalId, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([nationalId]), prefill: { nationalId: '1000000008' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([nationalId]) },
  play: by((person) => person.isStopped()),
};

export const WrongCheckDigit: FormStory = {
  args: { definition: oneStep([nationalId]) },
  play: by(async (person) => {
    await person.fill('nationalId', '1000000009');
    await person.isStopped();
  }),
};

export const WrongFirstDigit: FormStory = {
  args: { definition: oneStep([nationalId]) },
  play: by(async (person) => {
    await person.fill('nationalId', '٣٠٠٠٠٠٠٠٠٨');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...nationalId,
        label: {
          ar: 'رقم الهوية الوطنية للمواطن أو رقم الإقامة للمقيم كما هو مكتوب في البطاقة',
          en: 'National ID number of a citizen or iqama number of a resident as it is written on the card',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([nationalId]),
  prefill: { nationalId: '1000000008' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([nationalId]),
  prefill: { nationalId: '1000000008' },
});
