import type { CalendarName } from '../core/calendar.js';
import type { Locale } from '../core/locale.js';
import type { Text } from '../core/text.js';
import { pickText } from '../core/text.js';
import type { Messages, ToldProblem } from './messages.js';

/** How a page wants numbers and dates to be shown; what it says is read anew each time. */
export interface Shown {
  /** The digits in which Arabic is written: `arab` or `latn`. */
  readonly numerals?: 'latn' | 'arab';
  /** The calendar that comes first; undefined for the usual one of each date. */
  readonly calendar?: string | undefined;
}

/** Everything said to a person in one language: the kit's own sentences and the texts of a definition. */
export class FormLocale implements Locale {
  readonly language: string;
  readonly messages: Messages;
  readonly shown: Shown;
  readonly #fallbacks: readonly string[];
  // Made when they are first needed: the first of them costs a phone a tenth of a second.
  #numbers: Intl.NumberFormat | undefined;
  #lists: Intl.ListFormat | undefined;

  /** `fallbacks` are the languages of the definition, in its order. */
  constructor(language: string, messages: Messages, fallbacks: readonly string[] = [], shown: Shown = {}) {
    this.language = language;
    this.messages = messages;
    this.#fallbacks = fallbacks;
    this.shown = shown;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.messages.direction;
  }

  get yes(): string {
    return this.messages.yes;
  }

  get drawn(): string {
    return this.messages.drawn;
  }

  get notApplicable(): string {
    return this.messages.notApplicable;
  }

  get no(): string {
    return this.messages.no;
  }

  text(text: Text): string {
    return pickText(text, this.language, this.#fallbacks);
  }

  number(value: number): string {
    if (Number.isSafeInteger(value)) return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
    this.#numbers ??= new Intl.NumberFormat('en');
    return this.#numbers.format(value);
  }

  list(items: readonly string[]): string {
    this.#lists ??= new Intl.ListFormat(this.language, { type: 'conjunction' });
    return this.#lists.format(items);
  }

  fileSize(bytes: number): string {
    return this.messages.file.size(bytes);
  }

  date(iso: string, calendar: CalendarName): string {
    return this.messages.calendars.written(iso, calendar);
  }

  dateInBoth(iso: string, calendar: CalendarName): string {
    return this.messages.calendars.inBoth(iso, calendar, this.shown.calendar);
  }

  /**
   * The sentence about a problem of a field: the field's own where it has one, then its type's, then the general one.
   */
  problem(...problem: ToldProblem): string {
    // In a browser it comes beside the first page: what is wrong before is said when it is here.
    return this.messages.problemSentence?.(this, ...problem) ?? '';
  }
}
