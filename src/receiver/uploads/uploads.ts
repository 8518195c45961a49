import type { Readable } from 'node:stream';
import { mediaTypeOf, SIGNATURE_LENGTH } from '../../core/file-signature.js';
import { Problem } from '../http/problem.js';
import type { StoredUpload, UploadStore } from '../storage/upload-store.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';
import type { UploadFiles } from './upload-files.js';
import { writeAll } from './upload-files.js';
import type { UploadLimits } from './waiting-files.js';
import { WaitingFiles } from './waiting-files.js';

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
  readonly #world: World;
  readonly #receiving = new Map<string, Receiving>();
  readonly #waiting: WaitingFiles;

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
    this.#waiting = new WaitingFiles(limits);
    this.#world = world;
  }

  /** Counts what lies here from before. */
  async start(): Promise<void> {
    await this.#files.prepare();
    for (const upload of await this.#store.unclaimed()) {
      this.#waiting.add(upload.id, undefined);
      this.#waiting.grow(upload.id, await this.#offset(upload));
    }
  }

  /** Bytes that one file may have now. */
  get largest(): number {
    return this.#largest();
  }

  /**
   * Begins an upload, or finds the one that was begun under the same id; gives its offset.
   * @param client who begins it, to be counted by.
   * @throws Problem `too-large`, `too-many`, `busy`, or `key-reused` where the id is that of another file.
   */
  async create(id: string, size: number, client: string): Promise<number> {
    const upload = (await this.#store.find(id)) ?? (await this.#begin(id, size, client));
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
   * @throws Problem `unknown-upload`, `offset`, `too-large`, `file-type`, `too-many`, `busy`
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

  /** The SHA-256 of a file that has arrived whole. */
  async sha256(id: string): Promise<string | undefined> {
    const upload = await this.#store.find(id);
    return upload === undefined || upload.completed_at === null ? undefined : this.#files.sha256(upload.file);
  }

  /** Where the bytes of a file that has arrived whole are. */
  async pathOf(id: string): Promise<string | undefined> {
    const upload = await this.#store.find(id);
    return upload === undefined || upload.completed_at === null ? undefined : this.#files.path(upload.file);
  }

  /** Is told that files belong to a request now. */
  claimed(files: readonly { readonly id: string }[]): void {
    for (const { id } of files) this.#waiting.drop(id);
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

  async #begin(id: string, size: number, client: string): Promise<StoredUpload> {
    if (size > this.largest) throw new Problem('too-large');
    // Counted before it is stored, so that a thousand at once are not too many either.
    const displaced = this.#waiting.begin(id, client, (other) => this.#receiving.has(other));
    try {
      if (displaced !== undefined) await this.#displace(displaced);
      const created = { id, file: randomName(this.#world), size, created_at: instant(this.#world) };
      return await this.#store.add(created);
    } catch (error) {
      this.#waiting.drop(id);
      throw error;
    }
  }

  /** A client who still wants what made room for another creates it again. */
  async #displace(id: string): Promise<void> {
    const upload = await this.#store.find(id);
    if (upload !== undefined) await this.#forget(upload);
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
        this.#waiting.mustHold(id, chunk.length);
        at += await writeAll(handle, chunk, at);
        this.#waiting.grow(id, chunk.length);
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
    if (!(await this.#store.remove(upload.id))) return false;
    this.#waiting.drop(upload.id);
    await this.#files.remove(upload.file);
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
