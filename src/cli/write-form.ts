import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CommandLine, Terminal } from './command.js';
import { writeOut } from './write-out.js';

/** A form is read by whoever serves it. */
const PUBLIC = 0o644;

/** Writes a form that was made to the terminal, or into a file whose folder is made where there is none yet. */
export async function writeForm(
  document: object,
  out: CommandLine['values'][string],
  terminal: Terminal,
): Promise<void> {
  const file = typeof out === 'string' ? out : undefined;
  const pieces = async function* () {
    yield `${JSON.stringify(document, null, 2)}\n`;
  };
  // What keeps the folder from being made keeps the file from being written, which says so.
  if (file !== undefined) await mkdir(dirname(file), { recursive: true }).catch(() => undefined);
  await writeOut(pieces(), file, terminal, PUBLIC);
}
