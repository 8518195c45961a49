import { addDays, weekdayOf } from '../calendar.js';
import type { ProcessDefinition } from './process.js';
import { weekdays } from './process-shape.js';

type WorkingCalendar = ProcessDefinition['calendar'];

/** Days in a row without work beyond which a calendar is taken to have none at all. */
export const MOST_DAYS_OFF = 400;

/** Whether an association works on a day (ISO date). */
export function isWorkingDay({ weekend, holidays = [] }: WorkingCalendar, iso: string): boolean {
  const weekday = weekdays[weekdayOf(iso) ?? 0];
  if (weekday !== undefined && weekend.includes(weekday)) return false;
  return !holidays.some(({ from, to = from }) => from <= iso && iso <= to);
}

/**
 * The day itself where it is a working day, or the next one that is.
 * @throws RangeError where none follows within 400 days.
 */
export function nextWorkingDay(calendar: WorkingCalendar, iso: string): string {
  let day = iso;
  for (let tried = 0; tried <= MOST_DAYS_OFF; tried++) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, 1);
  }
  throw new RangeError('This calendar has no working day.');
}

/** So many working days after a day, which itself does not count; for none, the day itself or the next working day. */
export function addWorkingDays(calendar: WorkingCalendar, iso: string, days: number): string {
  let day = iso;
  for (let left = days; left > 0; left--) day = nextWorkingDay(calendar, addDays(day, 1));
  return nextWorkingDay(calendar, day);
}

/** The first working day that is at least so many days, or working days, after a day. */
export function earliestDay(
  calendar: WorkingCalendar,
  iso: string,
  days: number,
  count: 'calendar' | 'working',
): string {
  return count === 'working'
    ? addWorkingDays(calendar, iso, days)
    : nextWorkingDay(calendar, addDays(iso, days));
}
