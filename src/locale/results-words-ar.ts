import { arDates } from './ar-dates.js';
import type { PluralForms } from './plural.js';
import { plural } from './plural.js';
import type { ResultsWords } from './results-words.js';
import { arabicWait } from './waits.js';

const count = (n: number, forms: PluralForms) => plural('ar', n, forms).replace(String(n), grouped(n));

const grouped = (n: number) => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');

const answers: PluralForms = {
  zero: 'لا إجابات',
  one: 'إجابة واحدة',
  two: 'إجابتان',
  few: '{n} إجابات',
  many: '{n} إجابة',
  other: '{n} إجابة',
};

const people: PluralForms = {
  zero: 'لا أحد',
  one: 'شخص واحد',
  two: 'شخصان',
  few: '{n} أشخاص',
  many: '{n} شخصًا',
  other: '{n} شخص',
};

/** As the survey offers it. */
const notApplicable = '«لا ينطبق / لا أرغب في الإجابة»';

/** The words of the results in Arabic, the source. */
export const resultsWordsAr: ResultsWords = {
  language: 'ar',
  direction: 'rtl',
  dates: arDates,
  languageLabel: 'لغة الصفحة',
  audience: { external: 'رأي المستفيدين', internal: 'رأي العاملين في الجمعية' },
  loading: 'تُجمع النتائج…',
  percent: (number) => `\u2066${number}\u2069٪`,
  between: (low, high) => `بين \u2066${low}\u2069 و\u2066${high}\u2069`,
  responses: (n) => `أجاب عن الاستبيان ${count(n, people)}`,
  answers: (n) => count(n, answers),
  people: (n) => count(n, people),
  hidden: 'محجوب: أقل من 5 إجابات، أو يكشف ما هو أقل منها',
  nothing: 'أقل من 5 أشخاص أجابوا، فلا نعرض شيئًا. ستظهر النتائج حين يزيد العدد.',
  few: 'أقل من 30 إجابة، فلا تُقارن بغيرها',
  secure: 'الخط على كل رقم هو مجال الثقة به: لو سُئل الجميع لوقع الرقم داخل هذا المجال 95 مرة من كل 100.',
  access: {
    title: 'نتائج الاستبيان',
    intro: 'النتائج لموظفي الجمعية. اكتب رمز الدخول الخاص بك لتراها. وليس فيها ما يدل على صاحب إجابة.',
    token: 'رمز الدخول',
    hint: 'يبقى في هذه الصفحة وحدها، ولا يُحفظ على الجهاز.',
    open: 'اعرض النتائج',
    opening: 'تُفتح النتائج…',
    missing: 'اكتب رمز الدخول',
    lock: 'قفل',
    lockHint: 'يُنسى رمز الدخول وتُخفى النتائج. افعل ذلك قبل أن تترك الجهاز.',
    locked: 'أُقفلت النتائج، ولم يبقَ منها شيء على هذا الجهاز.',
    troubleTitle: 'لم تُفتح النتائج',
    tryAgain: 'حاول مرة أخرى',
  },
  troubles: {
    offline: 'جهازك غير متصل بالإنترنت. اتصل بالإنترنت ثم حاول مرة أخرى.',
    unreachable: 'تعذّر الوصول إلى خادم الجمعية. تحقق من الاتصال ثم حاول مرة أخرى.',
    busy: 'الخدمة مشغولة الآن. حاول مرة أخرى بعد دقائق.',
    tooMany: (wait) =>
      `كثرت المحاولات فأوقفناها. حاول مرة أخرى بعد ${wait === undefined ? 'دقائق' : arabicWait(wait)}.`,
    token: 'رمز الدخول غير صحيح، أو أُوقف العمل به. راجعه ثم حاول مرة أخرى.',
    role: 'رمز الدخول صحيح، لكن دورك لا يسمح بالاطلاع على النتائج. اطلب ذلك من المسؤول عن النظام.',
    unknown: 'لا يوجد استبيان بهذا الاسم في خادم الجمعية. راجع إعداد الصفحة.',
    refused: 'لم يقبل الخادم هذا الطلب. غيّر ما اخترته ثم حاول مرة أخرى.',
    unexpected: 'لم يصل من الخادم رد مفهوم. حاول مرة أخرى بعد دقائق.',
  },
  filter: {
    title: 'أي الإجابات تريد؟',
    from: 'من شهر',
    to: 'إلى شهر',
    step: 'المناسبة',
    all: 'الكل',
    firstMonth: 'أول شهر',
    lastMonth: 'آخر شهر',
    apply: 'طبّق',
    clear: 'اعرض الكل',
    applied: (responses) => `النتائج الآن لما اخترته. ${responses}`,
  },
  export: {
    csv: 'تنزيل الجدول (CSV)',
    png: 'صورة PNG',
    pngOf: (title) => `صورة PNG: ${title}`,
    pngFailed: 'لم يستطع المتصفح صنع الصورة. يمكنك أن تطبع الصفحة بدلًا منها.',
    print: 'طباعة',
  },
  sections: {
    headline: 'النتيجة باختصار',
    participation: 'من شارك',
    items: 'ما الذي يُرضي الناس',
    distributions: 'كيف أجاب الناس',
    shares: 'ما الذي يعوق الناس، وما اختاروه',
    rankings: 'ما الأهم عند الناس',
    compare: 'بين الأشهر، وبين الفئات',
    comments: 'ما كتبه الناس',
  },
  kinds: { csat: 'الرضا', ces: 'السهولة', nps: 'التوصية بالجمعية' },
  clause: (clause) => `السياسة \u2066${clause}\u2069`,
  formula: 'طريقة الحساب',
  mean: (mean) => `المتوسط ${mean}`,
  notApplicable: (n) =>
    n === 0
      ? `لم يختر أحد ${notApplicable}`
      : `اختار ${count(n, people)} ${notApplicable}، ولا يدخل ذلك في الحساب`,
  participation: {
    counts: (invited, started, completed) =>
      `دُعي إلى الاستبيان: ${invited}. بدأ: ${started}. أكمل: ${completed}.`,
    fewer: 'أقل من 5',
    hidden: 'محجوب: أقل من 5 أشخاص، أو يكشف عددًا أقل منهم',
    few: 'أقل من 30 شخصًا، فلا تُقارن النسبة بغيرها',
    response: 'نسبة الاستجابة: من أكمل ممن دُعي',
    completion: 'نسبة الإكمال: من أكمل ممن بدأ',
    rates: 'نسبة من أجابوا',
    brokeOff: 'أين توقف من لم يكمل',
    brokeOffHint: 'الصفحة التي توقف عندها أكثر الناس أولى بالمراجعة.',
    place: (title) => `صفحة «${title}»`,
  },
  charts: {
    items: 'نسبة الراضين في كل بند',
    distribution: (title) => `توزيع الإجابات: ${title}`,
    trend: (title) => `${title}: شهرًا بعد شهر`,
    bySlice: (title, kind) => `${title}: بحسب «${kind}»`,
    byStep: 'المناسبة',
    chosen: 'المقياس',
    meanPlace: (place) => `متوسط المرتبة ${place}`,
    meanPlaceColumn: 'متوسط المرتبة',
    rankHint: 'الشريط نسبة من وضعوه أولًا. ومتوسط المرتبة لمن رتّبوه وحدهم، والأقرب فيه إلى 1 أهم.',
    table: 'الأرقام في جدول',
    what: 'البند',
    month: 'الشهر',
    value: 'القيمة',
    count: 'العدد',
    legend: 'الخط السميك هو القيمة، والنطاق حوله مجال الثقة 95٪.',
    fewLegend: 'الشريط المخطط والدائرة الفارغة: أقل من 30 إجابة.',
  },
  findings: {
    one: (label, value) => `${label}: ${value}.`,
    ends: (highest, most, lowest, least) => `أعلاها «${highest}» ${most}، وأدناها «${lowest}» ${least}.`,
    most: {
      sure: (label, value) => `أكثر ما اختير «${label}» ${value}.`,
      unsure: 'لا جواب اختير أكثر من غيره بفرق مؤكد.',
    },
    first: {
      sure: (label, value) => `الأهم «${label}»، وضعه أولًا ${value}.`,
      unsure: 'لا شيء وُضع أولًا أكثر من غيره بفرق مؤكد.',
    },
    left: {
      sure: (label, value) => `أكثر ما توقف الناس عند ${label}: ${value}.`,
      unsure: 'لا صفحة توقف عندها الناس أكثر من غيرها بفرق مؤكد.',
    },
    last: (month, value) => `آخر ما عُرف في ${month}: ${value}.`,
    up: (month) => `▲ ارتفع في ${month} عن الشهر الذي قبله.`,
    down: (month) => `▼ انخفض في ${month} عن الشهر الذي قبله.`,
    noChange: 'لا فرق مؤكدًا بين شهر والذي قبله.',
    noDifference: 'لا فرق مؤكدًا بينها، فمجالات الثقة متداخلة.',
    none: 'لا يوجد ما يكفي من الإجابات لعرضه.',
  },
  comments: {
    intro:
      'حُذف منها ما عُرف من أسماء وأرقام قبل أن يقرأها أحد. إن رأيت ما يدل على صاحبه فأخبر المسؤول عن النظام، ولا تنقله.',
    none: 'لم يكتب أحد شيئًا.',
    count: (n) =>
      count(n, {
        zero: 'لا تعليقات',
        one: 'تعليق واحد',
        two: 'تعليقان',
        few: '{n} تعليقات',
        many: '{n} تعليقًا',
        other: '{n} تعليق',
      }),
    more: (n) =>
      `اعرض ${count(n, {
        one: 'تعليقًا آخر',
        two: 'تعليقين آخرين',
        few: '{n} تعليقات أخرى',
        many: '{n} تعليقًا آخر',
        other: '{n} تعليق آخر',
      })}`,
  },
};
