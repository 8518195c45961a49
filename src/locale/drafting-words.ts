import type { AnswersFileFault } from '../core/answers-file.js';
import type { NotTaken } from '../core/taking-up.js';
import { plural } from './plural.js';

/** What is said where somebody does not finish a form in one go. */
export interface DraftingWords {
  readonly close: string;
  readonly own: {
    readonly title: string;
    readonly text: string;
    readonly warning: string;
    readonly button: string;
    readonly beginning: string;
    /** Until when, as a date. */
    readonly kept: (date: string) => string;
    readonly keptText: string;
    readonly delete: string;
    readonly deleted: string;
  };
  readonly code: {
    readonly title: string;
    readonly write: string;
    readonly what: string;
    readonly done: string;
  };
  readonly file: {
    readonly title: string;
    readonly text: string;
    readonly warning: string;
    readonly notIn: string;
    readonly button: string;
    readonly saved: string;
  };
  readonly from: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly faults: Readonly<Record<AnswersFileFault | 'unreadable', string>>;
  };
  readonly back: {
    readonly title: string;
    readonly text: (date: string) => string;
    readonly label: string;
    readonly hint: string;
    readonly goOn: string;
    readonly anew: string;
    readonly anewHint: string;
    readonly opening: string;
    readonly missing: string;
    readonly wrong: (triesLeft: number) => string;
    readonly gone: string;
    readonly over: string;
  };
  readonly taken: {
    readonly title: string;
    readonly check: string;
    readonly changed: string;
    readonly notTaken: string;
    readonly why: Readonly<Record<NotTaken, string>>;
    readonly more: (count: number) => string;
  };
  /** Why something could not be kept or had back. */
  readonly troubles: Readonly<
    Record<'offline' | 'unreachable' | 'tooMany' | 'refused' | 'full' | 'blocked' | 'damaged', string>
  >;
  /** Why the last answers are not on the device. */
  readonly unsaved: Readonly<Record<'full' | 'files' | 'gone' | 'other', string>>;
}

