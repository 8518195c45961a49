import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { mediaTypeOf, SIGNATURE_LENGTH } from '../../core/file-signature.js';
import { busy, Problem } from '../http/problem.js';
import type { StoredUpload, UploadStore } from '../storage/upload-store.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';
import type { UploadFiles } from './upload-files.js';

/** What may lie here at most without belonging to a request. */
export interface UploadLimits {
  /** Bytes that have arrived. */
  readonly bytes: number;
  readonly files: number;
}

export const usualLimits: UploadLimits = { bytes: 2_000_000_000, files: 10_000 };

/** A file that is being received, and how to make room for a newer attempt. */
interface Receiving {
  readonly stop: () => void;
  readonly done: Promise<unknown>;
}

/** Files on their way. How much of one has arrived is the length of its file, so that a restart forgets nothing. */
export class Uploads {
  readonly #store: UploadStore;
  readonly #files: UploadFiles;
  readonly #largest: () => number;
  readonly #limits: UploadLimits;
  readonly #world: World;
  readonly #receiving = new Map<string, Receiving>();
  /** Bytes that belong to no request. */
  #held = 0;

  /** @param largest gives the bytes that one file may have now. */
  constructor(
    store: UploadStore,
    files: UploadFiles,
    largest: () => number,
    limits: UploadLimits,
    world: World,
  ) {
    this.#store = store;
    this.#files = files;
    this.#largest = largest;
    this.#limits = limits;
    this.#world = world;
  }

