/** Words in the languages of a form. */
export type Words = Readonly<Partial<Record<'ar' | 'en', string>>>;

/** In which part of a form a question stands. */
export type Part = 'about' | 'request' | 'consent' | 'signing';

/** A question that most forms could have, by a name that a web admin knows it by. */
export interface PlainField {
  readonly name: string;
  readonly part: Part;
  /** The type of field, and another where the kit has no such type. */
  readonly type: string;
  /** Whether it is asked where nobody has chosen, and has to be answered then. */
  readonly usual?: true;
  readonly isRequired?: true;
  readonly label: Words;
  /** Other keys of the field. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** What a web admin may choose from, in the order in which a form asks it. */
export const plainFields: readonly PlainField[] = [
  {
    name: 'name',
    part: 'about',
    type: 'text',
    usual: true,
    isRequired: true,
    label: { ar: 'الاسم الكامل', en: 'Full name' },
    more: { maxLength: 120, autocomplete: 'name' },
  },
  {
    name: 'mobile',
    part: 'about',
    type: 'phone',
    usual: true,
    isRequired: true,
    label: { ar: 'رقم الجوال', en: 'Mobile number' },
    more: { autocomplete: 'tel' },
  },
  {
    name: 'email',
    part: 'about',
    type: 'email',
    label: { ar: 'البريد الإلكتروني', en: 'E-mail address' },
    more: { autocomplete: 'email' },
  },
  {
    name: 'nationalId',
    part: 'about',
    type: 'national-id',
    isRequired: true,
    label: { ar: 'رقم الهوية الوطنية أو الإقامة', en: 'National ID or iqama number' },
    more: { sensitive: true },
  },
  {
    name: 'birthDate',
    part: 'about',
    type: 'date',
    isRequired: true,
    label: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
    more: { max: 'today' },
  },
  {
    name: 'city',
    part: 'about',
    type: 'text',
    label: { ar: 'المدينة', en: 'City' },
    more: { maxLength: 80, autocomplete: 'address-level2' },
  },
  {
    name: 'address',
    part: 'about',
    type: 'national-address',
    label: { ar: 'العنوان الوطني', en: 'National address' },
  },
  {
    name: 'request',
    part: 'request',
    type: 'long-text',
    usual: true,
    label: { ar: 'ما الذي تحتاجه؟', en: 'What do you need?' },
  },
  {
    name: 'visitDay',
    part: 'request',
    type: 'date',
    label: { ar: 'اليوم المناسب', en: 'A day that suits you' },
    more: { min: 'today' },
  },
  {
    name: 'household',
    part: 'request',
    type: 'number',
    label: { ar: 'كم عدد من يعيشون معك؟', en: 'How many people live with you?' },
    more: { minimum: 0, maximum: 30, integer: true },
  },
  {
    name: 'income',
    part: 'request',
    type: 'money',
    label: { ar: 'الدخل الشهري', en: 'Monthly income' },
    more: { sensitive: true },
  },
  {
    name: 'documents',
    part: 'request',
    type: 'file',
    label: { ar: 'مستندات تؤيد الطلب', en: 'Documents that support the request' },
    more: { sensitive: true },
  },
  {
    name: 'consent',
    part: 'consent',
    type: 'statement',
    isRequired: true,
    label: { ar: 'الموافقة', en: 'Consent' },
    more: {
      text: {
        ar: 'أوافق على استعمال هذه البيانات لما ذُكر هنا.',
        en: 'I agree that these data are used for what is said here.',
      },
    },
  },
  {
    name: 'declaration',
    part: 'signing',
    type: 'statement',
    isRequired: true,
    label: { ar: 'إقرار بصحة البيانات', en: 'Declaration that the information is correct' },
    more: {
      text: {
        ar: 'أقر بأن جميع هذه البيانات صحيحة، وأنني مسؤول مسؤولية مباشرة عن صحتها.',
        en: 'I declare that all this information is correct, and that I am directly responsible for it.',
      },
    },
  },
  {
    name: 'signature',
    part: 'signing',
    type: 'signature',
    isRequired: true,
    label: { ar: 'توقيعك', en: 'Your signature' },
  },
];

/** Headings of the parts. */
export const partTitles: Readonly<Record<Part, Words>> = {
  about: { ar: 'بياناتك', en: 'About you' },
  request: { ar: 'طلبك', en: 'Your request' },
  consent: { ar: 'موافقتك', en: 'Your consent' },
  signing: { ar: 'التوقيع', en: 'Signature' },
};

/** How long answers may be kept, by a name for the command line. */
export const keepingTimes: Readonly<Record<string, Words>> = {
  '90-days': {
    ar: 'نحتفظ ببياناتك 90 يومًا بعد الرد على طلبك، ثم نتلفها إتلافًا آمنًا.',
    en: 'We keep your information for 90 days after we have answered you. Then we destroy it securely.',
  },
  '1-year': {
    ar: 'نحتفظ ببياناتك سنة بعد الرد على طلبك، ثم نتلفها إتلافًا آمنًا.',
    en: 'We keep your information for a year after we have answered you. Then we destroy it securely.',
  },
  '5-years': {
    ar: 'نحتفظ ببياناتك خمس سنوات بعد الرد على طلبك، ثم نتلفها إتلافًا آمنًا.',
    en: 'We keep your information for five years after we have answered you. Then we destroy it securely.',
  },
};

/** What data are asked for where nothing else is said. */
export const usualPurpose: Words = {
  ar: 'لندرس طلبك ونرد عليك',
  en: 'To study your request and answer you',
};
