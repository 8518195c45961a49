/** What `taafi new` asks and says. */
export interface NewFormWords {
  readonly title: Readonly<Record<'ar' | 'en', string>>;
  readonly purpose: Readonly<Record<'ar' | 'en', string>>;
  readonly fields: string;
  readonly required: string;
  readonly question: Readonly<Record<'ar' | 'en', string>>;
  readonly kind: string;
  /** Kinds of questions of one's own, by the type of field. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<'ar' | 'en', string>>;
  readonly keep: string;
  /** The times of `keepingTimes`. */
  readonly keepTimes: Readonly<Record<string, string>>;
  readonly keepOther: string;
  readonly keepOwn: Readonly<Record<'ar' | 'en', string>>;
  readonly file: string;
  readonly overwrite: (file: string) => string;
  /** What counts as yes, in small letters. */
  readonly yes: readonly string[];
  /** After a question whose answer may be left out, and before what is taken then. */
  readonly orNothing: string;
  readonly usually: (answer: string) => string;
  readonly needed: string;
  readonly notAmong: (most: number) => string;
  readonly sameCount: (count: number) => string;
  readonly badName: string;
  readonly nothingWritten: string;
  readonly next: (file: string, id: string) => readonly string[];
}

export const newFormWords: Readonly<Record<'ar' | 'en', NewFormWords>> = {
  ar: {
    title: {
      ar: 'ما عنوان النموذج؟ مثل: طلب زيارة',
      en: 'وما عنوانه بالإنجليزية؟ إن تركته فالنموذج بالعربية وحدها.',
    },
    purpose: { ar: 'لماذا تُطلب هذه البيانات؟ مثل: لنرتّب زيارتك ونتصل بك', en: 'ولماذا تُطلب، بالإنجليزية؟' },
    fields: 'عمّ يسأل النموذج؟ اكتب الأرقام وبينها فواصل.',
    required: 'أيّ هذه تلزم الإجابة عنه؟',
    question: { ar: 'هل لديك سؤال آخر؟ اكتبه كما يقرؤه صاحب الطلب.', en: 'والسؤال بالإنجليزية؟' },
    kind: 'كيف يُجاب عنه؟',
    kinds: {
      text: 'كلمات في سطر',
      'long-text': 'شرح في عدة أسطر',
      'yes-no': 'نعم أو لا',
      choice: 'واحد من خيارات',
      choices: 'ما ينطبق من خيارات',
      number: 'عدد',
      date: 'تاريخ',
    },
    options: { ar: 'ما الخيارات؟ اكتبها وبينها فواصل.', en: 'والخيارات بالإنجليزية، بالترتيب نفسه؟' },
    keep: 'إلى متى تُحفظ الإجابات؟',
    keepTimes: { '90-days': '90 يومًا بعد الرد', '1-year': 'سنة بعد الرد', '5-years': 'خمس سنوات بعد الرد' },
    keepOther: 'مدة أخرى',
    keepOwn: { ar: 'اكتب المدة كما يقرؤها صاحب الطلب.', en: 'والمدة بالإنجليزية؟' },
    file: 'في أي ملف يُكتب النموذج؟',
    overwrite: (file) => `الملف ${file} موجود. هل تكتب فوقه؟ (نعم / لا)`,
    yes: ['نعم', 'ن', 'yes', 'y'],
    orNothing: '(أو اضغط Enter للمتابعة)',
    usually: (answer) => `(Enter: ${answer})`,
    needed: 'لا بد من إجابة هنا.',
    notAmong: (most) => `اكتب أرقامًا من 1 إلى ${most}.`,
    sameCount: (count) => `عدد الخيارات بالعربية ${count}. اكتب مثله بالإنجليزية.`,
    badName: 'سمّ الملف بحروف لاتينية صغيرة وأرقام وشرطات، مثل: visit',
    nothingWritten: 'لم يُكتب شيء.',
    next: (file, id) => [
      'وبعده:',
      `  npx taafi lint ${file}`,
      `  npx taafi preview ${file}`,
      `  npx taafi serve            يُعرض ما في مجلد data/forms على http://localhost:8080/forms/${id}`,
      `  npx taafi embed ${id}      أسطر صفحتك`,
    ],
  },
  en: {
    title: {
      ar: 'What is it called in Arabic? If you leave it out, the form is in English alone.',
      en: 'What is the form called? For example: Ask for a visit',
    },
    purpose: {
      ar: 'And in Arabic, what are the data asked for?',
      en: 'What are the data asked for? For example: To arrange your visit and call you',
    },
    fields: 'What does the form ask? Write the numbers with commas between them.',
    required: 'Which of these have to be answered?',
    question: { ar: 'And the question in Arabic?', en: 'Another question? Write it as people will read it.' },
    kind: 'How is it answered?',
    kinds: {
      text: 'words on one line',
      'long-text': 'an explanation of some lines',
      'yes-no': 'yes or no',
      choice: 'one of some options',
      choices: 'all options that apply',
      number: 'a number',
      date: 'a date',
    },
    options: {
      ar: 'And the options in Arabic, in the same order?',
      en: 'What are the options? Write them with commas between them.',
    },
    keep: 'How long are answers kept?',
    keepTimes: {
      '90-days': '90 days after the answer',
      '1-year': 'a year after the answer',
      '5-years': 'five years after the answer',
    },
    keepOther: 'for another time',
    keepOwn: { ar: 'And in Arabic, how long?', en: 'Write how long, as people will read it.' },
    file: 'Which file is the form to be written to?',
    overwrite: (file) => `${file} is there already. Write over it? (yes / no)`,
    yes: ['yes', 'y', 'نعم', 'ن'],
    orNothing: '(or press Enter to go on)',
    usually: (answer) => `(Enter: ${answer})`,
    needed: 'An answer is needed here.',
    notAmong: (most) => `Write numbers from 1 to ${most}.`,
    sameCount: (count) => `There are ${count} options in the other language. Write as many here.`,
    badName: 'Name the file with small Latin letters, digits and hyphens, for example: visit',
    nothingWritten: 'Nothing was written.',
    next: (file, id) => [
      'Next:',
      `  npx taafi lint ${file}`,
      `  npx taafi preview ${file}`,
      `  npx taafi serve            shows what is in data/forms at http://localhost:8080/forms/${id}`,
      `  npx taafi embed ${id}      the lines for your page`,
    ],
  },
};
