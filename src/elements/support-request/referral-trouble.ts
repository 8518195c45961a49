import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { referralTroubles } from '../../locale/partner-words.js';
import type { Trouble } from './referred.js';

const passing: readonly Trouble[] = ['unreachable', 'tooMany'];

/** Says why a referral cannot be used, and that nobody needs one. */
export function referralTrouble(
  trouble: Trouble,
  language: string,
  { retry, goOn }: { readonly retry: () => void; readonly goOn: () => void },
): TemplateResult {
  const said = (words: Readonly<Record<'ar' | 'en', string>>) => words[language === 'en' ? 'en' : 'ar'];
  const mayPass = passing.includes(trouble);
  return html`<div role="status">
      <h2 id="title" tabindex="-1" part="title">${said(referralTroubles.title)}</h2>
      <p class="note important">${said(referralTroubles[trouble])}</p>
      <p>${said(referralTroubles.without)}</p>
    </div>
    <div class="actions">
      ${
        mayPass
          ? html`<button type="button" class="primary" part="button primary" @click=${retry}>${said(referralTroubles.retry)}</button>`
          : nothing
      }
      <button type="button" class=${mayPass ? 'secondary' : 'primary'} part=${mayPass ? 'button' : 'button primary'} @click=${goOn}>
        ${said(referralTroubles.goOn)}
      </button>
    </div>`;
}
