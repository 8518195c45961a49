import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { OutboxWords } from '../../locale/outbox-words.js';
import { outboxWordsOf } from '../../locale/outbox-words.js';
import type { PageHost } from './page-host.js';

/** How the keeping goes: offered, under way, or why it cannot be done. */
export type Offer = 'open' | 'keeping' | keyof OutboxWords['offer']['failures'];

/** Under a sending that has failed: one button that keeps what was to be sent, and what that means. */
export function keepOffer(offer: Offer, { context, loaded }: PageHost, keep: () => void): TemplateResult {
  const { offer: words } = outboxWordsOf(context.locale);
  const { exit, survey } = loaded.definition;
  return html`<div class="keep-offer" part="keep-offer">
    <p id="keep-what">${words.what}</p>
    <p>${words.shared}</p>
    ${exit === undefined ? nothing : html`<p>${words.exit}</p>`}
    ${offer === 'open' || offer === 'keeping' ? nothing : html`<p class="error" id="keep-failed" tabindex="-1">${words.failures[offer]}</p>`}
    ${
      offer === 'keeping'
        ? html`<p role="status">${words.keeping}</p>`
        : html`<button type="button" class="secondary" part="button" aria-describedby="keep-what" @click=${keep}>
            ${survey === undefined ? words.button : words.survey}
          </button>`
    }
  </div>`;
}
