import { count } from './ar-count.js';
import { arDateField } from './ar-date-field.js';
import { arPressed } from './ar-exit.js';
import { arFile, fileSize, filesAfter } from './ar-file.js';
import { arLength } from './ar-length.js';
import { arList } from './ar-list.js';
import { charactersAfter, charactersObject, fromThree } from './ar-plural.js';
import type { LaterMessages, Sentence } from './messages.js';
import type { PluralForms } from './plural.js';
import { problemSentence } from './problem-sentence.js';
import { unreached } from './unreached.js';

const options: PluralForms = {
  one: 'خيارًا واحدًا',
  two: 'خيارين',
  ...fromThree('خيارات', 'خيارًا', 'خيار'),
};

const oneAnswer: Sentence = ({ name }) => `اختر إجابة: ${name}`;
const everyRow: Sentence = ({ name }) => `اختر إجابة لكل سطر: ${name}`;

/** What a form says in Arabic once its first page is there, and all that only some types of field say. */
export const arLater: LaterMessages = {
  shiftPressed: arPressed,
  drawn: 'توقيع مرسوم',
  problemSentence,
  problems: {
    required: ({ name }) => `أدخل ${name}`,
    'choice.required': oneAnswer,
    'rating.required': oneAnswer,
    'scale.required': oneAnswer,
    'matrix.required': everyRow,
    'matrix.incomplete': everyRow,
    'choices.required': ({ name }) => `اختر إجابة واحدة على الأقل: ${name}`,
    'yes-no.required': ({ name }) => `اختر نعم أو لا: ${name}`,
    'statement.required': ({ name }) => `ضع علامة في المربع إن كنت موافقًا: ${name}`,
    'file.required': ({ name }) => `أرفق ${name}`,
    'signature.required': ({ name }) => `وقّع، أو اكتب اسمك الكامل: ${name}`,
    'signature.too-little-ink': ({ name }) => `هذا أقصر من توقيع. وقّع بخط أطول، أو اكتب اسمك الكامل: ${name}`,
    'signature.too-much-ink': ({ name }) => `امسح ما رسمته ووقّع بخط أقصر: ${name}`,
    'signature.other-name': ({ name }) => `اكتب الاسم كما كتبته من قبل: ${name}`,
    changed: ({ name }) => `تغيّرت إجابة بعد توقيعك، فلم يعد التوقيع قائمًا. وقّع من جديد: ${name}`,
    'list.required': ({ name }) => `أضف عنصرًا واحدًا على الأقل: ${name}`,
    'too-short': ({ name, leastCount }) => `اكتب ${count(leastCount, charactersObject)} على الأقل: ${name}`,
    'too-long': ({ name, mostCount }) =>
      `اختصر النص إلى ${count(mostCount, charactersAfter)} أو أقل: ${name}`,
    pattern: ({ name }) => `راجع ${name}، فهو ليس بالصيغة المطلوبة`,
    'not-a-number': ({ name }) => `اكتب ${name} بالأرقام فقط، مثل 1500`,
    'not-whole': ({ name }) => `اكتب ${name} عددًا صحيحًا من دون كسور`,
    'too-small': ({ name, least }) => `يجب أن يكون الرقم ${least} أو أكثر: ${name}`,
    'too-large': ({ name, most }) => `يجب أن يكون الرقم ${most} أو أقل: ${name}`,
    'day-missing': ({ name }) => `أكمل التاريخ باليوم: ${name}`,
    'month-missing': ({ name }) => `أكمل التاريخ بالشهر: ${name}`,
    'year-missing': ({ name }) => `أكمل التاريخ بالسنة: ${name}`,
    'not-a-date': ({ name }) => `اكتب اليوم والسنة بالأرقام: ${name}`,
    'no-such-date': ({ name }) => `راجع التاريخ، فهذا اليوم غير موجود في هذا الشهر: ${name}`,
    'out-of-calendar': ({ name }) => `راجع السنة والتقويم المختار: ${name}`,
    'too-early': ({ name, least }) => `يجب أن يكون التاريخ ${least} أو بعده: ${name}`,
    'too-late': ({ name, most }) => `يجب أن يكون التاريخ ${most} أو قبله: ${name}`,
    weekend: ({ name }) => `اختر يوم عمل، من الأحد إلى الخميس: ${name}`,
    'closed-day': ({ name }) => `هذا اليوم إجازة. اختر يومًا آخر: ${name}`,
    'not-after': ({ name, other, otherAnswer }) =>
      `اختر ما بعد ${otherAnswer}، وهو ما كتبته في «${other}»: ${name}`,
    'not-before': ({ name, other, otherAnswer }) =>
      `اختر ما قبل ${otherAnswer}، وهو ما كتبته في «${other}»: ${name}`,
    'not-different': ({ name, other }) => `هذا ما كتبته في «${other}». اكتب غيره: ${name}`,
    'not-unique': ({ name, other }) => `هذا ما كتبته في «${other}» أيضًا. راجع الاثنين: ${name}`,
    'not-an-option': ({ name }) => `اختر من القائمة: ${name}`,
    'choices.too-few': ({ name, leastCount }) => `اختر ${count(leastCount, options)} على الأقل: ${name}`,
    'choices.too-many': ({ name, mostCount }) => `اختر ${count(mostCount, options)} على الأكثر: ${name}`,
    'list.too-few': ({ name, leastCount }) => `أضف المزيد حتى يكتمل العدد ${leastCount}: ${name}`,
    'list.too-many': ({ name, mostCount }) => `احذف ما زاد على ${mostCount}: ${name}`,
    'phone.format': ({ name }) => `راجع الرقم، مثل 0501234567: ${name}`,
    'phone.not-mobile': ({ name }) => `اكتب رقم جوال سعودي يبدأ بـ 05، لتصل إليه رسائلنا: ${name}`,
    'national-id.length': ({ name }) => `يجب أن يكون الرقم من 10 أرقام: ${name}`,
    'national-id.first-digit': ({ name }) => `يبدأ الرقم بـ 1 للمواطن أو 2 للمقيم: ${name}`,
    'national-id.checksum': ({ name }) => `راجع الرقم كما هو مكتوب في البطاقة، ففيه خانة غير مطابقة: ${name}`,
    'national-id.not-citizen': ({ name, other }) =>
      `رقم هوية المواطن يبدأ بـ 1. راجع الرقم، أو راجع إجابتك عن «${other}»: ${name}`,
    'national-id.not-resident': ({ name, other }) =>
      `رقم إقامة المقيم يبدأ بـ 2. راجع الرقم، أو راجع إجابتك عن «${other}»: ${name}`,
    'file-empty': ({ name }) => `الملف فارغ. اختر ملفًا آخر: ${name}`,
    'file-too-large': ({ name, mostCount }) => `اختر ملفًا حجمه ${fileSize(mostCount)} أو أقل: ${name}`,
    'file-type': ({ name }) => `نوع هذا الملف غير مقبول. اختر صورة أو ملف PDF: ${name}`,
    'file-pending': ({ name }) => `انتظر لحظة حتى تجهز الصورة: ${name}`,
    'file-damaged': ({ name }) => `لا يمكن عرض هذه الصورة. التقطها من جديد أو اختر غيرها: ${name}`,
    'file.too-many': ({ name, mostCount }) =>
      `احذف ما زاد، فيمكنك إرفاق ${count(mostCount, filesAfter)} على الأكثر: ${name}`,
    upload: ({ name }) => `لم يصل هذا الملف كاملًا. احذفه ثم أرفقه مرة أخرى: ${name}`,
    unnormalised: ({ name }) => `أعد كتابة ${name}`,
    unsealed: ({ name }) => `وصلت هذه الإجابة غير مشفّرة فلم تُقبل. أعد فتح الصفحة ثم أرسل من جديد: ${name}`,
    type: ({ name }) => `أعد كتابة ${name}`,
  },
  statement: { given: 'وافقت' },
  review: {
    title: 'راجع إجاباتك قبل الإرسال',
    intro: 'تأكد من صحة ما كتبته. يمكنك تغيير أي إجابة.',
    change: 'تغيير',
    notGiven: 'لم يُذكر',
    send: 'إرسال الطلب',
    returnTo: 'العودة إلى المراجعة',
  },
  notBefore: (date) => `لن يصلك الرد قبل ${date}.`,
  sending: {
    title: 'تُرسل إجاباتك الآن',
    files: (sent, total) => `أُرسل من الملفات ${sent} من ${total}`,
    request: 'تُرسل الإجابات',
    waiting: (seconds) =>
      count(seconds, {
        zero: 'الاتصال ضعيف. نعيد المحاولة الآن.',
        one: 'الاتصال ضعيف. نعيد المحاولة بعد ثانية.',
        two: 'الاتصال ضعيف. نعيد المحاولة بعد ثانيتين.',
        few: 'الاتصال ضعيف. نعيد المحاولة بعد {n} ثوانٍ.',
        many: 'الاتصال ضعيف. نعيد المحاولة بعد {n} ثانية.',
        other: 'الاتصال ضعيف. نعيد المحاولة بعد {n} ثانية.',
      }),
    cancel: 'إيقاف الإرسال',
    failures: {
      offline: 'جهازك غير متصل بالإنترنت.',
      unreachable: unreached.ar.unreachable,
      busy: 'الخدمة مشغولة الآن. حاول بعد دقائق.',
      failing: 'في خدمة الجمعية عطل الآن. حاول بعد دقائق.',
      refused: 'وجدت الجمعية في إجاباتك ما يحتاج إلى تعديل.',
      'too-large': 'حجم ما ترسله أكبر مما يمكن استقباله. احذف بعض الملفات أو اختر ملفات أصغر.',
      'form-changed':
        'تغيّر النموذج لدى الجمعية منذ أن فتحت هذه الصفحة. انسخ ما تحتاجه ثم افتح الصفحة من جديد.',
      'unknown-form': 'لم تعد الجمعية تستقبل هذا النموذج. تواصل معها مباشرة.',
      'key-reused': 'قد تكون إجاباتك وصلت من قبل. تواصل مع الجمعية لتتأكد قبل أن ترسلها مرة أخرى.',
      referral: 'لم تعد الإحالة صالحة: انتهت مدتها أو قُدّم بها طلب من قبل. لك أن ترسل طلبك الآن دونها.',
      'unknown-invitation': 'يُجاب عن هذا الاستبيان من رابط الدعوة، ولم نجد دعوة يمكن استعمالها.',
      unreadable: 'تعذر على جهازك قراءة أحد الملفات. احذفه ثم أرفقه مرة أخرى.',
      'file-type': 'أحد الملفات ليس صورة ولا ملف PDF. احذفه واختر غيره.',
      'not-sealed':
        'تعذر تشفير إجاباتك في هذه الصفحة، فلم يُرسل منها شيء. افتح الصفحة بعنوان يبدأ بـ \u2066https://\u2069 أو تواصل مع الجمعية.',
      cancelled: 'أوقفت الإرسال.',
      unexpected: 'لم يصلنا رد مفهوم من الخدمة، فلا نستطيع أن نؤكد وصول إجاباتك.',
    },
    answersRefused: 'راجع الإجابات الآتية ثم أرسلها مرة أخرى.',
  },
  leaveWarning: 'لم تُرسل إجاباتك بعد',
  ...arDateField,
  ...arList,
  ...arFile,
  ...arLength,
};
