import type { Readable } from 'node:stream';
import { mediaTypeOf, SIGNATURE_LENGTH } from '../../core/file-signature.js';
import { busy, Problem } from '../http/problem.js';
import type { StoredUpload, UploadStore } from '../storage/upload-store.js';
import type { Keyring } from '../vault/keyring.js';
import type { World } from '../world.js';
import { instant, randomName } from '../world.js';
import { placeOf } from './file-place.js';
import { inspect } from './inspection.js';
import { OwnFiles } from './own-files.js';
import type { StoredFile, UploadFiles } from './upload-files.js';
import type { UploadLimits } from './waiting-files.js';
import { WaitingFiles } from './waiting-files.js';

/** A file that is being received, and how to make room for a newer attempt. */
interface Receiving {
  readonly stop: () => void;
  readonly done: Promise<unknown>;
}

/** A file that has arrived whole. */
export interface WholeFile {
  readonly upload: StoredUpload;
  /** Its bytes, opened when they are asked for. */
  readonly pieces: () => AsyncGenerator<Uint8Array>;
}

/** How long a file that belongs to nothing may lie here: another program may be about to say whose it is. */
const STRAY_WAIT = 60 * 60 * 1000;
/** Files that are looked up at once to be sealed. */
const BATCH = 50;

/** What uploads need of the rest of the receiver. */
export interface UploadParts {
  readonly store: UploadStore;
  readonly files: UploadFiles;
  readonly keyring: Keyring;
  /** Gives the bytes that one file may have now. */
  readonly largest: () => number;
  readonly limits: UploadLimits;
  /** Is told of each file that has arrived whole; where there is none, no file waits to be looked at. */
  readonly scan?: (() => void) | undefined;
  /** Other processes take files into the same folder. */
  readonly isShared?: boolean;
}

/** Files on their way. How much of one has arrived is the length of its file, so that a restart forgets nothing. */
export class Uploads {
  readonly #store: UploadStore;
  readonly #files: UploadFiles;
  readonly #keyring: Keyring;
  readonly #largest: () => number;
  readonly #scan: (() => void) | undefined;
  readonly #world: World;
  readonly #receiving = new Map<string, Receiving>();
  readonly #waiting: WaitingFiles;
  readonly #own: OwnFiles;
  #isStopped = false;

