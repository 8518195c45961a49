import { randomInt } from 'node:crypto';
import { sampleAnswers } from '../core/sample/sample-answers.js';
import { catalog } from '../fields/catalog.js';
import { realWorld, riyadhDay } from '../receiver/world.js';
import type { Command } from './command.js';
import { CommandError, UsageError } from './command.js';
import { wholeFormIn } from './definition-file.js';
import { languageOf } from './language.js';

/** Seeds are drawn below this, so that they are short to write down. */
const MOST = 1_000_000;

/** `taafi fill`: answers that nobody has given, right by all rules, for tests and demonstrations. */
export const fillCommand: Command = {
  options: { seed: { type: 'string' }, resident: { type: 'boolean' }, language: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ values, positionals: [file = ''] }, terminal) {
    const seed = seedFrom(values.seed);
    const language = values.language === undefined ? 'ar' : languageOf(values, terminal);
    const definition = await wholeFormIn(file, terminal, languageOf(values, terminal));
    if (definition === undefined) return 1;
    const choices = { seed, language, isResident: values.resident === true };
    const { answers, problems } = sampleAnswers(
      definition,
      catalog,
      { today: riyadhDay(realWorld) },
      choices,
    );
    if (answers === undefined) {
      const places = problems.map(({ pointer, code }) => `${pointer} (${code})`).join(', ');
      throw new CommandError(`no answers were found that all rules take: ${places}. Try another --seed.`);
    }
    await terminal.out(`${JSON.stringify(answers, null, 2)}\n`);
    if (values.seed === undefined) terminal.err(`taafi: the same again with --seed ${seed}\n`);
    return 0;
  },
};

function seedFrom(given: string | boolean | undefined): number {
  if (given === undefined) return randomInt(MOST);
  const seed = Number(given);
  if (Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw new UsageError(`--seed must be a whole number from 0 to ${2 ** 32 - 1}.`);
}
