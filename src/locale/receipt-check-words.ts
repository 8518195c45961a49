/** What `<taafi-receipt-check>` says around the result. */
export interface ReceiptCheckWords {
  readonly title: string;
  readonly intro: string;
  readonly keysLoading: string;
  readonly keysHere: string;
  readonly keysMissing: string;
  readonly tryAgain: string;
  readonly receipt: string;
  readonly receiptHint: string;
  readonly receiptMissing: string;
  readonly attachments: string;
  readonly attachmentsHint: string;
  readonly choose: string;
  readonly chooseAnother: string;
  readonly chooseMore: string;
  readonly remove: (name: string) => string;
  readonly removeShort: string;
  readonly added: (names: string) => string;
  readonly removed: (name: string) => string;
  readonly check: string;
  readonly checking: string;
  readonly reasons: string;
  readonly whatNow: string;
  readonly print: string;
}

export const receiptCheckWords: Readonly<Record<'ar' | 'en', ReceiptCheckWords>> = {
  ar: {
    title: 'فحص إيصال',
    intro: 'اختر ملف الإيصال الذي حفظته، وستعرف هل هو كما ختمته الجمعية. لا يخرج من جهازك شيء.',
    keysLoading: 'يجري تحميل مفاتيح الجمعية…',
    keysHere: 'مفاتيح الجمعية محمّلة. يعمل الفحص الآن حتى من دون اتصال.',
    keysMissing: 'لم تصل مفاتيح الجمعية، فلا يُعرف من ختم الإيصال. تحقق من الاتصال ثم أعد المحاولة.',
    tryAgain: 'أعد المحاولة',
    receipt: 'ملف الإيصال',
    receiptHint: 'ملف ينتهي اسمه بـ \u2066.json\u2069',
    receiptMissing: 'اختر ملف الإيصال',
    attachments: 'المرفقات (اختياري)',
    attachmentsHint: 'الملفات التي أُرفقت بالطلب، لتُقارن بما استُلم.',
    choose: 'اختر ملفًا',
    chooseAnother: 'اختر ملفًا آخر',
    chooseMore: 'أضف ملفًا',
    remove: (name) => `إزالة ${name}`,
    removeShort: 'إزالة',
    added: (names) => `تم اختيار ${names}`,
    removed: (name) => `أُزيل ${name}`,
    check: 'افحص الإيصال',
    checking: 'يجري الفحص…',
    reasons: 'السبب',
    whatNow: 'اسأل الجمعية عن هذا الطلب برقمه المرجعي، ولا تعتمد على ما في الملف قبل ردها.',
    print: 'اطبع النتيجة',
  },
  en: {
    title: 'Check a receipt',
    intro:
      'Choose the receipt file that you kept, and see whether it is as the association sealed it. Nothing leaves your device.',
    keysLoading: 'Loading the association’s keys…',
    keysHere: 'The association’s keys are here. Checking now works without a connection too.',
    keysMissing:
      'The association’s keys did not arrive, so nobody can tell who sealed the receipt. Check the connection and try again.',
    tryAgain: 'Try again',
    receipt: 'Receipt file',
    receiptHint: 'A file whose name ends in .json',
    receiptMissing: 'Choose the receipt file',
    attachments: 'Attachments (optional)',
    attachmentsHint: 'The files that were attached to the request, to compare them with what was received.',
    choose: 'Choose a file',
    chooseAnother: 'Choose another file',
    chooseMore: 'Add a file',
    remove: (name) => `Remove ${name}`,
    removeShort: 'Remove',
    added: (names) => `Chosen: ${names}`,
    removed: (name) => `Removed: ${name}`,
    check: 'Check receipt',
    checking: 'Checking…',
    reasons: 'Why',
    whatNow:
      'Ask the association about the request by its reference number, and rely on nothing in the file until it has answered.',
    print: 'Print result',
  },
};
