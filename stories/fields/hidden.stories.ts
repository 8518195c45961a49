import type { FormStory } from '../support/form-story.js';
import { by, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Hidden' };

const campaign = {
  id: 'campaign',
  type: 'hidden',
  required: true,
  label: { ar: 'الحملة التي جاء منها الطلب', en: 'Campaign that the request comes from' },
} as const;

/** What a person sees of such a form: there is nothing to be seen of the field. */
const need = { id: 'need', type: 'text', label: { ar: 'ما تحتاجه', en: 'What you need' } } as const;

const definition = oneStep([campaign, need]);

export const Given: FormStory = { args: { definition, prefill: { campaign: 'winter-1448' } } };

export const NotGiven: FormStory = {
  args: { definition },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...campaign,
        label: {
          ar: 'الحملة أو الصفحة أو الرسالة التي فتح منها صاحب الطلب هذا النموذج أول مرة',
          en: 'Campaign, page or message from which the applicant opened this form for the first time',
        },
      },
      need,
    ]),
  },
  play: by((person) => person.isStopped()),
};

export const ReadOnly: FormStory = inReview({
  definition,
  prefill: { campaign: 'winter-1448', need: 'أجهزة منزلية' },
});
