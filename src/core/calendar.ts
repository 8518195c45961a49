import { FIRST_YEAR, LAST_YEAR, MONTHS } from './umm-al-qura.js';

/*
 * Dates are plain: `YYYY-MM-DD` in the Gregorian calendar is what is stored, and there is no time zone, no
 * clock and no Date object in this file. Both calendars count the same days, so each is turned into a day
 * number (0 is 1970-01-01) and back.
 */

/** The calendars a date may be typed in, by their Unicode names. */
export type CalendarName = 'gregory' | 'islamic-umalqura';

/** The parts of a date in one of the calendars; month and day count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number of 1 Muharram 1300, which is 1882-11-12. */
const FIRST_DAY = -31826;

/** The day number of 30 Dhu al-Hijja 1600, which is 2174-11-25. */
const LAST_DAY = 74838;

/**
 * How many days a month has; `undefined` for a month or a year that the calendar does not have here:
 * Gregorian 1800 to 2200 (what lies outside is a slip of the keyboard), Hijri 1300 to 1600 (what the table
 * holds).
 */
export function daysInMonth(calendar: CalendarName, year: number, month: number): number | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (calendar === 'islamic-umalqura') {
    return year < FIRST_YEAR || year > LAST_YEAR ? undefined : hijriMonthLength(year, month);
  }
  return year < 1800 || year > 2200 ? undefined : gregorianMonthLength(year, month);
}

/**
 * The ISO date (Gregorian, `YYYY-MM-DD`) of a day; `undefined` where there is no such day in that calendar:
 * the 30th of a month of 29 days, a 13th month, a year out of the range of `daysInMonth`, parts that are not
 * whole.
 */
export function isoFromParts(calendar: CalendarName, parts: DateParts): string | undefined {
  const { year, month, day } = parts;
  const length = daysInMonth(calendar, year, month);
  if (length === undefined || !Number.isInteger(day) || day < 1 || day > length) return undefined;
  if (calendar === 'gregory') return isoText(year, month, day);
  let number = FIRST_DAY + day - 1;
  for (let earlier = FIRST_YEAR; earlier < year; earlier++) number += hijriYearLength(earlier);
  for (let earlier = 1; earlier < month; earlier++) number += hijriMonthLength(year, earlier);
  return isoFromDayNumber(number);
}

/**
 * The parts of an ISO date in a calendar; `undefined` where the text is no real date or lies outside what the
 * calendar has here: Gregorian 1800 to 2200, Umm al-Qura 1882-11-12 to 2174-11-25.
 */
export function partsFromIso(calendar: CalendarName, iso: string): DateParts | undefined {
  const number = dayNumber(iso);
  if (number === undefined) return undefined;
  if (calendar === 'gregory') {
    const parts = gregorianParts(number);
    return daysInMonth(calendar, parts.year, parts.month) === undefined ? undefined : parts;
  }
  if (number < FIRST_DAY || number > LAST_DAY) return undefined;
  let rest = number - FIRST_DAY;
  let year = FIRST_YEAR;
  while (rest >= hijriYearLength(year)) rest -= hijriYearLength(year++);
  let month = 1;
  while (rest >= hijriMonthLength(year, month)) rest -= hijriMonthLength(year, month++);
  return { year, month, day: rest + 1 };
}

/**
 * Whether the text is `YYYY-MM-DD` and that day exists; the years 0000 to 9999, as JSON Schema's `date` has
 * it.
 */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= gregorianMonthLength(year, month);
}

/**
 * The days from 1970-01-01 to an ISO date, or `undefined` where it is none. Differences are days between
 * dates.
 */
export function dayNumber(iso: string): number | undefined {
  if (!isIsoDate(iso)) return undefined;
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  // Years are counted from 1 March, so that the leap day is the last of its year.
  const shifted = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + daysBeforeMonth((month + 9) % 12) + day - 719469;
}

/** The day of the week of an ISO date, Sunday as 0; `undefined` where it is none. */
export function weekdayOf(iso: string): number | undefined {
  const number = dayNumber(iso);
  // Before 1970 the numbers of days are negative, and so is what `%` leaves of them.
  return number === undefined ? undefined : (((number + 4) % 7) + 7) % 7;
}

/**
 * The ISO date a number of whole days later, or earlier for a negative number.
 * @throws RangeError where `iso` is no real date, `days` is not whole, or the years 0000 to 9999 are left:
 * what a person typed was checked before, so that is a mistake in the program.
 */
export function addDays(iso: string, days: number): string {
  const number = dayNumber(iso);
  const later = number === undefined ? '' : isoFromDayNumber(number + days);
  if (!isIsoDate(later)) throw new RangeError(`There is no date ${days} days after "${iso}".`);
  return later;
}

/**
 * The age in whole Gregorian years on a day; who was born on 29 February turns a year older on 1 March of an
 * ordinary year. `undefined` where one of the two is no real date or the birth lies ahead.
 */
export function ageOn(birthIso: string, todayIso: string): number | undefined {
  if (!isIsoDate(birthIso) || !isIsoDate(todayIso) || birthIso > todayIso) return undefined;
  const years = Number(todayIso.slice(0, 4)) - Number(birthIso.slice(0, 4));
  return todayIso.slice(5) < birthIso.slice(5) ? years - 1 : years;
}

/** The twelve bits of a Hijri year of the table, Muharram the highest: 1 for 30 days. */
function hijriMonths(year: number): number {
  const place = (year - FIRST_YEAR) * 3;
  return Number.parseInt(MONTHS.slice(place, place + 3), 16);
}

function hijriMonthLength(year: number, month: number): number {
  return 29 + ((hijriMonths(year) >> (12 - month)) & 1);
}

/** 354 or 355: twelve months of 29 days, and one day more for every set bit. */
function hijriYearLength(year: number): number {
  let length = 348;
  for (let bits = hijriMonths(year); bits; bits >>= 1) length += bits & 1;
  return length;
}

function gregorianMonthLength(year: number, month: number): number {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The days of a year that begins in March before its month 0 (March) to 11 (February). */
function daysBeforeMonth(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

/** The inverse of `dayNumber`, after Howard Hinnant's "chrono-compatible low-level date algorithms". */
function gregorianParts(number: number): DateParts {
  const days = number + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - yearOfEra * 365 - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100);
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return {
    year: yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    day: dayOfYear - daysBeforeMonth(march) + 1,
  };
}

function isoFromDayNumber(number: number): string {
  const { year, month, day } = gregorianParts(number);
  return isoText(year, month, day);
}

function isoText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
