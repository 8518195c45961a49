import type { FileHandle } from 'node:fs/promises';
import type { World } from '../world.js';
import type { FileKey } from './sealed-chunks.js';
import { CHUNK, IV_LENGTH, SEALED_CHUNK, sealChunk } from './sealed-chunks.js';

/**
 * Goes on with a sealed file. Bytes wait in memory until a chunk is full or nothing more comes; only then they count as
 * arrived.
 */
export class SealedWriter {
  readonly #handle: FileHandle;
  readonly #key: FileKey;
  readonly #world: Pick<World, 'random'>;
  /** The chunk that is not full, as far as it has come. */
  readonly #tail = Buffer.alloc(CHUNK);
  #filled: number;
  #index: number;
  #isWritten = true;

  /**
   * @param length bytes that are there.
   * @param tail those of the last chunk, where it is not full.
   */
  constructor(
    handle: FileHandle,
    key: FileKey,
    length: number,
    tail: Buffer | undefined,
    world: Pick<World, 'random'>,
  ) {
    this.#handle = handle;
    this.#key = key;
    this.#world = world;
    this.#index = Math.floor(length / CHUNK);
    this.#filled = tail?.copy(this.#tail) ?? 0;
  }

  /** How many bytes the file has, with those that wait. */
  get length(): number {
    return this.#index * CHUNK + this.#filled;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK - this.#filled);
      this.#tail.set(part, this.#filled);
      this.#filled += part.length;
      this.#isWritten = false;
      at += part.length;
      if (this.#filled === CHUNK) await this.flush();
    }
  }

  /** Puts what waits into the file. */
  async flush(): Promise<void> {
    if (this.#isWritten) return;
    const bytes = this.#tail.subarray(0, this.#filled);
    const sealed = sealChunk(this.#key, this.#index, bytes, this.#world.random(IV_LENGTH));
    await writeAll(this.#handle, sealed, this.#index * SEALED_CHUNK);
    this.#isWritten = true;
    if (this.#filled < CHUNK) return;
    this.#index += 1;
    this.#filled = 0;
  }

  /** Puts what waits into the file, and closes it. */
  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.#handle.close();
    }
  }
}

/** Writes all of a piece: on a disk that is filling up the system may take only a part at a time. */
async function writeAll(handle: FileHandle, piece: Buffer, position: number): Promise<void> {
  for (let written = 0; written < piece.length; ) {
    const left = piece.length - written;
    written += (await handle.write(piece, written, left, position + written)).bytesWritten;
  }
}
