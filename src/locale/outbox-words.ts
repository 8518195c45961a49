import { count as inArabic } from './ar-count.js';
import { count as inEnglish } from './en-count.js';
import type { FormLocale } from './locale.js';

/** What is said of requests that are kept on the device until they can be sent. */
export interface OutboxWords {
  /** Under a sending that has failed: the offer to keep what was to be sent. */
  readonly offer: {
    readonly button: string;
    readonly survey: string;
    readonly what: string;
    readonly shared: string;
    /** Where the page has a way out in haste. */
    readonly exit: string;
    readonly keeping: string;
    readonly failures: Readonly<Record<'refused' | 'full' | 'blocked' | 'damaged' | 'unreadable', string>>;
  };
  /** What is kept, above the form. */
  readonly kept: {
    readonly title: string;
    readonly which: (form: string, date: string, time: string) => string;
    readonly until: (date: string, time: string) => string;
    readonly byItself: string;
    readonly exit: string;
    readonly sending: string;
    readonly files: (sent: string, total: string) => string;
    /** Why it could not be sent the last time, in the form's own words. */
    readonly last: (why: string) => string;
    readonly send: string;
    readonly change: string;
    readonly download: string;
    readonly remove: string;
    readonly removeTitle: string;
    readonly removeText: string;
    readonly removeYes: string;
    readonly removeNo: string;
    readonly removed: string;
    readonly failed: string;
  };
  /** It was not taken. */
  readonly refused: {
    readonly title: string;
    readonly what: string;
    readonly formChanged: string;
    /** The form it answers is another one than that of this page. */
    readonly elsewhere: string;
  };
  /** It was taken back into a form. */
  readonly held: {
    readonly title: string;
    readonly nowTitle: string;
    readonly before: string;
    readonly now: string;
    readonly leftOut: (names: string) => string;
  };
  readonly sent: {
    readonly title: string;
    readonly which: (form: string, date: string, time: string) => string;
    readonly keep: (date: string) => string;
    readonly show: string;
    readonly remove: string;
    readonly surveyTitle: string;
    readonly survey: string;
    readonly seen: string;
  };
  readonly gone: (count: number) => string;
  readonly goneSeen: string;
  readonly unreadable: string;
}

