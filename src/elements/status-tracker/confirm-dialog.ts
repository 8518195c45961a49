import type { ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cleanParagraphs } from '../../core/characters.js';
import type { AskedRight, PossibleMove } from '../../transport/tracked-view.js';
import { LONGEST_TEXT } from './longest-text.js';
import { Sending } from './sending.js';
import type { Telling } from './telling.js';
import type { TrackerHost } from './tracker-host.js';
import { troubleSentence } from './trouble.js';

/** What is to be confirmed before it is done. */
export type Deed =
  | { readonly kind: 'move'; readonly move: PossibleMove }
  | { readonly kind: 'right'; readonly right: AskedRight['kind'] }
  /** The partner that referred him is told nothing more. */
  | { readonly kind: 'sharing' };

/** Asks once more before something is done that cannot be undone by a click, and why where that is needed. */
export class ConfirmDialog implements ReactiveController {
  readonly #host: TrackerHost;
  #sending: Sending;
  #deed: Deed | undefined;
  /** It is to be shown with the next drawing: one that the browser has closed is drawn until its event comes. */
  #isOpening = false;
  #reason = '';
  #isMissing = false;

  constructor(host: TrackerHost) {
    this.#host = host;
    this.#sending = new Sending(host);
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (dialog === null || !this.#isOpening) return;
    this.#isOpening = false;
    if (!dialog.open) dialog.showModal();
  }

  open(deed: Deed): void {
    if (idOf(deed) !== idOf(this.#deed)) this.#reason = '';
    this.#sending = new Sending(this.#host);
    this.#deed = deed;
    this.#isOpening = true;
    this.#isMissing = false;
    this.#host.requestUpdate();
  }

  /** Closes, and forgets what was written. */
  clear(): void {
    this.#reason = '';
    this.#closed();
  }

  template(): TemplateResult | typeof nothing {
    const deed = this.#deed;
    const { telling } = this.#host;
    if (deed === undefined) return nothing;
    const { words } = telling;
    const { moves } = words;
    const { trouble, isBusy } = this.#sending;
    const { label, confirm } = wordsOf(deed, telling);
    return html`<dialog part="dialog" aria-labelledby="confirm-title" @close=${this.#onClose} @cancel=${this.#onCancel}>
      <form novalidate @submit=${this.#onSubmit}>
        <h2 id="confirm-title" tabindex="-1" autofocus>${label}</h2>
        ${confirm === undefined ? nothing : html`<p class="lines">${confirm}</p>`}
        ${needsReason(deed) ? this.#reasonField() : nothing}
        ${trouble === undefined ? nothing : html`<p class="error" role="alert">${troubleSentence(trouble, words)}</p>`}
        <div class="actions beside">
          ${this.#isPossible(deed) ? html`<button class="primary" part="button primary">${isBusy ? moves.sending : label}</button>` : nothing}
          <button type="button" class="secondary" part="button" @click=${() => this.#close()} ?disabled=${isBusy}>${moves.back}</button>
        </div>
      </form>
    </dialog>`;
  }

  #reasonField(): TemplateResult {
    const { moves } = this.#host.telling.words;
    return html`<div class=${this.#isMissing ? 'field invalid' : 'field'}>
      <label for="reason">${moves.reason}</label>
      ${this.#isMissing ? html`<p class="error" id="reason-error">${moves.noReason}</p>` : nothing}
      <textarea
        part="control"
        id="reason"
        rows="4"
        maxlength=${LONGEST_TEXT}
        dir="auto"
        autocomplete="off"
        aria-describedby=${this.#isMissing ? 'reason-error' : nothing}
        aria-invalid=${this.#isMissing ? 'true' : nothing}
        .value=${live(this.#reason)}
        @input=${this.#onInput}
      ></textarea>
    </div>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Whether it can still be done: the request may have gone on since. */
  #isPossible(deed: Deed): boolean {
    const { view } = this.#host;
    if (deed.kind === 'sharing') return view?.sharing !== undefined;
    return deed.kind === 'right' || view?.moves.some(({ id }) => id === deed.move.id) === true;
  }

  #close(): void {
    this.#dialog?.close();
    this.#closed();
  }

  #closed(): void {
    this.#deed = undefined;
    this.#host.requestUpdate();
  }

  readonly #onClose = ({ target }: Event): void => {
    // It comes late: the person may have opened this one again meanwhile, or another.
    if (target === this.#dialog && this.#dialog?.open === false) this.#closed();
  };

  readonly #onCancel = (event: Event): void => {
    if (this.#sending.isBusy) event.preventDefault();
  };

  readonly #onInput = ({ target }: Event): void => {
    this.#reason = (target as HTMLTextAreaElement).value;
    if (this.#isMissing && this.#reason.trim() !== '') this.#isMissing = false;
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#deed !== undefined && !this.#sending.isBusy) void this.#send(this.#deed);
  };

  async #send(deed: Deed): Promise<void> {
    const { words } = this.#host.telling;
    const reason = cleanParagraphs(this.#reason);
    this.#isMissing = needsReason(deed) && reason === '';
    this.#host.requestUpdate();
    if (this.#isMissing) {
      this.#host.focusOn('reason');
      return;
    }
    const hasArrived = await (deed.kind === 'right'
      ? this.#sending.send('rights', { kind: deed.right }, words.rights.sent)
      : deed.kind === 'sharing'
        ? this.#sending.send('sharing', { stop: true }, words.sharing.stopped)
        : this.#sending.send('moves', this.#moveOf(deed.move, reason), words.moves.done));
    if (!hasArrived || deed !== this.#deed) return;
    this.#reason = '';
    this.#close();
    this.#host.focusOn(deed.kind === 'move' ? 'title' : 'rights');
  }

  #moveOf({ id, needs }: PossibleMove, reason: string): object {
    const { version } = this.#host.view ?? {};
    return { move: id, version, ...(needs.includes('reason') && { reason }) };
  }
}

function needsReason(deed: Deed): boolean {
  return deed.kind === 'move' && deed.move.needs.includes('reason');
}

/** What it is called, and what comes of it. */
function wordsOf(deed: Deed, telling: Telling): { readonly label: unknown; readonly confirm: unknown } {
  const { words } = telling;
  if (deed.kind === 'sharing') return { label: words.sharing.stop, confirm: words.sharing.confirm };
  if (deed.kind === 'right')
    return { label: words.rights.ask[deed.right], confirm: words.rights.confirm[deed.right] };
  const { label, confirm } = deed.move;
  return { label: telling.told(label), confirm: confirm && telling.told(confirm) };
}

function idOf(deed: Deed | undefined): string | undefined {
  return deed?.kind === 'move' ? deed.move.id : deed?.kind === 'right' ? deed.right : deed?.kind;
}
