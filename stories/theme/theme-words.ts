import type { ColourName, LengthName } from '../../src/core/theme/theme.js';

interface Described {
  readonly name: string;
  readonly use: string;
}

/** All that the editor says, in one language. */
export interface EditorWords {
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly intro: string;
  readonly startFrom: string;
  readonly scheme: string;
  readonly light: string;
  readonly dark: string;
  readonly moreContrast: string;
  readonly colours: string;
  readonly shapes: string;
  readonly text: string;
  readonly hexOf: (name: string) => string;
  readonly notAColour: string;
  readonly contrast: string;
  readonly allHold: (count: number) => string;
  readonly someFail: (count: number, all: number) => string;
  readonly pair: (seen: string, on: string) => string;
  readonly pressed: string;
  readonly off: string;
  readonly kindText: string;
  readonly kindSign: string;
  readonly headings: readonly [pair: string, kind: string, has: string, needs: string, verdict: string];
  readonly passes: string;
  readonly fails: string;
  readonly lowest: (ratio: string, other: string) => string;
  readonly take: string;
  readonly takeHint: string;
  readonly copyCss: string;
  readonly copyTokens: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly preview: string;
  readonly pieces: Readonly<Record<'errors' | 'rating' | 'receipt' | 'tracker' | 'chart', string>>;
  readonly colour: Readonly<Record<ColourName, Described>>;
  readonly length: Readonly<Record<LengthName, Described>>;
  readonly font: Described;
  readonly arabicSize: Described;
  readonly arabicHeight: Described;
  readonly latinSize: Described;
  readonly latinHeight: Described;
}

const ar: EditorWords = {
  direction: 'rtl',
  title: 'محرر المظهر',
  intro: 'غيّر لونًا أو مقاسًا وانظر إلى كل شيء يتغير معه، ثم انسخ النتيجة.',
  startFrom: 'ابدأ من',
  scheme: 'ما الذي تلوّنه الآن؟',
  light: 'الفاتح',
  dark: 'الداكن',
  moreContrast: 'لمن يطلب تباينًا أعلى',
  colours: 'الألوان',
  shapes: 'الأشكال',
  text: 'النص',
  hexOf: (name) => `${name}: رمز اللون`,
  notAColour: 'اكتب ‎#‎ وبعدها ستة رموز، مثل ‎#0b5d4e',
  contrast: 'التباين',
  allHold: (count) => `كل الأزواج كافية التباين: ${count}`,
  someFail: (count, all) => `غير كافٍ: ${count} من ${all}`,
  pair: (seen, on) => `${seen} فوق ${on}`,
  pressed: 'تحت المؤشر',
  off: 'وهو معطّل',
  kindText: 'نص',
  kindSign: 'علامة',
  headings: ['الزوج', 'النوع', 'له', 'يلزمه', 'الحكم'],
  passes: 'كافٍ',
  fails: 'غير كافٍ',
  lowest: (ratio, other) => `أدناه ${ratio} مع ${other}`,
  take: 'خذ النتيجة',
  takeHint: 'ملف CSS للموقع، وملف tokens.json لأدوات التصميم.',
  copyCss: 'انسخ CSS',
  copyTokens: 'انسخ tokens.json',
  copied: 'تم النسخ',
  notCopied: 'لم يسمح المتصفح بالنسخ: حدد النص أدناه وانسخه',
  preview: 'كيف يبدو',
  pieces: {
    errors: 'خطوة فيها أخطاء',
    rating: 'تقييم واختيار',
    receipt: 'الإيصال',
    tracker: 'متابعة الطلب',
    chart: 'رسم النتائج',
  },
  colour: {
    paper: { name: 'الورق', use: 'أرضية النموذج' },
    ink: { name: 'الحبر', use: 'الأسئلة والأجوبة والعناوين' },
    quiet: { name: 'الخافت', use: 'التلميحات وما يتأخر' },
    accent: { name: 'المميِّز', use: 'الأزرار والروابط وما اختير' },
    'on-accent': { name: 'فوق المميِّز', use: 'نص الأزرار' },
    tint: { name: 'الظل', use: 'أرضية ما اختير والملاحظات' },
    field: { name: 'الحقل', use: 'أرضية صناديق الكتابة' },
    line: { name: 'الإطار', use: 'حدود صناديق الكتابة' },
    hairline: { name: 'الفاصل', use: 'خطوط للفصل فقط' },
    focus: { name: 'التركيز', use: 'الحلقة حول ما تقف عليه' },
    danger: { name: 'الخطأ', use: 'نص الأخطاء وخطها' },
    'danger-tint': { name: 'ظل الخطأ', use: 'أرضية ملخص الأخطاء' },
    success: { name: 'التمام', use: 'علامة الإيصال' },
  },
  length: {
    radius: { name: 'استدارة الزوايا', use: 'بالبكسل' },
    'control-size': { name: 'ارتفاع الحقول', use: 'بالبكسل، 44 فأكثر' },
    width: { name: 'أقصى عرض', use: 'بوحدة rem' },
  },
  font: { name: 'الخط', use: 'أسماء بينها فواصل؛ اتركه فارغًا لخط الصفحة' },
  arabicSize: { name: 'حجم العربي', use: 'بوحدة rem' },
  arabicHeight: { name: 'سطر العربي', use: 'ضعف الحجم' },
  latinSize: { name: 'حجم اللاتيني', use: 'بوحدة rem' },
  latinHeight: { name: 'سطر اللاتيني', use: 'ضعف الحجم' },
};

