import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Email' };

const email = {
  id: 'email',
  type: 'email',
  required: true,
  autocomplete: 'email',
  label: { ar: 'البريد الإلكتروني', en: 'E-mail address' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([email]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...email, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([email]), prefill: { email: 'name@example.com' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([email]) },
  play: by((person) => person.isStopped()),
};

export const WithoutAt: FormStory = {
  args: { definition: oneStep([email]) },
  play: by(async (person) => {
    await person.fill('email', 'name.example.com');
    await person.isStopped();
  }),
};

export const WithSpaces: FormStory = {
  args: { definition: oneStep([email]) },
  play: by(async (person) => {
    await person.fill('email', 'my name@example.com');
    await person.isStopped();
  }),
};

export const ArabicLetters: FormStory = {
  args: { definition: oneStep([email]) },
  play: by(async (person) => {
    await person.fill('email', 'سالم@example.com');
    await person.isStopped();
  }),
};

export const NoSuchDomain: FormStory = {
  args: { definition: oneStep([email]) },
  play: by(async (person) => {
    await person.fill('email', 'name@example');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...email,
        label: {
          ar: 'بريد إلكتروني تقرؤه أنت وحدك، لنرسل إليه ما لا نرسله في رسالة نصية',
          en: 'An e-mail address that only you read, for what we would not put into a text message',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([email]),
  prefill: { email: 'name@example.com' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([email]),
  prefill: { email: 'name@example.com' },
});
