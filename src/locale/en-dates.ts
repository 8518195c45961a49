import type { DateWords } from './dates.js';

/** Dates in English. */
export const enDates: DateWords = {
  months: {
    'islamic-umalqura': [
      'Muharram',
      'Safar',
      'Rabi‘ I',
      'Rabi‘ II',
      'Jumada I',
      'Jumada II',
      'Rajab',
      'Sha‘ban',
      'Ramadan',
      'Shawwal',
      'Dhu al-Qi‘dah',
      'Dhu al-Hijjah',
    ],
    gregory: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
  era: { 'islamic-umalqura': 'AH', gregory: '' },
  sameDay: (first, second) => `${first} (${second})`,
};
