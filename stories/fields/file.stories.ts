import { exampleFile } from '../support/example-files.js';
import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/File' };

const identity = {
  id: 'identityCopy',
  type: 'file',
  required: true,
  maxItems: 2,
  label: { ar: 'صورة الهوية', en: 'Copy of your ID' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([identity]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([
      { ...identity, hint: { ar: 'تكفي صورة واضحة بالهاتف', en: 'A clear phone photo is enough' } },
    ]),
  },
};

export const OnlyOnePdf: FormStory = {
  args: {
    definition: oneStep([
      {
        ...identity,
        required: false,
        accept: ['pdf'],
        maxItems: 1,
        maxSize: 2_000_000,
        label: { ar: 'عقد الإيجار', en: 'Lease' },
      },
    ]),
  },
};

export const Chosen: FormStory = {
  args: { definition: oneStep([identity]) },
  play: by((person) => person.attach('identityCopy', exampleFile('هوية.jpg', 'image/jpeg'))),
};

export const Full: FormStory = {
  args: { definition: oneStep([identity]) },
  play: by((person) =>
    person.attach(
      'identityCopy',
      exampleFile('هوية.jpg', 'image/jpeg'),
      exampleFile('lease.pdf', 'application/pdf', 1_200_000),
    ),
  ),
};

export const Missing: FormStory = {
  args: { definition: oneStep([identity]) },
  play: by((person) => person.isStopped()),
};

/** Said at once: waiting for the button would only waste time. */
export const TooLarge: FormStory = {
  args: { definition: oneStep([{ ...identity, maxSize: 1_000_000 }]) },
  play: by((person) => person.attach('identityCopy', exampleFile('large.jpg', 'image/jpeg', 1_500_000))),
};

/** Its bytes say what it is, whatever it is called. */
export const OfTheWrongKind: FormStory = {
  args: { definition: oneStep([identity]) },
  play: by((person) =>
    person.attach('identityCopy', new File(['not a photo'], 'photo.jpg', { type: 'image/jpeg' })),
  ),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...identity,
        label: {
          ar: 'صورة من الهوية الوطنية أو الإقامة السارية لصاحب الطلب ولكل من يعوله',
          en: 'A copy of the valid national ID or iqama of the applicant and of everyone he provides for',
        },
      },
    ]),
  },
  play: by((person) =>
    person.attach('identityCopy', exampleFile(`${'صورة_الهوية_'.repeat(9)}.jpg`, 'image/jpeg', 9_999_999)),
  ),
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([identity]) }, (person) =>
  person.attach('identityCopy', exampleFile('هوية.jpg', 'image/jpeg')),
);

export const Disabled: FormStory = disabled({ definition: oneStep([identity]) }, (person) =>
  person.attach('identityCopy', exampleFile('هوية.jpg', 'image/jpeg')),
);
