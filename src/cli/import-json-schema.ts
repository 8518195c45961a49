import { basename } from 'node:path';
import { formFromSchema } from '../core/json-schema/form-from-schema.js';
import { parseDefinition } from '../core/parse.js';
import { catalog } from '../fields/catalog.js';
import { schemaSentences } from '../locale/schema-problems.js';
import type { DocumentSource } from '../receiver/forms/definition-source.js';
import { problemLine, readDocument } from '../receiver/forms/definition-source.js';
import type { CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { givenFile } from './given-file.js';
import type { Language } from './language.js';
import { writeForm } from './write-form.js';

/**
 * A form made of a JSON Schema: the definition goes to the terminal or into a file, what is not in it to stderr with line
 * and pointer.
 */
export async function importJsonSchema(
  { values, positionals: [file = ''] }: CommandLine,
  terminal: Terminal,
  language: Language,
): Promise<number> {
  const { ui, out } = values;
  const uiFile = typeof ui === 'string' ? ui : undefined;
  const uiBytes = uiFile === undefined ? undefined : await givenFile(uiFile, language);
  const hints = uiBytes && readDocument(uiBytes, () => ({ problems: [] }));
  const uiSchema = hints?.json;
  const source = readDocument(
    await givenFile(file, language),
    (json) =>
      formFromSchema(json, catalog, { name: basename(file), ...(hints && { uiSchema }) }) ?? {
        problems: [],
        uiProblems: [],
        document: undefined,
      },
    schemaSentences,
  );
  const tell = (name: string, { problems }: Pick<DocumentSource, 'problems'>) => {
    for (const problem of problems) terminal.err(`${problemLine(name, problem, language)}\n`);
  };
  tell(file, source);
  if (uiFile !== undefined && uiBytes !== undefined) {
    const { uiProblems: problems = [] } = source.parsed ?? {};
    tell(
      uiFile,
      readDocument(uiBytes, () => ({ problems }), schemaSentences),
    );
  }
  const { document } = source.parsed ?? {};
  if (document === undefined) {
    if (source.problems.length === 0)
      throw new UsageError(`${file} is no JSON Schema of an object: it has no "properties".`);
    return 1;
  }
  const { definition, problems } = parseDefinition(document, catalog);
  if (definition === undefined)
    throw new CommandError(
      `the form made of ${file} has faults: ${problems[0]?.pointer} ${problems[0]?.code}`,
    );
  await writeForm(document, out, terminal);
  return 0;
}
