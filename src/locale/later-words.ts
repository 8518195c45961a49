import type { FormLocale } from './locale.js';

/** What forms say that nobody reads on the first page: loaded with what says it. */
export interface LaterWords {
  readonly receipt: {
    readonly title: string;
    readonly reference: string;
    readonly keep: string;
    readonly copy: string;
    readonly copied: string;
    readonly print: string;
    readonly received: (date: string) => string;
    /** The receipt is of what was sent before the last changes. */
    readonly earlier: string;
    readonly next: string;
    readonly save: string;
    readonly saveHint: string;
    /** The way to the status tracker. */
    readonly follow: string;
    readonly followHint: string;
    readonly followLink: string;
    /** For whoever filled the form in for somebody who is to sign it himself. */
    readonly link: string;
    readonly linkHint: string;
    readonly copyLink: string;
    readonly linkCopied: string;
    /** On paper: what was sent, agreed to and signed. */
    readonly answers: string;
    readonly agreed: string;
    readonly signatures: string;
    readonly signedAt: (date: string, time: string) => string;
    readonly seal: string;
    readonly sealedBy: (key: string, sequence: number) => string;
  };
  /** Beside a field that no person sees. */
  readonly leaveEmpty: string;
  readonly survey: {
    readonly thanks: string;
    readonly arrived: string;
  };
  /** The place on paper to sign by hand. */
  readonly byHand: {
    readonly print: string;
    readonly how: string;
    readonly name: string;
    readonly date: string;
    readonly signature: string;
    /** Before what ties the paper to the data. */
    readonly digest: string;
  };
  /** A provider who signs for the person. */
  readonly elsewhere: {
    readonly signed: (provider: string) => string;
    readonly failed: string;
  };
  readonly referral: {
    readonly question: string;
    readonly questionHint: string;
    readonly contact: string;
    readonly contactHint: string;
    readonly send: string;
    readonly sent: string;
    readonly missing: string;
    readonly failed: string;
  };
  readonly association: {
    readonly channels: string;
    readonly documents: string;
    readonly policy: (title: string, minutes: string, date: string) => string;
  };
}

