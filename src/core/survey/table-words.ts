/** What the table of the results says itself. */
export interface TableWords {
  readonly columns: readonly string[];
  readonly kinds: Readonly<Record<string, string>>;
  readonly sliceKinds: Readonly<Record<'total' | 'month' | 'step' | 'answer', string>>;
  readonly total: string;
  readonly responses: string;
  readonly rates: Readonly<Record<'response' | 'completion', string>>;
  readonly hidden: string;
  readonly few: string;
}

const ar: TableWords = {
  columns: [
    'المقياس',
    'نوعه',
    'طريقة الحساب',
    'التقسيم',
    'القسم',
    'العدد',
    'القيمة',
    'أدنى المجال',
    'أعلى المجال',
    'ملاحظة',
    'عدد من اختاروه',
    'المتوسط',
    'رمز المقياس',
    'رمز التقسيم',
    'رمز القسم',
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
  hidden: 'محجوب: أقل من 5 إجابات، أو يكشف ما هو أقل منها',
  few: 'أقل من أن يُقارن بغيره: دون 30 إجابة',
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
  hidden: 'hidden: fewer than 5 answers, or it would tell of fewer',
  few: 'too few to compare: below 30 answers',
};

/** In Arabic or, for every other language, in English. */
export function tableWords(language: string): TableWords {
  return language === 'ar' ? ar : en;
}
