import type { Person } from './person.js';
import type { WrittenStep } from './written-definition.js';
import { definitionOf } from './written-definition.js';

/** What the steps of the example ask for, as one person would answer. The declaration he has to tick himself. */
export const exampleAnswers = {
  fullName: 'سالم بن عبدالله المثالي',
  birthDate: { date: '1980-09-10', calendar: 'islamic-umalqura' },
  mobile: '+966501234567',
  supportsOthers: true,
  dependants: [
    { name: 'ريم سالم المثالي', relation: 'child' },
    { name: 'نورة المثالي', relation: 'parent' },
  ],
  need: 'عقد الإيجار ينتهي بعد شهرين.\nأحتاج إلى عمل قريب من السكن.',
} as const;

const about: WrittenStep = {
  id: 'about',
  title: { ar: 'بياناتك', en: 'About you' },
  intro: { ar: 'نسأل عمّا يلزم لدراسة طلبك فقط.', en: 'We ask only for what we need to study your request.' },
  fields: [
    { id: 'fullName', type: 'text', required: true, label: { ar: 'الاسم كاملًا', en: 'Full name' } },
    {
      id: 'birthDate',
      type: 'date',
      required: true,
      max: 'today',
      label: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
    },
    { id: 'age', type: 'computed', value: { age: 'birthDate' }, label: { ar: 'العمر', en: 'Age' } },
    { id: 'mobile', type: 'phone', required: true, label: { ar: 'رقم الجوال', en: 'Mobile number' } },
    {
      id: 'supportsOthers',
      type: 'yes-no',
      required: true,
      label: { ar: 'هل تعول أحدًا؟', en: 'Do you support anyone?' },
    },
  ],
};

const family: WrittenStep = {
  id: 'family',
  title: { ar: 'من تعولهم', en: 'People you support' },
  when: { field: 'supportsOthers', is: true },
  fields: [
    {
      id: 'dependants',
      type: 'list',
      required: true,
      label: { ar: 'من تعولهم', en: 'People you support' },
      itemLabel: { ar: 'المعال {n}', en: 'Dependant {n}' },
      fields: [
        { id: 'name', type: 'text', required: true, label: { ar: 'الاسم', en: 'Name' } },
        {
          id: 'relation',
          type: 'choice',
          required: true,
          label: { ar: 'صلة القرابة', en: 'Relationship' },
          options: [
            { value: 'child', ar: 'ابن أو ابنة', en: 'Child' },
            { value: 'parent', ar: 'أب أو أم', en: 'Parent' },
          ],
        },
      ],
    },
  ],
};

const request: WrittenStep = {
  id: 'request',
  title: { ar: 'طلبك', en: 'Your request' },
  fields: [
    { id: 'need', type: 'long-text', label: { ar: 'ما الذي تحتاجه؟', en: 'What do you need?' } },
    {
      id: 'documents',
      type: 'file',
      maxItems: 3,
      label: { ar: 'مستندات تدعم طلبك', en: 'Documents that support your request' },
    },
    {
      id: 'declaration',
      type: 'statement',
      required: true,
      label: { ar: 'أقرّ بصحة ما كتبته', en: 'I declare that what I entered is right' },
    },
  ],
};

/** A whole application: a start, three steps of which one depends on an answer, a review and a receipt. */
export const exampleApplication = definitionOf([about, family, request], {
  id: 'example-application',
  title: { ar: 'طلب دعم', en: 'Application for support' },
  start: {
    intro: {
      ar: 'من هنا تطلب الدعم من جمعية المثال.',
      en: 'Use this form to ask the example association for support.',
    },
    sections: [
      {
        title: { ar: 'ما ستحتاجه', en: 'What you will need' },
        text: { ar: '- هويتك\n- نحو عشر دقائق', en: '- your ID\n- about ten minutes' },
      },
      {
        title: { ar: 'من يقرر', en: 'Who decides' },
        text: {
          ar: '**لجنة البحث** تدرس كل طلب على حدة.',
          en: 'The **research committee** studies each request on its own.',
        },
      },
    ],
  },
  answer: {
    notBefore: 'P14D',
    text: {
      ar: 'تحتاج اللجنة إلى هذا الوقت لدراسة الطلب.',
      en: 'The committee needs this time to study it.',
    },
  },
  receipt: {
    text: {
      ar: '1. ندرس طلبك\n2. نتصل بك إن نقص شيء\n3. نخبرك بالقرار',
      en: '1. We study your request\n2. We call you if something is missing\n3. We tell you the decision',
    },
  },
  referral: {
    action: { ar: 'لم تتضح لي الإجراءات', en: 'The procedure is not clear to me' },
    intro: {
      ar: 'يصل سؤالك إلى مسؤول البحث الاجتماعي. إجاباتك باقية كما هي.',
      en: 'Your question goes to the social-research officer. Your answers stay as they are.',
    },
  },
  exit: { url: 'https://weather.example' },
});

/** Ticks the declaration, attaches documents if there are any, and goes on to the review. */
export async function goOnToReview(person: Person, ...documents: readonly File[]): Promise<void> {
  person.form.goTo('request');
  await person.isOn('request');
  if (documents.length > 0) await person.attach('documents', ...documents);
  await person.take('declaration');
  await person.goOnTo('review');
}

/** Who stands behind the example. */
export const exampleAssociation = {
  id: 'example',
  name: { ar: 'جمعية المثال', en: 'The example association' },
  channels: [
    {
      id: 'phone',
      name: { ar: 'الهاتف', en: 'Telephone' },
      detail: { ar: 'في أوقات العمل', en: 'During working hours' },
      href: 'tel:+966130000000',
    },
    { id: 'interview', name: { ar: 'المقابلة', en: 'Meeting in person' } },
  ],
  documents: [
    {
      id: 'policy',
      title: { ar: 'سياسة العلاقة مع المستفيدين', en: 'Policy on beneficiaries' },
      version: '1.2',
    },
    { id: 'privacy', title: { ar: 'إشعار الخصوصية', en: 'Privacy notice' }, href: '/privacy' },
  ],
};
