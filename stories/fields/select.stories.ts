import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { manyOptions } from '../support/many-options.js';
import type { Person } from '../support/person.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Select' };

const district = {
  id: 'district',
  type: 'select',
  required: true,
  label: { ar: 'الحي', en: 'District' },
  options: manyOptions(2_000),
} as const;

async function opened(person: Person): Promise<void> {
  person.control('district').focus();
  await person.press('[name="district"]');
}

export const Empty: FormStory = { args: { definition: oneStep([district]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...district, required: false }]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([
      { ...district, hint: { ar: 'اكتب جزءًا من اسم الحي', en: 'Type a part of its name' } },
    ]),
  },
};

export const Chosen: FormStory = {
  args: { definition: oneStep([district]), prefill: { district: 'district6' } },
};

/** Of two thousand options thirty are on the page. */
export const Open: FormStory = { args: { definition: oneStep([district]) }, play: by(opened) };

/** Found in Arabic or in English, whichever letters and digits are typed. */
export const Searched: FormStory = {
  args: { definition: oneStep([district]) },
  play: by(async (person) => {
    person.control('district').focus();
    await person.fill('district', 'اندلس ١٢');
  }),
};

export const NothingFound: FormStory = {
  args: { definition: oneStep([district]) },
  play: by(async (person) => {
    person.control('district').focus();
    await person.fill('district', 'حي الورود');
  }),
};

export const WithHints: FormStory = {
  args: {
    definition: oneStep([
      {
        ...district,
        label: { ar: 'الفرع الأقرب إليك', en: 'The branch nearest to you' },
        options: [
          {
            value: 'dammam',
            ar: 'الدمام',
            en: 'Dammam',
            hint: { ar: 'حي الربوة، قرب المستشفى المركزي', en: 'Ar Rabwah, near the central hospital' },
          },
          { value: 'ahsa', ar: 'الأحساء', en: 'Al Ahsa', hint: { ar: 'الهفوف', en: 'Hofuf' } },
          { value: 'jubail', ar: 'الجبيل', en: 'Jubail' },
        ],
      },
    ]),
  },
  play: by(opened),
};

export const Missing: FormStory = {
  args: { definition: oneStep([district]) },
  play: by((person) => person.isStopped()),
};

export const NotInTheList: FormStory = {
  args: { definition: oneStep([district]) },
  play: by(async (person) => {
    await person.fill('district', 'حي الورود');
    await person.isStopped();
  }),
};

/** The file cannot be had; what was chosen before stays. */
export const NotLoaded: FormStory = {
  args: {
    definition: oneStep([{ ...district, options: { src: 'https://another.example/lists/districts.json' } }]),
  },
  play: by((person) => person.seen('.list-failed')),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...district,
        label: {
          ar: 'في أي حي من أحياء المدينة تسكن الآن، ولو كنت تسكنه مؤقتًا أو عند أحد أقاربك؟',
          en: 'In which district of the city do you live now, even for a while or with relatives?',
        },
        options: manyOptions(12).map((option) => ({
          ...option,
          ar: `${option.ar}، وهو الحي الذي يلي طريق الملك فهد من جهة الشمال الشرقي`,
          en: `${option.en}, which is the one that follows King Fahd Road in the north-east`,
        })),
      },
    ]),
  },
  play: by(opened),
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([district]),
  prefill: { district: 'district6' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([district]),
  prefill: { district: 'district6' },
});
