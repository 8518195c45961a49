import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the bytes. Names in it are random and never come from outside. */
export class UploadFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder where it is not there. */
  async prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** How many bytes of a file have arrived. */
  async length(file: string): Promise<number> {
    const { size } = await stat(this.path(file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return { size: 0 };
      throw error;
    });
    return size;
  }

  /** Opens a file to go on with it. */
  async open(file: string): Promise<FileHandle> {
    const path = this.path(file);
    return open(path, 'r+').catch(() => open(path, 'wx+', 0o600));
  }

  /** The first bytes of a file, at most so many. */
  async head(file: string, bytes: number): Promise<Uint8Array> {
    const handle = await open(this.path(file), 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  /** The SHA-256 of a file, read a piece at a time. */
  async sha256(file: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(this.path(file))) hash.update(piece as Buffer);
    return hash.digest('hex');
  }

  /** Waits until the bytes and the name of a file are on the disk. */
  async secure(file: string): Promise<void> {
    for (const path of [this.path(file), this.#folder]) {
      const handle = await open(path, 'r');
      try {
        await handle.sync();
      } catch (error) {
        // Windows has no fsync for folders, and needs none.
        if (path !== this.#folder) throw error;
      } finally {
        await handle.close();
      }
    }
  }

  remove(file: string): Promise<void> {
    return rm(this.path(file), { force: true });
  }

  list(): Promise<string[]> {
    return readdir(this.#folder);
  }

  /** Where the bytes of a file are. */
  path(file: string): string {
    return join(this.#folder, file);
  }
}

/** Writes all of a piece: on a disk that is filling up the system may take only a part at a time. */
export async function writeAll(handle: FileHandle, piece: Buffer, position: number): Promise<number> {
  for (let written = 0; written < piece.length; ) {
    const left = piece.length - written;
    written += (await handle.write(piece, written, left, position + written)).bytesWritten;
  }
  return piece.length;
}
