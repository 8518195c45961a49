/** What stands on the page of `taafi preview`, for whoever is writing a form. */
export const previewWords = {
  page: { ar: 'معاينة', en: 'Preview' },
  language: { ar: 'لغة النموذج', en: 'Language of the form' },
  screen: { ar: 'الشاشة', en: 'Screen' },
  both: { ar: 'الاثنتان', en: 'Both' },
  phone: { ar: 'هاتف', en: 'Phone' },
  desktop: { ar: 'حاسوب', en: 'Computer' },
  phoneFrame: { ar: 'النموذج على شاشة هاتف', en: 'The form on a phone' },
  desktopFrame: { ar: 'النموذج على شاشة حاسوب', en: 'The form on a computer' },
  scheme: { ar: 'الإضاءة', en: 'Appearance' },
  light: { ar: 'فاتح', en: 'Light' },
  dark: { ar: 'داكن', en: 'Dark' },
  numerals: { ar: 'الأرقام', en: 'Numerals' },
  theme: { ar: 'المظهر', en: 'Theme' },
  noTheme: { ar: 'بلا مظهر', en: 'None' },
  faults: { ar: 'ما وُجد في الملف', en: 'What was found in the file' },
  errors: { ar: 'أخطاء', en: 'Errors' },
  warnings: { ar: 'تنبيهات', en: 'Warnings' },
  error: { ar: 'خطأ', en: 'Error' },
  warning: { ar: 'تنبيه', en: 'Warning' },
  none: { ar: 'لا أخطاء ولا تنبيهات.', en: 'No errors and no warnings.' },
  line: { ar: 'السطر', en: 'Line' },
  column: { ar: 'العمود', en: 'column' },
  waiting: {
    ar: 'يظهر النموذج هنا حين تُصحَّح الأخطاء.',
    en: 'The form appears here once the errors are mended.',
  },
  isOlder: {
    ar: 'يظهر النموذج كما كان قبل الخطأ، ويتغيّر حين يُصحَّح الملف.',
    en: 'The form is shown as it was before the error, and changes once the file is mended.',
  },
  isCut: {
    ar: 'توقفت المعاينة. شغّل taafi preview من جديد.',
    en: 'The preview has stopped. Start taafi preview again.',
  },
  answers: { ar: 'ما كان سيُرسل', en: 'What would be sent' },
  nothingSent: {
    ar: 'لم يُرسل شيء إلى أي جهة. هذه الإجابات بصيغتها المخزّنة:',
    en: 'Nothing was sent anywhere. These are the answers in their stored form:',
  },
  close: { ar: 'إغلاق', en: 'Close' },
  gone: {
    ar: 'الملف غير موجود. يُقرأ من جديد حين يعود.',
    en: 'The file is not there. It is read again once it is back.',
  },
} as const;

/** Data to declare in the preview of a declaration, which has none of its own. */
export const sampleData = {
  ar: [
    { label: 'الاسم', value: 'اسم للتجربة' },
    { label: 'المدينة', value: 'الدمام' },
  ],
  en: [
    { label: 'Name', value: 'A name to try it with' },
    { label: 'City', value: 'Dammam' },
  ],
} as const;
