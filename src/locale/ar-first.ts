import { count } from './ar-count.js';
import { arPressed } from './ar-exit.js';
import { charactersAfter } from './ar-plural.js';
import type { FirstMessages } from './messages.js';
import { unreached } from './unreached.js';

/** What a form says in Arabic on its first page. */
export const arFirst: FirstMessages = {
  direction: 'rtl',
  languageName: 'العربية',
  yes: 'نعم',
  no: 'لا',
  notApplicable: 'لا ينطبق / لا أرغب في الإجابة',
  optional: '(اختياري)',
  clear: (name) => `مسح الإجابة: ${name}`,
  clearShort: 'مسح الإجابة',
  continue: 'متابعة',
  sendAnswers: 'أرسل إجاباتي',
  back: 'رجوع',
  start: 'ابدأ الآن',
  cancel: 'إلغاء',
  close: 'إغلاق',
  tryAgain: unreached.ar.tryAgain,
  loading: 'يُفتح النموذج…',
  unavailable: unreached.ar.unavailable,
  forAdministrator: 'لمسؤول الموقع: ما الذي منع ظهور النموذج',
  step: (current, total) => `الخطوة ${current} من ${total}`,
  progress: 'تقدمك في الطلب',
  errorPrefix: 'خطأ:',
  errorSummary: 'هناك ما يحتاج إلى تعديل',
  charactersLeft: (n) =>
    count(n, {
      zero: 'لم يبق لك أي حرف',
      one: 'بقي لك حرف واحد',
      two: 'بقي لك حرفان',
      few: 'بقي لك {n} أحرف',
      many: 'بقي لك {n} حرفًا',
      other: 'بقي لك {n} حرف',
    }),
  charactersOver: (n) => `زدت على الحد بمقدار ${count(n, charactersAfter)}`,
  exit: {
    button: 'خروج سريع',
    hint: 'يفتح موقعًا آخر ويمسح ما كتبته. لا يمسح سجل المتصفح. يمكنك أيضًا الضغط على Shift ثلاث مرات.',
    leaving: 'يُفتح موقع آخر…',
    pressed: arPressed,
  },
  notice: {
    controller: 'من يحفظ بياناتك',
    contact: 'كيف تتواصل بشأن بياناتك',
    basis: 'السند النظامي',
    purposes: 'لماذا نطلب البيانات',
    mandatory: 'المطلوب والاختياري',
    sharing: 'من يطّلع عليها',
    retention: 'كم نحتفظ بها',
    rights: 'حقوقك',
    withdrawal: 'كيف تسحب موافقتك',
  },
  language: 'لغة النموذج',
  unsent: {
    failed: 'لم يُرسل طلبك بعد',
    nothingLost: 'كل ما كتبته محفوظ في هذه الصفحة. لا تغلقها، وحاول مرة أخرى.',
    unreachable: unreached.ar.unreachable,
  },
};
