import type { Locale } from '../core/locale.js';

/** Saudi Arabia is three hours ahead of UTC the whole year. */
const RIYADH = 3 * 60 * 60 * 1000;

/** A moment as it is told in Saudi Arabia: the date in both calendars, the time to the second. */
export function riyadhMoment(
  instant: string,
  locale: Locale,
): { readonly date: string; readonly time: string } {
  const local = new Date(Date.parse(instant) + RIYADH).toISOString();
  return { date: locale.dateInBoth(local.slice(0, 10), 'islamic-umalqura'), time: local.slice(11, 19) };
}
