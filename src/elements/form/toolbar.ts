import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FormDefinition } from '../../core/definition.js';
import type { FormLocale } from '../../locale/locale.js';
import type { Messages } from '../../locale/messages.js';
import { languageNames } from '../../locale/spoken.js';
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
  return html`<div class="toolbar no-print">
    <div role="group" aria-label=${messages.language}>
      ${others.map(
        (
          other,
        ) => html`<button type="button" class="quiet" lang=${other} id="language-${other}" @click=${() => switchTo(other)}>
          ${languageNames[other]}
        </button>`,
      )}
    </div>
    ${exitButton(definition, messages, exit)}
    ${definition.exit === undefined ? nothing : html`<span class="visually-hidden" id="exit-hint">${messages.exit.hint}</span>`}
  </div>`;
}

/** The way out once more, for whoever has come to the end of a page: on a phone the top may be far away. */
export function wayOut(definition: FormDefinition, { messages }: FormLocale, exit: QuickExit): unknown {
  return definition.exit === undefined
    ? nothing
    : html`<div class="help no-print">${exitButton(definition, messages, exit)}</div>`;
}

function exitButton({ exit: way }: FormDefinition, { exit: words }: Messages, exit: QuickExit): unknown {
  return way === undefined
    ? nothing
    : html`<button type="button" class="exit" part="exit" aria-describedby="exit-hint" @click=${() => exit.leave()}>
        ${words.button}
      </button>`;
}
