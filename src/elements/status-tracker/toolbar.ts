import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { languageNames } from '../../locale/spoken.js';
import type { QuickExit } from '../form/quick-exit.js';
import type { Telling } from './telling.js';

/** The other language, and the way out. */
export function toolbar(
  exit: QuickExit,
  telling: Telling,
  switchTo: (language: string) => void,
): TemplateResult {
  const { language, words } = telling;
  const other = language === 'ar' ? 'en' : 'ar';
  return html`<div class="toolbar no-print">
    <div role="group" aria-label=${words.languageLabel}>
      <button type="button" class="quiet" part="button" lang=${other} id="language" @click=${() => switchTo(other)}>
        ${languageNames[other]}
      </button>
    </div>
    ${exitButton(exit, telling)}
    ${exit.url === undefined ? nothing : html`<span class="visually-hidden" id="exit-hint">${words.exit.hint}</span>`}
  </div>`;
}

/** The way out once more: on a phone the top of the page may be far away from its end. */
export function exitAtTheEnd(exit: QuickExit, telling: Telling): TemplateResult | typeof nothing {
  if (exit.url === undefined) return nothing;
  return html`<div class="help no-print">${exitButton(exit, telling)}</div>`;
}

function exitButton(exit: QuickExit, { words }: Telling): TemplateResult | typeof nothing {
  if (exit.url === undefined) return nothing;
  return html`<button type="button" class="exit" part="exit" aria-describedby="exit-hint" @click=${() => exit.leave()}>
    ${words.exit.button}
  </button>`;
}
