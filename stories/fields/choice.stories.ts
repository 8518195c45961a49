import type { FormStory } from '../support/form-story.js';
import { by, disabled, formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Choice' };

const marital = {
  id: 'maritalStatus',
  type: 'choice',
  required: true,
  label: { ar: 'الحالة الاجتماعية', en: 'Marital status' },
  options: [
    { value: 'single', ar: 'أعزب أو عزباء', en: 'Single' },
    { value: 'married', ar: 'متزوج أو متزوجة', en: 'Married' },
    { value: 'divorced', ar: 'مطلق أو مطلقة', en: 'Divorced' },
    { value: 'widowed', ar: 'أرمل أو أرملة', en: 'Widowed' },
  ],
} as const;

/** More options than can be taken in at a glance become a native list. */
const region = {
  id: 'region',
  type: 'choice',
  required: true,
  label: { ar: 'المنطقة', en: 'Region' },
  options: [
    { value: 'SA-01', ar: 'الرياض', en: 'Riyadh' },
    { value: 'SA-02', ar: 'مكة المكرمة', en: 'Makkah' },
    { value: 'SA-03', ar: 'المدينة المنورة', en: 'Madinah' },
    { value: 'SA-04', ar: 'الشرقية', en: 'Eastern Province' },
    { value: 'SA-05', ar: 'القصيم', en: 'Qassim' },
    { value: 'SA-06', ar: 'حائل', en: 'Hail' },
    { value: 'SA-07', ar: 'تبوك', en: 'Tabuk' },
    { value: 'SA-08', ar: 'الحدود الشمالية', en: 'Northern Borders' },
    { value: 'SA-09', ar: 'جازان', en: 'Jazan' },
  ],
} as const;

export const Empty: FormStory = { args: { definition: oneStep([marital]) } };

export const Chosen: FormStory = {
  args: { definition: oneStep([marital]), prefill: { maritalStatus: 'married' } },
};

/** An answer that may be left out can be taken back, which native radio buttons cannot do. */
export const OptionalAndChosen: FormStory = {
  args: { definition: oneStep([{ ...marital, required: false }]), prefill: { maritalStatus: 'single' } },
};

export const WithHints: FormStory = {
  args: {
    definition: oneStep([
      {
        id: 'stage',
        type: 'choice',
        required: true,
        sensitive: true,
        label: { ar: 'أين أنت في طريق التعافي؟', en: 'Where are you in your recovery?' },
        hint: { ar: 'اختر الأقرب إليك', en: 'Choose what is nearest' },
        options: [
          {
            value: 'starting',
            ar: 'أبدأ الآن',
            en: 'I am starting',
            hint: { ar: 'في الأشهر الثلاثة الأولى', en: 'In the first three months' },
          },
          {
            value: 'aftercare',
            ar: 'في الرعاية اللاحقة',
            en: 'In aftercare',
            hint: { ar: 'بعد إكمال برنامج علاجي', en: 'After finishing a treatment programme' },
          },
        ],
      },
    ]),
    prefill: { stage: 'aftercare' },
  },
};

export const Missing: FormStory = {
  args: { definition: oneStep([marital]) },
  play: by((person) => person.isStopped()),
};

export const ManyOptions: FormStory = { args: { definition: oneStep([region]) } };

export const ManyOptionsChosen: FormStory = {
  args: { definition: oneStep([{ ...region, required: false }]), prefill: { region: 'SA-04' } },
};

export const ManyOptionsMissing: FormStory = {
  args: { definition: oneStep([region]) },
  play: by((person) => person.isStopped()),
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      {
        ...marital,
        label: {
          ar: 'من يعبّئ هذا الطلب الآن، وما صلته بصاحب الطلب الذي ستُقدَّم إليه الخدمة إن قُبل؟',
          en: 'Who is filling in this request now, and how is that person related to the one who will be served if it is accepted?',
        },
        options: [
          {
            value: 'partner',
            ar: 'موظف في جهة شريكة وقّعت مع الجمعية اتفاقية لخدمة المتعافين وأسرهم في المنطقة الشرقية',
            en: 'An employee of a partner organisation that has an agreement with the association to serve people in recovery and their families',
          },
          { value: 'unbroken', ar: 'كلمة_طويلة_بلا_فراغ_'.repeat(5), en: 'OneWordWithoutAnySpace'.repeat(4) },
        ],
      },
    ]),
    prefill: { maritalStatus: 'partner' },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([marital]),
  prefill: { maritalStatus: 'married' },
});

export const Disabled: FormStory = disabled({
  definition: oneStep([marital]),
  prefill: { maritalStatus: 'married' },
});
