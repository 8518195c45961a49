import { html } from 'lit';
import type { Text } from '../../core/text.js';
import { languageOfText, pickText } from '../../core/text.js';
import { calendarFirst, writtenInBoth } from '../../locale/dates.js';
import type { TrackerWords } from '../../locale/tracker-words.js';

/** In which language things are told: the kit's own sentences, and the texts that come with a request. */
export class Telling {
  readonly language: 'ar' | 'en';
  readonly words: TrackerWords;
  readonly #fallbacks: readonly string[];
  readonly #calendar: string | undefined;

  /** `fallbacks` are the languages of the request, in its order, `calendar` the one that the page wants first. */
  constructor(words: TrackerWords, fallbacks: readonly string[] = [], calendar?: string) {
    this.language = words.language;
    this.words = words;
    this.#fallbacks = fallbacks;
    this.#calendar = calendar;
  }

  /** A text of a request, for places that hold nothing but characters. */
  plain(text: Text): string {
    return pickText(text, this.language, this.#fallbacks);
  }

  /** The same to be drawn: where it is in another language it says so, and runs in its own direction. */
  told(text: Text): unknown {
    const plain = this.plain(text);
    // Nobody knows what language a text for everybody is in.
    if (typeof text === 'string') return html`<bdi>${plain}</bdi>`;
    const language = languageOfText(text, this.language, this.#fallbacks);
    return language === this.language ? plain : html`<bdi lang=${language}>${plain}</bdi>`;
  }

  /** A day in both calendars. */
  day(iso: string): string {
    const { dates } = this.words;
    return writtenInBoth(iso, calendarFirst(this.#calendar, 'islamic-umalqura'), dates);
  }
}
