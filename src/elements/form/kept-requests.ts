import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatReference } from '../../core/reference.js';
import { laterWordsOf } from '../../locale/later-words.js';
import type { FormLocale } from '../../locale/locale.js';
import { outboxWordsOf } from '../../locale/outbox-words.js';
import type { Entry } from '../../transport/outbox/outbox.js';
import type { SendFailure } from '../../transport/transport.js';
import { riyadhDate, riyadhTime } from './riyadh-time.js';

/** What is shown of what is kept, and what can be done with it. */
export interface KeptView {
  readonly locale: FormLocale;
  readonly entries: readonly Entry[];
  /** How many were deleted unsent because their time was over. */
  readonly gone: number;
  readonly unreadable: readonly string[];
  /** Whether the page has a way out in haste. */
  readonly hasExit: boolean;
  /** The entry that the person is asked about before it is deleted. */
  readonly removing: string | undefined;
  /** The entry whose answers are in the form, and which of them could not go back there. */
  readonly changing: { readonly id: string; readonly leftOut: readonly string[] } | undefined;
  /** What was asked for could not be done. */
  readonly hasFailed: boolean;
  /** Whether its answers can go back into the form of this page. */
  canChange(entry: Entry): boolean;
  /** Whether the form of this page is the one that a receipt is for. */
  canShow(entry: Entry): boolean;
  send(entry: Entry): void;
  change(entry: Entry): void;
  download(entry: Entry): void;
  /** Asks whether it is to be deleted; with undefined no more. */
  ask(id: string | undefined): void;
  remove(id: string): void;
  showReceipt(entry: Entry): void;
  saveReceipt(entry: Entry): void;
  seeGone(): void;
}

/** What is kept on this device, above the form: what was not sent yet, and what has been sent since. */
export function keptRequests(view: KeptView): TemplateResult {
  const { locale, entries, gone, unreadable, hasFailed } = view;
  const words = outboxWordsOf(locale);
  return html`<div class="kept-list no-print" id="kept" tabindex="-1">
    ${hasFailed ? html`<p class="error" role="alert">${words.kept.failed}</p>` : nothing}
    ${
      gone === 0
        ? nothing
        : html`<div class="note kept" part="kept">
            <p>${words.gone(gone)}</p>
            <div class="beside">${button(words.goneSeen, () => view.seeGone())}</div>
          </div>`
    }
    ${unreadable.map(
      (id) => html`<div class="note kept" part="kept">
        <p>${words.unreadable}</p>
        <div class="beside">${button(words.kept.remove, () => view.remove(id))}</div>
      </div>`,
    )}
    ${repeat(
      entries,
      ({ id }) => id,
      (entry) => html`<section class="note kept" part="kept" aria-labelledby=${titleId(entry)}>
        ${entry.state.kind === 'sent' ? sent(entry, view) : unsent(entry, view)}
      </section>`,
    )}
  </div>`;
}

/** Where the focus goes when something is kept, sent or taken back. */
export const titleId = ({ id }: Pick<Entry, 'id'>): string => `kept-${id.replace(' ', '-')}`;

function unsent(entry: Entry, view: KeptView): TemplateResult {
  const { letter, state, id, until } = entry;
  const { locale, removing } = view;
  const { kept: words } = outboxWordsOf(locale);
  return html`
    <h2 id=${titleId(entry)} tabindex="-1">${titleOf(entry, view)}</h2>
    <p>${words.which(locale.text(letter.title), ...momentOf(letter.submittedAt, locale))}</p>
    ${explained(entry, view)}
    <p>${words.until(...momentOf(until, locale))}${state.kind === 'waiting' ? html` ${words.byItself}` : nothing}${view.hasExit ? html` ${words.exit}` : nothing}</p>
    <p role="status">${progressOf(entry, locale)}</p>
    ${removing === id ? confirmation(entry, view) : actions(entry, view)}
  `;
}

function titleOf({ id, state }: Entry, { locale, changing }: KeptView): string {
  const { kept, refused, held } = outboxWordsOf(locale);
  if (state.kind === 'refused') return refused.title;
  if (state.kind !== 'held') return kept.title;
  return changing?.id === id ? held.nowTitle : held.title;
}

