import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteSource } from '../../core/pictures/byte-source.js';
import type { World } from '../world.js';
import type { FileKey } from './sealed-chunks.js';
import { CHUNK, openChunk, SEALED_CHUNK, sealedIn } from './sealed-chunks.js';
import { SealedWriter } from './sealed-writer.js';

/** A file in the folder. One from before files were sealed has no key. */
export interface StoredFile {
  /** Its name in the folder, which nobody outside ever learns. */
  readonly file: string;
  readonly key: Buffer | undefined;
}

/** Told of a file that is not as it was stored. */
export class BrokenFile extends Error {
  constructor(file: string) {
    super(`the file ${file} is not as it was stored`);
  }
}

/** The folder of the bytes, each file sealed by a key of its own. Names in it are random and never come from outside. */
export class UploadFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder where it is not there. */
  async prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /**
   * How many bytes of a file have arrived. Of one that is on its way the last chunk is opened: where the machine stopped
   * while it was written, it does not count.
   */
  async length(stored: StoredFile): Promise<number> {
    const size = await this.#sizeOf(stored.file);
    if (stored.key === undefined || size === 0) return size;
    const { bytes, chunks } = sealedIn(size);
    if (chunks === 0) return 0;
    const handle = await open(this.#path(stored.file), 'r');
    try {
      const last = await readChunk(handle, keyOf(stored), chunks - 1);
      return last === undefined ? (chunks - 1) * CHUNK : bytes;
    } finally {
      await handle.close();
    }
  }

  /**
   * Opens a file to go on with it where it has come to. What does not count is cut off: left of a chunk that was longer than
   * the next one there, it would make that one unreadable too, and the upload could never go on.
   */
  async append(stored: StoredFile, world: Pick<World, 'random'>): Promise<SealedWriter> {
    const length = await this.length(stored);
    const path = this.#path(stored.file);
    const handle = await open(path, 'r+').catch(() => open(path, 'wx+', 0o600));
    try {
      const index = Math.floor(length / CHUNK);
      const tail = length % CHUNK === 0 ? undefined : await readChunk(handle, keyOf(stored), index);
      if (tail === undefined) await handle.truncate(index * SEALED_CHUNK);
      return new SealedWriter(handle, keyOf(stored), length, tail, world);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** The first bytes of a file, at most so many. */
  async head(stored: StoredFile, bytes: number): Promise<Uint8Array> {
    return this.reading(stored, (source) => source.read(0, bytes));
  }

  /** Does something with the bytes of a file while it is open. */
  async reading<Result>(stored: StoredFile, work: (source: ByteSource) => Promise<Result>): Promise<Result> {
    const handle = await open(this.#path(stored.file), 'r');
    try {
      const { size } = await handle.stat();
      const length = stored.key === undefined ? size : sealedIn(size).bytes;
      return await work({
        size: length,
        read: (from, wanted) => readRange(handle, stored, from, wanted, length),
      });
    } finally {
      await handle.close();
    }
  }

  /** All bytes, a piece at a time. @throws BrokenFile */
  async *pieces(stored: StoredFile): AsyncGenerator<Uint8Array> {
    const handle = await open(this.#path(stored.file), 'r');
    try {
      const { size } = await handle.stat();
      const length = stored.key === undefined ? size : sealedIn(size).bytes;
      for (let at = 0; at < length; at += CHUNK) yield await readRange(handle, stored, at, CHUNK, length);
    } finally {
      await handle.close();
    }
  }

  /** Puts the first bytes of a file into a new one, and waits until they are on the disk. @throws BrokenFile */
  async copy(from: StoredFile, to: StoredFile, length: number, world: Pick<World, 'random'>): Promise<void> {
    const writer = await this.append(to, world);
    try {
      // Where nothing has arrived there may be no file yet.
      if (length > 0)
        await this.reading(from, async ({ read }) => {
          for (let at = 0; at < length; at += CHUNK)
            await writer.write(await read(at, Math.min(CHUNK, length - at)));
        });
    } finally {
      await writer.close();
    }
    await this.secure(to);
  }

  /** The SHA-256 of a file, read a piece at a time. */
  async sha256(stored: StoredFile): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of this.pieces(stored)) hash.update(piece);
    return hash.digest('hex');
  }

  /** Waits until the bytes and the name of a file are on the disk. */
  async secure({ file }: StoredFile): Promise<void> {
    for (const path of [this.#path(file), this.#folder]) {
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
    return rm(this.#path(file), { force: true });
  }

  list(): Promise<string[]> {
    return readdir(this.#folder);
  }

  /** When a file was written last, in milliseconds; undefined where it is gone. */
  async writtenAt(file: string): Promise<number | undefined> {
    return stat(this.#path(file)).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
  }

  async #sizeOf(file: string): Promise<number> {
    const { size } = await stat(this.#path(file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return { size: 0 };
      throw error;
    });
    return size;
  }

  #path(file: string): string {
    return join(this.#folder, file);
  }
}

function keyOf({ file, key }: StoredFile): FileKey {
  if (key === undefined) throw new BrokenFile(file);
  return { file, key };
}

/** Bytes of an open file, of whichever chunks they are in. */
async function readRange(
  handle: FileHandle,
  stored: StoredFile,
  from: number,
  wanted: number,
  size: number,
): Promise<Uint8Array> {
  const length = Math.max(0, Math.min(wanted, size - from));
  if (length === 0) return new Uint8Array();
  if (stored.key === undefined) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  }
  const pieces: Buffer[] = [];
  const first = Math.floor(from / CHUNK);
  for (let index = first; index * CHUNK < from + length; index++) {
    const chunk = await readChunk(handle, keyOf(stored), index);
    if (chunk === undefined) throw new BrokenFile(stored.file);
    pieces.push(chunk);
  }
  return Buffer.concat(pieces).subarray(from - first * CHUNK, from - first * CHUNK + length);
}

async function readChunk(handle: FileHandle, key: FileKey, index: number): Promise<Buffer | undefined> {
  const { buffer, bytesRead } = await handle.read(
    Buffer.alloc(SEALED_CHUNK),
    0,
    SEALED_CHUNK,
    index * SEALED_CHUNK,
  );
  return openChunk(key, index, buffer.subarray(0, bytesRead));
}