const words: Readonly<Record<string, LaterWords>> = {
  ar: {
    receipt: {
      title: 'وصل طلبك',
      reference: 'الرقم المرجعي',
      keep: 'احتفظ بهذا الرقم، واذكره كلما سألت.',
      copy: 'نسخ الرقم',
      copied: 'نُسخ الرقم',
      print: 'طباعة الإيصال',
      received: (date) => `استُلم في ${date}`,
      earlier:
        'وصل طلبك في محاولة سابقة، قبل آخر تعديل أجريته، فالتعديل ليس فيه. لتعديله تواصل مع الجمعية واذكر هذا الرقم.',
      next: 'ماذا يحدث بعد ذلك؟',
      save: 'حفظ الإيصال في ملف',
      saveHint:
        'في الملف إجاباتك وما أقررت به، وعليه ختم الجمعية. يمكن لمن معه الملف أن يتأكد في أي وقت أن شيئًا منه لم يتغير. احفظه حيث لا يصل إليه غيرك.',
      link: 'رابط التوقيع',
      linkHint: 'أرسل هذا الرابط إلى صاحب الطلب وحده، ليقرأ بياناته ويوقّع عليها بنفسه.',
      copyLink: 'نسخ الرابط',
      linkCopied: 'نُسخ الرابط',
      follow: 'تابع طلبك',
      followHint:
        'هذا الرابط يفتح طلبك دون أن تكتب شيئًا، فلا تعطه أحدًا. ولك أن تفتحه متى شئت برقم الطلب ومعلومة مما كتبته فيه.',
      followLink: 'افتح صفحة المتابعة',
      answers: 'ما أرسلته',
      agreed: 'ما أقررت به ووافقت عليه',
      signatures: 'التوقيع',
      signedAt: (date, time) => `وُقّع في ${date}، الساعة ${time} بتوقيت مكة المكرمة`,
      seal: 'ختم الجمعية الإلكتروني',
      sealedBy: (key, sequence) => `السجل رقم ${sequence}، المفتاح ${key}`,
    },
    leaveEmpty: 'اترك هذه الخانة فارغة',
    survey: {
      thanks: 'شكرًا لك',
      arrived: 'وصلت إجاباتك دون ما يدل عليك، ولم يبق منها شيء على هذا الجهاز.',
    },
    byHand: {
      print: 'طباعة الإقرار',
      how: '1. اطبع هذا الإقرار.\n2. وقّع عليه بخط يدك.\n3. صوّره كاملًا في ضوء جيد، ثم أرفق الصورة هنا.',
      name: 'الاسم',
      date: 'التاريخ',
      signature: 'التوقيع',
      digest: 'بصمة البيانات:',
    },
    elsewhere: {
      signed: (provider) => `تم التوقيع: ${provider}`,
      failed: 'لم يكتمل التوقيع. أعد المحاولة، أو ارسم توقيعك أو اكتب اسمك.',
    },
    referral: {
      question: 'سؤالك',
      questionHint: 'اكتب ما لم يتضح لك. لا تكتب تفاصيل عن التعاطي أو القضايا.',
      contact: 'كيف نصل إليك للرد؟',
      contactHint: 'رقم جوال أو وسيلة أخرى تناسبك.',
      send: 'أرسل السؤال',
      sent: 'وصل سؤالك. ما كتبته في الطلب باقٍ كما هو.',
      missing: 'اكتب سؤالك',
      failed: 'لم يُرسل السؤال بعد. تحقق من الاتصال ثم حاول مرة أخرى.',
    },
    association: {
      channels: 'قنوات التواصل',
      documents: 'الوثائق المرجعية',
      policy: (title, minutes, date) => `${title}، المعتمدة في المحضر رقم ${minutes} بتاريخ ${date}`,
    },
  },
  en: {
    receipt: {
      title: 'Your request has arrived',
      reference: 'Reference number',
      keep: 'Keep this number, and give it whenever you ask.',
      copy: 'Copy number',
      copied: 'Number copied',
      print: 'Print receipt',
      received: (date) => `Received on ${date}`,
      earlier:
        'Your request had already arrived before your last changes, so they are not in it. To have it changed, contact the association and give this number.',
      next: 'What happens next',
      save: 'Save receipt as a file',
      saveHint:
        'The file holds your answers and what you agreed to, under the association’s seal. Whoever has it can check at any time that nothing in it was changed. Keep it where only you can get at it.',
      link: 'Link for signing',
      linkHint:
        'Send this link to the person the request is for, and to nobody else, so that they can read the information and sign it.',
      copyLink: 'Copy link',
      linkCopied: 'Link copied',
      follow: 'Follow your request',
      followHint:
        'This link opens your request without your typing anything, so give it to nobody. You can also open it at any time with its reference number and one detail you gave.',
      followLink: 'Open the tracking page',
      answers: 'What you sent',
      agreed: 'What you declared and agreed to',
      signatures: 'Signature',
      signedAt: (date, time) => `Signed on ${date} at ${time}, Makkah time`,
      seal: 'The association’s electronic seal',
      sealedBy: (key, sequence) => `Record no. ${sequence}, key ${key}`,
    },
    leaveEmpty: 'Leave this field empty',
    survey: {
      thanks: 'Thank you',
      arrived:
        'Your answers have arrived without anything that tells who you are, and nothing of them is left on this device.',
    },
    byHand: {
      print: 'Print the declaration',
      how: '1. Print this declaration.\n2. Sign it by hand.\n3. Photograph all of it in good light and attach the photo here.',
      name: 'Name',
      date: 'Date',
      signature: 'Signature',
      digest: 'Digest of the data:',
    },
    elsewhere: {
      signed: (provider) => `Signed: ${provider}`,
      failed: 'The signing was not completed. Try again, or draw your signature or type your name.',
    },
    referral: {
      question: 'Your question',
      questionHint: 'Say what is not clear. Do not give details of drug use or of legal cases.',
      contact: 'How can we reach you with the answer?',
      contactHint: 'A mobile number or another way that suits you.',
      send: 'Send question',
      sent: 'Your question has arrived. What you entered in the form is still here.',
      missing: 'Enter your question',
      failed: 'The question has not been sent yet. Check the connection and try again.',
    },
    association: {
      channels: 'Ways to contact us',
      documents: 'Reference documents',
      policy: (title, minutes, date) => `${title}, approved in minutes no. ${minutes} on ${date}`,
    },
  },
};

/** These sentences in the language of the others. */
export function laterWordsOf({ language }: Pick<FormLocale, 'language'>): LaterWords {
  // Both languages are complete, and the kit speaks no other.
  return words[language] as LaterWords;
}
