import type { FieldSentences } from '../../core/sentence.js';
import { lowerFirst } from '../../core/sentence.js';

/** In an Arabic sentence an address stands in an isolate, so that its parts stay where they are. */
const example = '\u2066name@example.com\u2069';

export const emailSentences: FieldSentences = {
  ar: {
    'no-at': ({ name }) => `اكتب العنوان كاملًا وفيه العلامة \u2066@\u2069، مثل ${example}: ${name}`,
    'two-ats': ({ name }) => `اكتب عنوانًا واحدًا فيه العلامة \u2066@\u2069 مرة واحدة: ${name}`,
    space: ({ name }) => `احذف المسافات من داخل العنوان: ${name}`,
    'not-latin': ({ name }) => `اكتب العنوان بالحروف اللاتينية، مثل ${example}: ${name}`,
    domain: ({ name }) => `راجع ما بعد العلامة \u2066@\u2069، مثل \u2066example.com\u2069: ${name}`,
    format: ({ name }) => `راجع ما قبل العلامة \u2066@\u2069، ففيه رمز أو نقطة في غير موضعها: ${name}`,
    'too-long': ({ name }) => `هذا العنوان أطول مما يقبله البريد الإلكتروني. راجعه: ${name}`,
  },
  en: {
    'no-at': ({ name }) => `${name} must have an @, like name@example.com`,
    'two-ats': ({ name }) => `${name} must be one address with one @`,
    space: ({ name }) => `Remove the spaces: ${name}`,
    'not-latin': ({ name }) => `Write ${lowerFirst(name)} in Latin letters, like name@example.com`,
    domain: ({ name }) => `Check what follows the @, like example.com: ${name}`,
    format: ({ name }) => `Check what stands before the @, a sign or a dot is out of place: ${name}`,
    'too-long': ({ name }) => `${name} is longer than an e-mail address can be`,
  },
};
