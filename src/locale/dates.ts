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

/** Writes the dates of one language. */
export class Calendars {
  readonly #words: DateWords;

  constructor(words: DateWords) {
    this.#words = words;
  }

  /** One date in one calendar. */
  written(iso: string, calendar: CalendarName): string {
    return writtenDate(iso, calendar, this.#words);
  }
}
