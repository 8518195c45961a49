import { html, nothing } from 'lit';
import type { FileTypeName } from '../../core/file-signature.js';
import { firstBytes } from '../../core/file-signature.js';
import type { FieldNode } from '../../core/nodes.js';
import { arFile } from '../../locale/ar-file.js';
import { describedBy, fieldClass, hint, invalid, labelText, problem } from '../field-frame.js';
import type { FieldView, FormContext } from '../field-view.js';
import { fileStyles } from './file.styles.js';
import type { ChosenFile, FileDefinition } from './file.type.js';
import { acceptedTypes, file, fileProblem, largestOf, mostFilesOf } from './file.type.js';

/** A button that opens the camera or the files of the device, and what was chosen so far. */
export const fileView: FieldView = {
  type: file,
  words: { ar: arFile },
  styles: fileStyles,
  render(node, form) {
    const definition = node.definition as FileDefinition;
    const { file: words, photos } = form.locale.messages;
    // The input of this type is what was chosen.
    const chosen = node.input as readonly ChosenFile[];
    const most = mostFilesOf(definition);
    const accepted = acceptedTypes(definition);
    const rulesId = `${node.path}-rules`;
    const isOnlyPdf = kindsOf(accepted) === 'pdf';
    return html`<div class="${fieldClass(node)} file" part="field">
      <label for=${node.path} part="label">${labelText(node, form)}</label>
      ${hint(node, form)}
      <p class="hint" id=${rulesId}>${words.rules(kindsOf(accepted), form.locale.fileSize(largestOf(definition)), most)} ${isOnlyPdf ? nothing : photos[definition.photos ?? 'smaller']}</p>
      ${problem(node, form)}
      ${
        chosen.length === 0
          ? nothing
          : html`<ul class="files">
              ${chosen.map((file) => chosenFile(node, file, form))}
            </ul>`
      }
      <div class="file-button" ?hidden=${chosen.length >= most}>
        <input
          part="control"
          type="file"
          id=${node.path}
          name=${node.path}
          accept=${acceptOf(accepted)}
          ?multiple=${most > 1}
          aria-describedby=${describedBy(node, rulesId)}
          aria-invalid=${invalid(node)}
          @change=${(event: Event) => takeFiles(event, node, form)}
        />
        <span aria-hidden="true">${chosen.length === 0 ? words.choose : words.chooseMore}</span>
      </div>
    </div>`;
  },
};

function chosenFile(node: FieldNode, file: ChosenFile, form: FormContext) {
  const { locale } = form;
  const { file: words } = locale.messages;
  const code = fileProblem(file, node.definition as FileDefinition);
  return html`<li class=${code === undefined || file.isPending ? nothing : 'refused'} aria-busy=${file.isPending || nothing}>
    <span class="file-name"><bdi translate="no">${file.name}</bdi></span>
    <span class="file-size">${file.isPending ? locale.messages.photos.pending : locale.fileSize(file.size)}</span>
    <button type="button" class="quiet" aria-label=${words.remove(file.name)} @click=${() => removeFile(node, file, form)}>
      ${words.removeShort}
    </button>
    ${file.isUncleaned ? html`<p class="hint">${locale.messages.photos.uncleaned}</p>` : nothing}
  </li>`;
}

function takeFiles({ target }: Event, node: FieldNode, form: FormContext): void {
  const input = target as HTMLInputElement;
  form.chooseFiles(node, [...(input.files ?? [])], firstBytes);
  // The same file may be chosen again after it was removed.
  input.value = '';
}

function removeFile(node: FieldNode, file: ChosenFile, form: FormContext): void {
  const rest = (node.input as readonly ChosenFile[]).filter((other) => other !== file);
  form.engine.input(node, rest);
  form.changed(node);
  form.announce(form.locale.messages.file.removed(file.name));
  form.focusOn(node.path);
}

function kindsOf(accepted: readonly FileTypeName[]): 'photos' | 'pdf' | 'both' {
  if (!accepted.includes('pdf')) return 'photos';
  return accepted.length === 1 ? 'pdf' : 'both';
}

/** Value of the native `accept`: a photo is asked for as such, so that phones offer the camera. */
function acceptOf(kinds: readonly FileTypeName[]): string {
  return [...new Set(kinds.map((kind) => (kind === 'pdf' ? 'application/pdf,.pdf' : 'image/*')))].join(',');
}
