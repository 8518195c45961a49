import { trackerWordsOf } from '../../locale/tracker-languages.js';
import type { TrackerWords } from '../../locale/tracker-words.js';
import { trackerWordsAr } from '../../locale/tracker-words-ar.js';
import type { NumeralsHost } from '../form/arab-numerals.js';
import { PageLanguage } from '../form/language.js';

/** The words in the language of the page. Until other words have come it goes on in the language it has. */
export class SpokenWords {
  readonly #host: NumeralsHost;
  readonly #language: PageLanguage;
  /** Undefined until they are there for the first time. */
  current: TrackerWords | undefined;

  constructor(host: NumeralsHost) {
    this.#host = host;
    this.#language = new PageLanguage(host);
  }

  /** Called before each drawing. */
  find(): void {
    const words = trackerWordsOf(this.#language.current);
    if (!(words instanceof Promise)) {
      this.current = words;
      return;
    }
    words.then(
      () => this.#host.requestUpdate(),
      () => {
        if (this.current !== undefined) return;
        // All of the Arabic is always there.
        this.current = trackerWordsAr;
        this.#host.requestUpdate();
      },
    );
  }
}