  constructor({ store, files, keyring, largest, limits, scan, isShared = false }: UploadParts, world: World) {
    this.#store = store;
    this.#files = files;
    this.#keyring = keyring;
    this.#largest = largest;
    this.#waiting = new WaitingFiles(limits);
    this.#scan = scan;
    this.#own = new OwnFiles(isShared);
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
    if (await this.#forget(upload)) return;
    throw (await this.#isTaken(upload)) ? busy(1) : new Problem('claimed');
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
    if (upload === undefined || upload.completed_at === null) return undefined;
    return this.#files.sha256(this.#storedFile(upload));
  }

  /** What is known of files, by their ids. */
  async known(ids: readonly string[]): Promise<ReadonlyMap<string, StoredUpload>> {
    return new Map((await this.#store.findAll(ids)).map((upload) => [upload.id, upload]));
  }

  /** A file that has arrived whole, to be read a piece at a time. */
  async whole(id: string): Promise<WholeFile | undefined> {
    const upload = await this.#store.find(id);
    if (upload === undefined || upload.completed_at === null) return undefined;
    return { upload, pieces: () => this.#files.pieces(this.#storedFile(upload)) };
  }

  /** Is told that files belong to a request now. */
  claimed(files: readonly { readonly id: string }[]): void {
    for (const { id } of files) this.#waiting.drop(id);
    if (files.length > 0) this.#scan?.();
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
    for (const name of names) {
      if (known.has(name)) continue;
      const writtenAt = (await this.#files.writtenAt(name)) ?? 0;
      if (writtenAt < this.#world.clock() - STRAY_WAIT) await this.#files.remove(name);
    }
  }

  /** Seals what lies here from before files were sealed, one after the other. */
  async sealEarlier(): Promise<void> {
    for (let after = ''; ; ) {
      const batch = await this.#store.unsealed(after, BATCH);
      for (const upload of batch) {
        if (this.#isStopped) return;
        after = upload.id;
        await this.#sealed(upload);
      }
      if (batch.length < BATCH) return;
    }
  }

  /** Breaks off what is on its way; it goes on after a restart. */
  stopAll(): void {
    this.#isStopped = true;
    for (const { stop } of this.#receiving.values()) stop();
  }

  async #begin(id: string, size: number, client: string): Promise<StoredUpload> {
    if (size > this.largest) throw new Problem('too-large');
    // Counted before it is stored, so that a thousand at once are not too many either.
    const displaced = this.#waiting.begin(id, client, (other) => this.#receiving.has(other));
    try {
      if (displaced !== undefined) await this.#displace(displaced);
      const { envelope: data_key } = this.#keyring.newDataKey(placeOf(id));
      const created = { id, file: randomName(this.#world), size, created_at: instant(this.#world), data_key };
      const upload = await this.#store.add(created);
      if (upload.file === created.file) this.#own.add(upload);
      return upload;
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
    const found = await this.#store.find(id);
    if (found === undefined) throw new Problem('unknown-upload');
    const at = await this.#offset(found);
    if (offset !== at) throw new Problem('offset', { headers: { 'Upload-Offset': String(at) } });
    if (found.completed_at !== null) return at;
    const upload = await this.#owned(found, at);
    if (upload.completed_at !== null) return this.#offset(upload);
    try {
      return await this.#write(upload, at, bytes);
    } catch (error) {
      // Its file is gone where another process has made a copy of it.
      throw !(error instanceof Problem) && (await this.#isTaken(upload)) ? busy(1) : error;
    }
  }

  /** Writes what comes to the file of an upload; gives how long it is then. */
  async #write(upload: StoredUpload, at: number, bytes: Readable): Promise<number> {
    const writer = await this.#files.append(this.#storedFile(upload), this.#world);
    let isTyped = at >= SIGNATURE_LENGTH;
    try {
      // The iterator must not end the connection when something is refused: the answer goes the same way.
      for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (writer.length + chunk.length > upload.size) throw new Problem('too-large');
        this.#waiting.mustHold(upload.id, chunk.length);
        await writer.write(chunk);
        this.#waiting.grow(upload.id, chunk.length);
        if (!isTyped && writer.length >= Math.min(SIGNATURE_LENGTH, upload.size)) {
          await writer.flush();
          await this.#type(upload);
          isTyped = true;
        }
      }
    } finally {
      await writer.close();
    }
    if (writer.length === upload.size) await this.#complete(upload);
    return writer.length;
  }

  /** Whether another process goes on with it, in a copy. */
  async #isTaken({ id, file }: StoredUpload): Promise<boolean> {
    const now = await this.#store.find(id);
    return now !== undefined && now.file !== file;
  }

  async #complete(upload: StoredUpload): Promise<void> {
    const mediaType = await this.#type(upload);
    const marks = await this.#files
      .reading(this.#storedFile(upload), (source) => inspect(source, mediaType))
      .catch(async (error) => {
        if (error instanceof Problem) await this.#forget(upload);
        throw error;
      });
    await this.#files.secure(this.#storedFile(upload));
    const scan = this.#scan === undefined ? null : 'waiting';
    const isKept = await this.#store.complete(upload, { mediaType, marks, scan }, instant(this.#world));
    // Another process has it, and goes on with a copy.
    if (!isKept) throw busy(1);
    this.#own.drop(upload.id);
    this.#scan?.();
  }

  /** What the first bytes say it is. @throws Problem `file-type`; then the file is gone. */
  async #type(upload: StoredUpload): Promise<string> {
    const mediaType = mediaTypeOf(await this.#files.head(this.#storedFile(upload), SIGNATURE_LENGTH));
    if (mediaType !== undefined) return mediaType;
    if (!(await this.#forget(upload))) throw busy(1);
    throw new Problem('file-type');
  }

  /** The same upload with its bytes sealed: one from before files were sealed gets a copy that is. */
  async #sealed(upload: StoredUpload): Promise<StoredUpload> {
    return upload.data_key === null ? this.#copied(upload, await this.#offset(upload)) : upload;
  }

  /**
   * The same upload in a file that no other process writes to. Another one may have begun it and not know yet that its
   * connection is gone: what it has still in hand goes into the file it has, which is nobody's any more.
   * @throws Problem `busy` where another is just doing the same.
   */
  async #owned(upload: StoredUpload, length: number): Promise<StoredUpload> {
    if (this.#own.has(upload)) return this.#sealed(upload);
    const now = await this.#copied(upload, length);
    if (now.completed_at === null && !this.#own.has(now)) throw busy(1);
    return now;
  }

  /** The same upload with a sealed copy of the bytes that have arrived, or with what another has put in its place. */
  async #copied(upload: StoredUpload, length: number): Promise<StoredUpload> {
    const { key, envelope } = this.#keyring.newDataKey(placeOf(upload.id));
    const copy = { file: randomName(this.#world), key };
    await this.#files.copy(this.#storedFile(upload), copy, length, this.#world);
    const isReplaced = await this.#store.replace(upload, { file: copy.file, dataKey: envelope });
    await this.#files.remove(isReplaced ? upload.file : copy.file);
    if (isReplaced) this.#own.add({ id: upload.id, file: copy.file });
    const now = await this.#store.find(upload.id);
    if (now === undefined) throw new Problem('unknown-upload');
    return now;
  }

  #storedFile({ id, file, data_key }: StoredUpload): StoredFile {
    return { file, key: data_key === null ? undefined : this.#keyring.dataKey(placeOf(id), data_key) };
  }

  async #forget(upload: StoredUpload): Promise<boolean> {
    if (!(await this.#store.remove(upload))) return false;
    this.#waiting.drop(upload.id);
    await this.#files.remove(upload.file);
    return true;
  }

  #offset(upload: StoredUpload): Promise<number> {
    return this.#files.length(this.#storedFile(upload));
  }

  async #stop(id: string): Promise<void> {
    for (let older = this.#receiving.get(id); older !== undefined; older = this.#receiving.get(id)) {
      older.stop();
      await older.done;
      if (this.#receiving.get(id) === older) this.#receiving.delete(id);
    }
  }
}
