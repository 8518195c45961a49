/** What the table of the results says itself. */
export interface TableWords {
  readonly columns: readonly string[];
  readonly kinds: Readonly<Record<string, string>>;
  readonly sliceKinds: Readonly<Record<'total' | 'month' | 'step' | 'answer', string>>;
  readonly total: string;
  readonly responses: string;
  readonly rates: Readonly<Record<'response' | 'completion', string>>;
  /** Why there is no number, or none to be compared, by what is counted. */
  readonly hidden: Readonly<Record<'answers' | 'people', string>>;
  readonly few: Readonly<Record<'answers' | 'people', string>>;
}

const ar: TableWords = {
  columns: [
    'المقياس',
    'نوعه',
    'طريقة الحساب',
    'التصنيف',
    'الفئة',
    'العدد',
    'القيمة',
    'أدنى المجال',
    'أعلى المجال',
    'ملاحظة',
    'عدد من اختاروه',
    'المتوسط',
    'رمز المقياس',
    'رمز التصنيف',
    'رمز الفئة',
  ],
  kinds: {
    csat: 'الرضا (CSAT)',
    ces: 'السهولة (CES)',
    nps: 'التوصية (NPS)',
    shares: 'نسب',
    ranking: 'ترتيب',
    responses: 'عدد',
    response: 'نسبة',
    completion: 'نسبة',
  },
  sliceKinds: { total: 'الكل', month: 'الشهر', step: 'المناسبة', answer: 'الجواب' },
  total: 'الكل',
  responses: 'الإجابات',
  rates: { response: 'نسبة الاستجابة', completion: 'نسبة الإكمال' },
  hidden: {
    answers: 'محجوب: أقل من 5 إجابات، أو يكشف ما هو أقل منها',
    people: 'محجوب: أقل من 5 أشخاص، أو يكشف عددًا أقل منهم',
  },
  few: {
    answers: 'أقل من أن يُقارن بغيره: دون 30 إجابة',
    people: 'أقل من أن يُقارن بغيره: دون 30 شخصًا',
  },
};

const en: TableWords = {
  columns: [
    'measure',
    'kind',
    'formula',
    'slice kind',
    'slice',
    'n',
    'value',
    'low',
    'high',
    'note',
    'count',
    'mean',
    'measure id',
    'slice kind id',
    'slice id',
  ],
  kinds: {
    csat: 'satisfaction (CSAT)',
    ces: 'ease (CES)',
    nps: 'recommendation (NPS)',
    shares: 'shares',
    ranking: 'ranking',
    responses: 'number',
    response: 'rate',
    completion: 'rate',
  },
  sliceKinds: { total: 'all', month: 'month', step: 'occasion', answer: 'answer' },
  total: 'all',
  responses: 'responses',
  rates: { response: 'response rate', completion: 'completion rate' },
  hidden: {
    answers: 'hidden: fewer than 5 answers, or it would reveal fewer',
    people: 'hidden: fewer than 5 people, or it would reveal fewer',
  },
  few: {
    answers: 'too few to compare: fewer than 30 answers',
    people: 'too few to compare: fewer than 30 people',
  },
};

/** In Arabic or, for every other language, in English. */
export function tableWords(language: string): TableWords {
  return language === 'ar' ? ar : en;
}