const en: EditorWords = {
  direction: 'ltr',
  title: 'Theme editor',
  intro: 'Change a colour or a size, see everything change with it, and copy what you have made.',
  startFrom: 'Start from',
  scheme: 'What are you colouring?',
  light: 'Light',
  dark: 'Dark',
  moreContrast: 'For who asks for more contrast',
  colours: 'Colours',
  shapes: 'Shapes',
  text: 'Text',
  hexOf: (name) => `${name}: code of the colour`,
  notAColour: 'Write # and six digits, such as #0b5d4e',
  contrast: 'Contrast',
  allHold: (count) => `All ${count} pairs have enough contrast`,
  someFail: (count, all) => `Not enough: ${count} of ${all}`,
  pair: (seen, on) => `${seen} on ${on}`,
  pressed: 'under the pointer',
  off: 'switched off',
  kindText: 'text',
  kindSign: 'sign',
  headings: ['Pair', 'Kind', 'Has', 'Needs', 'Verdict'],
  passes: 'enough',
  fails: 'not enough',
  lowest: (ratio, other) => `lowest ${ratio} with ${other}`,
  take: 'Take it with you',
  takeHint: 'CSS for the site, tokens.json for design tools.',
  copyCss: 'Copy the CSS',
  copyTokens: 'Copy tokens.json',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying: mark the text below and copy it',
  preview: 'How it looks',
  pieces: {
    errors: 'A step with errors',
    rating: 'Rating and choosing',
    receipt: 'The receipt',
    tracker: 'Following a request',
    chart: 'A chart of results',
  },
  colour: {
    paper: { name: 'Paper', use: 'the ground of the form' },
    ink: { name: 'Ink', use: 'questions, answers, headings' },
    quiet: { name: 'Quiet', use: 'hints and what stands back' },
    accent: { name: 'Accent', use: 'buttons, links, what is chosen' },
    'on-accent': { name: 'On accent', use: 'text of buttons' },
    tint: { name: 'Tint', use: 'ground of what is chosen, notes' },
    field: { name: 'Field', use: 'ground of boxes to type in' },
    line: { name: 'Line', use: 'borders of boxes to type in' },
    hairline: { name: 'Hairline', use: 'lines that only divide' },
    focus: { name: 'Focus', use: 'the ring around where you are' },
    danger: { name: 'Danger', use: 'errors, as text and as bar' },
    'danger-tint': { name: 'Danger tint', use: 'ground of the error summary' },
    success: { name: 'Success', use: 'the mark of the receipt' },
  },
  length: {
    radius: { name: 'Corners', use: 'in pixels' },
    'control-size': { name: 'Height of fields', use: 'in pixels, 44 and more' },
    width: { name: 'Greatest width', use: 'in rem' },
  },
  font: { name: 'Typeface', use: 'names with commas between; empty for that of the page' },
  arabicSize: { name: 'Arabic size', use: 'in rem' },
  arabicHeight: { name: 'Arabic line', use: 'times the size' },
  latinSize: { name: 'Latin size', use: 'in rem' },
  latinHeight: { name: 'Latin line', use: 'times the size' },
};

/** What the editor says, by language. */
export const editorWords = { ar, en } as const;
