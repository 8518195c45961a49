import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormDefinition } from '../core/definition.js';
import { formAdvice } from '../core/lint/form-advice.js';
import { isTheme, lintTheme } from '../core/lint/lint-theme.js';
import type { WordList } from '../core/lint/word-list.js';
import { wordListSchema } from '../core/lint/word-list.js';
import { wordProblems } from '../core/lint/word-problems.js';
import type { FoundList } from '../core/option-lists.js';
import { MOST_PROBLEMS } from '../core/problem-at.js';
import { catalog } from '../fields/catalog.js';
import { lintSentences } from '../locale/lint-sentences.js';
import { processSentences } from '../locale/process-problems.js';
import type { DefinitionSource, DocumentSource } from '../receiver/forms/definition-source.js';
import { readDefinition, readDocument } from '../receiver/forms/definition-source.js';
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
  const source = lintedForm(bytes, await listsBeside(file), words, basename(file));
  if (isProcess(source.json)) return processIn(bytes, forms, words);
  if (isTheme(source.json)) {
    const name = basename(file).replace(/(\.tokens)?\.json$/, '');
    const theme = readDocument(bytes, (json) => lintTheme(name, json), lintSentences);
    const isWhole = theme.parsed?.theme !== undefined;
    return { kind: 'theme', name, version: undefined, isWhole, source: theme };
  }
  const { id: name, version } = source.definition ?? {};
  return { kind: 'form', name, version, isWhole: source.definition !== undefined, source };
}

/** A form as a receiver reads it, and besides what could be better about it where it works. */
export function lintedForm(
  bytes: Uint8Array,
  listAt: (src: string) => FoundList,
  words: WordList,
  name?: string,
): DefinitionSource {
  const source = readDefinition(bytes, listAt, name);
  const { definition, isMade } = source;
  // Of a JSON Schema it is told what is not in the form that it makes.
  if (definition === undefined || isMade) return source;
  const judge = (json: unknown) => ({ problems: formAdvice(json, definition, catalog, words) });
  const advice = readDocument(bytes, judge, lintSentences).problems;
  const told = new Set(advice.map(({ pointer }) => pointer));
  // Of a sensitive field that has no purpose the stronger sentence is enough.
  const others = source.problems.filter(
    ({ code, pointer }) => code !== 'purpose-missing' || !told.has(pointer),
  );
  return { ...source, problems: [...others, ...advice].slice(0, MOST_PROBLEMS) };
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
