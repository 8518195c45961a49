import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataShape } from '../core/data-shape.js';
import { dataFrom } from '../core/data-shape.js';
import type { Answers } from '../core/engine.js';
import type { Kept } from '../receiver/storage/storage.js';

/** Hands answers on in the shape of the JSON Schema that their form was made of. */
export class AnswerShapes {
  readonly #definitions: Kept['definitions'];
  readonly #folder: string;
  /** By the digest of the definition; undefined where it has no shape of its own. */
  readonly #known = new Map<string, DataShape | undefined>();

  /** @param folder where the receiver keeps everything. */
  constructor(definitions: Kept['definitions'], folder: string) {
    this.#definitions = definitions;
    this.#folder = folder;
  }

  /** The answers in the shape of their form, with the bytes of their files; as they are where it has none. */
  async shaped(
    answers: Answers,
    sha256: string,
    files: readonly { readonly id: string; readonly file: string }[],
  ): Promise<unknown> {
    const shape = await this.#shapeOf(sha256);
    if (shape === undefined) return answers;
    const read = files.map(async ({ id, file }) => {
      const bytes = await readFile(join(this.#folder, 'uploads', file));
      return [id, bytes.toString('base64')] as const;
    });
    const contents = new Map(await Promise.all(read));
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
