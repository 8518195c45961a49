/**
 * The forms that are measured: as many questions as wanted on one step, in the mix of a real application form. Both
 * pages are made of the same definition.
 *
 * @typedef {object} BenchField
 * @property {string} id
 * @property {'text' | 'number' | 'choice' | 'yes-no' | 'date' | 'phone'} type
 * @property {string} label
 * @property {string} [hint]
 * @property {boolean} [required]
 * @property {Condition} [when]
 * @property {{ value: string, ar: string }[]} [options]
 * @property {string} [unit]
 * @property {string[]} [calendars]
 *
 * @typedef {{ field: string, is: boolean }} Condition
 * @typedef {{ id: string, title: string, fields: BenchField[] }} BenchStep
 * @typedef {{ id: string, version: string, languages: string[], title: string, steps: BenchStep[] }} BenchDefinition
 *
 * @typedef {object} Size
 * @property {number} fields
 * @property {number} [conditional] fields more, which the answer to the first question shows
 */

/** Twenty questions in the order in which they come again and again. */
const mix = /** @type {const} */ ([
  'text',
  'text',
  'date',
  'choice',
  'number',
  'yes-no',
  'text',
  'phone',
  'text',
  'choice',
  'number',
  'text',
  'yes-no',
  'text',
  'date',
  'text',
  'choice',
  'number',
  'yes-no',
  'text',
]);

/** @type {Record<BenchField['type'], { label: string, hint: string } & Partial<BenchField>>} */
const kinds = {
  text: { label: 'الاسم كما في الهوية', hint: 'اكتب الاسم الأول واسم الأب والجد والعائلة.' },
  number: {
    label: 'الدخل الشهري',
    hint: 'اكتب ما يصلك كل شهر من راتب أو ضمان أو غيره.',
    unit: 'ريال',
  },
  choice: {
    label: 'الحالة الاجتماعية',
    hint: 'اختر ما ينطبق عليك الآن.',
    options: [
      { value: 'single', ar: 'أعزب / عزباء' },
      { value: 'married', ar: 'متزوج / متزوجة' },
      { value: 'divorced', ar: 'مطلق / مطلقة' },
      { value: 'widowed', ar: 'أرمل / أرملة' },
    ],
  },
  'yes-no': { label: 'هل تعول أحدًا؟', hint: 'كل من تنفق عليه ويسكن معك أو في مكان آخر.' },
  date: { label: 'تاريخ الميلاد', hint: 'كما هو مكتوب في الهوية.', calendars: ['gregory'] },
  phone: { label: 'رقم الجوال', hint: 'نراسلك عليه بما يستجد في طلبك.' },
};

/** The question that shows the conditional ones. */
export const toggle = 'toggle';

/** Id of the last conditional question. @param {number} conditional */
export function lastConditional(conditional) {
  return `more${conditional}`;
}

/**
 * Every second question must be answered, and every second has a hint, in all four combinations.
 * @param {Size} size
 * @returns {BenchDefinition}
 */
export function definitionOf({ fields, conditional = 0 }) {
  const head = conditional === 0 ? [] : [toggler(), ...numbered('more', conditional, { when: shown })];
  return {
    id: 'bench',
    version: '1.0.0',
    languages: ['ar'],
    title: 'نموذج القياس',
    steps: [{ id: 'all', title: 'بيانات الطلب', fields: [...head, ...numbered('f', fields)] }],
  };
}

/** @type {Condition} */
const shown = { field: toggle, is: true };

/** @returns {BenchField} */
function toggler() {
  return { id: toggle, type: 'yes-no', label: 'هل تود إضافة بيانات أخرى؟' };
}

/**
 * @param {string} prefix
 * @param {number} count
 * @param {Partial<BenchField>} [more]
 * @returns {BenchField[]}
 */
function numbered(prefix, count, more = {}) {
  return Array.from({ length: count }, (_none, index) => {
    const type = mix[index % mix.length];
    const { label, hint, ...own } = kinds[type];
    return {
      id: `${prefix}${index + 1}`,
      type,
      label: `${label} (${index + 1})`,
      ...(index % 4 < 2 && { hint }),
      ...(index % 2 === 0 && { required: true }),
      ...own,
      ...more,
    };
  });
}
