import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChosenFile } from '../../fields/file/file.type.js';
import type { MissingItem, TrackedView } from '../../transport/tracked-view.js';
import { chosenList, LARGEST_FILE, MOST_FILES } from './chosen-list.js';
import { ItemDraft } from './item-draft.js';
import { LONGEST_TEXT } from './longest-text.js';
import type { TrackerHost } from './tracker-host.js';
import { troubleSentence } from './trouble.js';

/** What is asked of the person, with what he has gathered of it so far. */
export class MissingItems {
  readonly #host: TrackerHost;
  readonly #drafts = new Map<string, ItemDraft>();

  constructor(host: TrackerHost) {
    this.#host = host;
  }

  /** Forgets what was gathered. */
  clear(): void {
    for (const draft of this.#drafts.values()) draft.stop();
    this.#drafts.clear();
  }

  template({ missing }: TrackedView): TemplateResult | typeof nothing {
    if (missing.length === 0) return nothing;
    const { missing: words } = this.#host.telling.words;
    const isAsked = missing.some(({ isOpen }) => isOpen);
    return html`<section class="missing" part="missing">
      <h3 id="missing" tabindex="-1">${isAsked ? words.title : words.given}</h3>
      ${repeat(
        missing,
        ({ id }) => id,
        (item) => this.#item(item),
      )}
    </section>`;
  }

  #draftOf({ id }: MissingItem): ItemDraft {
    const draft = this.#drafts.get(id) ?? new ItemDraft(this.#host, this.#drafts.size + 1);
    this.#drafts.set(id, draft);
    return draft;
  }

  #item(item: MissingItem): TemplateResult {
    const draft = this.#draftOf(item);
    const { telling } = this.#host;
    const { missing: words } = telling.words;
    const id = `item-${draft.number}`;
    return html`<div class="asked-item">
      <h4 id=${id} tabindex="-1">${telling.told(item.title)}</h4>
      ${item.note === undefined ? nothing : html`<p class="lines">${telling.told(item.note)}</p>`}
      ${
        item.isOpen
          ? html`<form class="no-print" novalidate aria-labelledby=${id} @submit=${(event: Event) => void this.#submit(event, item, draft)}>
              ${item.kind === 'file' ? this.#files(draft, id) : this.#text(draft, id)} ${this.#underway(draft, id)}
            </form>`
          : html`<p class="success">${words.received}</p>`
      }
    </div>`;
  }

  #files(draft: ItemDraft, id: string): TemplateResult {
    const { words } = this.#host.telling;
    const { files, problem } = draft;
    const sentence = problem === 'tooMany' ? words.missing.tooMany(MOST_FILES) : words.missing.noFile;
    const isBusy = draft.sending.isBusy;
    return html`<div class=${problem === undefined ? 'field file' : 'field file invalid'}>
      <p class="hint" id="${id}-hint">${words.missing.rules(words.fileSize(LARGEST_FILE), MOST_FILES)} ${words.missing.photos}</p>
      ${problem === undefined ? nothing : html`<p class="error" id="${id}-error">${sentence}</p>`}
      ${chosenList(files, words, isBusy ? undefined : (file) => this.#remove(file, draft, id))}
      <div class="file-button" ?hidden=${isBusy || files.length >= MOST_FILES}>
        <input
          part="control"
          type="file"
          id="${id}-input"
          multiple
          accept="image/*,application/pdf,.pdf"
          aria-labelledby="${id} ${id}-choose"
          aria-describedby=${problem === undefined ? `${id}-hint` : `${id}-error ${id}-hint`}
          aria-invalid=${problem === undefined ? nothing : 'true'}
          @change=${(event: Event) => take(event, draft)}
        />
        <span id="${id}-choose" aria-hidden="true">${files.length === 0 ? words.missing.choose : words.missing.chooseMore}</span>
      </div>
    </div>`;
  }

  #text(draft: ItemDraft, id: string): TemplateResult {
    const { words } = this.#host.telling;
    const isWrong = draft.problem !== undefined;
    return html`<div class=${isWrong ? 'field invalid' : 'field'}>
      <label for="${id}-input" id="${id}-label">${words.missing.answer}</label>
      ${isWrong ? html`<p class="error" id="${id}-error">${words.missing.noText}</p>` : nothing}
      <textarea
        part="control"
        id="${id}-input"
        rows="4"
        maxlength=${LONGEST_TEXT}
        dir="auto"
        autocomplete="off"
        aria-labelledby="${id} ${id}-label"
        aria-describedby=${isWrong ? `${id}-error` : nothing}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${live(draft.text)}
        @input=${({ target }: Event) => draft.write((target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }

  #underway(draft: ItemDraft, id: string): TemplateResult {
    const { words } = this.#host.telling;
    const { sending, progress } = draft;
    const { trouble } = sending;
    const said = draft.isStopped ? words.missing.stopped : undefined;
    return html`${trouble === undefined ? nothing : html`<p class="error" role="alert">${troubleSentence(trouble, words)}</p>`}
      ${said === undefined ? nothing : html`<p class="hint">${said}</p>`}
      ${
        progress === undefined
          ? nothing
          : html`<div class="underway">
              <p id="${id}-progress">${words.missing.sending(words.fileSize(progress), words.fileSize(draft.total))}</p>
              <progress aria-labelledby="${id}-progress" max=${draft.total} .value=${progress}></progress>
            </div>`
      }
      <div class="actions">
        ${
          progress === undefined
            ? html`<button class="primary" part="button primary" aria-describedby=${id}>
                ${sending.isBusy ? words.questions.sending : words.missing.send}
              </button>`
            : html`<button type="button" class="secondary" part="button" @click=${() => draft.stop()}>${words.missing.stop}</button>`
        }
      </div>`;
  }

  #remove(file: ChosenFile, draft: ItemDraft, id: string): void {
    draft.remove(file);
    this.#host.focusOn(`${id}-input`);
  }

  async #submit(event: Event, item: MissingItem, draft: ItemDraft): Promise<void> {
    event.preventDefault();
    if (draft.sending.isBusy) return;
    const done = this.#host.telling.words.missing.sent(this.#host.telling.plain(item.title));
    const id = `item-${draft.number}`;
    const hasArrived = await (item.kind === 'file'
      ? draft.sendFiles(item.id, done)
      : draft.sendText(item.id, done));
    if (hasArrived) this.#drafts.set(item.id, new ItemDraft(this.#host, draft.number));
    this.#host.requestUpdate();
    if (hasArrived) this.#host.focusOn(this.#host.view?.missing.some(isSame(item)) ? id : 'title');
    else if (draft.files.length >= MOST_FILES) this.#host.focusOn(id);
    else if (draft.problem !== undefined || draft.isRefused) this.#host.focusOn(`${id}-input`);
  }
}

function isSame({ id }: MissingItem): (other: MissingItem) => boolean {
  return (other) => other.id === id;
}

function take({ target }: Event, draft: ItemDraft): void {
  const input = target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  if (files.length > 0) void draft.take(files);
  // The same file may be chosen again after it was removed.
  input.value = '';
}
