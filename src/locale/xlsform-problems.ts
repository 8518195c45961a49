import { fill } from '../core/text.js';
import type { CellProblem } from '../core/xlsform/sheets.js';
import { problemSentence } from './definition-problems.js';

/** What of a spreadsheet is not in the form made of it, by code: Arabic and English. */
const sentences: Readonly<Record<string, readonly [ar: string, en: string]>> = {
  'no-survey': ['لا ورقة في الملف باسم survey.', 'The file has no sheet named “survey”.'],
  'nothing-asked': [
    'لا سؤال في ورقة survey يمكن أن يُسأل. اكتب كل سؤال في سطر: type و name و label.',
    'The sheet “survey” has no question that could be asked. Write each in a row, with its type, name and label.',
  ],
  'row-empty': [
    'لا اسم ولا نص في هذا السطر ({value}). تُرك هذا السطر.',
    'This row ({value}) has neither a name nor words. It was left out.',
  ],
  'sheet-unread': ['لا تُقرأ هذه الورقة.', 'This sheet is not read.'],
  'column-unread': ['العمود «{value}» لا يُقرأ.', 'The column “{value}” is not read.'],
  'language-unknown': [
    'لغة العمود «{value}» غير معروفة. اكتب رمزها بين قوسين، مثل label::Arabic (ar).',
    'The language of the column “{value}” is not known. Write its code in brackets, as in label::Arabic (ar).',
  ],
  'type-missing': ['السطر بلا نوع.', 'The row has no type.'],
  'type-unread': [
    'لا نوع في الصيغة يقابل «{value}». تُرك هذا السطر.',
    'The format has no type for “{value}”. This row was left out.',
  ],
  'list-unknown': [
    'قائمة الخيارات في «{value}» ليست في ورقة choices. تُرك هذا السطر.',
    'The list of options in “{value}” is not in the sheet “choices”. This row was left out.',
  ],
  'device-data': [
    'يجمع «{value}» بيانات عن الجهاز أو من يستعمله، ولا يجمعها هذا النموذج. تُرك هذا السطر.',
    '“{value}” gathers data about the device or who uses it, which this form does not. This row was left out.',
  ],
  'loses-time-of-day': ['يُسأل عن اليوم فقط، دون الساعة.', 'Only the day is asked for, not the time.'],
  'loses-coordinates': [
    'يُطلب رابط الموقع على الخريطة، لا إحداثيات الجهاز.',
    'A link to the place on a map is asked for, not the device’s coordinates.',
  ],
  'loses-scanning': ['يُكتب الرمز ولا يُمسح.', 'The code is typed, not scanned.'],
  'name-twice': [
    'الاسم «{value}» مستعمل في سطر سابق. الشروط التي تذكره تعني السطر الأخير.',
    'The name “{value}” stands in an earlier row too. Conditions that name it mean the last one.',
  ],
  'not-open': ['لا شيء مفتوح يغلقه «{value}».', 'There is nothing open for “{value}” to close.'],
  'not-closed': ['لم تُغلق المجموعة «{value}».', 'The group “{value}” is not closed.'],
  'nested-too-deep': [
    'المجموعة «{value}» داخل مجموعات كثيرة، فوُضعت أسئلتها في المجموعة التي حولها.',
    'The group “{value}” is inside too many others; its questions stand in the group around it.',
  ],
  'group-empty': [
    'لا أسئلة في «{value}». تُركت المجموعة.',
    'There are no questions in “{value}”. It was left out.',
  ],
  'label-missing': [
    'لا نص هنا، فكُتب الاسم «{value}» مكانه.',
    'There are no words here; the name “{value}” stands in their place.',
  ],
  'reference-in-text': [
    'لا تُذكر الإجابات داخل النصوص. بقي النص كما هو: {value}',
    'Answers cannot be put into texts. The text is left as it is: {value}',
  ],
  'choice-incomplete': [
    'الخيار «{value}» ناقص: يلزم list_name و name.',
    'The option “{value}” is incomplete: it needs list_name and name.',
  ],
  'choice-twice': ['الخيار «{value}» مكرر في قائمته.', 'The option “{value}” stands twice in its list.'],
  'required-unread': [
    'لا يكون السؤال مطلوبًا بشرط: {value}',
    'A question cannot be required under a condition: {value}',
  ],
  'relevant-unread': [
    'لم يُقرأ هذا الشرط، فيظهر السؤال دائمًا: {value}',
    'This condition was not read, so the question is always shown: {value}',
  ],
  'constraint-unread': ['لم يُقرأ هذا القيد: {value}', 'This constraint was not read: {value}'],
  'calculation-unread': ['لم يُقرأ هذا الحساب: {value}', 'This calculation was not read: {value}'],
  'calculation-missing': ['لا حساب في هذا السطر.', 'The row has no calculation.'],
  'count-unread': ['عدد مرات التكرار ليس رقمًا: {value}', 'The count of the repeat is no number: {value}'],
  'appearance-unread': ['لا يُعرف المظهر «{value}».', 'The appearance “{value}” is not known.'],
  'parameters-unread': ['لم تُقرأ المعاملات: {value}', 'The parameters were not read: {value}'],
  'cell-refused': [
    'تُرك هذا ({written}) لأن النموذج لا يقبله: {reason}',
    'This was left out ({written}), for the form does not take it: {reason}',
  ],
  'row-refused': [
    'تُرك هذا السطر ({written}) لأن النموذج لا يقبله: {reason}',
    'This row was left out ({written}), for the form does not take it: {reason}',
  ],
};

/** The sentence about one cell. */
export function cellSentence({ code, params }: CellProblem, language: 'ar' | 'en'): string {
  const [ar, en] = sentences[code] ?? [code, code];
  // Why the format refuses it is said in the format's own sentence.
  const { reason: refused } = params;
  const reason =
    refused === undefined
      ? {}
      : {
          reason: problemSentence(
            { pointer: '', code: String(refused), severity: 'error', params },
            language,
          ),
        };
  return fill(language === 'ar' ? ar : en, { ...params, ...reason });
}

/** Why a workbook cannot be read at all. */
export const workbookSentences = {
  'not-a-workbook': ['ليس هذا ملف ‎.xlsx سليمًا.', 'This is no .xlsx workbook.'],
  'old-workbook': [
    'هذا ملف قديم (‎.xls) أو محمي بكلمة سر. احفظه بصيغة ‎.xlsx دون كلمة سر.',
    'This is an old .xls, or it has a password. Save it as .xlsx without one.',
  ],
  'too-large': ['الملف أكبر مما يكون عليه استبيان.', 'The file is larger than any survey is.'],
  broken: [
    'الملف تالف. افتحه في برنامج الجداول واحفظه من جديد.',
    'The file is broken. Open it in a spreadsheet program and save it again.',
  ],
  doctype: [
    'في الملف ما لا يكون في ملفات الجداول (DOCTYPE).',
    'The file holds what no workbook has (a DOCTYPE).',
  ],
} as const;