function explained(entry: Entry, { locale, changing, canChange }: KeptView): unknown {
  const { state } = entry;
  const { refused, held } = outboxWordsOf(locale);
  if (state.kind === 'refused')
    return html`<p>${state.failure === 'form-changed' ? refused.formChanged : reason(state.failure, locale)}</p>
      <p>${canChange(entry) ? refused.what : refused.elsewhere}</p>`;
  if (state.kind !== 'held') return nothing;
  if (changing?.id !== entry.id) return html`<p>${held.before}</p>`;
  return html`<p>${held.now}</p>
    ${changing.leftOut.length === 0 ? nothing : html`<p>${held.leftOut(locale.list(changing.leftOut))}</p>`}`;
}

/** How far the sending is, or why it has failed the last time. */
function progressOf({ progress, failure, state }: Entry, locale: FormLocale): unknown {
  const { kept: words } = outboxWordsOf(locale);
  if (progress?.kind === 'files')
    return words.files(locale.fileSize(progress.sent), locale.fileSize(progress.total));
  if (progress !== undefined) return words.sending;
  if (failure === undefined || state.kind !== 'waiting') return nothing;
  return words.last(reason(failure, locale));
}

function reason(failure: SendFailure, { messages }: FormLocale): string {
  const { failures } = messages.sending;
  return failures[failure] ?? failures.unexpected ?? '';
}

function actions(entry: Entry, view: KeptView): TemplateResult {
  const { kept: words } = outboxWordsOf(view.locale);
  const isInForm = view.changing?.id === entry.id;
  return html`<div class="beside">
    ${isInForm ? nothing : button(words.send, () => view.send(entry), entry)}
    ${!isInForm && view.canChange(entry) ? button(words.change, () => view.change(entry), entry) : nothing}
    ${button(words.download, () => view.download(entry), entry)}
    ${button(words.remove, () => view.ask(entry.id), entry)}
  </div>`;
}

function confirmation(entry: Entry, view: KeptView): TemplateResult {
  const { kept: words } = outboxWordsOf(view.locale);
  return html`<div role="group" aria-labelledby="remove-title">
    <h3 id="remove-title" tabindex="-1">${words.removeTitle}</h3>
    <p>${words.removeText}</p>
    <div class="beside">
      ${button(words.removeNo, () => view.ask(undefined))}
      ${button(words.removeYes, () => view.remove(entry.id))}
    </div>
  </div>`;
}

function sent(entry: Entry, view: KeptView): unknown {
  const { letter, state, until } = entry;
  if (state.kind !== 'sent') return nothing;
  const { locale } = view;
  const { sent: words } = outboxWordsOf(locale);
  if (letter.survey !== undefined) {
    return html`<h2 id=${titleId(entry)} tabindex="-1">${words.surveyTitle}</h2>
      <p>${words.survey}</p>
      <div class="beside">${button(words.seen, () => view.remove(entry.id))}</div>`;
  }
  const { receipt, isEarlier } = state.stored;
  const { receipt: receiptWords } = laterWordsOf(locale);
  const [lastDay] = momentOf(until, locale);
  return html`
    <h2 id=${titleId(entry)} tabindex="-1">${words.title}</h2>
    <p>${words.which(locale.text(letter.title), ...momentOf(receipt.receivedAt, locale))}</p>
    <p>${receiptWords.reference}: <strong><bdo dir="ltr">${formatReference(receipt.reference)}</bdo></strong></p>
    ${isEarlier ? html`<p class="note important">${receiptWords.earlier}</p>` : nothing}
    <p>${words.keep(lastDay)}</p>
    <div class="beside">
      ${view.canShow(entry) ? button(words.show, () => view.showReceipt(entry)) : nothing}
      ${receipt.evidence === undefined ? nothing : button(receiptWords.save, () => view.saveReceipt(entry))}
      ${button(words.remove, () => view.remove(entry.id))}
    </div>
  `;
}

/** A button; of several with the same words a screen reader is told what each is about. */
function button(words: string, press: () => void, about?: Entry): TemplateResult {
  return html`<button
    type="button"
    class="secondary"
    part="button"
    aria-describedby=${about === undefined ? nothing : titleId(about)}
    @click=${press}
  >
    ${words}
  </button>`;
}

/** A moment as the day and the time of day in Riyadh. */
function momentOf(moment: string | number, locale: FormLocale): [date: string, time: string] {
  const instant = new Date(moment);
  return [locale.date(riyadhDate(instant), 'gregory'), riyadhTime(instant)];
}
