import { Calendars } from './dates.js';
import { enDates } from './en-dates.js';
import type { DateMessages } from './messages.js';

/** Dates in English, and what fields for them say. */
export const enDateField: DateMessages = {
  ...enDates,
  calendars: new Calendars(enDates),
  date: {
    day: 'Day',
    month: 'Month',
    year: 'Year',
    chooseMonth: 'Choose',
    calendar: 'Calendar',
    calendars: { 'islamic-umalqura': 'Hijri', gregory: 'Gregorian' },
    equals: (date) => `This is ${date}`,
  },
};
