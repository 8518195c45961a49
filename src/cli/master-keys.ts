import { formatReference, isReference } from '../core/reference.js';
import type { Resealed } from '../receiver/storage/master-key-uses.js';
import type { Place } from '../receiver/vault/envelope.js';
import type { Keyring } from '../receiver/vault/keyring.js';
import { instant, realWorld } from '../receiver/world.js';
import type { Terminal } from './command.js';
import { CommandError } from './command.js';
import { plainLine } from './plain-text.js';
import { changeStored } from './stored-data.js';

/** Places that are told one by one. */
const MOST_TOLD = 20;

/**
 * `taafi keys --master` and `--rotate-master`: the master keys, and a new one in their place. The receiver may be running: what
 * it seals from then on it seals with the new one.
 */
export async function masterKeys(isRotated: boolean, terminal: Terminal): Promise<number> {
  return changeStored(terminal, async ({ masterKeys: uses }) => {
    const { keyring } = uses;
    if (!isRotated) {
      list(keyring, terminal);
      return 0;
    }
    if (!keyring.isOurs) {
      throw new CommandError(
        `the master key is in ${keyring.place}. Put a new one there, before the earlier one and a comma, and restart the receiver: docs/operating.md has the steps.`,
      );
    }
    const resealed = await uses.rotate(instant(realWorld));
    list(keyring, terminal);
    terminal.out(told(resealed, keyring));
    return resealed.broken.length === 0 ? 0 : 1;
  });
}

function list({ keys, place }: Keyring, { out }: Terminal): void {
  out(`Master keys in ${place}:\n`);
  for (const [index, { id, replacedAt }] of keys.entries()) {
    const state = index === 0 ? 'in use' : `replaced ${replacedAt ?? 'before'}`;
    out(`  ${id}  ${state}\n`);
  }
}

function told({ texts, broken }: Resealed, { place }: Keyring): string {
  const lines = [
    'A new master key is in use from now on.',
    `${texts} texts had their keys sealed by it. The receiver takes the earlier key away within a day, when nothing needs it any more.`,
    `Copy ${place} to where you keep it, apart from the backups. Backups from before today need the copy you have of the earlier key.`,
    ...(broken.length === 0 ? [] : [`${broken.length} texts cannot be opened:`]),
    ...broken.slice(0, MOST_TOLD).map((one) => `  ${placeText(one)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function placeText({ table, column, row }: Place): string {
  return plainLine(`${table}.${column} of ${isReference(row) ? formatReference(row) : row}`);
}
