import type { CalendarName } from './calendar.js';
import type { Text } from './text.js';

/** Which words and signs a field type needs to show an answer; `locale/` implements it for each language. */
export interface Locale {
  /** BCP 47 code of the language, such as `ar`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly yes: string;
  readonly no: string;
  /** Stands for a signature that was drawn. */
  readonly drawn: string;
  /** Stands for a question that a person would rather not answer. */
  readonly notApplicable: string;
  /** The text of a definition in this language, or in the nearest one it has. */
  text(text: Text): string;
  /** A number with group separators, in Latin digits. */
  number(value: number): string;
  /** One date in one calendar, in words: `6 شوال 1410 هـ`. */
  date(iso: string, calendar: CalendarName): string;
  /** One date in both calendars, `calendar` first where a page wants none in particular. */
  dateInBoth(iso: string, calendar: CalendarName): string;
  /** `a، b وc`. */
  list(items: readonly string[]): string;
  /** A size of a file, in the unit a person would use. */
  fileSize(bytes: number): string;
}
