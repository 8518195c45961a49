import type { FormStory } from '../support/form-story.js';
import { formMeta, inReview } from '../support/form-story.js';
import { oneStep } from '../support/written-definition.js';

export default { ...formMeta, title: 'Fields/Computed' };

const riyals = { ar: 'ريال', en: 'riyals' } as const;

const birth = { id: 'birthDate', type: 'date', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' } } as const;
const age = {
  id: 'age',
  type: 'computed',
  value: { age: 'birthDate' },
  label: { ar: 'العمر', en: 'Age' },
  unit: { ar: 'سنة', en: 'years' },
} as const;

const salary = { id: 'salary', type: 'number', unit: riyals, label: { ar: 'الراتب', en: 'Salary' } } as const;
const other = {
  id: 'other',
  type: 'number',
  unit: riyals,
  label: { ar: 'دخل آخر', en: 'Other income' },
} as const;
const total = {
  id: 'total',
  type: 'computed',
  value: { sum: ['salary', 'other'] },
  unit: riyals,
  label: { ar: 'مجموع الدخل', en: 'Total income' },
} as const;

/** Nothing is shown until there is something to work out. */
export const NotYetKnown: FormStory = { args: { definition: oneStep([birth, age]) } };

export const Age: FormStory = {
  args: {
    definition: oneStep([birth, age]),
    prefill: { birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' } },
  },
};

export const Total: FormStory = {
  args: { definition: oneStep([salary, other, total]), prefill: { salary: 3200, other: 250.5 } },
};

export const Text: FormStory = {
  args: {
    definition: oneStep([
      { id: 'firstName', type: 'text', label: { ar: 'الاسم الأول', en: 'First name' } },
      { id: 'familyName', type: 'text', label: { ar: 'اسم العائلة', en: 'Family name' } },
      {
        id: 'fullName',
        type: 'computed',
        value: { concat: ['firstName', 'familyName'] },
        label: { ar: 'اسمك في الطلب', en: 'Your name in the request' },
      },
    ]),
    prefill: { firstName: 'سالم', familyName: 'المثالي' },
  },
};

export const LongContent: FormStory = {
  args: {
    definition: oneStep([
      salary,
      {
        ...total,
        value: { multiply: ['salary', 1_000_000] },
        label: {
          ar: 'ما يبقى لك بعد الإيجار والأقساط والفواتير وكل التزام آخر ذكرته في هذا الطلب',
          en: 'What is left after rent, instalments, bills and every other obligation you named in this request',
        },
      },
    ]),
    prefill: { salary: 987_654.32 },
  },
};

export const ReadOnly: FormStory = inReview({
  definition: oneStep([salary, other, total]),
  prefill: { salary: 3200, other: 250.5 },
});
