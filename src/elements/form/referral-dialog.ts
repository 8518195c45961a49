import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { cleanLine, cleanParagraphs } from '../../core/characters.js';
import type { FormContext } from '../../fields/field-view.js';
import { richText } from '../../fields/rich-text.js';
import { laterWordsOf } from '../../locale/later-words.js';

type State = 'closed' | 'asking' | 'missing' | 'sending' | 'failed' | 'sent';

/** What was asked, and how the person wants to be answered. */
export interface Question {
  readonly question: string;
  readonly contact: string;
}

/**
 * «لم تتضح لي الإجراءات»: a question to the social-research officer from wherever the person is (policy, handling
 * step 3). The form behind it stays as it is.
 */
export class ReferralDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };
  readonly #send: (question: Question, signal: AbortSignal) => Promise<void>;
  #sending: AbortController | undefined;
  #state: State = 'closed';
  #question = '';
  #contact = '';

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement },
    send: (question: Question, signal: AbortSignal) => Promise<void>,
  ) {
    this.#host = host;
    this.#send = send;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog !== null && this.#state !== 'closed' && !dialog.open) dialog.showModal();
  }

  open(): void {
    this.#become(this.#state === 'sent' || this.#state === 'closed' ? 'asking' : this.#state);
  }

  /** Forgets what was written, as when the person leaves the page. */
  clear(): void {
    this.#question = '';
    this.#contact = '';
    this.#closed();
  }

  template(title: string, intro: string, { locale }: FormContext): TemplateResult | typeof nothing {
    if (this.#state === 'closed') return nothing;
    const { close, cancel } = locale.messages;
    const { referral: words } = laterWordsOf(locale);
    const isSent = this.#state === 'sent';
    return html`<dialog part="dialog" aria-labelledby="referral-title" @close=${() => this.#closed()}>
      <form @submit=${(event: Event) => void this.#submit(event)} novalidate>
        <h2 id="referral-title" tabindex="-1" autofocus>${title}</h2>
        ${
          isSent
            ? html`<p role="status" class="success">${words.sent}</p>`
            : html`${richText(intro)}
                <div class=${this.#state === 'missing' ? 'field invalid' : 'field'}>
                  <label for="referral-question">${words.question}</label>
                  <p class="hint" id="referral-question-hint">${words.questionHint}</p>
                  ${this.#state === 'missing' ? html`<p class="error" id="referral-error">${words.missing}</p>` : nothing}
                  <textarea
                    id="referral-question"
                    rows="4"
                    maxlength="2000"
                    autocomplete="off"
                    aria-describedby=${this.#state === 'missing' ? 'referral-question-hint referral-error' : 'referral-question-hint'}
                    aria-invalid=${this.#state === 'missing' ? 'true' : nothing}
                    .value=${this.#question}
                    @input=${(event: Event) => this.#keep(event)}
                  ></textarea>
                </div>
                <div class="field">
                  <label for="referral-contact">${words.contact} <span class="optional">${locale.messages.optional}</span></label>
                  <p class="hint" id="referral-contact-hint">${words.contactHint}</p>
                  <input
                    id="referral-contact"
                    maxlength="100"
                    autocomplete="off"
                    aria-describedby="referral-contact-hint"
                    .value=${this.#contact}
                    @input=${(event: Event) => this.#keep(event)}
                  />
                </div>
                ${this.#state === 'failed' ? html`<p class="error" role="alert">${words.failed}</p>` : nothing}`
        }
        <div class="actions beside">
          ${isSent ? nothing : html`<button class="primary" ?disabled=${this.#state === 'sending'}>${words.send}</button>`}
          <button type="button" class="secondary" @click=${() => this.#close()}>${isSent ? close : cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  #keep({ target }: Event): void {
    const control = target as HTMLInputElement | HTMLTextAreaElement;
    if (control.id === 'referral-question') this.#question = control.value;
    else this.#contact = control.value;
  }

  #close(): void {
    this.#host.renderRoot.querySelector('dialog')?.close();
  }

  #closed(): void {
    this.#sending?.abort();
    this.#become('closed');
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#state === 'sending') return;
    const question = cleanParagraphs(this.#question);
    if (question === '') {
      this.#become('missing');
      this.#host.renderRoot.querySelector<HTMLElement>('#referral-question')?.focus();
      return;
    }
    this.#become('sending');
    const sending = new AbortController();
    this.#sending = sending;
    try {
      await this.#send({ question, contact: cleanLine(this.#contact) }, sending.signal);
      this.#question = '';
      this.#become('sent');
    } catch {
      if (!sending.signal.aborted) this.#become('failed');
    }
  }

  #become(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
