import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypes } from '../core/file-signature.js';
import type { ExportedFile } from '../receiver/storage/request-reader.js';
import type { KeptFiles } from '../receiver/uploads/kept-files.js';

/** Puts the files of requests into a folder as they were sent; gives the name of each there. */
export class WrittenFiles {
  readonly #folder: string;
  readonly #kept: KeptFiles;

  constructor(folder: string, kept: KeptFiles) {
    this.#folder = folder;
    this.#kept = kept;
  }

  /** The path of a file; undefined where the scanner has not called it clean, so that nobody opens it by mistake. */
  async write(file: ExportedFile): Promise<string | undefined> {
    if (file.scan !== null && file.scan !== 'clean') return undefined;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `${file.id}.${endingOf(file.mediaType)}`);
    const handle = await open(path, 'w', 0o600);
    try {
      for await (const piece of this.#kept.pieces(file)) await handle.write(piece);
    } finally {
      await handle.close();
    }
    return path;
  }
}

function endingOf(mediaType: string | null): string {
  const known = Object.values(fileTypes).find((type) => type.mediaType === mediaType);
  return known?.endings[0] ?? 'bin';
}
