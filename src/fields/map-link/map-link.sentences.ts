import type { FieldSentences } from '../../core/sentence.js';

export const mapLinkSentences: FieldSentences = {
  ar: {
    'not-a-map': ({ name }) =>
      `انسخ رابط الموقع من خرائط Google أو خرائط Apple أو OpenStreetMap، أو اكتب خط العرض ثم خط الطول: ${name}`,
    'no-place': ({ name }) => `هذا رابط الخريطة نفسها. افتح الموقع المطلوب فيها، ثم انسخ رابطه: ${name}`,
    'no-such-place': ({ name }) => `راجع الرقمين، فخط العرض إلى 90 وخط الطول إلى 180: ${name}`,
    'too-long': ({ name }) => `هذا الرابط أطول مما يُقبل. استعمل «مشاركة الموقع» لتنسخ رابطًا أقصر: ${name}`,
  },
  en: {
    'not-a-map': ({ name }) =>
      `Paste a link to the place from Google Maps, Apple Maps or OpenStreetMap, or write latitude and longitude: ${name}`,
    'no-place': ({ name }) =>
      `This is the map itself. Open the place on it and copy the link to that: ${name}`,
    'no-such-place': ({ name }) => `Check both numbers, latitude goes up to 90 and longitude to 180: ${name}`,
    'too-long': ({ name }) => `This link is too long. Use “Share” on the map to copy a shorter one: ${name}`,
  },
};
