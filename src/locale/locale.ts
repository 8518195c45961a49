import type { CalendarName } from '../core/calendar.js';
import type { FieldDefinition } from '../core/field-type.js';
import type { Locale } from '../core/locale.js';
import type { Text } from '../core/text.js';
import { fill, pickText } from '../core/text.js';
import type { Messages } from './messages.js';

/** The limits of a field as its type tells them, for the sentences about problems. */
export interface Limits {
  readonly least?: number | string;
  readonly most?: number | string;
}

/** Everything said to a person in one language: the kit's own sentences and the texts of a definition. */
export class FormLocale implements Locale {
  readonly language: string;
  readonly messages: Messages;
  readonly #fallbacks: readonly string[];
  // Made when they are first needed: the first of them costs a phone a tenth of a second.
  #numbers: Intl.NumberFormat | undefined;
  #lists: Intl.ListFormat | undefined;

  /** `fallbacks` are the languages of the definition, in its order. */
  constructor(language: string, messages: Messages, fallbacks: readonly string[] = []) {
    this.language = language;
    this.messages = messages;
    this.#fallbacks = fallbacks;
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
    const other = calendar === 'gregory' ? 'islamic-umalqura' : 'gregory';
    return this.messages.sameDay(this.date(iso, calendar), this.date(iso, other));
  }

  /** The sentence about a problem of a field: the field's own where it has one, then its type's, then the general one. */
  problem(field: FieldDefinition, code: string, limits: Limits = {}): string {
    const { least, most } = limits;
    const subject = {
      name: this.text(field.name ?? field.label),
      least: this.#limit(least),
      most: this.#limit(most),
      leastCount: typeof least === 'number' ? least : 0,
      mostCount: typeof most === 'number' ? most : 0,
    };
    const own = entry(field.errors ?? {}, code);
    if (own !== undefined) return fill(this.text(own), subject);
    const { problems } = this.messages;
    // In a browser they come beside the first page: what is wrong before is said when they are here.
    if (problems === undefined) return '';
    // A code may come from another's receiver: one that is not known means only that something is wrong.
    const sentence = entry(problems, `${field.type}.${code}`) ?? entry(problems, code) ?? problems.type;
    return sentence?.(subject) ?? code;
  }

  #limit(limit: number | string | undefined): string {
    if (typeof limit === 'number') return this.number(limit);
    return limit === undefined ? '' : this.date(limit, 'gregory');
  }
}

/** What an object itself holds under a key, nothing of what all objects have. */
function entry<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
