import type { SigningMethod } from '../evidence/record.js';
import type { EvidenceFault } from '../evidence/verify.js';

/** What is said about a receipt that was checked, by `taafi verify` and by `<taafi-receipt-check>`. */
export interface EvidenceWords {
  readonly direction: 'rtl' | 'ltr';
  readonly genuine: string;
  /** What that means. */
  readonly genuineMeans: string;
  readonly notGenuine: string;
  readonly reasons: Readonly<Record<EvidenceFault, string>>;
  readonly otherFile: (name: string) => string;
  readonly unreadableFile: (name: string) => string;
  /** There are no keys here, and nothing else is wrong. */
  readonly intactOnly: string;
  /** There are no keys here. */
  readonly noKeys: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly reference: string;
  readonly received: string;
  readonly notBefore: string;
  readonly form: string;
  readonly policyVersion: string;
  readonly about: string;
  readonly answers: string;
  /** The same where nobody had to sign. */
  readonly answersUnsigned: string;
  readonly statements: string;
  readonly agreedAt: string;
  readonly signatures: string;
  readonly signedBy: string;
  readonly nameNotGiven: string;
  readonly method: string;
  readonly methods: Readonly<Record<SigningMethod, string>>;
  readonly paper: string;
  readonly shownAt: string;
  readonly signedAt: string;
  readonly attachments: string;
  readonly same: string;
  readonly notCompared: string;
  readonly none: string;
  readonly moment: (date: string, time: string) => string;
  readonly theirClock: string;
  readonly ourClock: string;
}

export const evidenceWords: Readonly<Record<'ar' | 'en', EvidenceWords>> = {
  ar: {
    direction: 'rtl',
    genuine: 'إيصال صحيح: لم يتغيّر فيه شيء',
    genuineMeans: 'هذا ما ختمه نظام الجمعية حين استلم الطلب، ولم يتغيّر فيه حرف منذ ذلك الوقت.',
    notGenuine: 'لا يُعتمد على هذا الإيصال',
    reasons: {
      unreadable: 'ليس هذا ملف إيصال، أو أُضيف إليه شيء أو حُذف منه شيء.',
      'unknown-key': 'خُتم بمفتاح ليس من مفاتيح الجمعية.',
      'key-not-in-use': 'خُتم بمفتاح لم يكن مستخدمًا في ذلك الوقت.',
      seal: 'تغيّر سجل الاستلام بعد ختمه.',
      definition: 'النموذج الذي فيه ليس النموذج الذي عُبّئ.',
      answers: 'الإجابات التي فيه ليست الإجابات التي استُلمت.',
      statement: 'العبارات التي فيه ليست العبارات التي تمت الموافقة عليها.',
      signature: 'التوقيعات التي فيه ليست التوقيعات التي استُلمت.',
      attachment: 'المرفقات المذكورة فيه ليست المرفقات التي استُلمت.',
    },
    otherFile: (name) => `الملف «${name}» ليس واحدًا من مرفقات هذا الطلب.`,
    unreadableFile: (name) => `تعذرت قراءة الملف «${name}» من جهازك.`,
    intactOnly: 'محتواه متماسك من الداخل، لكن لا يُعرف هنا هل المفتاح الذي خُتم به مفتاح الجمعية.',
    noKeys: 'لا توجد هنا مفاتيح للجمعية يقارَن بها الختم.',
    keyId: 'رقم المفتاح',
    publicKey: 'المفتاح العام',
    reference: 'الرقم المرجعي',
    received: 'وقت الاستلام',
    notBefore: 'لا رد قبل',
    form: 'النموذج',
    policyVersion: 'إصدار السياسة',
    about: 'عن الطلب السابق',
    answers: 'ما تم التوقيع عليه',
    answersUnsigned: 'ما تم إرساله',
    statements: 'ما تمت الموافقة عليه',
    agreedAt: 'وقت الموافقة',
    signatures: 'التوقيع',
    signedBy: 'الموقّع',
    nameNotGiven: 'الاسم غير مذكور في الطلب',
    method: 'طريقة التوقيع',
    methods: {
      drawn: 'توقيع مرسوم',
      typed: 'كتابة الاسم الكامل',
      paper: 'صورة ورقة موقّعة',
      provider: 'جهة توثيق',
    },
    paper: 'صورة الورقة',
    shownAt: 'وقت عرض ما يوقَّع عليه',
    signedAt: 'وقت التوقيع',
    attachments: 'المرفقات',
    same: 'هو نفسه',
    notCompared: 'لم يقارَن: أعطِ الملف ليقارَن به',
    none: 'لا شيء',
    moment: (date, time) => `${date}، الساعة ${time} بتوقيت مكة المكرمة`,
    theirClock: 'بساعة جهاز مقدم الطلب',
    ourClock: 'بساعة نظام الجمعية',
  },
  en: {
    direction: 'ltr',
    genuine: 'Genuine: nothing was changed',
    genuineMeans:
      'This is what the association’s receiver sealed when the request came in, and no letter of it has changed since.',
    notGenuine: 'NOT to be relied on',
    reasons: {
      unreadable: 'This is not the file of a receipt, or something was added to it or taken away.',
      'unknown-key': 'It was sealed with a key that is none of the association’s.',
      'key-not-in-use': 'It was sealed with a key that was not in use at that time.',
      seal: 'The record of what was received was changed after it was sealed.',
      definition: 'The form in it is not the one that was filled in.',
      answers: 'The answers in it are not those that were received.',
      statement: 'The sentences in it are not those that were agreed to.',
      signature: 'The signatures in it are not those that were received.',
      attachment: 'The attachments it names are not those that were received.',
    },
    otherFile: (name) => `The file “${name}” is none of the attachments of this request.`,
    unreadableFile: (name) => `Your device could not read the file “${name}”.`,
    intactOnly:
      'It is intact inside, but nobody here knows whether the key that sealed it is the association’s.',
    noKeys: 'There are no keys of the association here to compare the seal with.',
    keyId: 'Key',
    publicKey: 'Public key',
    reference: 'Reference number',
    received: 'Received',
    notBefore: 'No answer before',
    form: 'Form',
    policyVersion: 'Version of the policy',
    about: 'About the earlier request',
    answers: 'What was signed',
    answersUnsigned: 'What was sent',
    statements: 'What was agreed to',
    agreedAt: 'Agreed',
    signatures: 'Signature',
    signedBy: 'By',
    nameNotGiven: 'the name is not in the request',
    method: 'How',
    methods: {
      drawn: 'drawn by hand',
      typed: 'full name typed out',
      paper: 'photo of a signed paper',
      provider: 'identity provider',
    },
    paper: 'Photo of the paper',
    shownAt: 'Shown',
    signedAt: 'Signed',
    attachments: 'Attachments',
    same: 'the same',
    notCompared: 'not compared: give the file to compare it',
    none: 'none',
    moment: (date, time) => `${date}, ${time} Makkah time`,
    theirClock: 'by the clock of the person’s device',
    ourClock: 'by the clock of the association’s receiver',
  },
};
