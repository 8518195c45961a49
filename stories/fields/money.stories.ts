import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Money' };

const income = {
  id: 'income',
  type: 'money',
  required: true,
  maximum: 1_000_000,
  label: { ar: 'دخلك الشهري من كل المصادر', en: 'Your income a month from all sources' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([income]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...income, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([income]), prefill: { income: 12_500.5 } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([income]) },
  play: by((person) => person.isStopped()),
};

export const NotAnAmount: FormStory = {
  args: { definition: oneStep([income]) },
  play: by(async (person) => {
    await person.fill('income', 'ألف وخمسمئة');
    await person.isStopped();
  }),
};

export const TooManyDecimals: FormStory = {
  args: { definition: oneStep([income]) },
  play: by(async (person) => {
    await person.fill('income', '1500.505');
    await person.isStopped();
  }),
};

export const TooLarge: FormStory = {
  args: { definition: oneStep([income]) },
  play: by(async (person) => {
    await person.fill('income', '٢٬٠٠٠٬٠٠٠');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...income,
        label: {
          ar: 'مجموع ما تدفعه كل شهر من أقساط وإيجار وفواتير بعد خصم ما تتحمله عنك جهة أخرى',
          en: 'All that you pay each month in instalments, rent and bills, less what somebody else pays for you',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([income]),
  prefill: { income: 12_500.5 },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([income]),
  prefill: { income: 12_500.5 },
});
