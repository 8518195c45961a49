import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/core/canonical-json.js';

const both = (ar: string, en: string) => ({ ar, en });

/** A form with every kind of answer the receiver treats in a way of its own. */
export const trialForm = {
  id: 'trial',
  version: '1.2.0',
  languages: ['ar', 'en'],
  title: both('نموذج تجريبي', 'Trial form'),
  answer: { notBefore: 'P14D' },
  conditions: { married: { field: 'marital', is: 'married' } },
  steps: [
    {
      id: 'about',
      title: both('عنك', 'About you'),
      fields: [
        { id: 'fullName', type: 'text', required: true, label: both('الاسم', 'Name') },
        { id: 'mobile', type: 'phone', label: both('الجوال', 'Mobile') },
        { id: 'birthDate', type: 'date', max: 'today', label: both('تاريخ الميلاد', 'Date of birth') },
        { id: 'age', type: 'computed', value: { age: 'birthDate' }, label: both('العمر', 'Age') },
        {
          id: 'marital',
          type: 'choice',
          label: both('الحالة', 'Status'),
          options: [
            { value: 'single', ar: 'أعزب', en: 'Single' },
            { value: 'married', ar: 'متزوج', en: 'Married' },
          ],
        },
        {
          id: 'wishes',
          type: 'choices',
          label: both('الاحتياجات', 'Wishes'),
          options: [
            { value: 'rent', ar: 'إيجار', en: 'Rent' },
            { value: 'food', ar: 'غذاء', en: 'Food' },
          ],
        },
        {
          id: 'home',
          type: 'section',
          label: both('السكن', 'Home'),
          fields: [
            { id: 'rent', type: 'number', label: both('الإيجار', 'Rent') },
            { id: 'story', type: 'long-text', label: both('القصة', 'Story') },
          ],
        },
        { id: 'spouse', type: 'text', when: 'married', label: both('الزوج', 'Spouse') },
      ],
    },
    {
      id: 'others',
      title: both('آخرون', 'Others'),
      fields: [
        {
          id: 'dependants',
          type: 'list',
          maxItems: 5,
          label: both('المعالون', 'Dependants'),
          itemLabel: both('المعال {n}', 'Dependant {n}'),
          fields: [
            { id: 'name', type: 'text', required: true, label: both('الاسم', 'Name') },
            // Names that answers of files have too.
            { id: 'id', type: 'text', label: both('الرقم', 'Number') },
            { id: 'size', type: 'number', label: both('المقاس', 'Size') },
            { id: 'papers', type: 'file', label: both('أوراقه', 'Papers') },
            { id: 'agrees', type: 'statement', label: both('يوافق المعال', 'The dependant agrees') },
          ],
        },
        {
          id: 'jobs',
          type: 'list',
          label: both('الأعمال', 'Jobs'),
          itemLabel: both('العمل {n}', 'Job {n}'),
          fields: [{ id: 'title', type: 'text', label: both('المسمى', 'Title') }],
        },
        { id: 'documents', type: 'file', maxItems: 3, label: both('المستندات', 'Documents') },
        {
          id: 'consent',
          type: 'statement',
          required: true,
          label: both('موافقة', 'Consent'),
          text: both('أوافق على دراسة طلبي.', 'I agree that my request is studied.'),
        },
      ],
    },
  ],
};

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** How a submission names a definition. */
export function referenceTo(definition: { id: string; version: string }) {
  const { id, version } = definition;
  return { id, version, sha256: sha256(canonicalJson(definition)) };
}

/** A body that is right, with other answers where they are given. */
export function submissionWith(
  answers: Record<string, unknown> = {},
  form: unknown = referenceTo(trialForm),
) {
  return {
    form,
    language: 'ar',
    answers: { fullName: 'سالم المثالي', consent: true, ...answers },
    consents: [{ path: 'consent', language: 'ar', at: '2026-11-22T09:00:00.000Z' }],
  };
}
