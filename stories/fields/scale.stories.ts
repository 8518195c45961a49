import type { FormStory } from '../support/form-story.js';
import { by, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Scale' };

const recommend = {
  id: 'recommend',
  type: 'scale',
  required: true,
  label: {
    ar: 'هل تنصح من يمر بحالك باللجوء إلى الجمعية؟',
    en: 'Would you recommend the association to someone in your place?',
  },
  name: { ar: 'النصح بالجمعية', en: 'Recommending the association' },
  leastLabel: { ar: 'لا أنصح أبدًا', en: 'Not at all' },
  mostLabel: { ar: 'أنصح بشدة', en: 'Very much' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([recommend]) } };

export const Taken: FormStory = {
  args: {
    definition: oneStep([{ ...recommend, required: false, notApplicable: true }]),
    prefill: { recommend: 9 },
  },
};

export const OneToFive: FormStory = {
  args: { definition: oneStep([{ ...recommend, least: 1, most: 5 }]), prefill: { recommend: 3 } },
};

export const WithoutWords: FormStory = {
  args: {
    definition: oneStep([
      {
        id: 'hours',
        type: 'scale',
        least: -2,
        most: 2,
        label: { ar: 'التغير منذ العام الماضي', en: 'Change since last year' },
        hint: { ar: '0 يعني أنه لم يتغير شيء', en: '0 means that nothing has changed' },
      },
    ]),
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([recommend]) },
  play: by((person) => person.isStopped()),
};

export const Disabled: FormStory = {
  args: { definition: oneStep([recommend]), prefill: { recommend: 7 }, disabled: true },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...recommend,
        leastLabel: {
          ar: 'لا أنصح بذلك أبدًا، بل أحذّر من أعرفهم منه في كل حال وفي كل مدينة',
          en: 'I would never recommend it; I would warn everybody I know of it, in every case and in every town',
        },
        mostLabel: { ar: 'كلمة_طويلة_بلا_فراغ_'.repeat(4), en: 'OneWordWithoutAnySpace'.repeat(3) },
        notApplicable: true,
      },
    ]),
    prefill: { recommend: 'notApplicable' },
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([recommend]), prefill: { recommend: 7 } });
