import type { FormLocale } from '../../../locale/locale.js';
import { riyadhDate } from '../riyadh-time.js';

/** The day on which something is deleted, as it is written. */
export function untilDate(milliseconds: number, locale: FormLocale): string {
  return locale.dateInBoth(riyadhDate(new Date(milliseconds)), 'gregory');
}
