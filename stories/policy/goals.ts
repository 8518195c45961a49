import type { Clause } from './clause.js';

/** «الأهداف التفصيلية», the first five. */
export const goals: readonly Clause[] = [
  {
    id: 'D1',
    text: {
      ar: 'تقدير حاجة المستفيد وكافة الفئات المستفيدة في الجمعية من خلال تسهيل الإجراءات وحصولهم على كافة الخدمات المطلوبة دون عناء ومشقة',
      en: 'Appreciate the needs of the beneficiary and of all groups by simplifying procedures and letting them obtain all required services without hardship.',
    },
    how: {
      ar: 'قبل أول سؤال يُقال ما سيُحتاج إليه. لا يُسأل أحد عمّا لا يخصه، ولا عن شيء مرتين، ويُطلب أكثر من نوع دعم في طلب واحد. وبعد الخدمة يُسأل كم كان الأمر سهلًا.',
      en: 'Before the first question it is said what will be needed. Nobody is asked what does not concern him, nor anything twice, and one request may ask for several kinds of support. After the service people say how easy it was.',
    },
    stories: ['support-request--start', 'support-request--support', 'satisfaction-survey--ease'],
  },
  {
    id: 'D2',
    text: {
      ar: 'تقديم الخدمات المتكاملة بأحدث الأساليب الالكترونية في خدمة المستفيد',
      en: 'Integrated services by the most modern electronic methods.',
    },
    how: {
      ar: 'رقم واحد للطلب والمرفقات والإقرار والمتابعة، وإيصال موقّع رقميًا يتحقق منه أي أحد بلا اتصال.',
      en: 'One reference for request, attachments, declaration and tracker, and a sealed receipt that anybody can check without a connection.',
    },
    stories: ['support-request--receipt', 'receipt-check--with-its-attachment', 'status-tracker--submitted'],
  },
  {
    id: 'D3',
    text: {
      ar: 'تقديم المعلومات والإجابات بشكل ملائم بما يتناسب مع تساؤلات المستفيدين واستفساراتهم من خلال عدة قنوات',
      en: 'Information and answers suited to their questions through several channels.',
    },
    how: {
      ar: 'تحت السؤال شرح، وتحت كل صفحة قنوات التواصل كلها، ويُسأل الشخص مرة واحدة كيف ومتى يُتصل به بأمان. وتُحفظ أسئلته وأجوبتها مع طلبه.',
      en: 'Below a question stands what helps to answer it, below every page all channels; a person is asked once how and when it is safe to contact him. His questions and their answers stay with his request.',
    },
    stories: ['form-pages--with-association', 'support-request--contact', 'status-tracker--under-committee'],
  },
  {
    id: 'D4',
    text: {
      ar: 'تقديم خدمة للمستفيد من موقعه حفاظا لوقته وتقديرا لظروفه وسرعة انجاز خدمته',
      en: 'Serve the beneficiary from where he is, to save his time, out of regard for his circumstances, and to complete his service quickly.',
    },
    how: {
      ar: 'يُقدَّم الطلب ويُوقَّع من الجوال بعرض 320 بكسل وعلى خط ضعيف، ولا يضيع منه شيء حين ينقطع الاتصال.',
      en: 'The request is filled in and signed on a phone of 320 pixels over a weak line, and nothing of it is lost when the line is down.',
    },
    stories: ['form-sending--waiting', 'support-request--offline', 'data-declaration--drawn'],
    files: ['docs/performance.md'],
  },
  {
    id: 'D5',
    text: {
      ar: 'التركيز على عملية قياس رضا المستفيد كوسيلة لرفع جودة الخدمة المقدمة والتحسين المستمر لإجراء تقديم خدمة وأداء مقدم الخدمة',
      en: 'Focus on measuring satisfaction as a means to raise the quality of the service and to keep improving its procedure and the provider’s performance.',
    },
    how: {
      ar: 'استبيان بعد القرار وبعد الخدمة، ونتائج تقول كم هي مؤكدة وكيف تتغير من شهر إلى شهر.',
      en: 'A survey after the decision and after the service, and results that say how sure they are and how they change from month to month.',
    },
    stories: ['satisfaction-survey--overall', 'survey-results--trend', 'survey-results--a-year'],
    files: ['docs/survey-results.md'],
  },
];
