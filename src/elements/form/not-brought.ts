import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { unreached } from '../../locale/unreached.js';

/** What stands in place of a form while the parts of the form cannot be brought, with a way to try again. */
export function notBrought(language: string, tryAgain: () => void): TemplateResult {
  const words = language === 'en' ? unreached.en : unreached.ar;
  return html`<div class="root" lang=${language} dir=${language === 'en' ? 'ltr' : 'rtl'}>
    <slot><p>${words.unavailable}</p></slot>
    <p class="note important" role="status" id="unreached" tabindex="-1">${words.unreachable}</p>
    <div class="actions">
      <button type="button" class="primary" part="button primary" @click=${tryAgain}>${words.tryAgain}</button>
    </div>
  </div>`;
}
