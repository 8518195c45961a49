import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FormDefinition } from '../../core/definition.js';
import { parseJson } from '../../core/json-source.js';
import type { PreviewFault, PreviewState } from '../../core/preview/messages.js';
import type { ScopedField } from '../../core/scopes.js';
import { scopesOf } from '../../core/scopes.js';
import { pickText } from '../../core/text.js';
import { catalog } from '../../fields/catalog.js';
import { previewWords, sampleData } from '../../locale/preview-words.js';
import type { PlacedProblem } from '../../receiver/forms/definition-source.js';
import { ListFolder } from '../../receiver/forms/list-folder.js';
import { lintedForm, wordListIn } from '../linted-document.js';

/** As much of a line as is shown beside a fault. */
const MOST_SHOWN = 160;

/** A file as it was read last, and what could be shown of it. */
export class PreviewedFile {
  readonly path: string;
  /** The lists of options beside the form. */
  readonly lists: ListFolder;
  readonly #association: string;
  #turn = 0;
  #shown: { readonly json: object; readonly definition: FormDefinition } | undefined;

  /** @param association path of the association's document; the one beside the form where nothing is said. */
  constructor(path: string, association = join(dirname(path), 'association.json')) {
    this.path = path;
    this.lists = new ListFolder(join(dirname(path), 'lists'));
    this.#association = association;
  }

  /** Reads the file anew. Where it cannot be shown, the last definition that could be stays. */
  async read(): Promise<PreviewState> {
    this.#turn += 1;
    await this.lists.refresh();
    const words = await wordListIn(undefined);
    const bytes = await readFile(this.path).catch(() => undefined);
    const source = bytes && lintedForm(bytes, (src) => this.lists.find(src), words, basename(this.path));
    if (source?.definition !== undefined) {
      this.#shown = { json: source.json as object, definition: source.definition };
    }
    const lines =
      bytes === undefined
        ? []
        : bytes
            .toString('utf8')
            .replace('\ufeff', '')
            .split(/\r\n|\r|\n/);
    const { json, definition } = this.#shown ?? {};
    const association = await this.#readAssociation();
    return {
      turn: this.#turn,
      title: this.#title(definition),
      isCurrent: source?.definition !== undefined,
      languages: definition?.languages ?? [],
      faults: source === undefined ? [gone] : source.problems.map((problem) => faultOf(problem, lines)),
      ...(json !== undefined && { definition: json }),
      ...(association !== undefined && { association }),
      ...keeping(definition),
    };
  }

  #title(definition: FormDefinition | undefined): PreviewState['title'] {
    if (definition === undefined) return { ar: basename(this.path), en: basename(this.path) };
    const { title, languages } = definition;
    return { ar: pickText(title, 'ar', languages), en: pickText(title, 'en', languages) };
  }

  async #readAssociation(): Promise<object | undefined> {
    const text = await readFile(this.#association, 'utf8').catch(() => '');
    const read = parseJson(text);
    return 'value' in read ? (read.value as object) : undefined;
  }
}

const gone: PreviewFault = {
  severity: 'error',
  sentence: previewWords.gone,
  line: 1,
  column: 1,
  pointer: '',
};

function faultOf(
  { severity, sentence, line, column, pointer }: PlacedProblem,
  lines: readonly string[],
): PreviewFault {
  const found = lines[line - 1] ?? '';
  // What stands before begins with its first word: definitions are indented deeply.
  const before = found
    .slice(0, column - 1)
    .trimStart()
    .slice(-MOST_SHOWN / 2);
  const from = found.slice(column - 1, column - 1 + MOST_SHOWN);
  return { severity, sentence, line, column, pointer, ...(found !== '' && { excerpt: [before, from] }) };
}

/** Which answers can be put back after a change, and what there is to declare where data are declared. */
function keeping(definition: FormDefinition | undefined): Pick<PreviewState, 'keepable' | 'given'> {
  if (definition === undefined) return { keepable: [] };
  const fields = [...scopesOf(definition, catalog).root.fields.values()];
  return {
    keepable: fields.filter(isKeepable).map((field) => field.definition.id),
    ...(fields.some(({ kind }) => kind === 'given') && { given: sampleData }),
  };
}

function isKeepable({ kind, definition }: ScopedField): boolean {
  return kind !== 'none' && catalog.get(definition.type)?.neverPrefilled !== true;
}
