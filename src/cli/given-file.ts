import { readFile } from 'node:fs/promises';
import { CommandError } from './command.js';
import { plainLine } from './plain-text.js';

/** The bytes of a file that was named on the command line. @throws CommandError where it cannot be read. */
export async function givenFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'that is a folder' : String(code);
    throw new CommandError(`${plainLine(path)}: ${why}`);
  }
}

/** A text of UTF-8 bytes; undefined where they are not, for then nobody knows what was meant. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
