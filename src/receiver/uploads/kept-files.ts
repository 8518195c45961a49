import type { Keyring } from '../vault/keyring.js';
import { placeOf } from './file-place.js';
import type { StoredFile, UploadFiles } from './upload-files.js';

/** A file of a request, as the database knows it. */
export interface KeptFile {
  readonly id: string;
  /** Its name in the folder of uploads. */
  readonly file: string;
  /** Its key, sealed; null for one from before files were sealed. */
  readonly dataKey: string | null;
}

/** Reads files as they were sent, for programs beside the receiver. */
export class KeptFiles {
  readonly #files: UploadFiles;
  readonly #keyring: Keyring | undefined;

  /** @param keyring undefined where there is no master key: then only what is not sealed can be read. */
  constructor(files: UploadFiles, keyring: Keyring | undefined) {
    this.#files = files;
    this.#keyring = keyring;
  }

  /** @throws Error where its master key is not here. */
  async length(file: KeptFile): Promise<number> {
    return this.#files.length(this.#stored(file));
  }

  /** @throws Error where its master key is not here. */
  async sha256(file: KeptFile): Promise<string> {
    return this.#files.sha256(this.#stored(file));
  }

  /** @throws Error where its master key is not here. */
  pieces(file: KeptFile): AsyncGenerator<Uint8Array> {
    return this.#files.pieces(this.#stored(file));
  }

  #stored({ id, file, dataKey }: KeptFile): StoredFile {
    if (dataKey === null) return { file, key: undefined };
    if (this.#keyring === undefined) throw new NoMasterKey();
    return { file, key: this.#keyring.dataKey(placeOf(id), dataKey) };
  }
}

/** Told where files are sealed and there is no key to open them with. */
export class NoMasterKey extends Error {
  constructor() {
    super('there is no master key, and the files are sealed with one.');
  }
}
