import type { Clause } from './clause.js';

/** A channel stands below every page of a form, as the pack of the association has it. */
function channel(
  id: string,
  ar: string,
  en: string,
  how: Clause['how'],
  stories: readonly string[] = [],
): Clause {
  return {
    id,
    text: { ar, en },
    how,
    stories: ['support-request--start', ...stories],
    files: ['src/packs/taafi/association.json'],
    ...(stories.length === 0 && { limit: servedByPeople }),
  };
}

const servedByPeople = {
  ar: 'القناة نفسها عند الجمعية. وما هنا أن يعرفها الناس ويصلوا إليها.',
  en: 'The channel itself is the association’s. What is done here is that people know of it and reach it.',
};

/** «القنوات المستخدمة للتواصل مع المستخدمين». */
export const channels: readonly Clause[] = [
  channel(
    'C1',
    'المقابلة.',
    'Meeting in person.',
    {
      ar: 'مكتوبة تحت كل صفحة. وما ينقص يُحضر إلى المكتب، ويُوقَّع الإقرار على الورق لمن أراد.',
      en: 'Named below every page. What is missing may be brought to the office, and a declaration may be signed on paper.',
    },
    ['data-declaration--on-paper'],
  ),
  channel('C2', 'الاتصالات الهاتفية.', 'Telephone calls.', {
    ar: 'رقم الهاتف تحت كل صفحة، يُتصل به بلمسة.',
    en: 'The number stands below every page and is called with a touch.',
  }),
  channel('C3', 'وسائل التواصل الاجتماعي.', 'Social media.', {
    ar: 'مكتوبة تحت كل صفحة كما تضعها الجمعية.',
    en: 'Named below every page as the association has it.',
  }),
  channel('C4', 'الخطابات.', 'Letters.', {
    ar: 'مكتوبة تحت كل صفحة كما تضعها الجمعية.',
    en: 'Named below every page as the association has it.',
  }),
  channel(
    'C5',
    'خدمات طلب المساعدة.',
    'Help-request services.',
    {
      ar: 'زر «لم تتضح لي الإجراءات» في كل صفحة يوصل السؤال إلى مسؤول البحث الاجتماعي.',
      en: 'The button «The procedure is not clear to me» on every page takes a question to the social-research officer.',
    },
    ['form-referral--asking'],
  ),
  channel('C6', 'خدمة التطوع.', 'Volunteering service.', {
    ar: 'مكتوبة تحت كل صفحة كما تضعها الجمعية.',
    en: 'Named below every page as the association has it.',
  }),
  channel(
    'C7',
    'الموقع الالكتروني للجمعية.',
    'The association’s website.',
    {
      ar: 'النماذج كلها عناصر تُوضع في صفحات موقع الجمعية.',
      en: 'All forms are elements for the pages of the association’s own site.',
    },
    ['form-embedding--with-header-and-footer'],
  ),
  channel(
    'C8',
    'مناديب المكاتب الفرعية.',
    'Branch-office representatives.',
    {
      ar: 'يعبّئ المندوب الطلب باسمه هو، ثم يقرؤه صاحبه ويوقّعه برابط يفتحه على جواله.',
      en: 'A representative fills in the request under his own name; then the person himself reads and signs it by a link on his phone.',
    },
    ['support-request--filled-by-a-partner', 'data-declaration-where-the-data-come-from--signed-before'],
  ),
];

const reference = {
  ar: 'عنوانه تحت كل صفحة في «الوثائق»، مع إصداره ورابطه حين تضعهما الجمعية.',
  en: 'Its title stands below every page under the documents, with version and link once the association gives them.',
};

const notPublished = {
  ar: 'نص الوثيقة عند الجمعية، ولم يُنشر هنا.',
  en: 'The text of the document is with the association and is not published here.',
};

/** «الأدوات المتاحة لموظف علاقات المستخدمين للتواصل مع المستخدمين». */
export const tools: readonly Clause[] = [
  {
    id: 'T1',
    text: { ar: 'اللائحة الأساسية للجمعية', en: 'The association’s basic regulations.' },
    how: reference,
    stories: ['support-request--start'],
    files: ['src/packs/taafi/association.json'],
    limit: notPublished,
  },
  {
    id: 'T2',
    text: { ar: 'دليل خدمات البحث الاجتماعي', en: 'Guide to social-research services.' },
    how: reference,
    stories: ['support-request--start'],
    files: ['src/packs/taafi/association.json'],
    limit: notPublished,
  },
  {
    id: 'T3',
    text: { ar: 'دليل سياسة الدعم للمستخدمين', en: 'Guide to the support policy for beneficiaries.' },
    how: reference,
    stories: ['support-request--start'],
    files: ['src/packs/taafi/association.json'],
    limit: notPublished,
  },
  {
    id: 'T4',
    text: { ar: 'طلب دعم مستفيد', en: 'Beneficiary support request.' },
    how: {
      ar: 'هو النموذج نفسه، من أوله إلى إيصاله.',
      en: 'The form itself, from its start to its receipt.',
    },
    stories: ['support-request--start', 'support-request--review', 'support-request--receipt'],
    files: ['src/packs/taafi/support-request.json'],
  },
];
