import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Statement' };

const declaration = {
  id: 'declaration',
  type: 'statement',
  required: true,
  label: { ar: 'أقرّ بصحة ما كتبته', en: 'I declare that what I entered is right' },
} as const;

const consent = {
  id: 'consentMessages',
  type: 'statement',
  label: { ar: 'أوافق على وصول رسائل عن طلبي', en: 'I agree to messages about my request' },
  text: {
    ar: 'ترسل إليك الجمعية ما يستجد في طلبك على رقم جوالك. يمكنك سحب الموافقة متى شئت.',
    en: 'The association sends news of your request to your mobile. You can withdraw this at any time.',
  },
} as const;

export const NotTicked: FormStory = { args: { definition: oneStep([declaration]) } };

export const Ticked: FormStory = {
  args: { definition: oneStep([declaration]) },
  play: by((person) => person.take('declaration')),
};

export const OptionalWithText: FormStory = { args: { definition: oneStep([consent]) } };

export const Missing: FormStory = {
  args: { definition: oneStep([declaration, { ...consent, required: true }]) },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...consent,
        required: true,
        hint: { ar: 'اقرأ النص كاملًا قبل أن تضع العلامة', en: 'Read all of it before you tick the box' },
        label: {
          ar: 'أوافق على أن تطلع الجهة الشريكة التي ذكرتها على بياناتي ومستنداتي لدراسة طلبي وتقديم الخدمة',
          en: 'I agree that the partner organisation I named sees my data and documents to study my request and serve me',
        },
        text: { ar: `${consent.text.ar} `.repeat(4).trim(), en: `${consent.text.en} `.repeat(4).trim() },
      },
    ]),
  },
};

export const Disabled: FormStory = disabled({ definition: oneStep([declaration]) }, (person) =>
  person.take('declaration'),
);
