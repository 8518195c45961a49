/** What `<taafi-data-declaration>` says where there is nothing to sign. Apart from the sentences of the forms, which need it not. */
export interface DeclarationWords {
  readonly title: string;
  readonly unknown: string;
  readonly signed: string;
  readonly unreachable: string;
  readonly tooMany: string;
  readonly nothing: string;
}

export const declarationWords: Readonly<Record<'ar' | 'en', DeclarationWords>> = {
  ar: {
    title: 'لا يمكن التوقيع الآن',
    unknown: 'هذا الرابط غير معروف أو ناقص. افتحه كاملًا كما وصلك، أو اطلب من الجمعية رابطًا جديدًا.',
    signed: 'تم التوقيع على هذه البيانات من قبل، فلا حاجة إلى التوقيع مرة أخرى.',
    unreachable: 'تعذر الوصول إلى الجمعية. تأكد من الاتصال بالإنترنت ثم أعد المحاولة.',
    tooMany: 'فُتحت روابط كثيرة من هذه الشبكة. أعد المحاولة بعد دقائق.',
    nothing: 'لا توجد هنا بيانات للتوقيع عليها.',
  },
  en: {
    title: 'There is nothing to sign right now',
    unknown:
      'This link is not known, or part of it is missing. Open the whole link as it reached you, or ask the association for a new one.',
    signed: 'This information has been signed already. You do not need to sign it again.',
    unreachable: 'The association could not be reached. Check your connection to the internet and try again.',
    tooMany: 'Many links have been opened from this network. Try again in a few minutes.',
    nothing: 'There is no information here to sign.',
  },
};
