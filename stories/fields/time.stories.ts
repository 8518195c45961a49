import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Time' };

const callAt = {
  id: 'callAt',
  type: 'time',
  required: true,
  min: '08:00',
  max: '21:00',
  label: { ar: 'متى نتصل بك؟', en: 'When may we call you?' },
  name: { ar: 'وقت الاتصال', en: 'Time of the call' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([callAt]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...callAt, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([callAt]), prefill: { callAt: '16:30' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([callAt]) },
  play: by((person) => person.isStopped()),
};

export const NotATime: FormStory = {
  args: { definition: oneStep([callAt]) },
  play: by(async (person) => {
    await person.fill('callAt', 'بعد العصر');
    await person.isStopped();
  }),
};

export const NoSuchTime: FormStory = {
  args: { definition: oneStep([callAt]) },
  play: by(async (person) => {
    await person.fill('callAt', '8:75');
    await person.isStopped();
  }),
};

export const TooEarly: FormStory = {
  args: { definition: oneStep([callAt]) },
  play: by(async (person) => {
    await person.fill('callAt', '٦:٣٠ ص');
    await person.isStopped();
  }),
};

export const TwoHalves: FormStory = {
  args: { definition: oneStep([callAt]) },
  play: by(async (person) => {
    await person.fill('callAt', '14:00 ص');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...callAt,
        label: {
          ar: 'في أي ساعة يكون هاتفك معك ولا يسمعك أحد ممن حولك إن اتصلنا بك؟',
          en: 'At what time do you have your phone with you, with nobody around who could hear the call?',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([callAt]),
  prefill: { callAt: '16:30' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([callAt]),
  prefill: { callAt: '16:30' },
});
