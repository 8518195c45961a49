import type { Change, ChangeCode, Effect } from '../core/comparison/change.js';
import type { VersionStep } from '../core/comparison/version-step.js';
import { fill, pickText } from '../core/text.js';
import { fileSize as arFileSize } from './ar-file.js';
import { charactersAfter } from './ar-plural.js';
import { fileSize as enFileSize } from './en-file.js';
import type { PluralForms } from './plural.js';
import { plural } from './plural.js';

type Sentences = Readonly<Record<ChangeCode, readonly [ar: string, en: string]>>;

/** Sentences about what has changed in a form, by code: Arabic and English. */
const sentences: Sentences = {
  'question-removed': [
    'حُذف السؤال «{label}»، وتضيع إجابته من المسودات.',
    'The question “{label}” is gone, and so is its answer in drafts.',
  ],
  'question-renamed': [
    'صار اسم إجابة «{label}» في البيانات \u2066{to}\u2069 بعد أن كان \u2066{from}\u2069، فتضيع من المسودات.',
    'The answer to “{label}” was named {from} and is now named {to}: it is lost from drafts.',
  ],
  'type-changed': [
    'صار نوع الحقل «{label}» \u2066{to}\u2069 بعد أن كان \u2066{from}\u2069، فلا تبقى إجاباته السابقة.',
    '“{label}” was of the type {from} and is now {to}: earlier answers do not hold.',
  ],
  'option-removed': [
    'حُذف الخيار «{option}» من «{label}». من اختاره يختار غيره.',
    'The option “{option}” of “{label}” is gone. Whoever chose it chooses another.',
  ],
  'options-removed': [
    'حُذفت خيارات كثيرة من «{label}»، وعددها {count}. من اختار أحدها يختار غيره.',
    'Many options of “{label}” are gone, {count} of them. Whoever chose one of them chooses another.',
  ],
  'least-raised': [
    'ارتفع أقل ما يقبله «{label}» من {from} إلى {to}.',
    'The least that “{label}” takes has risen from {from} to {to}.',
  ],
  'most-lowered': [
    'انخفض أكثر ما يقبله «{label}» من {from} إلى {to}.',
    'The most that “{label}” takes has fallen from {from} to {to}.',
  ],
  'rule-narrower': [
    'ضاقت قاعدة «{label}»، فلا تُقبل إجابات كانت مقبولة.',
    'The rule of “{label}” is narrower: answers that were right are refused now.',
  ],
  'rule-changed': [
    'تغيّرت قاعدة «{label}»، وقد لا تُقبل إجابات كانت مقبولة.',
    'The rule of “{label}” is another: answers that were right may be refused now.',
  ],
  'question-added': [
    'سؤال جديد تلزم الإجابة عنه: «{label}».',
    'A new question that has to be answered: “{label}”.',
  ],
  'question-added-optional': [
    'سؤال جديد اختياري: «{label}».',
    'A new question, which may be left out: “{label}”.',
  ],
  'now-required': [
    'صارت الإجابة عن «{label}» لازمة، وكانت اختيارية.',
    '“{label}” has to be answered now. It could be left out before.',
  ],
  'statement-changed': [
    'تغيّر نص الإقرار «{label}». يوافق عليه من جديد كل من وافق عليه.',
    'The sentence of “{label}” is another. Whoever agreed to it has to agree anew.',
  ],
  'condition-dropped': [
    'صار «{label}» يظهر للجميع، وكان يظهر بشرط.',
    'Everybody is shown “{label}” now. It was shown under a condition.',
  ],
  'condition-changed': [
    'تغيّر شرط ظهور «{label}»، فقد يظهر لمن لم يُسأل عنه.',
    'The condition of “{label}” is another: some may be asked who were not.',
  ],
  'purpose-added': ['صار للحقل «{label}» غرض معلن: {to}', 'It is said now why “{label}” is asked: {to}'],
  'purpose-dropped': ['لم يعد يُذكر لماذا يُطلب «{label}».', 'It is no longer said why “{label}” is asked.'],
  'purpose-changed': [
    'تغيّر الغرض من «{label}». كان: {from}. وصار: {to}',
    '“{label}” is asked for another purpose. It was: {from}. It is: {to}',
  ],
  'purpose-words': [
    'تغيّر نص أحد الأغراض. كان: {from}. وصار: {to}',
    'The words of a purpose are others. They were: {from}. They are: {to}',
  ],
  'retention-changed': [
    'تغيّر ما يُقال عن حفظ البيانات. كان: {from} وصار: {to}',
    'What is said of keeping the data is another. It was: {from} It is: {to}',
  ],
  'retention-dropped': ['لم يعد يُذكر إلى متى تُحفظ البيانات.', 'It is no longer said how long data are kept.'],
  'retention-added': ['صار يُذكر إلى متى تُحفظ البيانات: {to}', 'It is said now how long data are kept: {to}'],
  'notice-changed': [
    'تغيّر إشعار الخصوصية. من وافق عليه يحتاج أن يقرأه من جديد.',
    'The privacy notice is another. Whoever agreed to it needs to read it again.',
  ],
  'option-added': ['خيار جديد في «{label}»: «{option}».', 'A new option of “{label}”: “{option}”.'],
  'option-moved': [
    'تغيّر ترتيب الخيار «{option}» في «{label}».',
    'The option “{option}” of “{label}” has another place.',
  ],
  'options-added': [
    'خيارات جديدة كثيرة في «{label}»، وعددها {count}.',
    'Many new options of “{label}”, {count} of them.',
  ],
  'options-moved': [
    'تغيّر ترتيب خيارات كثيرة في «{label}»، وعددها {count}.',
    'Many options of “{label}” have another place, {count} of them.',
  ],
  'least-lowered': [
    'انخفض أقل ما يقبله «{label}» من {from} إلى {to}.',
    'The least that “{label}” takes has fallen from {from} to {to}.',
  ],
  'most-raised': [
    'ارتفع أكثر ما يقبله «{label}» من {from} إلى {to}.',
    'The most that “{label}” takes has risen from {from} to {to}.',
  ],
  'rule-wider': [
    'اتسعت قاعدة «{label}»، فتُقبل إجابات لم تكن تُقبل.',
    'The rule of “{label}” is wider: answers that were refused are taken now.',
  ],
  'no-longer-required': ['لم تعد الإجابة عن «{label}» لازمة.', '“{label}” no longer has to be answered.'],
  'condition-added': [
    'صار «{label}» يظهر بشرط، وكان يظهر للجميع. لا تُرسل إجابة من لا يظهر له.',
    '“{label}” is shown under a condition now. The answer of whoever does not see it is not sent.',
  ],
  'value-changed': [
    'صارت قيمة «{label}» تُحسب بطريقة أخرى.',
    'The value of “{label}” is worked out in another way.',
  ],
  'sensitive-now': [
    'صار «{label}» حساسًا: لا يملؤه المتصفح، ولا يأتي من عنوان الصفحة.',
    '“{label}” counts as sensitive now: no browser fills it in, and no address may hold it.',
  ],
  'sensitive-no-longer': ['لم يعد «{label}» حساسًا.', '“{label}” no longer counts as sensitive.'],
  'detail-changed': ['تغيّر «{key}» في الحقل «{label}».', 'The key “{key}” of “{label}” has changed.'],
  'question-moved': [
    'تغيّر موضع السؤال «{label}» في خطوته.',
    'The question “{label}” has another place in its step.',
  ],
  'question-to-step': [
    'انتقل السؤال «{label}» إلى الخطوة «{step}».',
    'The question “{label}” has gone to the step “{step}”.',
  ],
  'step-added': ['خطوة جديدة: «{label}».', 'A new step: “{label}”.'],
  'step-removed': ['حُذفت الخطوة «{label}».', 'The step “{label}” is gone.'],
  'step-moved': ['تغيّر موضع الخطوة «{label}».', 'The step “{label}” has another place.'],
  'language-added': [
    'صار النموذج متاحًا بلغة أخرى: \u2066{language}\u2069',
    'The form is there in another language: {language}',
  ],
  'language-removed': [
    'لم يعد النموذج متاحًا بهذه اللغة: \u2066{language}\u2069',
    'The form is no longer there in this language: {language}',
  ],
  'answer-time': [
    'كان الرد لا يأتي قبل {from}، وصار لا يأتي قبل {to}.',
    'The answer came after {from} at the earliest, and now after {to}.',
  ],
  'prefill-changed': ['تغيّرت الحقول التي قد تُملأ مسبقًا.', 'Other fields may be filled in beforehand.'],
  'survey-changed': ['تغيّر ما يُحسب من الاستبيان.', 'What is counted of the survey is another.'],
  'label-changed': ['صار السؤال «{from}» يُكتب هكذا: «{to}».', 'The question “{from}” now reads “{to}”.'],
  'words-changed': ['تغيّرت كلمات حول «{label}».', 'Words around “{label}” are others.'],
  'option-words': [
    'صار الخيار «{from}» في «{label}» يُكتب هكذا: «{to}».',
    'The option “{from}” of “{label}” now reads “{to}”.',
  ],
  'options-words': [
    'تغيّرت كلمات خيارات كثيرة في «{label}»، وعددها {count}.',
    'Many options of “{label}” read otherwise, {count} of them.',
  ],
  'text-added': ['نص جديد: «{label}».', 'A new text: “{label}”.'],
  'text-removed': ['حُذف النص «{label}».', 'The text “{label}” is gone.'],
  'step-words': [
    'تغيّر عنوان الخطوة «{label}» أو مقدمتها.',
    'The heading or the introduction of the step “{label}” is another.',
  ],
  'title-changed': [
    'صار عنوان النموذج «{to}»، وكان «{from}».',
    'The form is called “{to}” now. It was called “{from}”.',
  ],
  'form-words': [
    'تغيّرت كلمات في صفحة البداية أو المراجعة أو الإيصال.',
    'Words on the start page, the review or the receipt are others.',
  ],
};

