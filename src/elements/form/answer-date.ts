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
