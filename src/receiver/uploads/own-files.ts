import type { StoredUpload } from '../storage/upload-store.js';

/** Files that a process remembers as its own; of one beyond them it makes a copy when it comes again. */
const MOST = 10_000;

/** The files of uploads to which nobody but this process writes. A process that shares its folder with none has all. */
export class OwnFiles {
  readonly #isShared: boolean;
  /** By the id of the upload, the one that was taken longest ago first. */
  readonly #files = new Map<string, string>();

  /** @param isShared other processes take files into the same folder. */
  constructor(isShared: boolean) {
    this.#isShared = isShared;
  }

  has({ id, file }: Pick<StoredUpload, 'id' | 'file'>): boolean {
    return !this.#isShared || this.#files.get(id) === file;
  }

  /** From here on this process writes to a file. */
  add({ id, file }: Pick<StoredUpload, 'id' | 'file'>): void {
    if (!this.#isShared) return;
    this.#files.delete(id);
    this.#files.set(id, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST && oldest !== undefined) this.#files.delete(oldest);
  }

  /** It is written to no more. */
  drop(id: string): void {
    this.#files.delete(id);
  }
}