const words: Readonly<Record<'ar' | 'en', OutboxWords>> = {
  ar: {
    offer: {
      button: 'احفظ الطلب في هذا الجهاز، ويُرسل عند عودة الاتصال',
      survey: 'احفظ إجاباتي في هذا الجهاز، وتُرسل عند عودة الاتصال',
      what: 'ولك أن تحفظ ما كتبته في هذا الجهاز، فيبقى مشفّرًا سبعة أيام على الأكثر ثم يُمسح. ويُرسل وحده متى عاد الاتصال وكان نموذج للجمعية مفتوحًا في هذا المتصفح.',
      shared:
        'إن كان غيرك يستعمل هذا الجهاز فقد يرى أن هنا طلبًا لم يُرسل، وقد يفتحه. لا تحفظه إلا في جهاز تثق بمن يستعمله.',
      exit: 'زر «خروج سريع» يمسح من هذا الجهاز ما لم يُرسل أيضًا.',
      keeping: 'يُحفظ الطلب في هذا الجهاز…',
      failures: {
        refused:
          'لا يسمح المتصفح بالحفظ هنا، كما في التصفح الخاص. اترك هذه الصفحة مفتوحة وأعد المحاولة حين يعود الاتصال.',
        full: 'لم تعد في الجهاز مساحة تكفي. أفرغ بعضها ثم اضغط الزر مرة أخرى، أو اترك هذه الصفحة مفتوحة.',
        blocked: 'تمنع الحفظَ صفحةٌ أخرى من هذا الموقع. أغلق صفحاته الأخرى ثم اضغط الزر مرة أخرى.',
        damaged: 'لم يتمكن المتصفح من الحفظ. اترك هذه الصفحة مفتوحة وأعد المحاولة حين يعود الاتصال.',
        unreadable: 'تعذر على جهازك قراءة أحد الملفات. احذفه ثم أرفقه مرة أخرى.',
      },
    },
    kept: {
      title: 'لم يُرسل بعد',
      which: (form, date, time) => `«${form}»، ضغطت زر الإرسال في ${date}، الساعة ${time}.`,
      until: (date, time) => `محفوظ مشفّرًا في هذا الجهاز حتى ${date}، الساعة ${time}، ثم يُمسح.`,
      byItself: 'يُرسل وحده متى عاد الاتصال وكان نموذج للجمعية مفتوحًا في هذا المتصفح.',
      exit: 'زر «خروج سريع» يمسحه أيضًا من هذا الجهاز.',
      sending: 'يُرسل الآن…',
      files: (sent, total) => `يُرسل الآن… أُرسل من الملفات ${sent} من ${total}`,
      last: (why) => `لم تنجح المحاولة الأخيرة. ${why}`,
      send: 'أرسله الآن',
      change: 'تعديل الإجابات',
      download: 'تنزيل الإجابات',
      remove: 'حذف',
      removeTitle: 'هل تحذفه من هذا الجهاز؟',
      removeText: 'لم يصلنا من الجمعية ما يؤكد وصوله، ولا يمكن استرجاعه بعد الحذف.',
      removeYes: 'نعم، احذفه',
      removeNo: 'لا، أبقه',
      removed: 'حُذف من هذا الجهاز',
      failed: 'لم يتم ذلك: لا يسمح المتصفح الآن بالوصول إلى المحفوظ. أعد تحميل الصفحة ثم حاول مرة أخرى.',
    },
    refused: {
      title: 'لم تقبله الجمعية',
      formChanged: 'تغيّر النموذج لدى الجمعية منذ أن ضغطت زر الإرسال.',
      what: 'ما كتبته محفوظ في هذا الجهاز ولن يُرسل وحده. عدّله ثم أرسله، أو نزّل إجاباتك.',
      elsewhere: 'ما كتبته محفوظ في هذا الجهاز ولن يُرسل وحده. افتح صفحة نموذجه لتعدّله، أو نزّل إجاباتك.',
    },
    held: {
      title: 'طلب لم يُرسل كنت تعدّله',
      nowTitle: 'لم يُرسل بعد، وأنت تعدّله الآن',
      before: 'هو محفوظ كما كان قبل التعديل، ولن يُرسل وحده. أكمل تعديله، أو أرسله كما هو.',
      now: 'إجاباتك الآن في النموذج الذي أمامك. راجعها ثم أرسلها. وتبقى النسخة السابقة محفوظة حتى يصل الطلب.',
      leftOut: (names) => `أجب عن هذه من جديد: ${names}.`,
    },
    sent: {
      title: 'وصل طلبك',
      which: (form, date, time) => `«${form}»، استُلم في ${date}، الساعة ${time}.`,
      keep: (date) =>
        `احتفظ بهذا الرقم، واذكره كلما سألت. يبقى الإيصال في هذا الجهاز حتى ${date} ما لم تُزله.`,
      show: 'عرض الإيصال',
      remove: 'إزالة الإيصال من هذا الجهاز',
      surveyTitle: 'وصلت إجاباتك',
      survey: 'كانت محفوظة في هذا الجهاز حتى عاد الاتصال، ولم يبق منها شيء هنا. شكرًا لك.',
      seen: 'حسنًا',
    },
    gone: (count) =>
      inArabic(count, {
        one: 'كان في هذا الجهاز طلب لم يُرسل، وانتهت أيام حفظه السبعة قبل أن يعود الاتصال فمُسح. لم يبق منه شيء هنا. إن كنت تحتاج إليه فاملأ النموذج من جديد.',
        two: 'كان في هذا الجهاز طلبان لم يُرسلا، وانتهت أيام حفظهما السبعة قبل أن يعود الاتصال فمُسحا. لم يبق منهما شيء هنا. إن كنت تحتاج إليهما فاملأ النموذج من جديد.',
        few: 'كان في هذا الجهاز {n} طلبات لم تُرسل، وانتهت أيام حفظها السبعة قبل أن يعود الاتصال فمُسحت. لم يبق منها شيء هنا. إن كنت تحتاج إليها فاملأ النموذج من جديد.',
        many: 'كان في هذا الجهاز {n} طلبًا لم تُرسل، وانتهت أيام حفظها السبعة قبل أن يعود الاتصال فمُسحت. لم يبق منها شيء هنا. إن كنت تحتاج إليها فاملأ النموذج من جديد.',
        other:
          'كان في هذا الجهاز {n} طلب لم تُرسل، وانتهت أيام حفظها السبعة قبل أن يعود الاتصال فمُسحت. لم يبق منها شيء هنا. إن كنت تحتاج إليها فاملأ النموذج من جديد.',
      }),
    goneSeen: 'حسنًا',
    unreadable:
      'في هذا الجهاز طلب لم يُرسل، ولم يعد المتصفح يستطيع فتحه: ضاع مفتاحه أو تغيّر ما حُفظ. املأ النموذج من جديد، واحذف ما بقي.',
  },
  en: {
    offer: {
      button: 'Keep the request on this device, and send it when the connection is back',
      survey: 'Keep my answers on this device, and send them when the connection is back',
      what: 'You can also keep what you entered on this device. It is kept encrypted for seven days at most and then deleted. It is sent by itself as soon as the connection is back while a form of the association is open in this browser.',
      shared:
        'If others use this device, they may see that there is an unsent request here, and may open it. Keep it only on a device whose users you trust.',
      exit: 'The “Exit this page” button deletes from this device what has not been sent, too.',
      keeping: 'The request is being kept on this device…',
      failures: {
        refused:
          'The browser does not let it be kept here, as in private browsing. Leave this page open and try again when the connection is back.',
        full: 'There is not enough room left on the device. Free some and press the button again, or leave this page open.',
        blocked:
          'Another page of this site keeps it from being kept. Close its other pages and press the button again.',
        damaged:
          'The browser could not keep it. Leave this page open and try again when the connection is back.',
        unreadable: 'Your device could not read one of the files. Remove it and attach it again.',
      },
    },
    kept: {
      title: 'Not sent yet',
      which: (form, date, time) => `“${form}”, which you submitted on ${date} at ${time}.`,
      until: (date, time) =>
        `It is kept encrypted on this device until ${date} at ${time}, and then deleted.`,
      byItself:
        'It is sent by itself as soon as the connection is back while a form of the association is open in this browser.',
      exit: 'The “Exit this page” button deletes it from this device, too.',
      sending: 'It is being sent now…',
      files: (sent, total) => `It is being sent now… Files: ${sent} of ${total} sent`,
      last: (why) => `The last attempt did not succeed. ${why}`,
      send: 'Send it now',
      change: 'Change the answers',
      download: 'Download the answers',
      remove: 'Delete',
      removeTitle: 'Delete it from this device?',
      removeText:
        'The association has not confirmed that it arrived, and once deleted it cannot be brought back.',
      removeYes: 'Yes, delete it',
      removeNo: 'No, keep it',
      removed: 'Deleted from this device',
      failed:
        'That was not done: the browser does not let us reach what is kept just now. Load the page again and try once more.',
    },
    refused: {
      title: 'The association did not take it',
      formChanged: 'The form has changed since you submitted it.',
      what: 'What you entered is kept on this device and is not sent by itself. Change it and send it, or download your answers.',
      elsewhere:
        'What you entered is kept on this device and is not sent by itself. Open the page of its form to change it, or download your answers.',
    },
    held: {
      title: 'An unsent request you were changing',
      nowTitle: 'Not sent yet: you are changing it now',
      before:
        'It is kept as it was before your changes and is not sent by itself. Go on changing it, or send it as it is.',
      now: 'Your answers are now in the form before you. Check them and send them. The earlier copy is kept until the request has arrived.',
      leftOut: (names) => `Answer these again: ${names}.`,
    },
    sent: {
      title: 'Your request has arrived',
      which: (form, date, time) => `“${form}”, received on ${date} at ${time}.`,
      keep: (date) =>
        `Keep this number, and give it whenever you ask. The receipt stays on this device until ${date} unless you remove it.`,
      show: 'Show the receipt',
      remove: 'Remove the receipt from this device',
      surveyTitle: 'Your answers have arrived',
      survey:
        'They were kept on this device until the connection was back, and nothing of them is left here. Thank you.',
      seen: 'OK',
    },
    gone: (count) =>
      inEnglish(count, {
        one: 'There was an unsent request on this device. Its seven days were over before the connection came back, so it was deleted, and nothing of it is left here. If you need it, fill in the form again.',
        other:
          'There were {n} unsent requests on this device. Their seven days were over before the connection came back, so they were deleted, and nothing of them is left here. If you need them, fill in the form again.',
      }),
    goneSeen: 'OK',
    unreadable:
      'There is an unsent request on this device that the browser can no longer open: its key is lost, or what was kept has changed. Fill in the form again, and delete what is left.',
  },
};

export function outboxWordsOf({ language }: Pick<FormLocale, 'language'>): OutboxWords {
  return language === 'en' ? words.en : words.ar;
}
