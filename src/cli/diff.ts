import { effects } from '../core/comparison/change.js';
import { compareForms } from '../core/comparison/compare-forms.js';
import { versionStep } from '../core/comparison/version-step.js';
import { catalog } from '../fields/catalog.js';
import { changeSentence, changeWords } from '../locale/change-sentences.js';
import { realWorld, riyadhDay } from '../receiver/world.js';
import type { Command } from './command.js';
import { CommandError, UsageError } from './command.js';
import { wholeFormIn } from './definition-file.js';
import { languageOf } from './language.js';

/**
 * `taafi diff`: what changes for a beneficiary from one version of a form to another. It fails where the version has to
 * rise for that and has not.
 */
export const diffCommand: Command = {
  options: { language: { type: 'string' }, format: { type: 'string' } },
  words: { least: 2, most: 2, name: 'the old and the new file' },
  async run({ values, positionals: [oldFile = '', newFile = ''] }, terminal) {
    const language = languageOf(values, terminal);
    const { format = 'text' } = values;
    if (format !== 'text' && format !== 'json') throw new UsageError('--format must be text or json.');
    const before = await wholeFormIn(oldFile, terminal, language);
    const after = await wholeFormIn(newFile, terminal, language);
    if (before === undefined || after === undefined) return 1;
    if (before.id !== after.id)
      throw new CommandError(`these are two forms, ${before.id} and ${after.id}, and not versions of one.`);
    const changes = compareForms(before, after, catalog, { today: riyadhDay(realWorld) });
    const step = versionStep(before.version, after.version, changes);
    const told = changes.map((change) => ({
      ...change,
      message: changeSentence(change, language),
    }));
    if (format === 'json') {
      const { id, version } = before;
      const found = { id, from: version, to: after.version, version: step, changes: told };
      await terminal.out(`${JSON.stringify(found, null, 2)}\n`);
    } else {
      const words = changeWords[language];
      await terminal.out(`${before.id} ${before.version} → ${after.version}\n`);
      for (const effect of effects) {
        const group = told.filter((change) => change.effect === effect);
        if (group.length > 0) await terminal.out(`\n${words.headings[effect]}\n`);
        for (const { message } of group) await terminal.out(`  - ${message}\n`);
      }
      if (told.length === 0) await terminal.out(`\n${words.nothing}\n`);
      await terminal.out(`\n${words.version(step)}\n`);
    }
    return step.mustRise && !step.hasRisen ? 1 : 0;
  },
};
