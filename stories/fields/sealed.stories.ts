import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Sealed' };

const story = {
  id: 'private',
  type: 'sealed',
  label: { ar: 'ما لا يقرؤه إلا الأخصائي', en: 'What only the officer reads' },
  reader: { ar: 'الأخصائي الاجتماعي في الجمعية', en: 'the social-research officer of the association' },
  // The private key of this one was thrown away.
  key: {
    id: '2026-11',
    publicKey: 'BBqesWoAav7pU_vp4TCxkVUlD-ciAlv31VK8LViiB0d9THpumUN_pAVDwlpS6QDLvSlWmlDsQ68khW6X9jyBbFQ',
  },
  fields: [
    {
      id: 'story',
      type: 'long-text',
      required: true,
      sensitive: true,
      label: { ar: 'ما الذي تمر به الآن؟', en: 'What are you going through now?' },
    },
    { id: 'years', type: 'number', label: { ar: 'منذ كم سنة؟', en: 'For how many years?' } },
  ],
} as const;

const prefill = { story: 'أتعافى منذ سنتين، وأخاف أن أفقد عملي.', years: 2 };

export const Empty: FormStory = { args: { definition: oneStep([story]) } };

export const Filled: FormStory = { args: { definition: oneStep([story]), prefill } };

export const ForWhoeverHoldsTheKey: FormStory = {
  args: { definition: oneStep([{ ...story, reader: undefined }]) },
};

export const ProblemInside: FormStory = {
  args: { definition: oneStep([story]) },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...story,
        label: {
          ar: 'ما مررت به من قبل وما تمر به الآن، ومن تود أن يعرفه ومن لا تود أن يعرفه',
          en: 'What you have been through and what you are going through now, and who may know of it',
        },
        hint: {
          ar: 'اكتب ما تشاء، وقف متى شئت. لا يلزمك أن تذكر أسماء.',
          en: 'Write as much as you like, and stop when you like. You need not name anybody.',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([story]), prefill });

export const Disabled: FormStory = disabled({ definition: oneStep([story]), prefill });
