import { readFileSync } from 'node:fs';
import type { FormDefinition } from '../core/definition.js';
import type { DefinitionSource } from '../receiver/forms/definition-source.js';
import { problemLine, readDefinition } from '../receiver/forms/definition-source.js';
import type { Terminal } from './command.js';
import type { Language } from './language.js';

/** Reads a definition from a file; where it cannot be read, says so and gives nothing. */
export function definitionIn(file: string, terminal: Terminal): DefinitionSource | undefined {
  const bytes = bytesOf(file, terminal);
  return bytes && readDefinition(bytes);
}

/** The form in a file; where it holds none, says why and gives nothing. */
export function formIn(file: string, terminal: Terminal, language?: Language): FormDefinition | undefined {
  const { definition, problems = [] } = definitionIn(file, terminal) ?? {};
  if (definition !== undefined) return definition;
  for (const problem of problems) terminal.err(`${problemLine(file, problem, language)}\n`);
  return undefined;
}

/** The bytes of a file; where it cannot be read, says so and gives nothing. */
export function bytesOf(file: string, { err }: Terminal): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'that is a folder' : String(code);
    err(`taafi: ${file}: ${why}\n`);
    return undefined;
  }
}
