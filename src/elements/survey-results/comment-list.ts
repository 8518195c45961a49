import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { SurveyResults } from '../../core/survey/survey.js';
import type { ResultsHost } from './results-host.js';

/** Comments that are drawn at first, and with each press of the button. */
const PAGE = 20;

/** What people wrote, some at a time: there may be tens of thousands. */
export class CommentList {
  readonly #host: ResultsHost;
  #shown = PAGE;

  constructor(host: ResultsHost) {
    this.#host = host;
  }

  template({ comments }: SurveyResults): TemplateResult {
    const { words } = this.#host.telling;
    const left = comments.length - this.#shown;
    return html`<section part="comments" aria-labelledby="comments-title">
      <h3 id="comments-title">${words.sections.comments}</h3>
      ${
        comments.length === 0
          ? html`<p>${words.comments.none}</p>`
          : html`<p class="hint">${words.comments.intro}</p>
              <p>${words.comments.count(comments.length)}</p>
              <ul class="comments">
                ${comments
                  .slice(0, this.#shown)
                  .map(
                    ({ text }, index) =>
                      html`<li dir="auto" translate="no" tabindex="-1" id="comment-${index}">${text}</li>`,
                  )}
              </ul>`
      }
      ${
        left <= 0
          ? nothing
          : html`<button type="button" class="secondary no-print" part="button" @click=${this.#onMore}>
              ${words.comments.more(Math.min(left, PAGE))}
            </button>`
      }
    </section>`;
  }

  /** Begins anew, for other comments. */
  reset(): void {
    this.#shown = PAGE;
  }

  readonly #onMore = (): void => {
    this.#host.focusOn(`comment-${this.#shown}`);
    this.#shown += PAGE;
    this.#host.requestUpdate();
  };
}
