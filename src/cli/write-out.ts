import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Terminal } from './command.js';
import { CommandError } from './command.js';

/** Readable for its owner only: what is written is about people. */
const PRIVATE = 0o600;

/**
 * Writes a text, or the bytes of a file, in pieces to the terminal or to a file. The file is readable for its owner only where
 * `mode` says nothing else, and appears under its name when it is whole.
 * @throws CommandError where the file cannot be written.
 */
export async function writeOut(
  pieces: AsyncIterable<string | Uint8Array>,
  file: string | undefined,
  { out, err }: Terminal,
  mode = PRIVATE,
): Promise<void> {
  if (file === undefined) {
    for await (const piece of pieces) await out(typeof piece === 'string' ? piece : String(piece));
    return;
  }
  const unfinished = `${file}.unfinished`;
  const handle = await opened(file, unfinished);
  try {
    await told(file, handle.chmod(mode));
    await fill(handle, pieces, file);
    await told(file, rename(unfinished, file));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  err(`taafi: wrote ${file}\n`);
}

async function opened(file: string, unfinished: string): Promise<FileHandle> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw new CommandError(`${file} is a folder. Name a file in it.`);
  await told(file, rm(unfinished, { force: true }));
  return told(file, open(unfinished, 'wx', PRIVATE));
}

async function fill(
  handle: FileHandle,
  pieces: AsyncIterable<string | Uint8Array>,
  file: string,
): Promise<void> {
  try {
    for await (const piece of pieces) await told(file, handle.appendFile(piece));
    await told(file, handle.sync());
  } finally {
    await handle.close();
  }
}

/** What the file system says against it as a sentence. Errors of what is written are none of its own. */
async function told<Result>(file: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new CommandError(`${file} cannot be written: ${reason(error as NodeJS.ErrnoException, file)}`);
  }
}

function reason({ code, message }: NodeJS.ErrnoException, file: string): string {
  switch (code) {
    case 'ENOENT':
      return `there is no folder ${dirname(file)}.`;
    case 'ENOTDIR':
      return `${dirname(file)} is not a folder.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `you may not write to ${dirname(file)}.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full.';
    default:
      return message;
  }
}
