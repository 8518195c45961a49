import { addDays } from '../../core/calendar.js';
import type { FormDefinition } from '../../core/definition.js';
import type { FormLocale } from '../../locale/locale.js';

/** The sentence that no answer comes before a date, in both calendars; undefined where the form promises none. */
export function notBeforeSentence(
  definition: FormDefinition,
  locale: FormLocale,
  { from, date }: { readonly from: string; readonly date?: string | undefined },
): string | undefined {
  const days = /^P(\d+)D$/.exec(definition.answer?.notBefore ?? '')?.[1];
  if (days === undefined) return undefined;
  return locale.messages.notBefore(
    locale.dateInBoth(date ?? addDays(from, Number(days)), 'islamic-umalqura'),
  );
}

/** The day in Asia/Riyadh, which is three hours ahead of UTC all year. */
export function riyadhDate(instant: Date): string {
  return new Date(instant.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
}

/** The time of day in Asia/Riyadh, as `18:03`. */
export function riyadhTime(instant: Date): string {
  return new Date(instant.getTime() + 3 * 3_600_000).toISOString().slice(11, 16);
}
