import type { FormDefinition } from '../core/definition.js';
import type { DefinitionSource, PlacedProblem } from '../receiver/forms/definition-source.js';
import { problemLine, readDefinition } from '../receiver/forms/definition-source.js';
import { isProcess, readProcess } from '../receiver/processes/process-source.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { bytesOf } from './definition-file.js';

/** One file that is to be checked, first taken for a form. */
interface Given {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly form: DefinitionSource;
}

/** What became of a file, and what it is where nothing is wrong with it. */
interface Checked {
  readonly problems: readonly PlacedProblem[];
  readonly told: string | undefined;
}

/** `taafi check`: what is wrong with forms, and with processes beside those forms. Warnings alone are no failure. */
export const checkCommand: Command = {
  options: { language: { type: 'string' } },
  words: { least: 1, most: 1_000 },
  async run({ values, positionals }: CommandLine, terminal: Terminal) {
    const { language = 'en' } = values;
    if (language !== 'ar' && language !== 'en') throw new UsageError('--language must be ar or en.');
    const given = positionals.flatMap((file): Given[] => {
      const bytes = bytesOf(file, terminal);
      return bytes === undefined ? [] : [{ file, bytes, form: readDefinition(bytes) }];
    });
    const forms = given.flatMap(({ form }) => form.definition ?? []);
    let failed = positionals.length - given.length;
    for (const one of given) {
      const { problems, told } = checked(one, forms);
      for (const problem of problems) terminal.out(`${problemLine(one.file, problem, language)}\n`);
      if (told === undefined) failed += 1;
      else terminal.out(`${one.file}: ${told}\n`);
    }
    return failed === 0 ? 0 : 1;
  },
};

function checked({ bytes, form }: Given, forms: readonly FormDefinition[]): Checked {
  if (isProcess(form.json)) {
    const { process, problems } = readProcess(bytes, forms);
    return { problems, told: process && `${process.id} ${process.version} is a process` };
  }
  const { definition, problems } = form;
  return { problems, told: definition && `${definition.id} ${definition.version} is a form` };
}
