import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Date' };

const birth = {
  id: 'birthDate',
  type: 'date',
  required: true,
  max: 'today',
  label: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
} as const;

export const Empty: FormStory = { args: { definition: oneStep([birth]) } };

export const WithHint: FormStory = {
  args: {
    definition: oneStep([{ ...birth, hint: { ar: 'كما هو في الهوية', en: 'As it is on the ID card' } }]),
  },
};

export const Optional: FormStory = { args: { definition: oneStep([{ ...birth, required: false }]) } };

/** The same day stands below in the other calendar. */
export const FilledInHijri: FormStory = {
  args: {
    definition: oneStep([birth]),
    prefill: { birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' } },
  },
};

export const FilledInGregorian: FormStory = {
  args: { definition: oneStep([birth]), prefill: { birthDate: { date: '1980-09-10', calendar: 'gregory' } } },
};

/** Typed in one calendar, then shown in the other: the day stays the same. */
export const Switched: FormStory = {
  args: FilledInHijri.args ?? {},
  play: by((person) => person.take('birthDate.calendar', 'gregory')),
};

export const OneCalendar: FormStory = {
  args: { definition: oneStep([{ ...birth, calendars: ['gregory'], autocomplete: 'bday' }]) },
};

/** What is typed stays as it was typed; all around it is in Arabic-Indic digits. */
export const InArabNumerals: FormStory = { args: FilledInHijri.args ?? {}, globals: { numerals: 'arab' } };

/** Nothing is typed yet: the calendar that the page wants is offered first. */
export const GregorianFirst: FormStory = {
  args: { definition: oneStep([birth]) },
  globals: { calendar: 'gregory' },
};

export const Missing: FormStory = {
  args: { definition: oneStep([birth]) },
  play: by((person) => person.isStopped()),
};

export const MonthMissing: FormStory = {
  args: { definition: oneStep([birth]) },
  play: by(async (person) => {
    await person.fill('birthDate.day', '30');
    await person.fill('birthDate.year', '1400');
    await person.isStopped();
  }),
};

export const NoSuchDay: FormStory = {
  args: { definition: oneStep([birth]) },
  play: by(async (person) => {
    await person.take('birthDate.calendar', 'gregory');
    await person.fill('birthDate.day', '31');
    await person.fill('birthDate.month', '2');
    await person.fill('birthDate.year', '1999');
    await person.isStopped();
  }),
};

export const TooLate: FormStory = {
  args: {
    definition: oneStep([birth]),
    prefill: { birthDate: { date: '2030-01-01', calendar: 'gregory' } },
  },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...birth,
        label: {
          ar: 'متى بدأت آخر برنامج علاجي التحقت به، ولو لم تكمله إلى نهايته؟',
          en: 'When did you begin the last treatment programme you joined, even if you did not finish it?',
        },
        hint: {
          ar: 'التاريخ التقريبي يكفي. إن لم تتذكر اليوم فاكتب أول يوم من الشهر.',
          en: 'An approximate date is enough. If you do not remember the day, write the first of the month.',
        },
      },
    ]),
    prefill: { birthDate: { date: '2024-11-22', calendar: 'islamic-umalqura' } },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([birth]),
  prefill: { birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' } },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([birth]),
  prefill: { birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' } },
});
