import type { DateWords } from './dates.js';

/** Dates in Arabic. */
export const arDates: DateWords = {
  months: {
    'islamic-umalqura': [
      'محرم',
      'صفر',
      'ربيع الأول',
      'ربيع الآخر',
      'جمادى الأولى',
      'جمادى الآخرة',
      'رجب',
      'شعبان',
      'رمضان',
      'شوال',
      'ذو القعدة',
      'ذو الحجة',
    ],
    gregory: [
      'يناير',
      'فبراير',
      'مارس',
      'أبريل',
      'مايو',
      'يونيو',
      'يوليو',
      'أغسطس',
      'سبتمبر',
      'أكتوبر',
      'نوفمبر',
      'ديسمبر',
    ],
  },
  era: { 'islamic-umalqura': 'هـ', gregory: 'م' },
  sameDay: (first, second) => `${first} الموافق ${second}`,
};
