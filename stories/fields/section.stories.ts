import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Section' };

const name = {
  id: 'name',
  type: 'section',
  label: { ar: 'الاسم كما في الهوية', en: 'Name as on the ID card' },
  fields: [
    { id: 'firstName', type: 'text', required: true, label: { ar: 'الاسم الأول', en: 'First name' } },
    { id: 'familyName', type: 'text', required: true, label: { ar: 'اسم العائلة', en: 'Family name' } },
  ],
} as const;

export const Plain: FormStory = { args: { definition: oneStep([name]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([{ ...name, hint: { ar: 'من اليمين إلى اليسار', en: 'In the order of the card' } }]),
  },
};

export const Filled: FormStory = {
  args: { definition: oneStep([name]), prefill: { firstName: 'سالم', familyName: 'المثالي' } },
};

export const ProblemInside: FormStory = {
  args: { definition: oneStep([name]), prefill: { firstName: 'سالم' } },
  play: by((person) => person.isStopped()),
};

export const SectionsInSections: FormStory = {
  args: {
    definition: oneStep([
      {
        id: 'household',
        type: 'section',
        label: { ar: 'أسرتك ومسكنك', en: 'Your family and your home' },
        fields: [
          name,
          {
            id: 'home',
            type: 'section',
            label: { ar: 'المسكن', en: 'Home' },
            fields: [{ id: 'city', type: 'text', label: { ar: 'المدينة', en: 'City' } }],
          },
        ],
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
          ar: 'اسم صاحب الطلب كاملًا كما هو مكتوب في الهوية الوطنية أو في الإقامة السارية',
          en: 'The applicant’s full name as it is written on the national ID or on the valid iqama',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([name]),
  prefill: { firstName: 'سالم', familyName: 'المثالي' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([name]),
  prefill: { firstName: 'سالم', familyName: 'المثالي' },
});
