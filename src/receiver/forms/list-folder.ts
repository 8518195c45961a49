import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { optionFrom } from '../../core/definition.js';
import { parseJson } from '../../core/json-source.js';
import type { FoundList } from '../../core/option-lists.js';
import { listedOptions } from '../../core/shapes.js';
import type { ServedJson } from './served-json.js';
import { servedJson } from './served-json.js';

const usableName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.json$/;

/** Bytes of a list beyond which it is not even read: twenty thousand options with words in two languages are half of it. */
const MOST_BYTES = 8_000_000;

interface KnownList {
  readonly found: FoundList;
  readonly served: ServedJson;
}

/** The lists of options that the forms of a folder name by `{"src": "lists/cities.json"}`, read again when they have changed. */
export class ListFolder {
  readonly #path: string;
  #known: ReadonlyMap<string, KnownList> = new Map();
  #stamp = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** Looks at the disk; whether anything has changed. A folder that is not there is an empty one. */
  async refresh(): Promise<boolean> {
    const names = (await readdir(this.#path).catch(() => [])).filter((name) => usableName.test(name)).sort();
    const stats = await Promise.all(names.map((name) => stat(join(this.#path, name)).catch(() => undefined)));
    const stamp = stats
      .map((one, index) => `${names[index]} ${one?.mtimeMs} ${one?.ctimeMs} ${one?.size}`)
      .join();
    if (stamp === this.#stamp) return false;
    this.#stamp = stamp;
    const known = new Map<string, KnownList>();
    for (const [index, name] of names.entries()) {
      if ((stats[index]?.size ?? 0) > MOST_BYTES) continue;
      const bytes = await readFile(join(this.#path, name)).catch(() => undefined);
      if (bytes !== undefined) known.set(name, { found: listIn(bytes, name), served: servedJson(bytes) });
    }
    this.#known = known;
    return true;
  }

  /** What a browser is given of a file. */
  served(name: string): ServedJson | undefined {
    return this.#known.get(name)?.served;
  }

  /** The list that a definition names by its address: the file of that name, wherever the address leads. */
  find(src: string): FoundList {
    const name = new URL(src, 'http://localhost/').pathname.split('/').at(-1) ?? '';
    return this.#known.get(name)?.found ?? { code: 'list-missing', value: `lists/${name}` };
  }
}

function listIn(bytes: Uint8Array, name: string): FoundList {
  const read = parseJson(new TextDecoder().decode(bytes));
  const parsed = 'value' in read ? listedOptions.safeParse(read.value) : undefined;
  const values = new Set(parsed?.data?.map(({ value }) => value));
  // A value that stands there twice would have two meanings.
  if (!parsed?.success || values.size < parsed.data.length)
    return { code: 'list-wrong', value: `lists/${name}` };
  // Each has the words of its languages beside its value, as the shape has seen.
  return { options: parsed.data.map((option) => optionFrom(option as Parameters<typeof optionFrom>[0])) };
}
