import { toJsonSchema } from '../core/json-schema.js';
import { catalog } from '../fields/catalog.js';
import type { Command } from './command.js';
import { formIn } from './definition-file.js';
import { languageOf } from './language.js';

/** `taafi schema`: the answers of a form as JSON Schema, for partners. What it leaves out goes to stderr. */
export const schemaCommand: Command = {
  options: {},
  words: { least: 1, most: 1 },
  async run({ positionals: [file = ''] }, terminal) {
    const definition = formIn(file, terminal, languageOf({}, terminal));
    if (definition === undefined) return 1;
    const { schema, unstated } = toJsonSchema(definition, catalog);
    terminal.out(`${JSON.stringify(schema, null, 2)}\n`);
    if (unstated.length > 0)
      terminal.err('Rules that JSON Schema cannot state; the receiver holds to them:\n');
    for (const { pointer, rule } of unstated) terminal.err(`  ${pointer}: ${rule}\n`);
    return 0;
  },
};
