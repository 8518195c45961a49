const both = (ar: string, en: string) => ({ ar, en });

const options = [
  { value: 'rent', ...both('إيجار', 'Rent') },
  { value: 'work', ...both('عمل', 'Work') },
  { value: 'study', ...both('دراسة', 'Study') },
];

const points = [both('لا', 'No'), both('ربما', 'Perhaps'), both('نعم', 'Yes')];

/** A form with a control of every make: what styles of a page might reach would be seen here. */
export const manyTypesForm = {
  id: 'many-types',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: both('نموذج طويل', 'A long form'),
  start: {
    intro: both(
      '**نسأل** عما يلزم:\n\n- اسمك\n- حاجتك',
      'We ask **what we need**:\n\n- your name\n- your need',
    ),
    sections: [{ title: both('من يقرر', 'Who decides'), text: both('لجنة البحث.', 'The committee.') }],
  },
  steps: [
    {
      id: 'all',
      title: both('عنك', 'About you'),
      intro: both('ما لم يكتب بجانبه «اختياري» نحتاج إليه.', 'We need whatever is not optional.'),
      fields: [
        {
          id: 'name',
          type: 'text',
          required: true,
          label: both('الاسم', 'Name'),
          hint: both('كما في الهوية', 'As on your ID'),
        },
        { id: 'mobile', type: 'phone', required: true, label: both('الجوال', 'Mobile') },
        {
          id: 'born',
          type: 'date',
          required: true,
          max: 'today',
          label: both('تاريخ الميلاد', 'Date of birth'),
        },
        { id: 'age', type: 'computed', value: { age: 'born' }, label: both('العمر', 'Age') },
        { id: 'rent', type: 'number', label: both('الإيجار', 'Rent'), unit: both('ريال', 'SAR') },
        { id: 'need', type: 'choice', label: both('الحاجة', 'Need'), options },
        { id: 'needs', type: 'choices', label: both('حاجات أخرى', 'Other needs'), options },
        { id: 'alone', type: 'yes-no', label: both('هل تعيش وحدك؟', 'Do you live alone?') },
        { id: 'story', type: 'long-text', maxLength: 300, label: both('القصة', 'Story') },
        { id: 'paper', type: 'file', label: both('مستند', 'Document') },
        { id: 'order', type: 'ranking', label: both('الأهم أولًا', 'Most important first'), options },
        { id: 'ease', type: 'scale', label: both('كم كان سهلًا؟', 'How easy was it?') },
        { id: 'rating', type: 'rating', label: both('رضاك', 'Satisfaction'), decoration: 'stars', points },
        {
          id: 'help',
          type: 'note',
          label: both('مساعدة', 'Help'),
          text: both('اتصل بنا.', 'Call us.'),
          look: 'important',
        },
        {
          id: 'people',
          type: 'list',
          label: both('من تعولهم', 'People you support'),
          itemLabel: both('المعال {n}', 'Person {n}'),
          fields: [{ id: 'name', type: 'text', label: both('اسمه', 'Their name') }],
        },
        {
          id: 'promise',
          type: 'statement',
          label: both('أوافق', 'I agree'),
          text: both('على الحفظ.', 'That it is kept.'),
        },
        { id: 'signed', type: 'signature', label: both('التوقيع', 'Signature') },
      ],
    },
  ],
  receipt: { text: both('سنتصل بك.', 'We will call you.') },
  answer: { notBefore: 'P3D' },
  exit: { url: 'https://example.org/weather' },
};

/** Answers to what it insists on, and to some of the rest. */
export const manyTypesAnswers = {
  name: 'سالم المثالي',
  mobile: '+966501234567',
  born: { date: '1980-09-10', calendar: 'gregory' },
  need: 'work',
  needs: ['rent', 'study'],
  alone: true,
  story: 'أبحث عن عمل قريب.',
  promise: true,
};
