import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../core/suggestion.js';
import { unreadSentence } from '../locale/file-sentences.js';
import { CommandError } from './command.js';
import type { Language } from './language.js';
import { plainLine } from './plain-text.js';

/** The bytes of a file that was named on the command line. @throws CommandError where it cannot be read. */
export async function givenFile(path: string, language: Language = 'en'): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(unread(path, error as NodeJS.ErrnoException, language));
  }
}

/** Why a file cannot be read, as a sentence, with the name that was probably meant. */
export function unread(
  path: string,
  { code = '' }: { code?: string | undefined },
  language: Language,
): string {
  const meant = code === 'ENOENT' ? meantBy(path) : undefined;
  return `${plainLine(path)}: ${unreadSentence(code, meant && plainLine(meant), language)}`;
}

/** A file of the same folder whose name is nearly the same, or is the same without its ending. */
function meantBy(path: string): string | undefined {
  const [folder, name] = [dirname(path), basename(path)];
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return undefined;
  }
  const found = names.find((one) => one === `${name}.json`) ?? nearest(name, names);
  return found === undefined ? undefined : join(folder, found);
}

/** A text of UTF-8 bytes; undefined where they are not, for then nobody knows what was meant. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
