import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Map link' };

const place = {
  id: 'place',
  type: 'map-link',
  required: true,
  label: { ar: 'موقع المنزل على الخريطة', en: 'Place of the home on the map' },
  hint: {
    ar: 'افتح الموقع في تطبيق الخرائط، ثم انسخ رابط المشاركة وألصقه هنا',
    en: 'Open the place in your maps app, copy its share link and paste it here',
  },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([place]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...place, required: false }]) } };

export const Filled: FormStory = {
  args: { definition: oneStep([place]), prefill: { place: 'https://maps.app.goo.gl/AbC123xyz' } },
};

export const Coordinates: FormStory = {
  args: { definition: oneStep([place]), prefill: { place: '24.7136,46.6753' } },
};

export const Missing: FormStory = {
  args: { definition: oneStep([place]) },
  play: by((person) => person.isStopped()),
};

export const NotAMap: FormStory = {
  args: { definition: oneStep([place]) },
  play: by(async (person) => {
    await person.fill('place', 'حي النخيل، خلف المسجد');
    await person.isStopped();
  }),
};

export const OnlyTheMap: FormStory = {
  args: { definition: oneStep([place]) },
  play: by(async (person) => {
    await person.fill('place', 'https://maps.google.com');
    await person.isStopped();
  }),
};

export const NoSuchPlace: FormStory = {
  args: { definition: oneStep([place]) },
  play: by(async (person) => {
    await person.fill('place', '124.7, 46.6');
    await person.isStopped();
  }),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...place,
        label: {
          ar: 'موقع المنزل الذي تسكن فيه الأسرة الآن، لا موقع منزل الأهل أو العمل',
          en: 'Place of the home in which the family lives now, not that of relatives or of work',
        },
      },
    ]),
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([place]),
  prefill: { place: 'https://maps.app.goo.gl/AbC123xyz' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([place]),
  prefill: { place: 'https://maps.app.goo.gl/AbC123xyz' },
});
