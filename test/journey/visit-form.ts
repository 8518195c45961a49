/** A form as a web admin writes it: two steps, a paper, a promise, a way to ask and a way out. */
export const visitForm = {
  id: 'visit',
  version: '1.0.0',
  languages: ['ar', 'en'],
  title: { ar: 'طلب زيارة', en: 'Visit request' },
  steps: [
    {
      id: 'who',
      title: { ar: 'من يزورنا', en: 'Who is coming' },
      fields: [
        { id: 'fullName', type: 'text', required: true, label: { ar: 'الاسم الكامل', en: 'Full name' } },
        { id: 'mobile', type: 'phone', required: true, label: { ar: 'رقم الجوال', en: 'Mobile number' } },
        { id: 'day', type: 'date', label: { ar: 'يوم الزيارة', en: 'Day of the visit' } },
        {
          id: 'topic',
          type: 'choice',
          label: { ar: 'موضوع الزيارة', en: 'Topic' },
          options: [
            { value: 'rent', ar: 'إيجار', en: 'Rent' },
            { value: 'work', ar: 'عمل', en: 'Work' },
          ],
        },
        { id: 'story', type: 'long-text', label: { ar: 'ما تود قوله', en: 'What you would like to say' } },
      ],
    },
    {
      id: 'papers',
      title: { ar: 'الأوراق', en: 'Papers' },
      fields: [
        { id: 'letter', type: 'file', label: { ar: 'صورة الخطاب', en: 'Copy of the letter' } },
        {
          id: 'agreement',
          type: 'statement',
          required: true,
          label: { ar: 'الموافقة', en: 'Agreement' },
          text: { ar: 'أوافق على حفظ هذه البيانات.', en: 'I agree that this is kept.' },
        },
      ],
    },
  ],
  answer: { notBefore: 'P3D' },
  receipt: { text: { ar: 'سنتصل بك.', en: 'We will call you.' } },
  referral: {
    action: { ar: 'لم تتضح لي الإجراءات', en: 'The procedure is not clear to me' },
    intro: { ar: 'اكتب ما لم يتضح لك.', en: 'Write what is not clear.' },
  },
  exit: { url: 'https://example.org/weather' },
};

export const visitAnswers = {
  fullName: 'سالم المثالي',
  mobile: '+966501234567',
  topic: 'work',
  story: 'أبحث عن عمل قريب.',
  agreement: true,
};
