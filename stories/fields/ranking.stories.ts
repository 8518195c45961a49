import type { FormStory } from '../support/form-story.js';
import { by, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Ranking' };

const priorities = {
  id: 'priorities',
  type: 'ranking',
  required: true,
  label: { ar: 'ما الأهم لك؟', en: 'What matters most to you?' },
  name: { ar: 'ترتيب الأهمية', en: 'Order of importance' },
  options: [
    { value: 'speed', ar: 'سرعة الرد', en: 'A quick answer' },
    { value: 'privacy', ar: 'الخصوصية', en: 'Privacy' },
    { value: 'respect', ar: 'الاحترام', en: 'Respect' },
    { value: 'clarity', ar: 'وضوح الإجراءات', en: 'A clear procedure' },
  ],
} as const;

export const Empty: FormStory = { args: { definition: oneStep([priorities]) } };

export const Begun: FormStory = {
  args: {
    definition: oneStep([{ ...priorities, required: false }]),
    prefill: { priorities: ['respect', 'privacy'] },
  },
};

export const ByNumber: FormStory = {
  args: {
    definition: oneStep([priorities]),
    prefill: { priorities: ['privacy', 'respect', 'clarity', 'speed'] },
  },
  play: by((person) => person.press('summary')),
};

export const TheFirstTwo: FormStory = {
  args: { definition: oneStep([{ ...priorities, most: 2 }]), prefill: { priorities: ['clarity', 'speed'] } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([priorities]), prefill: { priorities: ['respect'] } },
  play: by((person) => person.isStopped()),
};

export const Disabled: FormStory = {
  args: { definition: oneStep([priorities]), prefill: { priorities: ['respect'] }, disabled: true },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...priorities,
        options: [
          {
            value: 'stay',
            ar: 'أن أبقى على علم بما جرى لطلبي من يوم تقديمه إلى يوم وصول الرد',
            en: 'To be kept informed of what becomes of my request from the day I make it to the day of the answer',
            hint: { ar: 'برسالة أو اتصال', en: 'By a message or a call' },
          },
          { value: 'unbroken', ar: 'كلمة_طويلة_بلا_فراغ_'.repeat(5), en: 'OneWordWithoutAnySpace'.repeat(4) },
        ],
      },
    ]),
    prefill: { priorities: ['unbroken'] },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([priorities]),
  prefill: { priorities: ['privacy', 'respect', 'clarity', 'speed'] },
});
