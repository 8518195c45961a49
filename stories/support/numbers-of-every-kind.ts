import { definitionOf } from './written-definition.js';

const lines = {
  ar: [
    'رقم طلبك \u20664829-1730-5612-49\u2069، واتصل على \u2066+966 50 123 4567\u2069 أو \u2066013 000 0000\u2069 قبل \u20662026-12-01\u2069.',
    'من 3 إلى 12 جلسة، والحد 12,500.75 ريالًا، أي 15% من 83,338، والدوام حتى 08:30.',
  ],
  en: [
    'Your request 4829-1730-5612-49: call +966 50 123 4567 or 013 000 0000 before 2026-12-01.',
    'From 3 to 12 sessions, up to 12,500.75 riyals, 15% of 83,338, open until 08:30.',
  ],
} as const;

/** A form that shows numbers of every kind the kit has: in its sentences, in its fields and in what it says of them. */
export const numbersOfEveryKind = definitionOf(
  [
    {
      id: 'numbers',
      title: { ar: 'أرقام من كل نوع', en: 'Numbers of every kind' },
      intro: { ar: lines.ar.join('\n\n'), en: lines.en.join('\n\n') },
      fields: [
        // One text for both languages: an English sentence in an Arabic form.
        { id: 'english', type: 'note', label: lines.en[0] },
        { id: 'mobile', type: 'phone', label: { ar: 'رقم الجوال', en: 'Mobile number' } },
        { id: 'abroad', type: 'phone', kind: 'any', label: { ar: 'هاتف آخر', en: 'Another telephone' } },
        { id: 'identity', type: 'national-id', label: { ar: 'رقم الهوية', en: 'ID number' } },
        {
          id: 'income',
          type: 'number',
          unit: { ar: 'ريال', en: 'riyals' },
          label: { ar: 'الدخل الشهري', en: 'Monthly income' },
        },
        { id: 'birthDate', type: 'date', max: 'today', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' } },
        { id: 'age', type: 'computed', value: { age: 'birthDate' }, label: { ar: 'العمر', en: 'Age' } },
        { id: 'home', type: 'text', label: { ar: 'العنوان', en: 'Address' } },
        { id: 'story', type: 'long-text', maxLength: 400, label: { ar: 'قصتك', en: 'Your story' } },
        {
          id: 'papers',
          type: 'file',
          maxItems: 12,
          label: { ar: 'مستندات', en: 'Documents' },
        },
        {
          id: 'agreed',
          type: 'statement',
          label: { ar: 'أوافق على المادة 12 من الشروط', en: 'I agree to clause 12 of the terms' },
        },
      ],
    },
    {
      id: 'more',
      title: { ar: 'خطوة أخرى', en: 'Another step' },
      fields: [{ id: 'more', type: 'yes-no', label: { ar: 'هل من مزيد؟', en: 'Is there more?' } }],
    },
  ],
  {
    answer: { notBefore: 'P14D' },
    receipt: {
      text: { ar: '1. ندرس طلبك خلال 14 يومًا\n2. نتصل بك', en: '1. We study it in 14 days\n2. We call you' },
    },
  },
);

/** What one person might answer. */
export const numbersGiven = {
  mobile: '+966501234567',
  abroad: '+966112345678',
  identity: '1000000008',
  income: 12_500.75,
  birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
  home: 'شارع 27، مبنى 4821',
  story: 'بدأت في 2019 وأكملت 14 شهرًا.',
} as const;
