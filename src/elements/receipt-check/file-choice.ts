import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FormLocale } from '../../locale/locale.js';
import type { ReceiptCheckWords } from '../../locale/receipt-check-words.js';

/** A place for files of the device, and what was chosen so far. */
export interface Choosing {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Value of the native `accept`; empty for files of every kind. */
  readonly accept: string;
  readonly isMultiple: boolean;
  readonly files: readonly File[];
  readonly button: string;
  readonly error?: string | undefined;
  readonly words: ReceiptCheckWords;
  readonly locale: FormLocale;
  readonly take: (files: readonly File[]) => void;
  readonly remove: (file: File) => void;
}

/** Drawn as the forms draw their files. */
export function fileChoice(choosing: Choosing): TemplateResult {
  const { id, label, hint, accept, isMultiple, files, button, error, words, locale, take, remove } = choosing;
  return html`<div class=${error === undefined ? 'field' : 'field invalid'}>
    <label for=${id} part="label">${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    ${error === undefined ? nothing : html`<p class="error" id="${id}-error">${error}</p>`}
    ${
      files.length === 0
        ? nothing
        : html`<ul class="files">
            ${files.map(
              (file) => html`<li>
                <span class="file-name"><bdi translate="no">${file.name}</bdi></span>
                <span class="file-size">${locale.fileSize(file.size)}</span>
                <button type="button" class="quiet" part="button" aria-label=${words.remove(file.name)} @click=${() => remove(file)}>
                  ${words.removeShort}
                </button>
              </li>`,
            )}
          </ul>`
    }
    <div class="file-button">
      <input
        part="control"
        type="file"
        id=${id}
        accept=${accept || nothing}
        ?multiple=${isMultiple}
        aria-describedby=${error === undefined ? `${id}-hint` : `${id}-error ${id}-hint`}
        aria-invalid=${error === undefined ? nothing : 'true'}
        @change=${(event: Event) => taken(event, take)}
      />
      <span aria-hidden="true">${button}</span>
    </div>
  </div>`;
}

function taken({ target }: Event, take: Choosing['take']): void {
  const input = target as HTMLInputElement;
  take([...(input.files ?? [])]);
  // The same file may be chosen again after it was removed.
  input.value = '';
}
