import { extname } from 'node:path';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { importJsonSchema } from './import-json-schema.js';
import { importXlsform } from './import-xlsform.js';
import type { Language } from './language.js';
import { languageOf } from './language.js';

/** Makes a form of the file named first, and tells what of it is not in the form. Gives the exit code. */
export type Importer = (line: CommandLine, terminal: Terminal, language: Language) => Promise<number>;

/** What can be read, by the ending of its name. */
const importers: ReadonlyMap<string, Importer> = new Map([
  ['.json', importJsonSchema],
  ['.xlsx', importXlsform],
]);

/** `taafi import`: a form made of what describes it in another way. */
export const importCommand: Command = {
  options: { ui: { type: 'string' }, out: { type: 'string' }, language: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(line, terminal) {
    const language = languageOf(line.values, terminal);
    const ending = extname(line.positionals[0] ?? '').toLowerCase();
    const importer = importers.get(ending);
    if (importer === undefined)
      throw new UsageError(
        'a form is made of a JSON Schema, a file that ends in .json, or of an XLSForm, one that ends in .xlsx; another spreadsheet can be saved as .xlsx.',
      );
    return await importer(line, terminal, language);
  },
};