  /** Counts what lies here from before. */
  async start(): Promise<void> {
    await this.#files.prepare();
    for (const { file } of await this.#store.unclaimed()) this.#held += await this.#files.length(file);
  }

  /** Bytes that one file may have now. */
  get largest(): number {
    return this.#largest();
  }

  /**
   * Begins an upload, or finds the one that was begun under the same id; gives its offset.
   * @throws Problem `too-large`, `busy`, or `key-reused` where the id is that of another file.
   */
  async create(id: string, size: number): Promise<number> {
    const known = await this.#store.find(id);
    if (known === undefined) {
      if (size > this.largest) throw new Problem('too-large');
      if (this.#held >= this.#limits.bytes) throw busy(600, 'Too many files wait for their request.');
      if ((await this.#store.countUnclaimed()) >= this.#limits.files) throw busy(600);
    }
    const created = { id, file: randomName(this.#world), size, created_at: instant(this.#world) };
    const upload = known ?? (await this.#store.add(created));
    if (upload.size !== size) throw new Problem('key-reused');
    return this.#offset(upload);
  }

  /** How much has arrived, of how much. @throws Problem `unknown-upload` */
  async progress(id: string): Promise<{ readonly offset: number; readonly size: number }> {
    await this.#stop(id);
    const upload = await this.settle(id);
    if (upload === undefined) throw new Problem('unknown-upload');
    return { offset: await this.#offset(upload), size: upload.size };
  }

  /**
   * Takes bytes from an offset on, and gives the new one. What arrives before the connection breaks stays. An older
   * attempt that still hangs is ended: the newer one is where the person is.
   * @throws Problem `unknown-upload`, `offset`, `too-large`, `file-type`, `busy`
   */
  async receive(id: string, offset: number, bytes: Readable): Promise<number> {
    // Of several that waited for the same older one, the last goes on.
    while (this.#receiving.has(id)) await this.#stop(id);
    const work = this.#receive(id, offset, bytes);
    const receiving = { stop: () => bytes.destroy(), done: work.catch(() => undefined) };
    this.#receiving.set(id, receiving);
    try {
      return await work;
    } finally {
      if (this.#receiving.get(id) === receiving) this.#receiving.delete(id);
    }
  }

  /** Forgets a file. @throws Problem `unknown-upload`, or `claimed` where a request has it. */
  async remove(id: string): Promise<void> {
    await this.#stop(id);
    const upload = await this.#store.find(id);
    if (upload === undefined) throw new Problem('unknown-upload');
    if (!(await this.#forget(upload))) throw new Problem('claimed');
  }

  /**
   * Finishes an upload that has arrived whole but was not acknowledged, as after a crash; gives what is known of it.
   */
  async settle(id: string): Promise<StoredUpload | undefined> {
    const upload = await this.#store.find(id);
    if (upload === undefined || upload.completed_at !== null || this.#receiving.has(id)) return upload;
    if ((await this.#offset(upload)) < upload.size) return upload;
    try {
      await this.#complete(upload);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    return this.#store.find(id);
  }

  /** Is told that files belong to a request now. */
  claimed(files: readonly { readonly size: number }[]): void {
    for (const { size } of files) this.#held -= size;
  }

  /**
   * Deletes what was begun before `before` and nobody claimed, what was begun before `emptyBefore` and of which nothing
   * has arrived, and files that belong to nothing. Both are ISO times.
   */
  async sweep(before: string, emptyBefore: string): Promise<void> {
    for (const upload of await this.#store.unclaimed()) {
      const isEmpty = upload.created_at < emptyBefore && (await this.#offset(upload)) === 0;
      const isOutdated = isEmpty || upload.created_at < before;
      if (isOutdated && !this.#receiving.has(upload.id)) await this.#forget(upload);
    }
    // Listed first: what is begun in the meantime is in the store by then.
    const names = await this.#files.list();
    const known = await this.#store.files();
    for (const name of names) if (!known.has(name)) await this.#files.remove(name);
  }

  /** Breaks off what is on its way; it goes on after a restart. */
  stopAll(): void {
    for (const { stop } of this.#receiving.values()) stop();
  }

  async #receive(id: string, offset: number, bytes: Readable): Promise<number> {
    const upload = await this.#store.find(id);
    if (upload === undefined) throw new Problem('unknown-upload');
    let at = await this.#offset(upload);
    if (offset !== at) throw new Problem('offset', { headers: { 'Upload-Offset': String(at) } });
    if (upload.completed_at !== null) return at;
    const handle = await this.#files.open(upload.file);
    let isTyped = at >= SIGNATURE_LENGTH;
    try {
      // The iterator must not end the connection when something is refused: the answer goes the same way.
      for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (at + chunk.length > upload.size) throw new Problem('too-large');
        if (this.#held + chunk.length > this.#limits.bytes)
          throw busy(600, 'Too many files wait for their request.');
        at += await writeAll(handle, chunk, at);
        this.#held += chunk.length;
        if (!isTyped && at >= Math.min(SIGNATURE_LENGTH, upload.size)) {
          await this.#type(upload);
          isTyped = true;
        }
      }
    } finally {
      await handle.close();
    }
    if (at === upload.size) await this.#complete(upload);
    return at;
  }

  async #complete(upload: StoredUpload): Promise<void> {
    const mediaType = await this.#type(upload);
    await this.#files.secure(upload.file);
    await this.#store.complete(upload.id, mediaType, instant(this.#world));
  }

  /** What the first bytes say it is. @throws Problem `file-type`; then the file is gone. */
  async #type(upload: StoredUpload): Promise<string> {
    const mediaType = mediaTypeOf(await this.#files.head(upload.file, SIGNATURE_LENGTH));
    if (mediaType !== undefined) return mediaType;
    await this.#forget(upload);
    throw new Problem('file-type');
  }

  async #forget(upload: StoredUpload): Promise<boolean> {
    const length = await this.#offset(upload);
    if (!(await this.#store.remove(upload.id))) return false;
    await this.#files.remove(upload.file);
    this.#held -= length;
    return true;
  }

  #offset({ file }: StoredUpload): Promise<number> {
    return this.#files.length(file);
  }

  async #stop(id: string): Promise<void> {
    for (let older = this.#receiving.get(id); older !== undefined; older = this.#receiving.get(id)) {
      older.stop();
      await older.done;
      if (this.#receiving.get(id) === older) this.#receiving.delete(id);
    }
  }
}

/** Writes all of a piece: on a disk that is filling up the system may take only a part at a time. */
async function writeAll(handle: FileHandle, piece: Buffer, position: number): Promise<number> {
  for (let written = 0; written < piece.length; ) {
    const left = piece.length - written;
    written += (await handle.write(piece, written, left, position + written)).bytesWritten;
  }
  return piece.length;
}
