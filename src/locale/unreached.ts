/** What is said where nothing more can be brought: in both languages, for the sentences of one may be what is missing. */
export const unreached = {
  ar: {
    unavailable: 'النموذج غير متاح الآن. يمكنك التواصل مع الجمعية مباشرة.',
    unreachable: 'تعذر الوصول إلى الجمعية.',
    tryAgain: 'حاول مرة أخرى',
  },
  en: {
    unavailable: 'The form is not available right now. You can contact the association directly.',
    unreachable: 'The association could not be reached.',
    tryAgain: 'Try again',
  },
} as const;
