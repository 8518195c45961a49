import type { Clause } from './clause.js';

/** «تمهيد» and «الهدف العام». */
export const aims: readonly Clause[] = [
  {
    id: 'P1',
    text: {
      ar: 'تضع جمعية تعافي الخيرية السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف.',
      en: 'Taafi Charitable Association sets the policies and procedures that regulate its relations with all parties, with beneficiaries, supporters, volunteers and others, so as to safeguard the rights of the association and of all these parties.',
    },
    how: {
      ar: 'تحت كل صفحة من النموذج: من الجمعية، وكيف تصل إليها، والوثائق التي تعمل بها. وللمستفيد في صفحة المتابعة أن يطلب نسخة من بياناته أو حذفها.',
      en: 'Below every page of a form stands who the association is, how to reach it, and the documents it works by. On the tracker a person asks for a copy of his data or for their deletion.',
    },
    stories: ['form-pages--with-association', 'status-tracker--under-committee'],
    limit: {
      ar: 'النماذج هنا للمستفيد. أما الداعم والمتطوع فلهما نماذج تكتبها الجمعية بنفسها، وهي وثيقة JSON.',
      en: 'The forms here are for beneficiaries. For supporters and volunteers the association writes its own, each of them one JSON document.',
    },
  },
  {
    id: 'P2',
    text: {
      ar: 'وتشكل أنظمة العمل والعقود المصدر الأساسي في تحديد حقوق وواجبات المتعاقدين وطريقة أدائها وتبعات التقصير في الاداء، وحدود المسؤولية وطريقة تسوية الخلافات التي قد تنشأ من جراء تنفيذ هذه العقود والخدمات بشكل يكفل حماية الأطراف ذات العلاقة مع الجمعية.',
      en: 'Work regulations and contracts are the primary source for the rights and duties of the contracting parties, how they are performed, the consequences of default, the limits of liability and how disputes arising from these contracts and services are settled, so as to protect those who deal with the association.',
    },
    how: {
      ar: 'من لم يُقبل طلبه يقرأ السبب مكتوبًا، وله أن يعترض من الصفحة نفسها. وما يوقّعه الشخص يُختم، فيستطيع إثباته بعد سنين.',
      en: 'Whoever is not accepted reads the reason in words and can object on the same page. What a person signs is sealed, so that he can prove it years later.',
    },
    stories: ['status-tracker--rejected-with-reason', 'status-tracker--objected', 'receipt-check--genuine'],
    files: ['docs/evidence.md'],
    limit: {
      ar: 'العقود وأنظمة العمل نفسها عند الجمعية، وهي التي تبتّ في الخلاف.',
      en: 'The contracts and regulations themselves are the association’s, and it settles the dispute.',
    },
  },
  {
    id: 'P3',
    text: {
      ar: 'وترتكز الجمعية على صيغة العلاقات مع المستفيدين، وتضع لها أولوية من خلال وضع آلية لتنظيم هذه العلاقة. مع مراجعتها باستمرار والتعديل عليها وتعميمها بما يكفل حقوق المستفيد.',
      en: 'The association builds on the form of its relations with beneficiaries and gives them priority through a mechanism for regulating them, which it continually reviews, amends and circulates so as to safeguard the beneficiary’s rights.',
    },
    how: {
      ar: 'النموذج والإجراء بيانات لها إصدار، فيُعدَّلان من دون برمجة. ومن بدأ على إصدار قديم يُقال له إن النموذج تغيّر، ويبقى طلبه على الإصدار الذي قُدّم به. وقبل النشر يُقال للجمعية ما الذي يتغيّر على المستفيد.',
      en: 'Forms and process are data with a version and are changed without programming. Whoever began with an older one is told that the form has changed, and a request keeps the version it was sent with. Before a version is published the association is told what it changes for beneficiaries.',
    },
    stories: ['form-sending--form-changed'],
    files: [
      'docs/definition-format.md',
      'docs/process-format.md',
      'docs/command.md#diff-what-changes-for-whoever-fills-it-in',
    ],
  },
  {
    id: 'G',
    text: {
      ar: 'تقديم خدمة متميزة للمستفيدين من كافة الشرائح بإتقان وسرعة وجودة عالية لإنجاز معاملاتهم ومتابعة متطلباتهم ومقترحاتهم والعمل على مواصلة التطوير والتحسين التي تتم بالتعاون مع كافة الجهات للوصول إلى تحقيق الأهداف، والوصول إليهم بأسهل الطرق دون الحاجة إلى طلب المستفيد.',
      en: 'Give distinguished service to beneficiaries of all groups, with mastery, speed and high quality, to complete their transactions and follow up their needs and suggestions, keep developing and improving in cooperation with all bodies, and reach them by the easiest ways without the beneficiary having to ask.',
    },
    how: {
      ar: 'كل تغيّر في الطلب رسالة تُرسل من نفسها، وفي صفحة المتابعة مكان للأسئلة والمقترحات. ويمكن لقريب أو جهة شريكة أن تعبّئ الطلب بعلم صاحبه.',
      en: 'Every change of a request makes a message by itself, and the tracker has a place for questions and suggestions. A relative or a partner can fill in the request with the person’s knowledge.',
    },
    stories: [
      'status-tracker--under-committee',
      'status-tracker--question-sent',
      'support-request--filled-by-a-partner',
    ],
    files: ['docs/handling.md#messages'],
    limit: {
      ar: 'إرسال الرسائل النصية نفسه لبرنامج لدى الجمعية يتسلّمها من المستقبِل.',
      en: 'Sending the SMS itself is for a program of the association, to which the receiver hands the message.',
    },
  },
];
