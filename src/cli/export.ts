import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from '../receiver/settings.js';
import type { Storage } from '../receiver/storage/storage.js';
import { openStorage } from '../receiver/storage/storage.js';
import type { Command, CommandLine } from './command.js';
import { UsageError } from './command.js';
import { referralsAsCsv, submissionsAsCsv } from './export-csv.js';
import { referralsAsJson, submissionsAsJson } from './export-json.js';
import { writeOut } from './write-out.js';

/** `taafi export`: all that was received, oldest first. The receiver may be running meanwhile. */
export const exportCommand: Command = {
  options: {
    form: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    referrals: { type: 'boolean' },
  },
  files: { least: 0, most: 0 },
  async run(line, terminal) {
    const text = chosen(line);
    const folder = dataDir(terminal.environment);
    const file = join(folder, 'taafi.db');
    if (!existsSync(file)) {
      terminal.err(`taafi: no receiver has kept anything in ${folder}. TAAFI_DATA names the folder.\n`);
      return 1;
    }
    const { form, out } = line.values;
    const storage = await openStorage(file);
    try {
      const known = [...new Set((await storage.definitions.used()).map(({ formId }) => formId))];
      if (typeof form === 'string' && !known.includes(form) && line.values.referrals !== true) {
        terminal.err(`taafi: nothing was received for the form ${JSON.stringify(form)}.\n`);
        return 1;
      }
      await writeOut(text(storage, known), typeof out === 'string' ? out : undefined, terminal);
    } finally {
      await storage.close();
    }
    return 0;
  },
};

/** What the options ask for, as a text in pieces. `known` are the forms there are submissions for. */
function chosen({
  values,
}: CommandLine): (storage: Storage, known: readonly string[]) => AsyncIterable<string> {
  const { format = 'json', form, referrals = false } = values;
  if (format !== 'json' && format !== 'csv') throw new UsageError('--format must be json or csv.');
  // parseArgs has seen to it that this is a text where it is there.
  const wanted = form as string | undefined;
  if (referrals)
    return ({ requests }) => (format === 'json' ? referralsAsJson : referralsAsCsv)(requests, wanted);
  if (format === 'json') return ({ requests }) => submissionsAsJson(requests, wanted);
  return ({ requests, definitions }, known) => {
    if (wanted === undefined && known.length > 1) {
      throw new UsageError(`a table is of one form; name it with --form: ${known.join(', ')}.`);
    }
    return submissionsAsCsv(requests, definitions, wanted);
  };
}
