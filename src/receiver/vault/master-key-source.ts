import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeWhole, writeWhole } from '../whole-file.js';
import type { MasterKeys } from './master-keys.js';
import { masterKeysIn, masterKeysText } from './master-keys.js';

/** Where the master keys of a receiver are kept. */
export interface MasterKeySource {
  /** What it is called in sentences: the path of a file, or the name of a setting. */
  readonly place: string;
  /** Whether this program makes keys there, and takes them away again. */
  readonly isOurs: boolean;
  /** Changes whenever the keys may have changed; cheap enough to be asked for each record. */
  stamp(): string;
  /** The keys; undefined where there are none yet. @throws Error where what is there holds none */
  read(): MasterKeys | undefined;
  /** Puts keys there where there are none, whole or not at all. */
  make(keys: MasterKeys): Promise<void>;
  /** Puts other keys there, whole or not at all. */
  write(keys: MasterKeys): Promise<void>;
}

/** The file of the master keys where no setting names another place. */
export const MASTER_KEY_FILE = 'master.key';

/**
 * Where the master keys of the receiver that keeps `dataDir` are: in `TAAFI_MASTER_KEY`, in the file that
 * `TAAFI_MASTER_KEY_FILE` names, or else beside the data.
 */
export function masterKeySource(
  dataDir: string,
  environment: Readonly<Record<string, string | undefined>>,
): MasterKeySource {
  const { TAAFI_MASTER_KEY: given, TAAFI_MASTER_KEY_FILE: named } = environment;
  if (given) return givenKeys(given);
  if (named) return keyFile(named, false);
  return keyFile(join(dataDir, MASTER_KEY_FILE), true);
}

/** Keys in a setting: nothing of them is on a disk, and they are what they are until the program is started anew. */
function givenKeys(text: string): MasterKeySource {
  const place = 'TAAFI_MASTER_KEY';
  const refuse = async () => {
    throw new Error(`${place} is a setting: change it where it is set.`);
  };
  return {
    place,
    isOurs: false,
    stamp: () => '',
    read: () => masterKeysIn(text, place),
    make: refuse,
    write: refuse,
  };
}

function keyFile(path: string, isOurs: boolean): MasterKeySource {
  return {
    place: path,
    isOurs,
    stamp: () => {
      const { mtimeMs, ino, size } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return `${mtimeMs} ${ino} ${size}`;
    },
    read: () => {
      const text = textOf(path);
      if (text === undefined) return undefined;
      // Who puts back a copy may have left it open to others.
      if (isOurs) chmodSync(path, 0o600);
      return masterKeysIn(text, path);
    },
    make: (keys) => makeWhole(path, masterKeysText(keys)),
    write: (keys) => writeWhole(path, masterKeysText(keys)),
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
