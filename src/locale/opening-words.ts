/** What `taafi open` says. */
export interface OpeningWords {
  readonly sealedTo: (key: string) => string;
  /** The request has no sealed section. */
  readonly nothing: string;
  /** The section was left empty. */
  readonly empty: string;
  readonly problems: string;
  readonly faults: {
    readonly 'no-key': (key: string) => string;
    readonly 'not-opened': (key: string) => string;
    readonly 'no-answers': (key: string) => string;
  };
}

export const openingWords: Readonly<Record<'ar' | 'en', OpeningWords>> = {
  ar: {
    sealedTo: (key) => `مشفّر للمفتاح ${key}`,
    nothing: 'ليس في هذا الطلب شيء مشفّر.',
    empty: 'لم يُكتب في هذا القسم شيء.',
    problems: 'لم يستطع المستقبِل أن يتحقق مما شُفّر، وفيه ما يخالف قواعد النموذج:',
    faults: {
      'no-key': (key) => `لم يُفتح: المفتاح ${key} ليس بين المفاتيح المعطاة.`,
      'not-opened': (key) =>
        `لم يُفتح: إما أنه مشفّر لمفتاح آخر اسمه ${key} أيضًا، أو أن الظرف أو ما معه تغيّر بعد إرساله.`,
      'no-answers': (key) => `فُتح بالمفتاح ${key}، وليس فيه إجابات.`,
    },
  },
  en: {
    sealedTo: (key) => `sealed to the key ${key}`,
    nothing: 'Nothing in this request is sealed.',
    empty: 'Nothing was written in this section.',
    problems: 'The receiver could not check what was sealed, and some of it breaks the rules of the form:',
    faults: {
      'no-key': (key) => `Not opened: the key ${key} is none of those that were given.`,
      'not-opened': (key) =>
        `Not opened: it is sealed to another key that is called ${key} too, or the envelope or what belongs to it was changed after it was sent.`,
      'no-answers': (key) => `The key ${key} has opened it, and there are no answers in it.`,
    },
  },
};
