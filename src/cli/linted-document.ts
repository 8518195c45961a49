import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormDefinition } from '../core/definition.js';
import { lintForm } from '../core/lint/lint-form.js';
import { isTheme, lintTheme } from '../core/lint/lint-theme.js';
import type { WordList } from '../core/lint/word-list.js';
import { wordListSchema } from '../core/lint/word-list.js';
import { wordProblems } from '../core/lint/word-problems.js';
import { catalog } from '../fields/catalog.js';
import { lintSentences } from '../locale/lint-sentences.js';
import { processSentences } from '../locale/process-problems.js';
import type { DocumentSource } from '../receiver/forms/definition-source.js';
import { readDocument } from '../receiver/forms/definition-source.js';
import { isProcess, parseBeside } from '../receiver/processes/process-source.js';
import { CommandError } from './command.js';
import { listsBeside } from './definition-file.js';
import { givenFile } from './given-file.js';

/** What became of a file. */
export interface Linted {
  readonly kind: 'form' | 'process' | 'theme';
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Whether nothing keeps it from being used. */
  readonly isWhole: boolean;
  readonly source: DocumentSource;
}

/** The words of the pack, which are looked for where no other list is named. */
const ownWords = fileURLToPath(new URL('../packs/taafi/words.json', import.meta.url));

/** A list of words to do without. @throws CommandError where the file is none. */
export async function wordListIn(path: string | undefined): Promise<WordList> {
  if (path === undefined) return wordListSchema.parse(JSON.parse(await readFile(ownWords, 'utf8')));
  const text = new TextDecoder().decode(await givenFile(path));
  try {
    return wordListSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandError(`${path} is no list of words: {"words": [{"avoid": ["…"], "better": "…"}]}`);
  }
}

/** Finds what is wrong with a document and what could be better, each with its place. Never throws. */
export async function lintedDocument(
  file: string,
  bytes: Uint8Array,
  forms: readonly FormDefinition[],
  words: WordList,
): Promise<Linted> {
  const listAt = await listsBeside(file);
  const form = readDocument(bytes, (json) => lintForm(json, catalog, words, listAt), lintSentences);
  if (isProcess(form.json)) return processIn(bytes, forms, words);
  if (isTheme(form.json)) {
    const name = basename(file).replace(/(\.tokens)?\.json$/, '');
    const source = readDocument(bytes, (json) => lintTheme(name, json), lintSentences);
    return { kind: 'theme', name, version: undefined, isWhole: source.parsed?.theme !== undefined, source };
  }
  const { definition } = form.parsed ?? {};
  const { id: name, version } = definition ?? {};
  return { kind: 'form', name, version, isWhole: definition !== undefined, source: form };
}

function processIn(bytes: Uint8Array, forms: readonly FormDefinition[], words: WordList): Linted {
  const judge = (json: unknown) => {
    const parsed = parseBeside(json, forms);
    return parsed.isFitting && parsed.usable !== undefined
      ? { ...parsed, problems: [...parsed.problems, ...wordProblems(json, words)] }
      : parsed;
  };
  const source = readDocument(bytes, judge, { ...processSentences, ...lintSentences });
  const { usable, isFitting = false } = source.parsed ?? {};
  const process = isFitting ? usable : undefined;
  return {
    kind: 'process',
    name: process?.id,
    version: process?.version,
    isWhole: process !== undefined,
    source,
  };
}
