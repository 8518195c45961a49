import { count } from './ar-count.js';
import { fromThree } from './ar-plural.js';
import type { FileMessages } from './messages.js';
import type { PluralForms } from './plural.js';

const papers = fromThree('ملفات', 'ملفًا', 'ملف');
const files: PluralForms = { one: 'ملف واحد', two: 'ملفان', ...papers };
/** After a verb that takes them. */
export const filesAfter: PluralForms = { one: 'ملف واحد', two: 'ملفين', ...papers };

const kindsOfFile = { photos: 'صورة', pdf: 'ملف PDF', both: 'صورة أو ملف PDF' } as const;

/** What fields for files say in Arabic. */
export const arFile: FileMessages = {
  file: {
    choose: 'اختر ملفًا أو التقط صورة',
    chooseMore: 'أضف ملفًا آخر',
    rules: (kinds, size, most) => `${kindsOfFile[kinds]}، حتى ${size}، و${count(most, files)} على الأكثر.`,
    remove: (name) => `حذف الملف ${name}`,
    removeShort: 'حذف',
    added: (name) => `أُرفق الملف ${name}`,
    removed: (name) => `حُذف الملف ${name}`,
    size: fileSize,
  },
  photos: {
    smaller: 'نصغّر الصور قبل إرسالها ونحذف منها مكان التصوير وبيانات الجهاز.',
    original: 'نحذف من الصور قبل إرسالها مكان التصوير وبيانات الجهاز.',
    pending: 'تُجهَّز الصورة…',
    uncleaned: 'لم نستطع أن نحذف من هذه الصورة مكان التصوير وبيانات الجهاز.',
  },
};

/** The size of a file in words. */
export function fileSize(bytes: number): string {
  return bytes < 999_500
    ? `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} كيلوبايت`
    : `${Math.round(bytes / 100_000) / 10} ميغابايت`;
}
