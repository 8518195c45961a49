import { open, rename, rm } from 'node:fs/promises';
import type { Terminal } from './command.js';

/**
 * Writes a text in pieces to the terminal or to a file. The file is readable for its owner only, and appears under its
 * name when it is whole.
 */
export async function writeOut(
  pieces: AsyncIterable<string>,
  file: string | undefined,
  { out, err }: Terminal,
): Promise<void> {
  if (file === undefined) {
    for await (const piece of pieces) await out(piece);
    return;
  }
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    for await (const piece of pieces) await handle.write(piece);
    await handle.sync();
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  err(`taafi: wrote ${file}\n`);
}
