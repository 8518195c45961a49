import { arDates } from './ar-dates.js';
import { Calendars } from './dates.js';
import type { DateMessages } from './messages.js';

/** Dates in Arabic, and what fields for them say. */
export const arDateField: DateMessages = {
  ...arDates,
  calendars: new Calendars(arDates),
  date: {
    day: 'اليوم',
    month: 'الشهر',
    year: 'السنة',
    chooseMonth: 'اختر',
    calendar: 'التقويم',
    calendars: { 'islamic-umalqura': 'هجري', gregory: 'ميلادي' },
    equals: (date) => `الموافق ${date}`,
  },
};
