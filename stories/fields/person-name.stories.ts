import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Person name' };

const name = {
  id: 'fullName',
  type: 'person-name',
  required: true,
  label: { ar: 'الاسم الكامل', en: 'Full name' },
} as const;

const salem = { first: 'سالم', father: 'عبد الله', grandfather: 'محمد', family: 'المثالي' };

const nationality = {
  id: 'nationality',
  type: 'choice',
  label: { ar: 'الجنسية', en: 'Nationality' },
  options: [
    { value: 'saudi', ar: 'سعودي / سعودية', en: 'Saudi' },
    { value: 'other', ar: 'جنسية أخرى', en: 'Another nationality' },
  ],
} as const;

const withNationality = oneStep([nationality, { ...name, resident: { field: 'nationality', is: 'other' } }]);

export const Empty: FormStory = { args: { definition: oneStep([name]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...name, required: false }]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([{ ...name, hint: { ar: 'كما هو في الهوية', en: 'As it is on the ID card' } }]),
  },
};

export const Filled: FormStory = { args: { definition: oneStep([name]), prefill: { fullName: salem } } };

export const TwoParts: FormStory = { args: { definition: oneStep([{ ...name, parts: 2 }]) } };

/** Papers of other countries may name neither father nor grandfather. */
export const OfAResident: FormStory = {
  args: { definition: withNationality, prefill: { nationality: 'other' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([name]) },
  play: by((person) => person.isStopped()),
};

export const FatherMissing: FormStory = {
  args: { definition: withNationality, prefill: { nationality: 'saudi' } },
  play: by(async (person) => {
    await person.fill('fullName.first', 'سالم');
    await person.fill('fullName.family', 'المثالي');
    await person.isStopped();
  }),
};

export const WithDigits: FormStory = {
  args: { definition: oneStep([name]), prefill: { fullName: salem } },
  play: by(async (person) => {
    await person.fill('fullName.family', 'المثالي 2');
    await person.isStopped();
  }),
};

export const InLatinLetters: FormStory = {
  args: {
    definition: oneStep([
      {
        ...name,
        parts: 3,
        letters: 'latin',
        label: { ar: 'الاسم كما في جواز السفر', en: 'Name as in the passport' },
      },
    ]),
  },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...name,
        label: {
          ar: 'اسم من نتواصل معه إن تعذر علينا الوصول إليك، كما يعرفه أهلك',
          en: 'Name of the person we contact if we cannot reach you, as your family knows it',
        },
      },
    ]),
    prefill: { fullName: { ...salem, family: 'عبد الرحمن آل عبد العزيز المثالي' } },
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([name]), prefill: { fullName: salem } });

export const Disabled: FormStory = disabled({ definition: oneStep([name]), prefill: { fullName: salem } });
