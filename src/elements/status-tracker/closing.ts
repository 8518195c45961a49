import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { riyadhTime } from '../form/riyadh-time.js';
import type { Telling } from './telling.js';

/**
 * The end of a request: how new it is, and what may be done with the page.
 * @param seenAt in milliseconds since 1970.
 * @param form address of a page for a new request; empty where there is none.
 */
export function closing(
  seenAt: number,
  form: string,
  { words }: Telling,
  onClose: () => void,
): TemplateResult {
  const { view, lookUp } = words;
  return html`<div class="closing no-print">
    <p class="hint">${view.upToDate(riyadhTime(new Date(seenAt)))}</p>
    <div class="beside">
      <button type="button" class="secondary" part="button" @click=${() => globalThis.print()}>${view.print}</button>
      <button type="button" class="secondary" part="button" aria-describedby="close-hint" @click=${onClose}>${view.close}</button>
    </div>
    <p class="hint" id="close-hint">${view.closeHint}</p>
    ${form === '' ? nothing : html`<p><a href=${form}>${lookUp.newRequest}</a></p>`}
  </div>`;
}
