import { extname } from 'node:path';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { importJsonSchema } from './import-json-schema.js';
import { importXlsform } from './import-xlsform.js';

/** Makes a form of the file named first, and tells what of it is not in the form. Gives the exit code. */
export type Importer = (line: CommandLine, terminal: Terminal) => Promise<number>;

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
    const { language = 'en' } = line.values;
    if (language !== 'ar' && language !== 'en') throw new UsageError('--language must be ar or en.');
    const ending = extname(line.positionals[0] ?? '').toLowerCase();
    const importer = importers.get(ending);
    if (importer === undefined)
      throw new UsageError(`it can be made of files that end in ${[...importers.keys()].join(' and ')}.`);
    return await importer(line, terminal);
  },
};
