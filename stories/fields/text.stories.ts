import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Text' };

const name = {
  id: 'fullName',
  type: 'text',
  required: true,
  label: { ar: 'الاسم كاملًا', en: 'Full name' },
} as const;

const code = {
  id: 'shortAddress',
  type: 'text',
  characters: 'code',
  direction: 'ltr',
  pattern: '^[A-Z]{4}\\d{4}$',
  label: { ar: 'العنوان الوطني المختصر', en: 'Short national address' },
  hint: { ar: 'أربعة حروف لاتينية وأربعة أرقام', en: 'Four letters and four digits' },
  errors: {
    pattern: {
      ar: 'العنوان المختصر أربعة حروف وأربعة أرقام، مثل RRRD2929',
      en: 'The short address has four letters and four digits, like RRRD2929',
    },
  },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([name]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([{ ...name, hint: { ar: 'كما هو في الهوية', en: 'As it is on the ID card' } }]),
  },
};

export const Optional: FormStory = {
  args: {
    definition: oneStep([{ ...name, required: false, label: { ar: 'اسم الشهرة', en: 'Known as' } }]),
  },
};

export const Filled: FormStory = {
  args: { definition: oneStep([name]), prefill: { fullName: 'سالم بن عبدالله المثالي' } },
};

/** Offered for autofill; a sensitive answer never is. */
export const WithAutofill: FormStory = {
  args: {
    definition: oneStep([
      { ...name, autocomplete: 'name' },
      { ...name, id: 'formerName', sensitive: true, label: { ar: 'الاسم السابق', en: 'Former name' } },
    ]),
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([name]) },
  play: by((person) => person.isStopped()),
};

export const TooLong: FormStory = {
  args: {
    definition: oneStep([{ ...name, maxLength: 20 }]),
    prefill: { fullName: 'Salem bin Abdullah Al-Mithali' },
  },
  play: by((person) => person.isStopped()),
};

/** A code of Latin letters runs left to right and starts where the page starts. */
export const Code: FormStory = {
  args: { definition: oneStep([code]), prefill: { shortAddress: 'RRRD2929' } },
};

export const CodeOfTheWrongForm: FormStory = {
  args: { definition: oneStep([code]), prefill: { shortAddress: 'RR29' } },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...name,
        label: {
          ar: 'اكتب اسم الشخص الذي تود أن نتواصل معه إن تعذر الوصول إليك على رقمك المسجل لدينا أكثر من مرة',
          en: 'Write the name of the person you would like us to contact if we cannot reach you on your number more than once',
        },
        hint: {
          ar: 'لا يلزم أن يكون قريبًا. نخبره فقط أننا نبحث عنك، ولا نذكر له الجمعية ولا طلبك. مثال: عبدالرحمن_بن_عبدالمحسن_بن_عبدالعزيز_بن_عبداللطيف',
          en: 'It need not be a relative. We only say that we are looking for you, and name neither us nor your request. Example: Pneumonoultramicroscopicsilicovolcanoconiosis',
        },
      },
    ]),
    prefill: { fullName: 'عبدالرحمن بن عبدالمحسن بن عبدالعزيز بن عبداللطيف بن عبدالوهاب المثالي الطويل جدًا' },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([name]),
  prefill: { fullName: 'سالم بن عبدالله المثالي' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([name]),
  prefill: { fullName: 'سالم بن عبدالله المثالي' },
});
