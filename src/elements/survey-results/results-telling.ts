import { html } from 'lit';
import type { CalendarName } from '../../core/calendar.js';
import { isolate } from '../../core/characters.js';
import { printedNumber } from '../../core/survey/statistics.js';
import type { Figure, MeasureResult } from '../../core/survey/survey.js';
import type { Text } from '../../core/text.js';
import { languageOfText, pickText } from '../../core/text.js';
import { calendarFirst } from '../../locale/dates.js';
import { writtenMonth } from '../../locale/months.js';
import type { ResultsWords } from '../../locale/results-words.js';

/** In which language results are told: the kit's own sentences, the texts of the survey, its numbers and months. */
export class ResultsTelling {
  readonly language: 'ar' | 'en';
  readonly direction: 'ltr' | 'rtl';
  readonly words: ResultsWords;
  /** The calendar of months that comes first. */
  readonly calendar: CalendarName;
  readonly #fallbacks: readonly string[];

  /** `fallbacks` are the languages of the survey, in its order, `calendar` the one that the page wants first. */
  constructor(words: ResultsWords, fallbacks: readonly string[] = [], calendar?: string) {
    this.language = words.language;
    this.direction = words.direction;
    this.words = words;
    this.#fallbacks = fallbacks;
    this.calendar = calendarFirst(calendar, 'gregory');
  }

  /** A text of the survey, for places that hold nothing but characters. */
  plain(text: Text): string {
    const plain = pickText(text, this.language, this.#fallbacks);
    const isOwn =
      typeof text !== 'string' && languageOfText(text, this.language, this.#fallbacks) === this.language;
    return isOwn ? plain : isolate(plain);
  }

  /** The same to be drawn: where it is in another language it says so, and runs in its own direction. */
  told(text: Text): unknown {
    const plain = pickText(text, this.language, this.#fallbacks);
    if (typeof text === 'string') return html`<bdi>${plain}</bdi>`;
    const language = languageOfText(text, this.language, this.#fallbacks);
    return language === this.language ? plain : html`<bdi lang=${language}>${plain}</bdi>`;
  }

  /** The value of a figure as it is printed: a share with its sign, a score without. Empty where it has none. */
  value({ value }: Figure, isScore = false): string {
    if (value === undefined) return '';
    const printed = printedNumber(value);
    return isScore ? `\u2066${printed}\u2069` : this.words.percent(printed);
  }

  /** Its interval in words. */
  interval({ low, high }: Figure): string {
    if (low === undefined || high === undefined) return '';
    return this.words.between(printedNumber(low), printedNumber(high));
  }

  /** A month in the two calendars. */
  month(id: string): string {
    const { dates } = this.words;
    const other = this.calendar === 'gregory' ? 'islamic-umalqura' : 'gregory';
    return dates.sameDay(writtenMonth(id, this.calendar, dates), writtenMonth(id, other, dates));
  }

  /** A number of people or answers. */
  count(number: number): string {
    return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  }
}

/** Whether a measure is no share but a score from −100 to 100. */
export function isScore({ kind }: Pick<MeasureResult, 'kind'>): boolean {
  return kind === 'nps';
}
