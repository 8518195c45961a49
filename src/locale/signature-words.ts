/** What `<taafi-signature>` says. Apart from the sentences of the forms, so that it can be had alone. */
export interface SignatureWords {
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly how: string;
  readonly drawn: string;
  readonly typed: string;
  readonly hint: string;
  readonly empty: string;
  readonly signed: (strokes: number) => string;
  readonly undo: string;
  readonly clear: string;
  readonly fullName: string;
  readonly nameHint: string;
  readonly missing: string;
  readonly tooLittle: string;
  readonly otherName: (name: string) => string;
}

const arabicCount = new Intl.PluralRules('ar');
const strokesInArabic: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
  one: 'خط واحد',
  two: 'خطان',
  few: '{n} خطوط',
  many: '{n} خطًا',
  other: '{n} خط',
};

export const signatureWords: Readonly<Record<'ar' | 'en', SignatureWords>> = {
  ar: {
    direction: 'rtl',
    title: 'التوقيع',
    how: 'طريقة التوقيع',
    drawn: 'أرسم توقيعي',
    typed: 'أكتب اسمي',
    hint: 'وقّع بإصبعك أو بالقلم أو بالفأرة فوق الخط. ويمكنك بدلًا من ذلك كتابة اسمك، وله القوة نفسها.',
    empty: 'مكان التوقيع، وهو فارغ. من لا يرسم توقيعه يكتب اسمه، وله القوة نفسها.',
    signed: (strokes) =>
      `توقيع مرسوم: ${(strokesInArabic[arabicCount.select(strokes)] ?? '{n} خط').replace('{n}', String(strokes))}`,
    undo: 'تراجع عن آخر خط',
    clear: 'امسح وابدأ من جديد',
    fullName: 'اسمك الكامل',
    nameHint: 'اكتب اسمك كما كتبته من قبل. كتابته توقيع منك.',
    missing: 'وقّع، أو اكتب اسمك الكامل',
    tooLittle: 'هذا أقصر من توقيع. وقّع بخط أطول، أو اكتب اسمك الكامل',
    otherName: (name) => `اكتب الاسم كما هو في الطلب: ${name}`,
  },
  en: {
    direction: 'ltr',
    title: 'Signature',
    how: 'How to sign',
    drawn: 'Draw my signature',
    typed: 'Type my name',
    hint: 'Sign above the line with a finger, a pen or the mouse. Typing your name instead counts the same.',
    empty: 'Place for the signature, empty. You can type your name instead, which counts the same.',
    signed: (strokes) => `Drawn signature: ${strokes} ${strokes === 1 ? 'stroke' : 'strokes'}`,
    undo: 'Undo last stroke',
    clear: 'Clear and start again',
    fullName: 'Your full name',
    nameHint: 'Write your name as you gave it before. Writing it is signing.',
    missing: 'Sign, or type your full name',
    tooLittle: 'This is shorter than a signature. Sign with a longer line, or type your full name',
    otherName: (name) => `Write the name as it is in the request: ${name}`,
  },
};
