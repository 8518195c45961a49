import type { FieldSentences } from '../../core/sentence.js';

export const nationalAddressSentences: FieldSentences = {
  ar: {
    required: ({ name }) => `اختر كيف تكتب عنوانك: ${name}`,
    'short-missing': ({ name }) => `أدخل العنوان المختصر، مثل \u2066RRRD2929\u2069: ${name}`,
    'short-arabic': ({ name }) => `اكتب أحرف العنوان المختصر بالإنجليزية، مثل \u2066RRRD2929\u2069: ${name}`,
    'short-form': ({ name }) =>
      `العنوان المختصر أربعة أحرف إنجليزية وبعدها أربعة أرقام، مثل \u2066RRRD2929\u2069: ${name}`,
    'building-missing': ({ name }) => `أدخل رقم المبنى: ${name}`,
    'building-digits': ({ name }) => `رقم المبنى من أربعة أرقام، مثل 2929: ${name}`,
    'street-missing': ({ name }) => `أدخل اسم الشارع: ${name}`,
    'street-too-long': ({ name }) => `اختصر اسم الشارع إلى 100 حرف أو أقل: ${name}`,
    'secondary-missing': ({ name }) => `أدخل الرقم الفرعي: ${name}`,
    'secondary-digits': ({ name }) => `الرقم الفرعي من أربعة أرقام، مثل 7182: ${name}`,
    'district-missing': ({ name }) => `أدخل اسم الحي: ${name}`,
    'district-too-long': ({ name }) => `اختصر اسم الحي إلى 100 حرف أو أقل: ${name}`,
    'postalCode-missing': ({ name }) => `أدخل الرمز البريدي: ${name}`,
    'postalCode-digits': ({ name }) => `الرمز البريدي من خمسة أرقام، أولها من 1 إلى 8، مثل 31952: ${name}`,
    'city-missing': ({ name }) => `أدخل اسم المدينة: ${name}`,
    'city-too-long': ({ name }) => `اختصر اسم المدينة إلى 100 حرف أو أقل: ${name}`,
    'other-building': ({ name }) =>
      `أرقام العنوان المختصر هي رقم المبنى نفسه، وهما مختلفان هنا. راجع الاثنين: ${name}`,
  },
  en: {
    required: ({ name }) => `Choose how to give your address: ${name}`,
    'short-missing': ({ name }) => `Enter the short address, like RRRD2929: ${name}`,
    'short-arabic': ({ name }) => `Write the letters of the short address in English, like RRRD2929: ${name}`,
    'short-form': ({ name }) =>
      `The short address must be four letters and then four digits, like RRRD2929: ${name}`,
    'building-missing': ({ name }) => `Enter the building number: ${name}`,
    'building-digits': ({ name }) => `Building number must be four digits, like 2929: ${name}`,
    'street-missing': ({ name }) => `Enter the street: ${name}`,
    'street-too-long': ({ name }) => `Street must be 100 characters or fewer: ${name}`,
    'secondary-missing': ({ name }) => `Enter the secondary number: ${name}`,
    'secondary-digits': ({ name }) => `Secondary number must be four digits, like 7182: ${name}`,
    'district-missing': ({ name }) => `Enter the district: ${name}`,
    'district-too-long': ({ name }) => `District must be 100 characters or fewer: ${name}`,
    'postalCode-missing': ({ name }) => `Enter the postal code: ${name}`,
    'postalCode-digits': ({ name }) =>
      `Postal code must be five digits that begin with 1 to 8, like 31952: ${name}`,
    'city-missing': ({ name }) => `Enter the city: ${name}`,
    'city-too-long': ({ name }) => `City must be 100 characters or fewer: ${name}`,
    'other-building': ({ name }) =>
      `The digits of the short address must be the building number, and here they differ. Check both: ${name}`,
  },
};

/** What the controls of an address are called. */
export interface AddressWords {
  readonly ways: Readonly<Record<'short' | 'full' | 'none', string>>;
  readonly short: string;
  readonly shortHint: string;
  readonly parts: Readonly<
    Record<'building' | 'street' | 'secondary' | 'district' | 'postalCode' | 'city', string>
  >;
}

const words: Readonly<Record<string, AddressWords>> = {
  ar: {
    ways: { short: 'العنوان المختصر', full: 'العنوان الكامل', none: 'ليس لدي عنوان وطني' },
    short: 'العنوان المختصر',
    shortHint: 'أربعة أحرف إنجليزية وأربعة أرقام، مثل \u2066RRRD2929\u2069',
    parts: {
      building: 'رقم المبنى',
      street: 'الشارع',
      secondary: 'الرقم الفرعي',
      district: 'الحي',
      postalCode: 'الرمز البريدي',
      city: 'المدينة',
    },
  },
  en: {
    ways: { short: 'Short address', full: 'Full address', none: 'I have no national address' },
    short: 'Short address',
    shortHint: 'Four letters and four digits, like RRRD2929',
    parts: {
      building: 'Building number',
      street: 'Street',
      secondary: 'Secondary number',
      district: 'District',
      postalCode: 'Postal code',
      city: 'City',
    },
  },
};

/** These words in the language of the others. */
export function addressWordsOf({ language }: { readonly language: string }): AddressWords {
  // Both languages are complete, and the kit speaks no other.
  return words[language] as AddressWords;
}

/** What stands for an address where there is none. */
export function noAddress(locale: { readonly language: string }): string {
  return addressWordsOf(locale).ways.none;
}
