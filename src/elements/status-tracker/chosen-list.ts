import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ChosenFile } from '../../fields/file/file.type.js';
import { fileProblem, largestOf, mostFilesOf } from '../../fields/file/file.type.js';
import type { TrackerWords } from '../../locale/tracker-words.js';

/** What a file must be where nobody has said otherwise: that of the forms. */
export const usual = { type: 'file', id: '', label: '' } as const;

export const LARGEST_FILE = largestOf(usual);
export const MOST_FILES = mostFilesOf(usual);

export type FileProblem = keyof TrackerWords['missing']['fileProblems'];

/** Why a file cannot be sent; undefined when it can. */
export function problemOf(file: ChosenFile): FileProblem | undefined {
  return fileProblem(file, usual) as FileProblem | undefined;
}

/** The files that were chosen, each with its size, and what is wrong with it. */
export function chosenList(
  files: readonly ChosenFile[],
  words: TrackerWords,
  remove: ((file: ChosenFile) => void) | undefined,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<ul class="files">
    ${files.map((file) => {
      const problem = problemOf(file);
      return html`<li class=${problem === undefined || file.isPending ? nothing : 'refused'} aria-busy=${file.isPending || nothing}>
        <span class="file-name"><bdi translate="no">${file.name}</bdi></span>
        <span class="file-size">${words.fileSize(file.size)}</span>
        ${
          remove === undefined
            ? nothing
            : html`<button type="button" class="quiet" part="button" aria-label=${words.missing.remove(file.name)} @click=${() => remove(file)}>
                ${words.missing.removeShort}
              </button>`
        }
        ${file.isUncleaned ? html`<p class="hint">${words.missing.uncleaned}</p>` : nothing}
        ${problem === undefined ? nothing : html`<p class="error">${words.missing.fileProblems[problem]}</p>`}
      </li>`;
    })}
  </ul>`;
}
