import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/National address' };

const address = {
  id: 'address',
  type: 'national-address',
  required: true,
  label: { ar: 'العنوان الوطني', en: 'National address' },
} as const;

const full = {
  building: '2929',
  street: 'شارع الأمير سلطان',
  secondary: '7182',
  district: 'حي الربوة',
  postalCode: '12814',
  city: 'الرياض',
  short: 'RRRD2929',
};

export const Empty: FormStory = { args: { definition: oneStep([address]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...address, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([address]), prefill: { address: { short: 'RRRD2929' } } },
};

export const InFull: FormStory = { args: { definition: oneStep([address]), prefill: { address: full } } };

export const WithoutOne: FormStory = {
  args: { definition: oneStep([address]), prefill: { address: { none: true } } },
};

/** There is no choice, so there are no radio buttons. */
export const ShortOnly: FormStory = { args: { definition: oneStep([{ ...address, ways: ['short'] }]) } };

export const Missing: FormStory = {
  args: { definition: oneStep([address]) },
  play: by((person) => person.isStopped()),
};

export const InArabicLetters: FormStory = {
  args: { definition: oneStep([address]) },
  play: by(async (person) => {
    await person.take('address.way', 'short');
    await person.fill('address.short', 'ررربد2929');
    await person.isStopped();
  }),
};

export const PartMissing: FormStory = {
  args: { definition: oneStep([address]), prefill: { address: full } },
  play: by(async (person) => {
    await person.fill('address.district', '');
    await person.isStopped();
  }),
};

/** The four digits of the short address are the number of the building. */
export const OtherBuilding: FormStory = {
  args: { definition: oneStep([address]), prefill: { address: full } },
  play: by(async (person) => {
    await person.fill('address.building', '2930');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...address,
        label: {
          ar: 'العنوان الوطني للمكان الذي تسكنه الآن، ولو كان مؤقتًا أو عند أحد أقاربك',
          en: 'National address of the place you live in now, even for a while or with relatives',
        },
        hint: {
          ar: 'تجده في تطبيق توكلنا، أو في رسالة من سبل.',
          en: 'You find it in the Tawakkalna app, or in a message from SPL.',
        },
      },
    ]),
    prefill: { address: { ...full, street: 'شارع صاحب السمو الملكي الأمير سلطان بن عبد العزيز' } },
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([address]), prefill: { address: full } });

export const Disabled: FormStory = disabled({ definition: oneStep([address]), prefill: { address: full } });
