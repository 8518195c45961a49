import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LeftOut } from '../../../core/taking-up.js';
import { digitsOnly } from '../../../core/typed-numbers.js';
import type { DraftingWords } from '../../../locale/drafting-words.js';
import { draftingWordsOf } from '../../../locale/drafting-words.js';
import type { FormLocale } from '../../../locale/locale.js';
import type { OwnTrouble } from './drafting-dialog.js';
import type { Saved } from './saver.js';
import { untilDate } from './until-date.js';

/** What is said to somebody who comes back, above the page. */
export type Greeting =
  | {
      /** Answers are kept here; `code` is what was typed so far. */
      readonly kind: 'back';
      /** Milliseconds since 1970. */
      readonly until: number;
      readonly code: string;
      readonly fault?: 'missing' | { readonly triesLeft: number } | OwnTrouble;
      readonly isOpening?: boolean;
    }
  /** The answers are in their places again, but for those that are left. */
  | { readonly kind: 'taken'; readonly left: readonly LeftOut[]; readonly isChanged: boolean }
  /** Nobody can open them any more; their time was over. */
  | { readonly kind: 'gone' | 'over' };

export interface GreetingParts {
  typed(code: string): void;
  goOn(): void;
  anew(): void;
  close(): void;
}

/** Most answers that are named one by one. */
const MOST_NAMED = 20;

export function welcomeBack(
  greeting: Greeting | undefined,
  locale: FormLocale,
  parts: GreetingParts,
): unknown {
  if (greeting === undefined) return nothing;
  const words = draftingWordsOf(locale);
  if (greeting.kind === 'back') return comingBack(greeting, locale, words, parts);
  return html`<div class="note keep no-print" id="keep-notice" tabindex="-1" role="group" aria-labelledby="keep-told">
    ${
      greeting.kind === 'taken'
        ? takenUp(greeting, locale, words)
        : html`<p id="keep-told">${greeting.kind === 'gone' ? words.back.gone : words.back.over}</p>`
    }
    <button type="button" class="secondary" part="button" @click=${() => parts.close()}>${words.close}</button>
  </div>`;
}

/** How it stands with what is kept, under the button that leads to it. */
export function savedStatus(state: Saved, until: number, locale: FormLocale): unknown {
  const words = draftingWordsOf(locale);
  return state === 'saved' || state === 'saving'
    ? html`<p class="hint" id="keep-status">${words.own.kept(untilDate(until, locale))}</p>`
    : html`<p class="error" id="keep-status">${words.unsaved[state]}</p>`;
}

function comingBack(
  { until, code, fault, isOpening = false }: Extract<Greeting, { kind: 'back' }>,
  locale: FormLocale,
  { back: words, troubles }: DraftingWords,
  parts: GreetingParts,
): TemplateResult {
  const isWrong = fault !== undefined;
  return html`<form
    class="note keep no-print"
    novalidate
    aria-labelledby="keep-back-title"
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!isOpening) parts.goOn();
    }}
  >
    <h2 id="keep-back-title">${words.title}</h2>
    <p>${words.text(untilDate(until, locale))}</p>
    <div class=${isWrong ? 'field invalid' : 'field'}>
      <label for="keep-code">${words.label}</label>
      <p class="hint" id="keep-code-hint">${words.hint}</p>
      ${isWrong ? html`<p class="error" id="keep-code-error" role="alert">${faultText(fault, words, troubles)}</p>` : nothing}
      <input
        part="control"
        class="short"
        id="keep-code"
        dir="ltr"
        inputmode="numeric"
        autocomplete="off"
        maxlength="20"
        aria-describedby=${isWrong ? 'keep-code-error keep-code-hint' : 'keep-code-hint'}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${live(code)}
        @input=${({ target }: Event) => parts.typed(digitsOnly((target as HTMLInputElement).value))}
      />
    </div>
    <div class="actions">
      <button class="primary" part="button primary" ?disabled=${isOpening}>${isOpening ? words.opening : words.goOn}</button>
      <button type="button" class="secondary" part="button" id="keep-anew" aria-describedby="keep-anew-hint" @click=${() => parts.anew()}>
        ${words.anew}
      </button>
    </div>
    <p class="hint" id="keep-anew-hint">${words.anewHint}</p>
  </form>`;
}

function faultText(
  fault: NonNullable<Extract<Greeting, { kind: 'back' }>['fault']>,
  words: DraftingWords['back'],
  troubles: DraftingWords['troubles'],
): string {
  if (fault === 'missing') return words.missing;
  return typeof fault === 'object' ? words.wrong(fault.triesLeft) : troubles[fault];
}

function takenUp(
  { left, isChanged }: Extract<Greeting, { kind: 'taken' }>,
  locale: FormLocale,
  { taken: words }: DraftingWords,
): TemplateResult {
  const named = left.slice(0, MOST_NAMED);
  return html`<h2 id="keep-told">${words.title}</h2>
    <p>${isChanged ? words.changed : words.check}</p>
    ${
      left.length === 0
        ? nothing
        : html`<p>${words.notTaken}</p>
            <ul>
              ${named.map((one) => html`<li>${nameOf(one, locale)}: ${words.why[one.why]}</li>`)}
              ${left.length > named.length ? html`<li>${words.more(left.length - named.length)}</li>` : nothing}
            </ul>`
    }`;
}

/** What the form calls it; of what the form has not any more, the name in the file. */
function nameOf({ node, path }: LeftOut, locale: FormLocale): unknown {
  if (node === undefined) return html`<bdi translate="no">${path.slice(0, 64)}</bdi>`;
  return html`<bdi>${locale.text(node.definition.name ?? node.definition.label)}</bdi>`;
}
