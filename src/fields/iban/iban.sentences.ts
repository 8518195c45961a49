import type { FieldSentences } from '../../core/sentence.js';
import { lowerFirst } from '../../core/sentence.js';

export const ibanSentences: FieldSentences = {
  ar: {
    characters: ({ name }) => `اكتب الآيبان بالحروف اللاتينية والأرقام وحدها: ${name}`,
    country: ({ name }) => `اكتب رقم آيبان سعوديًا، وأوله \u2066SA\u2069: ${name}`,
    length: ({ name }) => `يجب أن يكون الآيبان من 24 خانة، أولها \u2066SA\u2069: ${name}`,
    checksum: ({ name }) => `راجع الآيبان كما هو في كشف الحساب، ففيه خانة غير مطابقة: ${name}`,
  },
  en: {
    characters: ({ name }) => `Write ${lowerFirst(name)} with Latin letters and digits only`,
    country: ({ name }) => `${name} must be a Saudi IBAN, which begins with SA`,
    length: ({ name }) => `${name} must have 24 letters and digits, beginning with SA`,
    checksum: ({ name }) =>
      `Check ${lowerFirst(name)} against your bank statement, a letter or digit does not match`,
  },
};
