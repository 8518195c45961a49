import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/URL' };

const site = {
  id: 'site',
  type: 'url',
  required: true,
  label: { ar: 'رابط موقع الجهة', en: 'Address of the organisation’s site' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([site]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...site, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([site]), prefill: { site: 'https://www.example.org/about?year=1448' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([site]) },
  play: by((person) => person.isStopped()),
};

export const AnotherScheme: FormStory = {
  args: { definition: oneStep([site]) },
  play: by(async (person) => {
    await person.fill('site', 'javascript:alert(1)');
    await person.isStopped();
  }),
};

export const WithAName: FormStory = {
  args: { definition: oneStep([site]) },
  play: by(async (person) => {
    await person.fill('site', 'https://bank.example@example.com');
    await person.isStopped();
  }),
};

export const NoSite: FormStory = {
  args: { definition: oneStep([site]) },
  play: by(async (person) => {
    await person.fill('site', 'example');
    await person.isStopped();
  }),
};

export const AnotherScript: FormStory = {
  args: { definition: oneStep([site]) },
  play: by(async (person) => {
    await person.fill('site', 'موقع.السعودية');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...site,
        label: {
          ar: 'رابط الصفحة التي أُعلن فيها عن الوظيفة التي تقدمت إليها',
          en: 'Address of the page on which the job was announced that you have applied for',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([site]),
  prefill: { site: 'https://www.example.org/about?year=1448' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([site]),
  prefill: { site: 'https://www.example.org/about?year=1448' },
});
