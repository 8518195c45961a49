import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Yes or no' };

const employed = {
  id: 'employed',
  type: 'yes-no',
  required: true,
  label: { ar: 'هل تعمل الآن؟', en: 'Do you work now?' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([employed]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([{ ...employed, hint: { ar: 'ولو عملًا جزئيًا', en: 'Part-time work counts' } }]),
  },
};

export const Yes: FormStory = { args: { definition: oneStep([employed]), prefill: { employed: true } } };

export const OptionalAndNo: FormStory = {
  args: { definition: oneStep([{ ...employed, required: false }]), prefill: { employed: false } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([employed]) },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...employed,
        sensitive: true,
        label: {
          ar: 'هل يمكننا ذكر اسم الجمعية عندما نتصل بك أو نترك لك رسالة على هذا الرقم، أم تفضل أن لا نذكره؟',
          en: 'May we say the name of the association when we call you or leave a message on this number, or would you rather we did not?',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([employed]), prefill: { employed: true } });

export const Disabled: FormStory = disabled({ definition: oneStep([employed]), prefill: { employed: true } });
