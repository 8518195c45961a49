import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { dataDir } from '../receiver/settings.js';
import type { Command, CommandLine, Terminal } from './command.js';
import { CommandError, UsageError } from './command.js';
import { plainLine } from './plain-text.js';
import { newSealingKey } from './sealing-keys.js';
import { writeOut } from './write-out.js';

/** `taafi sealing-key`: a pair of keys. The private one goes into a file, the public one is printed for definitions. */
export const sealingKeyCommand: Command = {
  options: { out: { type: 'string' }, id: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run({ values: { out, id } }: CommandLine, terminal: Terminal) {
    if (typeof out !== 'string') throw new UsageError('say where the private key goes with --out.');
    if (typeof id === 'string' && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id))
      throw new UsageError('--id has only Latin letters, digits and . _ -');
    mustBeElsewhere(out, terminal);
    if (existsSync(out))
      throw new CommandError(
        `${plainLine(out)} is there already: written over, what was sealed to it is lost.`,
      );
    const { file, key } = newSealingKey(typeof id === 'string' ? id : undefined);
    await writeOut(onePiece(`${JSON.stringify(file, null, 2)}\n`), out, terminal);
    await terminal.out(
      `"key": ${JSON.stringify(key, null, 2)}\n\n` +
        'This goes into the sealed section of the definition, as docs/sealing.md shows it.\n' +
        `${plainLine(out)} opens what is sealed to it, and nothing else does: copy it to two places that are not on the\n` +
        'server, in the hands of two people, and delete it here. Lost, what was sealed is lost.\n',
    );
    return 0;
  },
};

/** The receiver's folder is what the sealing is to protect from: a key in there would be in its copies too. */
function mustBeElsewhere(file: string, { environment }: Terminal): void {
  const way = relative(realFolder(dataDir(environment)), join(realFolder(dirname(file)), 'key'));
  if (way.startsWith('..') || resolve(way) === way) return;
  throw new CommandError(
    `${plainLine(file)} is in the folder of the receiver's data, which must not hold the private key.`,
  );
}

/** Where a folder really is, whatever links lead there; where it is not yet, as it is named. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}
