import type { FieldSentences } from '../../core/sentence.js';
import { lowerFirst } from '../../core/sentence.js';

const example = '\u2066www.example.com\u2069';

export const urlSentences: FieldSentences = {
  ar: {
    space: ({ name }) => `احذف المسافات من داخل الرابط: ${name}`,
    scheme: ({ name }) => `اكتب رابط صفحة يبدأ بـ \u2066https://\u2069: ${name}`,
    userinfo: ({ name }) => `احذف من الرابط العلامة \u2066@\u2069 وما قبلها: ${name}`,
    'not-latin': ({ name }) => `اكتب اسم الموقع بالحروف اللاتينية، مثل ${example}: ${name}`,
    host: ({ name }) => `راجع اسم الموقع في الرابط، مثل ${example}: ${name}`,
    signs: ({ name }) => `راجع الرابط، ففيه رمز لا يكون في الروابط: ${name}`,
    'too-long': ({ name }) => `هذا الرابط أطول مما يُقبل. انسخ رابطًا أقصر: ${name}`,
  },
  en: {
    space: ({ name }) => `Remove the spaces: ${name}`,
    scheme: ({ name }) => `${name} must be the address of a page, beginning with https://`,
    userinfo: ({ name }) => `Remove the @ and what stands before it: ${name}`,
    'not-latin': ({ name }) => `Write the name of the site in Latin letters, like www.example.com: ${name}`,
    host: ({ name }) => `Check the name of the site, like www.example.com: ${name}`,
    signs: ({ name }) => `Check ${lowerFirst(name)}, there is a sign in it that no address has`,
    'too-long': ({ name }) => `${name} is too long. Copy a shorter address`,
  },
};
