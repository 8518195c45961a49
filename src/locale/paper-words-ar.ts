import type { Comparison, PaperWords } from './paper-words.js';
import { plural } from './plural.js';

const numbers: Readonly<Record<Comparison, (than: string) => string>> = {
  gt: (than) => `أكثر من ${than}`,
  gte: (than) => `${than} أو أكثر`,
  lt: (than) => `أقل من ${than}`,
  lte: (than) => `${than} أو أقل`,
};

const days: Readonly<Record<Comparison, (than: string) => string>> = {
  gt: (than) => `بعد ${than}`,
  gte: (than) => `في ${than} أو بعده`,
  lt: (than) => `قبل ${than}`,
  lte: (than) => `في ${than} أو قبله`,
};

const waits = { one: 'يوم', two: 'يومين', few: '{n} أيام', many: '{n} يومًا', other: '{n} يوم' };

const isSingle = ([first, last]: readonly [string, string]): boolean => first === last;

/** A form on paper in Arabic. */
export const paperWordsAr: PaperWords = {
  page: ['صفحة ', ' من '],
  reference: 'رقم الطلب',
  office: 'تعبّئه الجمعية',
  received: 'تاريخ الاستلام',
  part: (number) => `القسم ${number}`,
  how: {
    title: 'كيف تعبّئ النموذج',
    lines: [
      'اكتب بخط واضح بقلم أسود أو أزرق، وضع رقمًا واحدًا في كل خانة.',
      'الدائرة لجواب واحد، والمربع لكل ما ينطبق. ضع علامة ✓ داخلها.',
      'أجب عن كل سؤال إلا ما كُتب بجانبه «اختياري»، وما قيل لك أن تتجاوزه.',
      'إن لم يكفِ المكان فاكتب في ورقة أخرى، واكتب عليها رقم السؤال.',
    ],
  },
  optional: 'اختياري',
  anyOf: 'اختر كل ما ينطبق.',
  atMost: (most) => `اختر ${most} على الأكثر.`,
  quoted: (text) => `«${text}»`,
  questions: (ranges) => {
    const [only] = ranges;
    if (only !== undefined && ranges.length === 1 && only[0] === only[1]) return `السؤال ${only[0]}`;
    const [one, two] = ranges;
    if (one !== undefined && two !== undefined && ranges.length === 2 && isSingle(one) && isSingle(two)) {
      return `السؤالين ${one[0]} و${two[0]}`;
    }
    const told = ranges.map(([first, last]) => (first === last ? first : `من ${first} إلى ${last}`));
    return `الأسئلة ${told.join('، و')}`;
  },
  rule: (condition, questions, next) =>
    `إن ${condition} فأجب عن ${questions}${next === undefined ? '.' : `، وإلا فانتقل إلى السؤال ${next}.`}`,
  onlyIf: (condition) => `إن ${condition}:`,
  all: (conditions) => conditions.join('، و'),
  any: (conditions) => conditions.join('، أو '),
  or: (values) => values.join(' أو '),
  nor: (values) => values.join(' ولا '),
  answerTo: (question) => `جوابك عن السؤال ${question}`,
  is: (what, values, isNot) => `${isNot ? 'لم يكن' : 'كان'} ${what} ${values}`,
  isYes: (question, isYes, isNot) =>
    `${isNot ? 'لم تُجب' : 'أجبت'} ${isYes ? 'بنعم' : 'بلا'} عن السؤال ${question}`,
  isTicked: (question, isNot) => `${isNot ? 'لم تعلّم' : 'علّمت'} المربع في السؤال ${question}`,
  chose: (values, question, isNot) => `${isNot ? 'لم تختر' : 'اخترت'} ${values} في السؤال ${question}`,
  isFilled: (question, name, isFilled) =>
    question === undefined
      ? `${isFilled ? 'عُرف' : 'لم يُعرف'} ${name}`
      : `${isFilled ? 'أجبت' : 'لم تُجب'} عن السؤال ${question}`,
  compares: (what, how, than, isDay, isNot) =>
    `${isNot ? 'لم يكن' : 'كان'} ${what} ${(isDay ? days : numbers)[how](than)}`,
  date: {
    either: 'اكتب التاريخ بأحد التقويمين.',
    calendars: { 'islamic-umalqura': 'هجري', gregory: 'ميلادي' },
    day: 'اليوم',
    month: 'الشهر',
    year: 'السنة',
  },
  attach: 'أرفق نسخة ورقية مع النموذج.',
  attached: 'أرفقتها، وعدد أوراقها:',
  place: (most) => `اكتب في الخانة رقم الترتيب: 1 للأهم، ثم 2، حتى ${most}.`,
  given: { what: 'البيان', value: 'القيمة', empty: 'تكتب الجمعية هنا البيانات المسجّلة قبل أن توقّع عليها.' },
  signature: { name: 'الاسم', sign: 'التوقيع', date: 'التاريخ' },
  another: (question) =>
    `إن احتجت إلى أكثر من ذلك فاكتب في ورقة أخرى، واكتب عليها «السؤال ${question}» واسمك.`,
  noticeBelow: 'تجده كاملًا في آخر النموذج.',
  notice: 'إشعار الخصوصية',
  why: 'لماذا نسأل',
  retention: 'كم نحتفظ بالبيانات',
  next: 'ما يحدث بعد ذلك',
  notBefore: (count) => `لا يصلك الرد قبل ${plural('ar', count, waits)} من استلام الطلب.`,
  contact: 'أين تسلّم النموذج، وكيف تسأل عنه',
};
