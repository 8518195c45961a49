import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ResultsWords } from '../../locale/results-words.js';
import { waitOf } from '../../locale/waits.js';
import type { ResultsError } from '../../transport/survey-results.js';

/** What the form needs of the element around it. */
export interface AccessHost {
  readonly words: ResultsWords;
  requestUpdate(): void;
  focusOn(id: string): void;
  openWith(token: string): void;
}

/** Asks an officer for his access token. What was typed is forgotten as soon as it is handed on. */
export class AccessForm {
  readonly #host: AccessHost;
  #typed = '';
  #isMissing = false;
  isBusy = false;
  /** Said once, after the results were locked. */
  isLocked = false;
  trouble: ResultsError | undefined;

  constructor(host: AccessHost) {
    this.#host = host;
  }

  reset(): void {
    this.#typed = '';
    this.#isMissing = false;
    this.isBusy = false;
    this.isLocked = false;
    this.trouble = undefined;
  }

  template(): TemplateResult {
    const { access: words } = this.#host.words;
    const problem = this.#isMissing ? words.missing : undefined;
    return html`<div class="access" part="access">
      ${this.#summary()}
      ${this.isLocked ? html`<p class="note" id="locked" tabindex="-1">${words.locked}</p>` : nothing}
      <h2 id="title" tabindex="-1" part="title">${words.title}</h2>
      <p class="intro">${words.intro}</p>
      <form class="fields" novalidate @submit=${this.#onSubmit}>
        <div class=${this.#isMissing ? 'field invalid' : 'field'}>
          <label for="token" part="label">${words.token}</label>
          <p class="hint" id="token-hint">${words.hint}</p>
          ${problem === undefined ? nothing : html`<p class="error" id="token-error">${problem}</p>`}
          <input
            part="control"
            id="token"
            type="password"
            class="start-aligned"
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="200"
            aria-describedby=${problem === undefined ? 'token-hint' : 'token-error token-hint'}
            aria-invalid=${problem === undefined ? nothing : 'true'}
            .value=${live(this.#typed)}
            @input=${this.#onInput}
          />
        </div>
        <div class="actions">
          <button class="primary" part="button primary">${words.open}</button>
        </div>
        ${this.isBusy ? html`<p class="hint">${words.opening}</p>` : nothing}
      </form>
    </div>`;
  }

  #summary(): TemplateResult | typeof nothing {
    const { access, troubles } = this.#host.words;
    const { trouble } = this;
    if (trouble === undefined) return nothing;
    return html`<div class="summary" part="error-summary" role="group" aria-labelledby="errors-title" id="errors" tabindex="-1">
      <h2 id="errors-title">${access.troubleTitle}</h2>
      <p>${troubleSentence(trouble, troubles)}</p>
    </div>`;
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#typed = (target as HTMLInputElement).value;
    this.#isMissing = this.#isMissing && this.#typed.trim() === '';
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.isBusy) return;
    const token = this.#typed.trim();
    this.isLocked = false;
    this.trouble = undefined;
    this.#isMissing = token === '';
    this.#host.requestUpdate();
    if (this.#isMissing) this.#host.focusOn('token');
    else this.#host.openWith(token);
  };
}

/** What came to nothing, and what to do now. */
export function troubleSentence(
  { trouble, retryAfter }: ResultsError,
  troubles: ResultsWords['troubles'],
): string {
  if (trouble !== 'tooMany') return troubles[trouble];
  return troubles.tooMany(retryAfter === undefined ? undefined : waitOf(retryAfter));
}
