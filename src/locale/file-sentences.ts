import { fill } from '../core/text.js';

/** Why a file cannot be read, by the code of the file system: Arabic and English. */
const sentences: Readonly<Record<string, readonly [ar: string, en: string]>> = {
  ENOENT: ['لا يوجد ملف بهذا الاسم', 'there is no such file'],
  ENOTDIR: ['لا يوجد ملف بهذا الاسم', 'there is no such file'],
  EISDIR: ['هذا مجلد. سمّ ملفًا فيه', 'that is a folder; name a file in it'],
  EACCES: ['لا إذن لك بقراءته', 'you may not read it'],
  EPERM: ['لا إذن لك بقراءته', 'you may not read it'],
  ERR_FS_FILE_TOO_LARGE: ['الملف أكبر من أن يُقرأ', 'it is too large to be read'],
};

const meantSentence = ['هل تقصد \u2066{meant}\u2069؟', 'did you mean {meant}?'] as const;

/** Why a file cannot be read, and which was probably meant. */
export function unreadSentence(code: string, meant: string | undefined, language: 'ar' | 'en'): string {
  const index = language === 'ar' ? 0 : 1;
  const why = (sentences[code] ?? [code, code])[index];
  if (meant === undefined) return why;
  return `${why}${index === 0 ? '. ' : '; '}${fill(meantSentence[index], { meant })}`;
}