/** Limits of days and times of day, which do not rise and fall. */
const momentSentences: Readonly<
  Partial<Record<ChangeCode, Readonly<Record<'day' | 'time', readonly [ar: string, en: string]>>>>
> = {
  ...bothWays(['least-raised', 'least-lowered'], {
    day: [
      'صار أول يوم يقبله «{label}» \u2066{to}\u2069، وكان \u2066{from}\u2069.',
      'The first day that “{label}” takes is {to} now. It was {from}.',
    ],
    time: [
      'صار أبكر وقت يقبله «{label}» \u2066{to}\u2069، وكان \u2066{from}\u2069.',
      'The earliest time that “{label}” takes is {to} now. It was {from}.',
    ],
  }),
  ...bothWays(['most-raised', 'most-lowered'], {
    day: [
      'صار آخر يوم يقبله «{label}» \u2066{to}\u2069، وكان \u2066{from}\u2069.',
      'The last day that “{label}” takes is {to} now. It was {from}.',
    ],
    time: [
      'صار آخر وقت يقبله «{label}» \u2066{to}\u2069، وكان \u2066{from}\u2069.',
      'The latest time that “{label}” takes is {to} now. It was {from}.',
    ],
  }),
};

function bothWays<Said>(codes: readonly ChangeCode[], said: Said): Partial<Record<ChangeCode, Said>> {
  return Object.fromEntries(codes.map((code) => [code, said]));
}

