import { answerTypes } from '../core/typescript/answer-types.js';
import { catalog } from '../fields/catalog.js';
import type { Command } from './command.js';
import { formIn } from './definition-file.js';
import { languageOf } from './language.js';

/** `taafi types`: the answers of a form as TypeScript, for programs that read them. */
export const typesCommand: Command = {
  options: {},
  words: { least: 1, most: 1 },
  async run({ positionals: [file = ''] }, terminal) {
    const definition = formIn(file, terminal, languageOf({}, terminal));
    if (definition === undefined) return 1;
    await terminal.out(answerTypes(definition, catalog));
    return 0;
  },
};
