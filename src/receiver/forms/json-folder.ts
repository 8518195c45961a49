import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_CHARACTERS } from '../../core/definition.js';
import type { DefinitionSource } from './definition-source.js';
import { readDefinition, unusable } from './definition-source.js';
import { ListFolder } from './list-folder.js';
import type { ServedJson } from './served-json.js';
import { servedJson } from './served-json.js';

/** A JSON file, whatever it holds. */
export interface JsonFile {
  /** The name without `.json`. */
  readonly name: string;
  readonly path: string;
  /**
   * The file as it is. Undefined where it is not served: the name is no part of an address, the file is too large or cannot
   * be read, or a private key may have been pasted into it. Then `form` says why.
   */
  readonly served: ServedJson | undefined;
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

/** What is known of a file that nothing is known of. */
const unknown = { mtimeMs: 0, ctimeMs: 0, size: 0, ino: 0 };

/** The JSON files of one folder, read again when they have changed. */
export class JsonFolder {
  readonly path: string;
  /** The lists of options beside the forms. */
  readonly lists: ListFolder;
  readonly #isForm: (json: unknown) => boolean;
  readonly #known = new Map<string, Known>();

  /** @param isForm tells forms from the other files of a pack. */
  constructor(path: string, isForm: (json: unknown) => boolean) {
    this.path = path;
    this.lists = new ListFolder(join(path, 'lists'));
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
    // A form is as right as its lists.
    if (await this.lists.refresh()) this.#known.clear();
    const names = await readdir(this.path).catch(() => []);
    const json = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    for (const name of this.#known.keys()) if (!json.includes(name)) this.#known.delete(name);
    const changed = [];
    for (const name of json) changed.push(...(await this.#look(name)));
    return changed;
  }

  /** The file of a name where it is new or has changed. */
  async #look(fileName: string): Promise<readonly JsonFile[]> {
    const path = join(this.path, fileName);
    // The time of its inode too: that of its content stays the same where only a permission was mended.
    const { mtimeMs, ctimeMs, size, ino } = await stat(path).catch(() => unknown);
    const stamp = `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
    if (this.#known.get(fileName)?.stamp === stamp) return [];
    const name = fileName.slice(0, -'.json'.length);
    const file = { name, path, ...(await this.#read(path, fileName, size)) };
    this.#known.set(fileName, { stamp, file });
    return [file];
  }

  async #read(path: string, fileName: string, size: number): Promise<Pick<JsonFile, 'served' | 'form'>> {
    if (!usableName.test(fileName)) return { served: undefined, form: unusable('file-name') };
    if (size > MOST_BYTES) return { served: undefined, form: unusable('too-large') };
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) return { served: undefined, form: unusable('unreadable') };
    const form = readDefinition(bytes, (src) => this.lists.find(src), fileName);
    const isForm = form.json === undefined || this.#isForm(form.json);
    const served = mayHoldPrivateKey(bytes, form) ? undefined : servedJson(withoutLayout(form) ?? bytes);
    return { served, form: isForm ? form : undefined };
  }
}

/**
 * A definition with nothing to mend, on one line: its layout is for those who look for the place of a fault. One that was
 * made of a JSON Schema is served in its place, for browsers have less to do then.
 */
function withoutLayout({ json, problems, isMade }: DefinitionSource): Buffer | undefined {
  return problems.length === 0 || isMade ? Buffer.from(JSON.stringify(json)) : undefined;
}

/**
 * Whether somebody may have pasted the private key of a sealed section where its public one belongs: what is served,
 * everybody has. Looked for in the text too, for a file with another fault may not have been read that far.
 */
function mayHoldPrivateKey(bytes: Buffer, { problems }: DefinitionSource): boolean {
  return (
    /"(d|key|publicKey)"\s*:\s*"[\w-]{43}"/.test(bytes.toString('latin1').replaceAll('\\', '')) ||
    problems.some(({ severity, pointer }) => severity === 'error' && /\/key(\/(d|publicKey))?$/.test(pointer))
  );
}