/** The sentence of a change: that of a day or a time where its limits are such. */
function sentenceOf({ code, params: { to } }: Change): readonly [ar: string, en: string] {
  const moment = /^\d{4}-\d\d-\d\d$/.test(String(to))
    ? 'day'
    : /^\d\d:\d\d$/.test(String(to))
      ? 'time'
      : undefined;
  return (moment && momentSentences[code]?.[moment]) ?? sentences[code];
}

const characters: readonly [ar: PluralForms, en: PluralForms] = [
  charactersAfter,
  { one: '{n} character', other: '{n} characters' },
];

/** A number as the sentence about a change says it. */
function said(value: number, { code, params: { unit } }: Change, language: 'ar' | 'en'): string | number {
  const index = language === 'ar' ? 0 : 1;
  if (code === 'answer-time') return plural(language, value, days[index]);
  if (unit === 'characters') return plural(language, value, characters[index]);
  if (unit === 'bytes') return language === 'ar' ? arFileSize(value) : enFileSize(value);
  return value;
}

const days: readonly [ar: PluralForms, en: PluralForms] = [
  { zero: 'أي مدة', one: 'يوم واحد', two: 'يومين', few: '{n} أيام', many: '{n} يومًا', other: '{n} يوم' },
  { one: '{n} day', other: '{n} days' },
];

/** What has changed, as one sentence in Arabic or English. */
export function changeSentence(change: Change, language: 'ar' | 'en'): string {
  const { params } = change;
  const index = language === 'ar' ? 0 : 1;
  const quoted = languageOfChange(params, language);
  const values = Object.entries(params).map(([name, value]) => {
    if (typeof value !== 'number')
      return [name, oneLine(pickText(value, name === 'from' || name === 'to' ? quoted : language))] as const;
    return [name, said(value, change, language)] as const;
  });
  return fill(sentenceOf(change)[index], Object.fromEntries(values));
}

/** Where words have changed in the other language alone, they are quoted in that one. */
function languageOfChange({ from = '', to = '' }: Change['params'], language: string): string {
  if (typeof from !== 'object' || typeof to !== 'object' || from[language] !== to[language]) return language;
  return Object.keys(to).find((other) => from[other] !== to[other]) ?? language;
}

/** A text of several lines in one, without what a terminal would act on. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** What `taafi diff` says around the sentences. */
export interface ChangeWords {
  readonly headings: Readonly<Record<Effect, string>>;
  readonly nothing: string;
  readonly version: (step: VersionStep) => string;
}

export const changeWords: Readonly<Record<'ar' | 'en', ChangeWords>> = {
  ar: {
    headings: {
      invalid: 'إجابات في المسودات لم تعد صالحة',
      asked: 'ما يُسأل عنه أو يُوافق عليه من جديد',
      other: 'تغييرات لا تمسّ ما كُتب',
      wording: 'صياغة فقط',
    },
    nothing: 'لا يتغيّر شيء على من يعبّئ النموذج.',
    version: ({ mustRise, hasRisen, suggested }) => {
      if (!mustRise) return 'لا يلزم رفع الإصدار.';
      return hasRisen ? 'رُفع الإصدار كما يلزم.' : `ارفع "version". يكفي \u2066${suggested}\u2069`;
    },
  },
  en: {
    headings: {
      invalid: 'Answers in drafts that no longer hold',
      asked: 'Asked, or to be agreed to, anew',
      other: 'Changes that leave answers as they are',
      wording: 'Only words',
    },
    nothing: 'Nothing changes for whoever fills the form in.',
    version: ({ mustRise, hasRisen, suggested }) => {
      if (!mustRise) return 'The version need not rise.';
      return hasRisen ? 'The version has risen, as it must.' : `Raise "version": ${suggested} will do.`;
    },
  },
};
