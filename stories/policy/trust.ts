import type { Clause } from './clause.js';

/** «الأهداف التفصيلية», the sixth with its parts. */
export const trust: readonly Clause[] = [
  {
    id: 'D6',
    text: {
      ar: 'زيادة ثقة وانتماء المستفيدين بالجمعية من خلال تبني أفضل المعايير والممارسات في تقديم الخدمة للمستفيد وذلك عن طريق ما يلي :',
      en: 'Increase beneficiaries’ trust and sense of belonging by adopting the best standards and practices in serving them, by the following:',
    },
    how: {
      ar: 'كل صفحة هنا تُفحص بمعيار WCAG 2.2 AA بالعربية والإنجليزية، ولا تطلب شيئًا من موقع آخر. وإشعار الخصوصية يسبق السؤال الحساس.',
      en: 'Every page here is held to WCAG 2.2 AA in Arabic and English and asks nothing of another site. A privacy notice comes before what is sensitive.',
    },
    stories: ['fields-note--privacy-notice', 'support-request--consents'],
    files: ['docs/design.md', 'docs/designers.md'],
  },
  {
    id: 'D6a',
    text: {
      ar: 'تصحيح المفاهيم السائدة لدى المستفيد عن الخدمات المقدمة في الجمعية.',
      en: 'Correct prevailing misconceptions about the services of the association.',
    },
    how: {
      ar: 'صفحة البداية تقول ما هذا الدعم، ومن يقرر، وكم يستغرق الرد. ونصها وثيقة تعدّلها الجمعية.',
      en: 'The start page says what this support is, who decides, and how long an answer takes. Its text is the association’s to change.',
    },
    stories: ['support-request--start'],
  },
  {
    id: 'D6b',
    text: {
      ar: 'تكوين انطباعات وقناعات ايجابية جديدة نحو الجمعية وما تقدم من خدمات',
      en: 'Form new positive impressions and convictions of the association and its services.',
    },
    how: {
      ar: 'الخطأ يُقال بكلمات تدل على إصلاحه ولا تلوم، وتختفي القائمة حين يُصلح كل شيء. ومن يكتب نموذجًا يُنبَّه إلى الكلمات التي تجرح وإلى ما هو خير منها.',
      en: 'What is wrong is said in words that help to mend it and blame nobody, and the list goes when all is mended. Whoever writes a form is told of words that hurt, and of better ones.',
    },
    stories: ['form-pages--error-summary', 'form-pages--errors-mended'],
    files: [
      'docs/process-format.md#words-that-are-never-said',
      'docs/command.md#lint-what-is-wrong-and-what-could-be-better',
    ],
    limit: {
      ar: 'الانطباع يصنعه من يستقبل الناس. وما هنا ألّا يفسده نموذج.',
      en: 'Impressions are made by those who receive people. What is done here is that no form spoils them.',
    },
  },
  {
    id: 'D6c',
    text: {
      ar: 'نشر ثقافة تقييم الخدمة لدى المستفيد والتشجيع على ذلك والتأكد على أن تقييم جودة الخدمة حق من حقوق المستفيد حيث أنها أداة للتقويم والتطوير لا للعقاب والتشهير',
      en: 'Spread the culture of rating the service, encourage it, and stress that rating the quality of service is one of the beneficiary’s rights, as it is a tool for evaluation and development and not for punishment or defamation.',
    },
    how: {
      ar: 'هذه الجملة فوق أول سؤال في الاستبيان. كل سؤال فيه يُترك لمن شاء، ولا يُعرف من أجاب، ولا يُسأل عن اسم موظف، ولا تظهر نتيجة لأقل من خمسة.',
      en: 'The sentence stands above the first question of the survey. Every question may be left out, nobody can tell who answered, no officer’s name is asked, and nothing is shown of fewer than five.',
    },
    stories: ['satisfaction-survey--start', 'survey-results--hidden'],
    files: ['docs/survey.md#what-anonymous-means-here', 'docs/decisions/0016-answers-without-people.md'],
  },
  {
    id: 'D6d',
    text: {
      ar: 'نشر ثقافة جودة الخدمة بين جميع الأقسام التي تقدم خدماتها للمستفيدين الداخلي أو الخارجي',
      en: 'Spread the culture of quality in all departments that serve internal or external beneficiaries.',
    },
    how: {
      ar: 'العنصر نفسه يسأل العاملين في الجمعية، والنتائج تفرّق بين الداخلي والخارجي.',
      en: 'The same element asks those who work in the association, and results keep internal and external apart.',
    },
    stories: ['satisfaction-survey--internal', 'survey-results--internal-audience'],
  },
  {
    id: 'D6e',
    text: {
      ar: 'ابتكار مفاهيم وتقنيات إدارية للارتقاء بمستوى ونوعية الخدمات المقدمة للمستفيد ومحاولة القضاء على معوقات تقديم خدمات ذات جودة عالية وذلك من خلال التطوير والتحسين المستمر للخدمات المقدمة للمستفيد من خلال تلمس آراء المستفيدين',
      en: 'Devise management concepts and techniques to raise the level and kind of services, and try to remove what stands in the way of high quality, by continual development and by sounding beneficiaries’ opinions.',
    },
    how: {
      ar: 'يُسأل الناس ماذا أعاقهم وماذا يقترحون، وتُرى العوائق مرتبة، ومتى ترك الناس الاستبيان.',
      en: 'People are asked what hindered them and what they suggest; the obstacles are seen in their order, and where people broke the survey off.',
    },
    stories: [
      'satisfaction-survey--obstacles',
      'satisfaction-survey--opinion',
      'survey-results--with-tables',
    ],
  },
];
