import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { digitsOnly } from '../../core/typed-numbers.js';
import type { TrackerWords } from '../../locale/tracker-words.js';
import type { Opening } from '../../transport/tracking.js';
import type { AskedFactor } from './look-up.js';
import { factorProblem, referenceProblem } from './look-up.js';
import type { Telling } from './telling.js';
import type { Trouble } from './trouble.js';
import { troubleSentence } from './trouble.js';

type Box = 'reference' | 'factor';

/** What the form needs of the element around it. */
export interface LookUpHost {
  readonly telling: Telling;
  /** Address of a page to send a new request on. */
  readonly form: string;
  readonly askedFactor: AskedFactor;
  requestUpdate(): void;
  focusOn(id: string): void;
  openRequest(opening: Opening): void;
}

const boxes: readonly Box[] = ['reference', 'factor'];

/** The form that opens a request by its number and something that shows it is the person's. */
export class LookUpForm {
  readonly #host: LookUpHost;
  readonly #typed: Record<Box, string> = { reference: '', factor: '' };
  /** Boxes in which something was wrong when the button was pressed, and still is. */
  #wrong: readonly Box[] = [];
  isBusy = false;
  /** Why the request did not open. */
  trouble: Trouble | undefined;
  /** Said once, after the person has closed his request. */
  isClosed = false;

  constructor(host: LookUpHost) {
    this.#host = host;
  }

  /** Begins anew, with a reference that is known already. */
  fill(reference: string): void {
    this.#typed.reference = reference;
    this.#typed.factor = '';
    this.#wrong = [];
    this.isBusy = false;
    this.trouble = undefined;
    this.isClosed = false;
  }

  template(): TemplateResult {
    const { telling, form, askedFactor } = this.#host;
    const { lookUp: words } = telling.words;
    return html`<div class="look-up" part="look-up">
      ${this.#summary(telling.words)}
      ${this.isClosed ? html`<p class="note" id="closed" tabindex="-1">${words.closed}</p>` : nothing}
      <h2 id="title" tabindex="-1" part="title">${words.title}</h2>
      <p class="intro">${words.intro}</p>
      <form class="fields" novalidate @submit=${this.#onSubmit}>
        ${this.#field('reference', words.reference, words.referenceHint, 40)} ${this.#field('factor', askedFactor.label || words.factor, askedFactor.label === '' ? words.factorHint : '', 20)}
        <div class="actions">
          <button class="primary" part="button primary">${words.open}</button>
        </div>
        ${this.isBusy ? html`<p class="hint">${words.opening}</p>` : nothing}
      </form>
      <details class="note">
        <summary>${words.lost}</summary>
        <p>${words.lostText}</p>
      </details>
      ${form === '' ? nothing : html`<p class="new-request"><a href=${form}>${words.newRequest}</a></p>`}
    </div>`;
  }

  #summary(words: TrackerWords): unknown {
    const { trouble } = this;
    if (this.#wrong.length === 0 && trouble === undefined) return nothing;
    return html`<div class="summary" part="error-summary" role="group" aria-labelledby="errors-title" id="errors" tabindex="-1">
      <h2 id="errors-title">${trouble === undefined ? words.lookUp.problemsTitle : words.lookUp.troubleTitle}</h2>
      ${trouble === undefined ? nothing : html`<p>${troubleSentence(trouble, words)}</p>`}
      ${
        this.#wrong.length === 0
          ? nothing
          : html`<ul>
              ${this.#wrong.map(
                (box) => html`<li>
                  <a href="#${box}" @click=${(event: Event) => this.#follow(event, box)}>${this.#problem(box)}</a>
                </li>`,
              )}
            </ul>`
      }
    </div>`;
  }

  #field(box: Box, label: string, hint: string, longest: number): TemplateResult {
    const problem = this.#wrong.includes(box) ? this.#problem(box) : undefined;
    const isWrong = problem !== undefined;
    return html`<div class=${isWrong ? 'field invalid' : 'field'}>
      <label for=${box} part="label">${label}</label>
      <p class="hint" id="${box}-hint" ?hidden=${hint === ''}>${hint}</p>
      ${isWrong ? html`<p class="error" id="${box}-error">${problem}</p>` : nothing}
      <input
        part="control"
        id=${box}
        class="start-aligned ${box === 'factor' ? 'short' : 'medium'}"
        dir="ltr"
        inputmode="numeric"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${longest}
        aria-describedby=${isWrong ? `${box}-error ${box}-hint` : `${box}-hint`}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${live(this.#typed[box])}
        @input=${(event: Event) => this.#keep(box, event)}
      />
    </div>`;
  }

  #problem(box: Box): string | undefined {
    const { telling, askedFactor } = this.#host;
    const typed = this.#typed[box];
    return box === 'reference'
      ? referenceProblem(typed, telling.words)
      : factorProblem(typed, telling.words, askedFactor);
  }

  #keep(box: Box, { target }: Event): void {
    this.#typed[box] = (target as HTMLInputElement).value;
    if (this.#wrong.includes(box) && this.#problem(box) === undefined)
      this.#wrong = this.#wrong.filter((other) => other !== box);
    this.#host.requestUpdate();
  }

  #follow(event: Event, box: Box): void {
    // A link of a shadow root leads nowhere by itself.
    event.preventDefault();
    this.#host.focusOn(box);
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.isBusy) return;
    this.trouble = undefined;
    this.isClosed = false;
    this.#wrong = boxes.filter((box) => this.#problem(box) !== undefined);
    this.#host.requestUpdate();
    if (this.#wrong.length > 0) this.#host.focusOn('errors');
    else
      this.#host.openRequest({
        reference: digitsOnly(this.#typed.reference),
        factor: digitsOnly(this.#typed.factor),
      });
  };
}
