import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FormDefinition } from '../core/definition.js';
import type { FoundList } from '../core/option-lists.js';
import type { DefinitionSource } from '../receiver/forms/definition-source.js';
import { problemLine, readDefinition } from '../receiver/forms/definition-source.js';
import { ListFolder } from '../receiver/forms/list-folder.js';
import type { Terminal } from './command.js';
import { unread } from './given-file.js';
import type { Language } from './language.js';

/** Reads a definition from a file; where it cannot be read, says so and gives nothing. */
export function definitionIn(
  file: string,
  terminal: Terminal,
  language?: Language,
): DefinitionSource | undefined {
  const bytes = bytesOf(file, terminal, language);
  return bytes && readDefinition(bytes, undefined, basename(file));
}

/** The form in a file; where it holds none, says why and gives nothing. Options in files of their own are left there. */
export function formIn(file: string, terminal: Terminal, language?: Language): FormDefinition | undefined {
  return formOf(definitionIn(file, terminal, language), file, terminal, language);
}

/** The same with all its options: those in files of their own are looked for where a receiver would. */
export async function wholeFormIn(
  file: string,
  terminal: Terminal,
  language?: Language,
): Promise<FormDefinition | undefined> {
  const bytes = bytesOf(file, terminal, language);
  const source = bytes && readDefinition(bytes, await listsBeside(file), basename(file));
  return formOf(source, file, terminal, language);
}

/** Finds lists of options in the folder `lists` beside a file. */
export async function listsBeside(file: string): Promise<(src: string) => FoundList> {
  const lists = new ListFolder(join(dirname(file), 'lists'));
  await lists.refresh();
  return (src) => lists.find(src);
}

function formOf(
  source: DefinitionSource | undefined,
  file: string,
  terminal: Terminal,
  language?: Language,
): FormDefinition | undefined {
  const { definition, problems = [] } = source ?? {};
  if (definition !== undefined) return definition;
  for (const problem of problems) terminal.err(`${problemLine(file, problem, language)}\n`);
  return undefined;
}

/** The bytes of a file; where it cannot be read, says so and gives nothing. */
export function bytesOf(file: string, { err }: Terminal, language: Language = 'en'): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    err(`taafi: ${unread(file, error as NodeJS.ErrnoException, language)}\n`);
    return undefined;
  }
}
