import { toJsonSchema } from '../core/json-schema.js';
import { catalog } from '../fields/catalog.js';
import { problemLine } from '../receiver/forms/definition-source.js';
import type { Command } from './command.js';
import { definitionIn } from './definition-file.js';

/** `taafi schema`: the answers of a form as JSON Schema, for partners. What it leaves out goes to stderr. */
export const schemaCommand: Command = {
  options: {},
  words: { least: 1, most: 1 },
  async run({ positionals: [file = ''] }, terminal) {
    const source = definitionIn(file, terminal);
    if (source?.definition === undefined) {
      for (const problem of source?.problems ?? []) terminal.err(`${problemLine(file, problem)}\n`);
      return 1;
    }
    const { schema, unstated } = toJsonSchema(source.definition, catalog);
    terminal.out(`${JSON.stringify(schema, null, 2)}\n`);
    if (unstated.length > 0)
      terminal.err('Rules that JSON Schema cannot state; the receiver holds to them:\n');
    for (const { pointer, rule } of unstated) terminal.err(`  ${pointer}: ${rule}\n`);
    return 0;
  },
};