const words: Readonly<Record<string, DraftingWords>> = {
  ar: {
    close: 'إغلاق',
    own: {
      title: 'الجهاز لي وحدي',
      text: 'تُحفظ إجاباتك وملفاتك مقفلةً على هذا الجهاز كلما كتبت. تعود إليها خلال سبعة أيام برمز من ستة أرقام، ثم تُحذف. التوقيعات والإقرارات لا تُحفظ، وتعطيها من جديد.',
      warning: 'لا تختر هذا على جهاز يستعمله غيرك: سيرى أن في هذا المتصفح نموذجًا لم يكتمل.',
      button: 'هذا جهازي، احفظ عليه',
      beginning: 'لحظة من فضلك…',
      kept: (date) => `إجاباتك محفوظة على هذا الجهاز حتى ${date}`,
      keptText: 'أغلق الصفحة متى شئت. عند العودة يُطلب منك رمز العودة.',
      delete: 'احذف ما حُفظ على هذا الجهاز',
      deleted: 'حُذف ما كان محفوظًا على هذا الجهاز. ما كتبته باقٍ هنا ما دامت الصفحة مفتوحة.',
    },
    code: {
      title: 'رمز العودة',
      write: 'اكتب هذا الرمز في مكان لا يصل إليه غيرك. لن يظهر مرة أخرى.',
      what: 'يُطلب منك عند العودة، ومن دونه لا يفتح إجاباتك أحد، ولا الجمعية. بعد خمس محاولات خاطئة يُحذف ما حُفظ.',
      done: 'كتبتُ الرمز',
    },
    file: {
      title: 'الجهاز يستعمله غيري',
      text: 'نزّل إجاباتك في ملف تأخذه معك، ثم أكمل منه متى شئت ومن أي جهاز. لا يبقى في هذا المتصفح شيء.',
      warning: 'كل من معه الملف يستطيع قراءته. انقله إلى مكان لا يصل إليه غيرك، ثم احذفه من هذا الجهاز.',
      notIn: 'ليس فيه ما أرفقته من ملفات ولا التوقيعات والإقرارات: تعطيها من جديد.',
      button: 'نزّل إجاباتي',
      saved: 'نُزّل الملف',
    },
    from: {
      title: 'معي ملف إجاباتي',
      label: 'أكمل من ملف',
      hint: 'ملف نزّلته من هذا النموذج. يُقرأ هنا ولا يُرسل إلى أحد، وما فيه يحل محل ما كتبته.',
      button: 'اختر الملف',
      faults: {
        'too-large': 'هذا الملف أكبر من أن يكون ملف إجابات. اختر الملف الذي نزّلته من هذا النموذج.',
        broken: 'هذا الملف تالف أو ناقص، فلم يؤخذ منه شيء. نزّله من جديد إن استطعت، أو ابدأ من هنا.',
        'no-answers': 'هذا ليس ملف إجابات. اختر الملف الذي نزّلته من هذا النموذج.',
        newer: 'هذا الملف من إصدار أحدث من هذه الصفحة. حدّث الصفحة ثم اختره من جديد.',
        'other-form': 'هذا الملف من نموذج آخر. افتح ذلك النموذج وأكمل منه هناك.',
        unreadable: 'لم يُقرأ الملف من الجهاز. اختره مرة أخرى.',
      },
    },
    back: {
      title: 'لك إجابات محفوظة على هذا الجهاز',
      text: (date) => `اكتب رمز العودة لتكمل من حيث توقفت. تُحذف تلقائيًا في ${date}.`,
      label: 'رمز العودة',
      hint: 'ستة أرقام كتبتها عند الحفظ',
      goOn: 'أكمل',
      anew: 'ابدأ من جديد',
      anewHint: '«ابدأ من جديد» يحذف ما حُفظ.',
      opening: 'تُفتح إجاباتك…',
      missing: 'أدخل رمز العودة، وهو ستة أرقام',
      wrong: (triesLeft) =>
        `الرمز غير صحيح. ${plural('ar', triesLeft, {
          one: 'بقيت محاولة واحدة',
          two: 'بقيت محاولتان',
          few: 'بقيت {n} محاولات',
          other: 'بقيت {n} محاولة',
        })}، ثم يُحذف ما حُفظ.`,
      gone: 'لم يعد ما حُفظ يُفتح، فحُذف من هذا الجهاز: تكرر الرمز الخاطئ، أو انتهت المدة، أو حُذف من قبل. ابدأ من جديد، أو أكمل من ملف إن كان معك.',
      over: 'مضت سبعة أيام، فحُذف ما حفظته على هذا الجهاز.',
    },
    taken: {
      title: 'عادت إجاباتك',
      check: 'راجعها وأنت تكمل.',
      changed: 'تغيّر النموذج منذ أن كتبتها، فراجعها من أولها.',
      notTaken: 'هذا لم يعد معها:',
      why: {
        unfit: 'لم يعد يناسب السؤال، فأجب عنه من جديد',
        gone: 'لم يعد النموذج يسأل عنه',
        anew: 'تعطيه من جديد',
        files: 'أرفق الملفات من جديد',
      },
      more: (count) =>
        plural('ar', count, {
          one: 'وواحد غيرها',
          two: 'واثنان غيرها',
          few: 'و{n} غيرها',
          other: 'و{n} غيرها',
        }),
    },
    troubles: {
      offline: 'لا اتصال بالإنترنت. أعد المحاولة عندما يعود الاتصال.',
      unreachable: 'لم يصل رد الجمعية. تحقق من الاتصال ثم أعد المحاولة.',
      tooMany: 'تكررت المحاولات كثيرًا من هذا الاتصال. أعد المحاولة بعد عشر دقائق.',
      refused: 'هذا المتصفح لا يسمح بالحفظ على الجهاز، كما في التصفح الخاص. نزّل إجاباتك في ملف بدلًا من ذلك.',
      full: 'لا مكان في هذا الجهاز. أفرغ مكانًا ثم أعد المحاولة، أو نزّل إجاباتك في ملف.',
      blocked: 'صفحة أخرى من هذا الموقع تمنع الحفظ. أغلقها ثم أعد المحاولة.',
      damaged: 'ما حُفظ على هذا الجهاز تالف ولا يُفتح. ابدأ من جديد، أو أكمل من ملف إن كان معك.',
    },
    unsaved: {
      full: 'لا مكان في هذا الجهاز، فآخر ما كتبته لم يُحفظ عليه. أكمل الآن، أو نزّل إجاباتك في ملف.',
      files: 'حُفظت إجاباتك، ولم تُحفظ الملفات كلها: لا مكان لها في هذا الجهاز، أو لا تُقرأ.',
      gone: 'حُذف ما حُفظ على هذا الجهاز من صفحة أخرى. ما كتبته باقٍ هنا ما دامت الصفحة مفتوحة.',
      other: 'آخر ما كتبته لم يُحفظ على هذا الجهاز. أكمل الآن، أو نزّل إجاباتك في ملف.',
    },
  },
  en: {
    close: 'Close',
    own: {
      title: 'Only I use this device',
      text: 'Your answers and files are saved on this device under lock as you go. For seven days you can come back to them with a code of six digits; then they are deleted. Signatures and declarations are not saved, and you give them again.',
      warning:
        'Do not choose this on a device that others use: they would see that this browser holds an unfinished form.',
      button: 'This device is mine, save on it',
      beginning: 'One moment…',
      kept: (date) => `Your answers are saved on this device until ${date}`,
      keptText: 'Close the page whenever you like. When you come back, you are asked for your code.',
      delete: 'Delete what is saved on this device',
      deleted:
        'What was saved on this device has been deleted. What you entered stays here as long as the page is open.',
    },
    code: {
      title: 'Your code for coming back',
      write: 'Write this code down where only you can find it. It is not shown again.',
      what: 'You are asked for it when you come back. Without it nobody can open your answers, not even the association. Five wrong codes delete what was saved.',
      done: 'I have written it down',
    },
    file: {
      title: 'Others use this device',
      text: 'Download your answers as a file that you take with you, and continue from it whenever you like, on any device. Nothing stays in this browser.',
      warning:
        'Whoever has the file can read it. Move it to where only you can get at it, then delete it from this device.',
      notIn: 'Files that you attached, signatures and declarations are not in it: you give them again.',
      button: 'Download my answers',
      saved: 'The file has been downloaded',
    },
    from: {
      title: 'I have a file of my answers',
      label: 'Continue from a file',
      hint: 'A file that you downloaded from this form. It is read here and sent to nobody, and replaces what you have entered.',
      button: 'Choose the file',
      faults: {
        'too-large':
          'This file is too large to be one of answers. Choose the file you downloaded from this form.',
        broken:
          'This file is damaged or incomplete, so nothing was taken from it. Download it again if you can, or begin here.',
        'no-answers': 'This is not a file of answers. Choose the file you downloaded from this form.',
        newer: 'This file is of a later version than this page. Load the page again and choose it once more.',
        'other-form': 'This file is from another form. Open that form and continue there.',
        unreadable: 'The device did not give the file. Choose it again.',
      },
    },
    back: {
      title: 'You have answers saved on this device',
      text: (date) =>
        `Enter your code to continue where you stopped. They are deleted by themselves on ${date}.`,
      label: 'Code for coming back',
      hint: 'The six digits you wrote down when you saved',
      goOn: 'Continue',
      anew: 'Begin anew',
      anewHint: '“Begin anew” deletes what was saved.',
      opening: 'Opening your answers…',
      missing: 'Enter your code, which has six digits',
      wrong: (triesLeft) =>
        `This is not the code. ${plural('en', triesLeft, {
          one: 'One try is left',
          other: '{n} tries are left',
        })}, then what was saved is deleted.`,
      gone: 'What was saved can no longer be opened, and was deleted from this device: the code was wrong too often, the time was over, or it was deleted before. Begin anew, or continue from a file if you have one.',
      over: 'Seven days have passed, so what you had saved on this device was deleted.',
    },
    taken: {
      title: 'Your answers are back',
      check: 'Look them through as you go on.',
      changed: 'The form has changed since you gave them, so look them through from the beginning.',
      notTaken: 'These are no longer among them:',
      why: {
        unfit: 'no longer fits the question, so answer it again',
        gone: 'the form no longer asks for it',
        anew: 'you give it again',
        files: 'attach the files again',
      },
      more: (count) => plural('en', count, { one: 'and one more', other: 'and {n} more' }),
    },
    troubles: {
      offline: 'There is no internet connection. Try again when it is back.',
      unreachable: 'The association did not answer. Check the connection and try again.',
      tooMany: 'There were too many tries from this connection. Try again in ten minutes.',
      refused:
        'This browser does not let anything be saved on the device, as in private browsing. Download your answers as a file instead.',
      full: 'There is no room on this device. Make some and try again, or download your answers as a file.',
      blocked: 'Another page of this site keeps it from being saved. Close it and try again.',
      damaged:
        'What was saved on this device is damaged and cannot be opened. Begin anew, or continue from a file if you have one.',
    },
    unsaved: {
      full: 'There is no room on this device, so your last answers are not saved on it. Finish now, or download your answers as a file.',
      files:
        'Your answers are saved, but not all of the files: the device has no room for them, or cannot read them.',
      gone: 'What was saved on this device was deleted in another page. What you entered stays here as long as the page is open.',
      other:
        'Your last answers are not saved on this device. Finish now, or download your answers as a file.',
    },
  },
};

/** The words in the language of the form. */
export function draftingWordsOf({ language }: { readonly language: string }): DraftingWords {
  // Both languages are complete, and the kit speaks no other.
  return words[language] as DraftingWords;
}
