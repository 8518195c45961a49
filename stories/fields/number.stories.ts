import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Number' };

const salary = {
  id: 'salary',
  type: 'number',
  required: true,
  minimum: 0,
  maximum: 100_000,
  unit: { ar: 'ريال في الشهر', en: 'riyals a month' },
  label: { ar: 'الراتب', en: 'Salary' },
} as const;

const people = {
  id: 'people',
  type: 'number',
  required: true,
  integer: true,
  minimum: 1,
  maximum: 30,
  label: { ar: 'عدد من يسكن معك', en: 'How many people live with you' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([people]) } };

export const WithUnit: FormStory = { args: { definition: oneStep([salary]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([
      { ...salary, hint: { ar: 'بعد خصم التأمينات', en: 'After insurance is taken off' } },
    ]),
  },
};

export const Optional: FormStory = { args: { definition: oneStep([{ ...salary, required: false }]) } };

export const Filled: FormStory = { args: { definition: oneStep([salary]), prefill: { salary: 3200.5 } } };

export const Missing: FormStory = {
  args: { definition: oneStep([salary]) },
  play: by((person) => person.isStopped()),
};

export const NotANumber: FormStory = {
  args: { definition: oneStep([salary]) },
  play: by(async (person) => {
    await person.fill('salary', 'ثلاثة آلاف');
    await person.isStopped();
  }),
};

/** What is out of range is said to be so, and never changed. */
export const TooLarge: FormStory = {
  args: { definition: oneStep([people]), prefill: { people: 300 } },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...salary,
        label: {
          ar: 'مجموع ما تدفعه كل شهر للإيجار والأقساط والفواتير وكل التزام آخر',
          en: 'All you pay each month for rent, instalments, bills and every other obligation',
        },
        unit: { ar: 'ريال سعودي في الشهر الواحد', en: 'Saudi riyals in a single month' },
      },
    ]),
    prefill: { salary: 99999.99 },
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([salary]), prefill: { salary: 3200.5 } });

export const Disabled: FormStory = disabled({ definition: oneStep([salary]), prefill: { salary: 3200.5 } });
