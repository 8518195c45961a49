import type { FirstBytes } from '../../core/file-signature.js';
import type { ChosenFile } from '../../fields/file/file.type.js';

/** The bytes of the files a person chose, by the id of each; they stay on the device until they are sent. */
export class ChosenFiles {
  readonly #files = new Map<string, File>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /**
   * Takes files, and what their first bytes say they are. One that cannot be read counts as empty. A picture has to be made
   * ready before it can be sent.
   */
  async take(files: Iterable<File>, { length, typeOf }: FirstBytes): Promise<ChosenFile[]> {
    return Promise.all(
      [...files].map(async (file) => {
        const id = this.#newId();
        this.#files.set(id, file);
        const start = await file
          .slice(0, length)
          .arrayBuffer()
          .catch(() => new ArrayBuffer(0));
        const size = start.byteLength === 0 ? 0 : file.size;
        const type = typeOf(new Uint8Array(start));
        return { id, name: file.name, size, type, ...(type?.startsWith('image/') && { isPending: true }) };
      }),
    );
  }

  get(id: string): File | undefined {
    return this.#files.get(id);
  }

  /** Puts other bytes in the place of a file that is still chosen. */
  replace(id: string, bytes: File): void {
    if (this.#files.has(id)) this.#files.set(id, bytes);
  }

  /** Has a file again under the id it had before. */
  putBack(id: string, file: File): void {
    this.#files.set(id, file);
  }

  clear(): void {
    this.#files.clear();
  }
}
