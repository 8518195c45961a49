import type { Text } from '../../core/text.js';
import { inArabDigits } from '../../locale/arab-digits.js';
import type { FormLocale } from '../../locale/locale.js';
import type { PaperWords } from '../../locale/paper-words.js';
import { escapeHtml } from '../../receiver/pages/html.js';
import type { NumberedForm } from './numbered-form.js';

/** What everything on one paper is written with. */
export class Sheet {
  readonly form: NumberedForm;
  readonly locale: FormLocale;
  readonly words: PaperWords;

  constructor(form: NumberedForm, locale: FormLocale, words: PaperWords) {
    this.form = form;
    this.locale = locale;
    this.words = words;
  }

  /** A text as HTML, with the digits of the paper. */
  say(text: Text): string {
    const said = typeof text === 'string' ? text : this.locale.text(text);
    return escapeHtml(this.locale.shown.numerals === 'arab' ? inArabDigits(said) : said);
  }
}
