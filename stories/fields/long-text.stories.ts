import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Long text' };

const need = {
  id: 'need',
  type: 'long-text',
  required: true,
  maxLength: 120,
  label: { ar: 'ما الذي تحتاجه؟', en: 'What do you need?' },
  hint: { ar: 'تكفي جملة أو جملتان', en: 'A sentence or two is enough' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([need]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...need, required: false }]) } };

export const Filled: FormStory = {
  args: {
    definition: oneStep([need]),
    prefill: { need: 'عقد الإيجار ينتهي بعد شهرين.\nأحتاج إلى عمل قريب من السكن.' },
  },
};

export const NearTheLimit: FormStory = {
  args: { definition: oneStep([need]), prefill: { need: 'أحتاج إلى سكن قريب. '.repeat(6).trim() } },
};

export const OverTheLimit: FormStory = {
  args: { definition: oneStep([need]), prefill: { need: 'أحتاج إلى سكن قريب. '.repeat(7).trim() } },
  play: by((person) => person.isStopped()),
};

export const Missing: FormStory = {
  args: { definition: oneStep([need]) },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([{ ...need, maxLength: 2000 }]),
    prefill: {
      need: `${'كلمة_طويلة_بلا_فراغ'.repeat(12)}\n\n${'A line in English, beside the Arabic. '.repeat(8)}`,
    },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([need]),
  prefill: { need: 'عقد الإيجار ينتهي بعد شهرين.\nأحتاج إلى عمل قريب من السكن.' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([need]),
  prefill: { need: 'عقد الإيجار ينتهي بعد شهرين.\nأحتاج إلى عمل قريب من السكن.' },
});
