import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/IBAN' };

const iban = {
  id: 'iban',
  type: 'iban',
  required: true,
  sensitive: true,
  label: { ar: 'رقم الآيبان', en: 'IBAN' },
  hint: {
    ar: 'تجده في تطبيق البنك أو في كشف الحساب',
    en: 'You find it in the app of your bank or on a statement',
  },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([iban]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...iban, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([iban]), prefill: { iban: 'SA0380000000608010167519' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([iban]) },
  play: by((person) => person.isStopped()),
};

export const WrongCheckDigits: FormStory = {
  args: { definition: oneStep([iban]) },
  play: by(async (person) => {
    await person.fill('iban', 'SA04 8000 0000 6080 1016 7519');
    await person.isStopped();
  }),
};

export const TooShort: FormStory = {
  args: { definition: oneStep([iban]) },
  play: by(async (person) => {
    await person.fill('iban', 'SA03 8000 0000');
    await person.isStopped();
  }),
};

export const OfAnotherCountry: FormStory = {
  args: { definition: oneStep([iban]) },
  play: by(async (person) => {
    await person.fill('iban', 'GB82 WEST 1234 5698 7654 32');
    await person.isStopped();
  }),
};

export const OtherSigns: FormStory = {
  args: { definition: oneStep([iban]) },
  play: by(async (person) => {
    await person.fill('iban', 'SA03 8000 0000 6080 1016 751س');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...iban,
        label: {
          ar: 'رقم الآيبان للحساب الذي باسمك أنت، لا باسم قريب أو كفيل',
          en: 'IBAN of the account in your own name, not in that of a relative or a sponsor',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([iban]),
  prefill: { iban: 'SA0380000000608010167519' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([iban]),
  prefill: { iban: 'SA0380000000608010167519' },
});
