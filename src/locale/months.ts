import type { CalendarName } from '../core/calendar.js';
import { daysInMonth, partsFromIso } from '../core/calendar.js';
import type { DateWords } from './dates.js';

/** A month as it is named in one calendar; `2026-11` itself where it is none. */
export function writtenMonth(month: string, calendar: CalendarName, { months, era }: DateWords): string {
  const [first, last] = endsOf(month, calendar);
  if (first === undefined || last === undefined) return month;
  const name = (index: number) => months[calendar][index - 1] ?? '';
  // A Gregorian month begins in one Hijri month and ends in the next, perhaps of the next year.
  const [begin, end] = [name(first.month), name(last.month)];
  const span =
    begin === end
      ? begin
      : first.year === last.year
        ? `${begin} – ${end}`
        : `${begin} ${first.year} – ${end}`;
  return `${span} ${last.year} ${era[calendar]}`.trimEnd();
}

/** The same for the edge of a chart, in numbers: `5–6/1448`. */
export function shortHijriMonth(month: string): string {
  const [first, last] = endsOf(month, 'islamic-umalqura');
  if (first === undefined || last === undefined) return '';
  return first.month === last.month
    ? `${last.month}/${last.year}`
    : `${first.month}–${last.month}/${last.year}`;
}

function endsOf(month: string, calendar: CalendarName) {
  const [year = 0, inYear = 0] = month.split('-').map(Number);
  const length = daysInMonth('gregory', year, inYear);
  return [partsFromIso(calendar, `${month}-01`), partsFromIso(calendar, `${month}-${length}`)] as const;
}
