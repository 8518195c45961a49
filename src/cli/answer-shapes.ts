import { buffer } from 'node:stream/consumers';
import type { DataShape } from '../core/data-shape.js';
import { dataFrom } from '../core/data-shape.js';
import type { Answers } from '../core/engine.js';
import type { Kept } from '../receiver/storage/storage.js';
import type { KeptFile, KeptFiles } from '../receiver/uploads/kept-files.js';

/** Hands answers on in the shape of the JSON Schema that their form was made of. */
export class AnswerShapes {
  readonly #definitions: Kept['definitions'];
  readonly #files: KeptFiles;
  /** By the digest of the definition; undefined where it has no shape of its own. */
  readonly #known = new Map<string, DataShape | undefined>();

  constructor(definitions: Kept['definitions'], files: KeptFiles) {
    this.#definitions = definitions;
    this.#files = files;
  }

  /** The answers in the shape of their form, with the bytes of their files; as they are where it has none. */
  async shaped(answers: Answers, sha256: string, files: readonly KeptFile[]): Promise<unknown> {
    const shape = await this.#shapeOf(sha256);
    if (shape === undefined) return answers;
    const contents = new Map<string, string>();
    for (const file of files) {
      const bytes = await buffer(this.#files.pieces(file));
      contents.set(file.id, bytes.toString('base64'));
    }
    return dataFrom(shape, answers, (id) => contents.get(id));
  }

  async #shapeOf(sha256: string): Promise<DataShape | undefined> {
    if (!this.#known.has(sha256)) {
      const stored = await this.#definitions.find(sha256);
      // It was parsed before it was kept.
      const { data } = JSON.parse(stored?.document ?? '{}') as { data?: DataShape };
      this.#known.set(sha256, data);
    }
    return this.#known.get(sha256);
  }
}
