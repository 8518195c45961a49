import type { GivenFile } from '../evidence/verify.js';
import { verifyReceipt } from '../evidence/verify.js';
import { catalog } from '../fields/catalog.js';
import { messagesOf, spokenLanguage } from '../locale/languages.js';
import { nodeCryptography } from '../receiver/evidence/sealing.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { UsageError } from './command.js';
import { givenFile, textIn } from './given-file.js';
import { toldVerdict } from './told-receipt.js';
import { trustedKeys } from './trusted-keys.js';
import { verifyStored } from './verify-stored.js';

/** `taafi verify`: whether a receipt is genuine, without asking anybody; or all that is stored, with `--stored`. */
export const verifyCommand: Command = {
  options: { keys: { type: 'string' }, language: { type: 'string' }, stored: { type: 'boolean' } },
  words: { least: 0, most: 1_000 },
  async run({ values, positionals: [receipt, ...others] }: CommandLine, terminal: Terminal) {
    const { keys: file, language, stored = false } = values;
    if (language !== undefined && language !== 'ar' && language !== 'en') {
      throw new UsageError('--language must be ar or en.');
    }
    if (stored === (receipt !== undefined)) {
      throw new UsageError(stored ? '--stored is without files.' : 'name the receipt, or say --stored.');
    }
    const keys = await trustedKeys(typeof file === 'string' ? file : undefined, terminal);
    if (receipt === undefined) return verifyStored(keys, terminal);
    const files: GivenFile[] = [];
    const source = textIn(await givenFile(receipt)) ?? '';
    for (const name of others) files.push({ name, bytes: await givenFile(name) });
    const verdict = verifyReceipt(source, files, { keys, cryptography: nodeCryptography, catalog });
    const spoken = language ?? spokenLanguage(verdict.receipt?.record.language ?? 'en');
    const messages = await messagesOf(spoken);
    for (const line of toldVerdict(verdict, keys.length > 0, spoken, messages)) terminal.out(`${line}\n`);
    return verdict.problems.length === 0 ? 0 : 1;
  },
};
