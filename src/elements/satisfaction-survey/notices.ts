import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { FormLocale } from '../../locale/locale.js';
import type { SurveyWords } from '../../locale/survey-words.js';
import { surveyWordsOf } from '../../locale/survey-words.js';

export type Notice = keyof SurveyWords;

/** What stands in place of the questions where they cannot be answered. */
export function notice(kind: Notice, locale: FormLocale): TemplateResult {
  const { title, text } = surveyWordsOf(locale)[kind];
  return html`<div class="note important" role="status">
    <h2 id="title" tabindex="-1" part="title">${title}</h2>
    <p>${text}</p>
  </div>`;
}
