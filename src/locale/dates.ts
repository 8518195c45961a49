import type { CalendarName } from '../core/calendar.js';
import { partsFromIso } from '../core/calendar.js';

/** How one language writes dates. */
export interface DateWords {
  readonly months: Readonly<Record<CalendarName, readonly string[]>>;
  readonly era: Readonly<Record<CalendarName, string>>;
  readonly sameDay: (first: string, second: string) => string;
}

/** An ISO date as it is read in a calendar; the text itself where it is no date there. */
export function writtenDate(iso: string, calendar: CalendarName, { months, era }: DateWords): string {
  const parts = partsFromIso(calendar, iso);
  if (parts === undefined) return iso;
  return `${parts.day} ${months[calendar][parts.month - 1] ?? ''} ${parts.year} ${era[calendar]}`.trimEnd();
}

/** The calendar a page wants first; the usual one where it wants none, or none that the kit has. */
export function calendarFirst(wanted: string | undefined, usual: CalendarName): CalendarName {
  return wanted === 'gregory' || wanted === 'islamic-umalqura' ? wanted : usual;
}

/** An ISO date in both calendars. */
export function writtenInBoth(iso: string, first: CalendarName, words: DateWords): string {
  const second = first === 'gregory' ? 'islamic-umalqura' : 'gregory';
  return words.sameDay(writtenDate(iso, first, words), writtenDate(iso, second, words));
}

/** Writes the dates of one language. `wanted` is the calendar that a page wants first. */
export class Calendars {
  readonly #words: DateWords;

  constructor(words: DateWords) {
    this.#words = words;
  }

  /** One date in one calendar. */
  written(iso: string, calendar: CalendarName): string {
    return writtenDate(iso, calendar, this.#words);
  }

  /** One date in the calendar that comes first. */
  inFirst(iso: string, usual: CalendarName, wanted: string | undefined): string {
    return this.written(iso, calendarFirst(wanted, usual));
  }

  /** One date in both calendars. */
  inBoth(iso: string, usual: CalendarName, wanted: string | undefined): string {
    return writtenInBoth(iso, calendarFirst(wanted, usual), this.#words);
  }
}
