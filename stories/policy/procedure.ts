import type { Clause } from './clause.js';

/** «ويتم التعامل مع المستفيد على مختلف المستويات لإنهاء معاملاته بالشكل التالي», and the approval. */
export const procedure: readonly Clause[] = [
  {
    id: 'S1',
    text: {
      ar: 'استقبال المستفيد بلباقة واحترام والإجابة على جميع الاستفسارات وإعطاء المراجع الوقت الكافي.',
      en: 'Receive the beneficiary with tact and respect, answer all inquiries and give him enough time.',
    },
    how: {
      ar: 'لا وقت يمضي في النموذج، وكل ما كُتب يبقى. والسؤال من صفحة المتابعة يُجاب عنه فيها، والاستبيان يسأل عن الاحترام والوقت.',
      en: 'No time runs out in a form, and what was typed stays. A question on the tracker is answered there, and the survey asks about respect and time.',
    },
    stories: ['form-pages--first-step', 'status-tracker--question-sent', 'satisfaction-survey--experience'],
  },
  {
    id: 'S2',
    text: {
      ar: 'التأكد من تقديم المراجع كافة المعلومات المطلوبة، وعلى الموظف مطابقة البيانات والتأكد من صلاحيتها وقت التقديم.',
      en: 'Make sure he provides all required information; the employee must match the data and make sure they are valid at the time of submission.',
    },
    how: {
      ar: 'يراجع الشخص إجاباته كلها قبل الإرسال، وما ينقص يُسمّى. ثم يسجّل الموظف ما طابقه وكيف، ويعيد الطلب بقائمة بما ينقص.',
      en: 'A person reads all his answers before sending, and what is missing is named. Then the officer records what he matched and how, and returns the request with a list of what is missing.',
    },
    stories: ['form-pages--review-with-problems', 'status-tracker--returned', 'status-tracker--item-sent'],
    files: ['docs/handling.md#a-request-on-its-way'],
    limit: {
      ar: 'المطابقة عمل الموظف. والنظام يسجّلها ويمنع رفع الطلب قبلها.',
      en: 'Matching is the officer’s work. The receiver records it and lets nothing go on without it.',
    },
  },
  {
    id: 'S3',
    text: {
      ar: 'في حالة عدم وضوح الإجراءات للمستفيد فعلى الموظف إحالته لمسئول البحث الاجتماعي للإجابة على تساؤلاته وإيضاح الجوانب التنظيمية.',
      en: 'If the procedures are unclear to him, the employee must refer him to the social-research officer to answer his questions and explain the regulatory aspects.',
    },
    how: {
      ar: '«لم تتضح لي الإجراءات» في كل صفحة: يُكتب السؤال من دون مغادرتها، ويصل مع اسم الصفحة، والإجابات باقية.',
      en: '«The procedure is not clear to me» on every page: the question is written without leaving it and arrives with the name of the page; the answers stay.',
    },
    stories: ['form-referral--asking', 'form-referral--sent', 'form-referral--failed'],
  },
  {
    id: 'S4',
    text: {
      ar: 'التأكد على صحة البيانات المقدمة من طالب الدعم والتوقيع عليها وأنه مسؤول مسؤولية مباشرة عن صحة المعلومات.',
      en: 'Confirm that the data submitted by the applicant are correct, that he signs them, and that he is directly responsible for their correctness.',
    },
    how: {
      ar: 'يقرأ الشخص ما سيوقّعه كما هو، ويضع العلامة بنفسه، ويوقّع بإصبعه أو باسمه أو على الورق. وأي تغيير بعد التوقيع يلغيه.',
      en: 'A person reads exactly what he signs, ticks it himself, and signs with a finger, by name or on paper. Any change after signing voids it.',
    },
    stories: [
      'data-declaration--to-read',
      'data-declaration--typed',
      'data-declaration--changed-after-signing',
      'support-request--signed',
    ],
    files: ['docs/evidence.md'],
  },
  {
    id: 'S5',
    text: {
      ar: 'التوضيح للمستفيد بأن طلبه سيرفع للجنة البحث لدراسة طلبه والرد عليه بشأن قبوله أو رفضه خلال مدة لا تقل عن أسبوعين.',
      en: 'Explain to him that his request will be raised to the research committee, which studies it and answers as to its acceptance or rejection within a period of not less than two weeks.',
    },
    how: {
      ar: 'قبل التوقيع وعلى الإيصال وفي المتابعة: لن يصلك الرد قبل يوم مكتوب بالتقويمين. وقرار قبل ذلك يُرفض ما لم يُكتب سببه في السجل.',
      en: 'Before signing, on the receipt and on the tracker stands the day before which no answer comes, in both calendars. An earlier decision is refused unless its reason is written into the log.',
    },
    stories: ['support-request--review', 'support-request--receipt', 'status-tracker--under-committee'],
    files: ['docs/process-format.md#moves'],
  },
  {
    id: 'S6',
    text: {
      ar: 'استكمال اجراءات التسجيل مع اكتمال الطلبات.',
      en: 'Complete the registration procedures once the requirements are complete.',
    },
    how: {
      ar: 'بعد القبول يُستكمل التسجيل، ولا يُعدّ مكتملًا وفي القائمة شيء ناقص.',
      en: 'After acceptance registration is completed, and never counts as complete while anything on the list is missing.',
    },
    stories: ['status-tracker--accepted'],
    files: ['src/packs/taafi/process.json'],
  },
  {
    id: 'S7',
    text: { ar: 'تقديم الخدمة اللازمة.', en: 'Provide the necessary service.' },
    how: {
      ar: 'يسجّل الموظف تقديمها، فيُدعى الشخص إلى الاستبيان، وتُرى النتائج بعد الخدمة وحدها.',
      en: 'The officer records it, the person is invited to the survey, and results can be looked at after the service alone.',
    },
    stories: ['survey-results--opened', 'satisfaction-survey--thanks'],
    files: ['docs/survey.md#who-is-invited'],
    limit: {
      ar: 'الخدمة نفسها تقدمها الجمعية.',
      en: 'The service itself is given by the association.',
    },
  },
  {
    id: 'A',
    text: {
      ar: 'تم اعتماد هذه السياسة في محضر اجتماع رقم (013) بتاريخ 27 / 5 / 1441هـ الموافق 22 / 1 / 2020م',
      en: 'This policy was approved in the minutes of meeting no. (013) on 27/5/1441 AH, 22/1/2020.',
    },
    how: {
      ar: 'تُقرأ التواريخ بالتقويمين في كل مكان، وتُحوَّل بتقويم أم القرى.',
      en: 'Dates are read in both calendars everywhere and converted by the Umm al-Qura calendar.',
    },
    stories: ['fields-date--switched', 'status-tracker--submitted'],
    files: ['docs/decisions/0005-date-answers.md'],
    limit: {
      ar: 'الاعتماد قرار مجلس الإدارة. وحين تتغير السياسة تتغير هذه الصفحة معها.',
      en: 'Approval is the board’s decision. When the policy changes, this page changes with it.',
    },
  },
];
