import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { richText } from '../../fields/rich-text.js';
import { laterWordsOf } from '../../locale/later-words.js';
import type { PageHost } from './page-host.js';

/** What a person reads who has answered a survey: that it has arrived. There is nothing to take away and nothing to look up. */
export function thanksPage({ context }: PageHost): TemplateResult {
  const { locale, engine } = context;
  const { survey: words } = laterWordsOf(locale);
  const { receipt } = engine.definition;
  return html`
    <div class="receipt" part="receipt">
      <p class="mark" aria-hidden="true"></p>
      <h2 id="title" tabindex="-1" part="title">${receipt?.title === undefined ? words.thanks : locale.text(receipt.title)}</h2>
      <p>${words.arrived}</p>
    </div>
    ${receipt === undefined ? nothing : html`<section>${richText(locale.text(receipt.text))}</section>`}
  `;
}
