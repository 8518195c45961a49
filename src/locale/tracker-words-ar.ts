import { count } from './ar-count.js';
import { arDates } from './ar-dates.js';
import { arPressed } from './ar-exit.js';
import { fileSize } from './ar-file.js';
import type { PluralForms } from './plural.js';
import type { GroupOfDigits, TrackerWords } from './tracker-words.js';
import { arabicWait } from './waits.js';

/** After «كتبت». */
const digits: PluralForms = {
  one: 'رقمًا واحدًا',
  two: 'رقمين',
  few: '{n} أرقام',
  many: '{n} رقمًا',
  other: '{n} رقم',
};

const groups = ['الأولى', 'الثانية', 'الثالثة', 'الرابعة'];

/** A number inside an Arabic sentence keeps its own direction. */
const ltr = (text: string) => `\u2066${text}\u2069`;

const named = ({ group, digits: typed }: GroupOfDigits) => `${groups[group - 1]}: ${ltr(typed)}`;

/** The words of the tracker in Arabic, the source. */
export const trackerWordsAr: TrackerWords = {
  language: 'ar',
  direction: 'rtl',
  dates: arDates,
  fileSize,
  languageLabel: 'لغة الصفحة',
  exit: {
    button: 'خروج سريع',
    hint: 'يفتح موقعًا آخر ويغلق طلبك هنا. لا يمسح سجل المتصفح. يمكنك أيضًا الضغط على Shift ثلاث مرات.',
    pressed: arPressed,
  },
  lookUp: {
    title: 'أين وصل طلبك؟',
    intro: 'اكتب رقم طلبك وما يدل على أنه لك، لترى أين وصل، ومن عنده الآن، وما الذي يأتي بعد ذلك.',
    reference: 'الرقم المرجعي',
    referenceHint: `أربعة عشر رقمًا تجدها في الإيصال وفي رسائلنا إليك، مثل ${ltr('4829-1730-5612-49')}`,
    factor: 'آخر أربعة أرقام من جوالك، أو سنة ميلادك',
    factorHint: 'الجوال الذي كتبته في الطلب. والسنة هجرية أو ميلادية، كما تعرفها.',
    open: 'اعرض طلبي',
    opening: 'يُفتح طلبك…',
    lost: 'ليس معك الرقم المرجعي؟',
    lostText:
      'تجده في الإيصال الذي ظهر لك بعد الإرسال، وفي كل رسالة وصلتك عن طلبك. وإن لم تجده فتواصل مع الجمعية، وسيدلّك الموظف عليه.',
    newRequest: 'تقديم طلب جديد',
    closed: 'أُغلق طلبك على هذا الجهاز، ولم يُحفظ منه شيء هنا.',
    problemsTitle: 'هناك ما يحتاج إلى تعديل',
    troubleTitle: 'لم يُفتح طلبك بعد',
    referenceMissing: 'اكتب الرقم المرجعي',
    referenceLetters: 'اكتب الرقم المرجعي بالأرقام وحدها، فليس فيه حروف ولا رموز',
    referenceLength: (n, wrong) => {
      const sentence = `الرقم المرجعي من 14 رقمًا، وقد كتبت ${count(n, digits)}`;
      return wrong === undefined ? sentence : `${sentence}. انظر في المجموعة ${named(wrong)}`;
    },
    referenceWrong: (groups) =>
      groups.length === 0
        ? 'في الرقم المرجعي رقم غير مطابق. قارنه بما في الإيصال من أوله إلى آخره'
        : `في الرقم المرجعي رقم غير مطابق. انظر في المجموعة ${groups.map(named).join('، ثم في ')}`,
    factorMissing: 'اكتب آخر أربعة أرقام من جوالك، أو سنة ميلادك',
    factorLength: 'اكتب أربعة أرقام فقط: آخر أربعة من جوالك، أو سنة ميلادك',
    factorOther: (label, digits) => `اكتب «${label}» بالأرقام، وعددها ${digits}`,
  },
  troubles: {
    offline: 'جهازك غير متصل بالإنترنت. اتصل بالإنترنت ثم حاول مرة أخرى.',
    unreachable: 'تعذّر الوصول إلى الجمعية. تحقق من الاتصال ثم حاول مرة أخرى.',
    busy: 'الخدمة مشغولة الآن. حاول مرة أخرى بعد دقائق.',
    tooMany: (wait) => {
      const after = wait === undefined ? 'دقائق' : arabicWait(wait);
      return `كثرت المحاولات، فأوقفناها حماية للطلبات. حاول مرة أخرى بعد ${after}، أو افتح طلبك من رابطه إن كان معك.`;
    },
    unknown:
      'لم نجد طلبًا بهذا الرقم مع ما كتبته في الخانة الثانية. راجع الخانتين، وإن كنت غيّرت جوالك بعد الطلب فجرّب سنة ميلادك.',
    unknownLink: 'لا يفتح هذا الرابط طلبًا. اكتب هنا رقم طلبك وما في الخانة الثانية لتفتحه.',
    brokenLink: 'الرابط غير كامل. انسخه كله ثم افتحه مرة أخرى، أو اكتب هنا رقم طلبك.',
    expired: 'انتهت مدة هذا الرابط. اكتب هنا رقم طلبك وما في الخانة الثانية لتفتحه.',
    session: 'مضى وقت على فتح طلبك، فأُغلق حفاظًا على خصوصيتك. املأ الخانة الثانية لتفتحه مرة أخرى.',
    moved: 'تغيّر طلبك في هذه الأثناء. ما تراه الآن هو أحدث ما لدينا، فاقرأه ثم قرّر.',
    notArrived: 'لم يصل ملف منها كاملًا. أرسلها مرة أخرى.',
    refused: 'لم تقبل الخدمة ما أُرسل. راجعه ثم حاول مرة أخرى، أو تواصل مع الجمعية.',
    unexpected: 'لم يصلنا من الخدمة رد مفهوم. حاول مرة أخرى بعد دقائق.',
    unreadable: 'تعذّر على جهازك قراءة أحد الملفات. احذفه ثم اختره مرة أخرى.',
    fileType: 'أحد الملفات ليس صورة ولا ملف PDF. احذفه واختر غيره.',
    fileTooLarge: 'أحد الملفات أكبر مما يمكن استقباله. احذفه واختر ملفًا أصغر.',
    tryAgain: 'حاول مرة أخرى',
    notUpToDate: (time) => `ما تراه هنا كما كان في الساعة ${ltr(time)}.`,
  },
  view: {
    yourTurn: 'الدور عليك الآن',
    actor: 'عند من طلبك الآن',
    you: 'عندك أنت',
    next: 'ماذا يأتي بعد ذلك',
    notBefore: 'أقرب موعد للرد',
    notBeforeHint: 'لن يصلك الرد قبل هذا اليوم.',
    received: 'وصل إلينا في',
    since: 'على هذه الحال منذ',
    reason: 'السبب',
    timeline: 'مسار طلبك',
    statuses: { done: 'تم', now: 'الآن', next: 'لم يأتِ بعد' },
    print: 'طباعة',
    close: 'أغلق طلبي على هذا الجهاز',
    closeHint: 'لا يبقى من طلبك شيء على الجهاز. افعل ذلك قبل أن تترك جهازًا ليس لك.',
    upToDate: (time) => `تتجدد هذه الصفحة من نفسها. آخر تحديث في الساعة ${ltr(time)}.`,
  },
  news: {
    state: (title) => `في طلبك جديد: ${title}`,
    answer: 'وصل جواب عمّا سألت عنه.',
    missing: 'تغيّرت قائمة ما نحتاجه منك.',
    right: 'وصل جواب عمّا طلبته بشأن بياناتك.',
    other: 'في طلبك جديد.',
  },
  missing: {
    title: 'ما نحتاجه منك',
    given: 'ما وصلنا منك',
    received: 'وصلنا',
    rules: (size, most) =>
      `صورة أو ملف PDF، حتى ${size}، و${count(most, {
        one: 'ملف واحد',
        two: 'ملفان',
        few: '{n} ملفات',
        many: '{n} ملفًا',
        other: '{n} ملف',
      })} على الأكثر.`,
    choose: 'اختر ملفًا أو التقط صورة',
    chooseMore: 'أضف ملفًا آخر',
    added: (names) => `تم اختيار ${names}`,
    remove: (name) => `حذف الملف ${name}`,
    removeShort: 'حذف',
    removed: (name) => `حُذف الملف ${name}`,
    answer: 'جوابك',
    send: 'أرسل',
    sending: (sent, total) => `أُرسل ${sent} من ${total}`,
    stop: 'أوقف الإرسال',
    stopped: 'توقف الإرسال. الملفات باقية هنا لترسلها متى شئت.',
    sent: (title) => `وصلنا: ${title}`,
    noFile: 'اختر الملف أولًا',
    noText: 'اكتب الجواب أولًا',
    tooMany: (most) =>
      `احذف ما زاد على ${count(most, {
        one: 'ملف واحد',
        two: 'ملفين',
        few: '{n} ملفات',
        many: '{n} ملفًا',
        other: '{n} ملف',
      })}`,
    photos: 'نصغّر الصور قبل إرسالها ونحذف منها مكان التصوير وبيانات الجهاز.',
    uncleaned: 'لم نستطع أن نحذف من هذه الصورة مكان التصوير وبيانات الجهاز.',
    fileProblems: {
      'file-empty': 'الملف فارغ. احذفه واختر غيره.',
      'file-too-large': 'الملف كبير. احذفه واختر ملفًا أصغر.',
      'file-type': 'ليس صورة ولا ملف PDF. احذفه واختر غيره.',
      'file-pending': 'تُجهَّز الصورة. انتظر لحظة.',
      'file-damaged': 'لا يمكن عرض هذه الصورة. احذفها والتقطها من جديد.',
    },
  },
  questions: {
    title: 'أسئلتك واقتراحاتك',
    asked: {
      question: (date) => `سؤال أرسلته في ${date}`,
      suggestion: (date) => `اقتراح أرسلته في ${date}`,
    },
    answered: (date) => `الجواب في ${date}`,
    waiting: 'لم يصل الجواب بعد. ستجده هنا.',
    ask: 'اسأل أو اقترح',
    kind: 'ماذا تريد أن ترسل؟',
    kinds: { question: 'سؤال', suggestion: 'اقتراح' },
    text: 'ما تريد قوله',
    textHint: 'اكتب بكلماتك. لا حاجة إلى رقم هوية ولا إلى تفاصيل خاصة.',
    send: 'أرسل',
    sending: 'يُرسل…',
    sent: {
      question: 'وصل سؤالك. ستجد الجواب في هذه الصفحة.',
      suggestion: 'وصل اقتراحك. شكرًا لك.',
    },
    nothing: 'اكتب ما تريد قوله',
  },
  moves: {
    title: 'ما يمكنك فعله',
    reason: 'السبب، بكلماتك',
    noReason: 'اكتب السبب',
    back: 'رجوع',
    sending: 'يُرسل…',
    done: 'تم ما أردت.',
  },
  sharing: {
    title: 'ما سمحت بمشاركته',
    told: {
      received: (partner) => `تعرف «\u2068${partner}\u2069» أن طلبك وصل، ويوم وصوله.`,
      decided: (partner) => `تعرف «\u2068${partner}\u2069» أن قرارًا صدر في طلبك، ويوم صدوره، متى صدر.`,
    },
    stop: 'أوقف المشاركة',
    confirm:
      'لا نخبر الجهة التي أحالتك بشيء بعد الآن. لا يؤثر ذلك في طلبك. وما عرفته من قبل لا نستطيع استرجاعه منها.',
    stopped: 'توقفت المشاركة.',
  },
  rights: {
    title: 'بياناتك',
    intro: 'لك أن تطلب نسخة من بياناتك، أو أن تطلب حذفها. ويأتيك الجواب في هذه الصفحة.',
    ask: { copy: 'أطلب نسخة من بياناتي', deletion: 'أطلب حذف بياناتي' },
    confirm: {
      copy: 'نجهّز لك نسخة من بياناتك، ونخبرك هنا كيف تتسلّمها.',
      deletion: 'ينظر الموظف المسؤول في طلبك، ويخبرك هنا بما حُذف، وبما يُلزمنا النظام بحفظه ومدته.',
    },
    asked: {
      copy: (date) => `طلبت نسخة من بياناتك في ${date}`,
      deletion: (date) => `طلبت حذف بياناتك في ${date}`,
    },
    done: (date) => `أُجيب طلبك في ${date}`,
    waiting: 'لم يكتمل بعد. ستجد الجواب هنا.',
    sent: 'وصل ما طلبته بشأن بياناتك.',
  },
};
