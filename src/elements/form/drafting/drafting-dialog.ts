import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AnswersFileFault } from '../../../core/answers-file.js';
import { draftingTitle } from '../../../locale/drafting-title.js';
import type { DraftingWords } from '../../../locale/drafting-words.js';
import { draftingWordsOf } from '../../../locale/drafting-words.js';
import type { FormLocale } from '../../../locale/locale.js';
import { untilDate } from './until-date.js';

/** Why nothing can be kept on the device. */
export type OwnTrouble = keyof DraftingWords['troubles'];

export type DialogState =
  | { readonly kind: 'closed' }
  | {
      /** Nothing is kept; being begun; kept. */
      readonly kind: 'choosing' | 'beginning' | 'kept';
      readonly ownTrouble?: OwnTrouble;
      readonly fileFault?: AnswersFileFault | 'unreadable';
      readonly isDownloaded?: boolean;
      readonly isDeleted?: boolean;
    }
  /** The code for coming back, told once. */
  | { readonly kind: 'code'; readonly code: string; readonly isDownloaded?: boolean };

type Open = Extract<DialogState, { kind: 'choosing' | 'beginning' | 'kept' }>;

export interface DialogParts {
  /** Whether answers can be kept on this device at all now. */
  readonly canBeOwn: boolean;
  /** Whether there is anything to download yet. */
  readonly hasAnswers: boolean;
  /** Milliseconds since 1970, where answers are kept. */
  readonly until: number | undefined;
  own(): void;
  written(): void;
  delete(): void;
  download(): void;
  take(file: File): void;
  close(): void;
  closed(dialog: HTMLDialogElement): void;
}

/** The ways to go on another time: on a device of one's own, or with a file. */
export function draftingDialog(state: DialogState, locale: FormLocale, parts: DialogParts): unknown {
  if (state.kind === 'closed') return nothing;
  const words = draftingWordsOf(locale);
  return html`<dialog id="keeping" part="dialog" aria-labelledby="keep-title" @close=${({ currentTarget }: Event) => parts.closed(currentTarget as HTMLDialogElement)}>
    ${state.kind === 'code' ? codePage(state.code, words, parts) : choices(state, locale, words, parts)}
  </dialog>`;
}

function codePage(code: string, words: DraftingWords, parts: DialogParts): TemplateResult {
  return html`<h2 id="keep-title" tabindex="-1" autofocus>${words.code.title}</h2>
    <p class="keep-code"><bdo dir="ltr" translate="no">${code.slice(0, 3)} ${code.slice(3)}</bdo></p>
    <p><strong>${words.code.write}</strong></p>
    <p>${words.code.what}</p>
    <div class="actions beside">
      <button type="button" class="primary" part="button primary" @click=${() => parts.written()}>${words.code.done}</button>
    </div>`;
}

function choices(state: Open, locale: FormLocale, words: DraftingWords, parts: DialogParts): TemplateResult {
  return html`<h2 id="keep-title" tabindex="-1" autofocus>${draftingTitle[locale.language]}</h2>
    ${state.kind === 'kept' ? kept(state, locale, words, parts) : own(state, words, parts)}
    ${parts.hasAnswers ? download(state, words, parts) : nothing}
    ${fromFile(state, words, parts)}
    <div class="actions beside">
      <button type="button" class="secondary" part="button" @click=${() => parts.close()}>${words.close}</button>
    </div>`;
}

function own(state: Open, { own: words, troubles }: DraftingWords, parts: DialogParts): unknown {
  const { ownTrouble, isDeleted = false, kind } = state;
  const isBeginning = kind === 'beginning';
  const told = html`${isDeleted ? html`<p role="status" class="success">${words.deleted}</p>` : nothing}
    ${ownTrouble === undefined ? nothing : html`<p class="error" role="alert">${troubles[ownTrouble]}</p>`}`;
  if (!parts.canBeOwn && !isBeginning) return told;
  return html`<section>
    <h3>${words.title}</h3>
    <p>${words.text}</p>
    <p><strong>${words.warning}</strong></p>
    ${told}
    <button type="button" class="primary" part="button primary" id="keep-own" ?disabled=${isBeginning} @click=${() => parts.own()}>
      ${isBeginning ? words.beginning : words.button}
    </button>
  </section>`;
}

function kept(
  { ownTrouble }: Open,
  locale: FormLocale,
  { own: words, troubles }: DraftingWords,
  parts: DialogParts,
): TemplateResult {
  return html`<section>
    <p class="success">${parts.until === undefined ? nothing : words.kept(untilDate(parts.until, locale))}</p>
    <p>${words.keptText}</p>
    ${ownTrouble === undefined ? nothing : html`<p class="error" role="alert">${troubles[ownTrouble]}</p>`}
    <button type="button" class="secondary" part="button" id="keep-delete" @click=${() => parts.delete()}>${words.delete}</button>
  </section>`;
}

function download(
  { isDownloaded = false }: Open,
  { file: words }: DraftingWords,
  parts: DialogParts,
): TemplateResult {
  return html`<section>
    <h3>${words.title}</h3>
    <p>${words.text}</p>
    <p class="hint">${words.notIn}</p>
    <p id="keep-warning"><strong>${words.warning}</strong></p>
    <button type="button" class="secondary" part="button" id="keep-download" aria-describedby="keep-warning" @click=${() => parts.download()}>
      ${words.button}
    </button>
    <p role="status">${isDownloaded ? words.saved : nothing}</p>
  </section>`;
}

function fromFile({ fileFault }: Open, { from: words }: DraftingWords, parts: DialogParts): TemplateResult {
  const isWrong = fileFault !== undefined;
  return html`<section class=${isWrong ? 'field invalid' : 'field'}>
    <h3>${words.title}</h3>
    <label for="keep-file">${words.label}</label>
    <p class="hint" id="keep-file-hint">${words.hint}</p>
    ${isWrong ? html`<p class="error" id="keep-file-error">${words.faults[fileFault]}</p>` : nothing}
    <div class="file-button">
      <input
        part="control"
        type="file"
        id="keep-file"
        accept=".json,application/json"
        aria-describedby=${isWrong ? 'keep-file-error keep-file-hint' : 'keep-file-hint'}
        aria-invalid=${isWrong ? 'true' : nothing}
        @change=${(event: Event) => taken(event, parts)}
      />
      <span aria-hidden="true">${words.button}</span>
    </div>
  </section>`;
}

function taken({ target }: Event, parts: DialogParts): void {
  const input = target as HTMLInputElement;
  const file = input.files?.[0];
  // The same file may be chosen again once it has been mended.
  if (file !== undefined) parts.take(file);
  input.value = '';
}
