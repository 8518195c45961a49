import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { riyadhTime } from '../form/riyadh-time.js';
import type { Following } from './following.js';
import type { Telling } from './telling.js';
import { troubleSentence } from './trouble.js';

/** That what is shown may be older than it looks, and a way to look again. */
export function staleness(following: Following, { words }: Telling): TemplateResult {
  const { trouble, seenAt } = following;
  return html`<div class="no-print" role="status">
    ${
      trouble === undefined
        ? nothing
        : html`<div class="stale">
            <p>${troubleSentence(trouble, words)} ${words.troubles.notUpToDate(riyadhTime(new Date(seenAt)))}</p>
            <button type="button" class="secondary" part="button" @click=${() => void following.look()}>
              ${words.troubles.tryAgain}
            </button>
          </div>`
    }
  </div>`;
}
