import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_CHARACTERS } from '../../core/definition.js';
import type { DefinitionSource } from './definition-source.js';
import { readDefinition } from './definition-source.js';
import type { ServedJson } from './served-json.js';
import { servedJson } from './served-json.js';

/** A JSON file that is served: as it is, whatever it holds. */
export interface JsonFile {
  /** The name without `.json`. */
  readonly name: string;
  readonly path: string;
  readonly served: ServedJson;
  /** Undefined for a file of a pack that is no form, such as `association.json`. */
  readonly form: DefinitionSource | undefined;
}

interface Known {
  readonly stamp: string;
  readonly file: JsonFile;
}

/** UTF-8 takes three bytes at most for what counts as one character in JavaScript. */
const MOST_BYTES = 3 * MOST_CHARACTERS;

const usableName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.json$/;

/** The JSON files of one folder, read again when they have changed. */
export class JsonFolder {
  readonly path: string;
  /** Names of JSON files that cannot be served: the name is no part of an address, or the file is too large. */
  unusable: readonly string[] = [];
  readonly #isForm: (json: unknown) => boolean;
  readonly #known = new Map<string, Known>();

  /** @param isForm tells forms from the other files of a pack. */
  constructor(path: string, isForm: (json: unknown) => boolean) {
    this.path = path;
    this.#isForm = isForm;
  }

  /** All files, in the order of their names. */
  get files(): readonly JsonFile[] {
    return [...this.#known.values()].map(({ file }) => file).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  find(name: string): JsonFile | undefined {
    return this.#known.get(`${name}.json`)?.file;
  }

  /** Looks at the disk; gives what is new or has changed. A folder that is not there is an empty one. */
  async refresh(): Promise<readonly JsonFile[]> {
    const names = await readdir(this.path).catch(() => []);
    const json = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    const unusable = json.filter((name) => !usableName.test(name));
    const changed: JsonFile[] = [];
    for (const name of json.filter((candidate) => usableName.test(candidate))) {
      const found = await this.#read(name);
      if (found === 'unusable') unusable.push(name);
      if (typeof found === 'object') changed.push(found);
    }
    for (const name of this.#known.keys()) {
      if (!json.includes(name) || unusable.includes(name)) this.#known.delete(name);
    }
    this.unusable = unusable;
    return changed;
  }

  async #read(name: string): Promise<JsonFile | 'unusable' | 'unchanged'> {
    const path = join(this.path, name);
    const { mtimeMs, size, ino } = await stat(path).catch(() => ({ mtimeMs: 0, size: -1, ino: 0 }));
    if (size < 0 || size > MOST_BYTES) return 'unusable';
    const stamp = `${mtimeMs} ${size} ${ino}`;
    if (this.#known.get(name)?.stamp === stamp) return 'unchanged';
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) return 'unusable';
    const form = readDefinition(bytes.toString('utf8'));
    const file = {
      name: name.slice(0, -'.json'.length),
      path,
      served: servedJson(bytes),
      form: form.json === undefined || this.#isForm(form.json) ? form : undefined,
    };
    this.#known.set(name, { stamp, file });
    return file;
  }
}
