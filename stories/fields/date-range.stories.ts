import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Date range' };

const stay = {
  id: 'stay',
  type: 'date-range',
  required: true,
  label: { ar: 'مدة الإقامة', en: 'Your stay' },
} as const;

const november = { from: '2026-11-01', to: '2026-11-22', calendar: 'gregory' };

export const Empty: FormStory = { args: { definition: oneStep([stay]) } };

export const Optional: FormStory = { args: { definition: oneStep([{ ...stay, required: false }]) } };

export const Filled: FormStory = { args: { definition: oneStep([stay]), prefill: { stay: november } } };

/** Both days change their calendar at once, and stay the same days. */
export const Switched: FormStory = {
  args: Filled.args ?? {},
  play: by((person) => person.take('stay.calendar', 'islamic-umalqura')),
};

export const OneCalendar: FormStory = {
  args: {
    definition: oneStep([
      {
        ...stay,
        calendars: ['gregory'],
        fromLabel: { ar: 'يوم الدخول', en: 'Day of arrival' },
        toLabel: { ar: 'يوم الخروج', en: 'Day of departure' },
      },
    ]),
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([stay]) },
  play: by((person) => person.isStopped()),
};

export const EndMissing: FormStory = {
  args: { definition: oneStep([stay]), prefill: { stay: november } },
  play: by(async (person) => {
    await person.fill('stay.to.month', '');
    await person.isStopped();
  }),
};

export const EndsBefore: FormStory = {
  args: { definition: oneStep([stay]), prefill: { stay: november } },
  play: by(async (person) => {
    await person.fill('stay.to.month', '10');
    await person.isStopped();
  }),
};

export const TooLong: FormStory = {
  args: { definition: oneStep([{ ...stay, longest: 14 }]), prefill: { stay: november } },
  play: by((person) => person.isStopped()),
};

export const InArabNumerals: FormStory = { args: Filled.args ?? {}, globals: { numerals: 'arab' } };

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...stay,
        label: {
          ar: 'متى كانت آخر إقامة لك في مركز علاجي أو في منزل منتصف الطريق؟',
          en: 'When did you last stay in a treatment centre or in a halfway house?',
        },
        hint: { ar: 'التاريخ التقريبي يكفي.', en: 'An approximate date is enough.' },
      },
    ]),
    prefill: { stay: november },
  },
};

export const ReadOnly: FormStory = inReview({ definition: oneStep([stay]), prefill: { stay: november } });

export const Disabled: FormStory = disabled({ definition: oneStep([stay]), prefill: { stay: november } });
