import { problemLine } from '../receiver/forms/definition-source.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { definitionIn } from './definition-file.js';

/** `taafi check`: what is wrong with definitions. Warnings alone are no failure. */
export const checkCommand: Command = {
  options: { language: { type: 'string' } },
  words: { least: 1, most: 1_000 },
  async run({ values, positionals }: CommandLine, terminal: Terminal) {
    const { language = 'en' } = values;
    if (language !== 'ar' && language !== 'en') throw new UsageError('--language must be ar or en.');
    let failed = 0;
    for (const file of positionals) {
      const source = definitionIn(file, terminal);
      for (const problem of source?.problems ?? []) terminal.out(`${problemLine(file, problem, language)}\n`);
      if (source?.definition === undefined) failed += 1;
      else terminal.out(`${file}: ${source.definition.id} ${source.definition.version} is a form\n`);
    }
    return failed === 0 ? 0 : 1;
  },
};
