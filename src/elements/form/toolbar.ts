import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FormDefinition } from '../../core/definition.js';
import { languageNames } from '../../locale/languages.js';
import type { FormLocale } from '../../locale/locale.js';
import type { QuickExit } from './quick-exit.js';

/** The switch of the language and the way out, in the same place on every page. */
export function toolbar(
  definition: FormDefinition,
  { language, messages }: FormLocale,
  exit: QuickExit,
  switchTo: (language: string) => void,
): TemplateResult {
  const others = definition.languages.filter(
    (other) => other !== language && Object.hasOwn(languageNames, other),
  );
  return html`<div class=${definition.exit === undefined ? 'toolbar no-print' : 'toolbar pinned no-print'}>
    <div role="group" aria-label=${messages.language}>
      ${others.map(
        (
          other,
        ) => html`<button type="button" class="quiet" lang=${other} id="language-${other}" @click=${() => switchTo(other)}>
          ${languageNames[other]}
        </button>`,
      )}
    </div>
    ${
      definition.exit === undefined
        ? nothing
        : html`<button type="button" class="exit" part="exit" aria-describedby="exit-hint" @click=${() => exit.leave()}>
              ${messages.exit.button}
            </button>
            <span class="visually-hidden" id="exit-hint">${messages.exit.hint}</span>`
    }
  </div>`;
}
