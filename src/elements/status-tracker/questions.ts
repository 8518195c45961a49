import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cleanParagraphs } from '../../core/characters.js';
import type { AskedQuestion, TrackedView } from '../../transport/tracked-view.js';
import { LONGEST_TEXT } from './longest-text.js';
import { Sending } from './sending.js';
import type { TrackerHost } from './tracker-host.js';
import { troubleSentence } from './trouble.js';

const kinds = ['question', 'suggestion'] as const;

/** What the person has asked, what he was answered, and a place to ask. */
export class Questions {
  readonly #host: TrackerHost;
  readonly #sending: Sending;
  #text = '';
  #kind: AskedQuestion['kind'] = 'question';
  #isMissing = false;

  constructor(host: TrackerHost) {
    this.#host = host;
    this.#sending = new Sending(host);
  }

  /** Forgets what was written. */
  clear(): void {
    this.#text = '';
    this.#kind = 'question';
    this.#isMissing = false;
    this.#sending.trouble = undefined;
  }

  template({ questions }: TrackedView): TemplateResult {
    const { questions: words } = this.#host.telling.words;
    return html`<section class="questions" part="questions">
      <h3 id="questions" tabindex="-1">${words.title}</h3>
      ${
        questions.length === 0
          ? nothing
          : html`<ul class="asked">
              ${questions.map((question) => this.#asked(question))}
            </ul>`
      }
      <details class="note no-print">
        <summary>${words.ask}</summary>
        ${this.#form()}
      </details>
    </section>`;
  }

  #asked({ kind, askedAt, answer, answeredAt }: AskedQuestion): TemplateResult {
    const { telling } = this.#host;
    const { questions: words } = telling.words;
    return html`<li>
      <p class="asked-when">${words.asked[kind](telling.day(askedAt))}</p>
      ${
        answer === undefined
          ? html`<p class="hint">${words.waiting}</p>`
          : html`<div class="answer-given">
              ${answeredAt === undefined ? nothing : html`<p class="hint">${words.answered(telling.day(answeredAt))}</p>`}
              <p class="lines">${telling.told(answer)}</p>
            </div>`
      }
    </li>`;
  }

  #form(): TemplateResult {
    const { words } = this.#host.telling;
    const { questions } = words;
    const { trouble, isBusy } = this.#sending;
    return html`<form class="fields" novalidate @submit=${this.#onSubmit}>
      <fieldset class="field">
        <legend>${questions.kind}</legend>
        <div class="beside">
          ${kinds.map(
            (kind) => html`<label class="option">
              <input
                part="control"
                type="radio"
                name="kind"
                value=${kind}
                .checked=${live(this.#kind === kind)}
                @change=${() => this.#choose(kind)}
              />
              <span class="option-text">${questions.kinds[kind]}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <div class=${this.#isMissing ? 'field invalid' : 'field'}>
        <label for="question">${questions.text}</label>
        <p class="hint" id="question-hint">${questions.textHint}</p>
        ${this.#isMissing ? html`<p class="error" id="question-error">${questions.nothing}</p>` : nothing}
        <textarea
          part="control"
          id="question"
          rows="4"
          maxlength=${LONGEST_TEXT}
          dir="auto"
          autocomplete="off"
          aria-describedby=${this.#isMissing ? 'question-error question-hint' : 'question-hint'}
          aria-invalid=${this.#isMissing ? 'true' : nothing}
          .value=${live(this.#text)}
          @input=${this.#onInput}
        ></textarea>
      </div>
      ${trouble === undefined ? nothing : html`<p class="error" role="alert">${troubleSentence(trouble, words)}</p>`}
      <div class="actions">
        <button class="secondary" part="button">${isBusy ? questions.sending : questions.send}</button>
      </div>
    </form>`;
  }

  #choose(kind: AskedQuestion['kind']): void {
    this.#kind = kind;
    this.#host.requestUpdate();
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#text = (target as HTMLTextAreaElement).value;
    if (this.#isMissing && this.#text.trim() !== '') this.#isMissing = false;
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.#sending.isBusy) void this.#send();
  };

  async #send(): Promise<void> {
    const written = this.#text;
    const text = cleanParagraphs(written);
    this.#isMissing = text === '';
    this.#host.requestUpdate();
    if (this.#isMissing) {
      this.#host.focusOn('question');
      return;
    }
    const kind = this.#kind;
    const { language, words } = this.#host.telling;
    if (!(await this.#sending.send('questions', { kind, text, language }, words.questions.sent[kind])))
      return;
    // What was written meanwhile is something else.
    if (this.#text === written) this.#text = '';
    this.#host.requestUpdate();
    this.#host.focusOn('questions');
  }
}
