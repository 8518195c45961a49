import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormDefinition } from '../../core/definition.js';
import type { ProcessDefinition } from '../../core/process/process.js';
import { problemLine } from '../forms/definition-source.js';
import type { ProcessStore } from '../storage/process-store.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import type { ProcessSource } from './process-source.js';
import { readProcess } from './process-source.js';

/** A process as it is used now. */
export interface KnownProcess {
  readonly sha256: string;
  readonly process: ProcessDefinition;
}

interface ProcessFile {
  readonly stamp: string;
  readonly known: KnownProcess | undefined;
  /** The forms it says it is for, as far as it can be read: where it is broken, no other process takes their requests. */
  readonly forms: readonly string[];
}

/** How long what was read is believed, in milliseconds. */
const BELIEVED = 1_000;

/** The processes of the packs and the association's own, read again when they have changed. */
export class Processes {
  readonly #packsPath: string;
  readonly #ownPath: string;
  readonly #store: ProcessStore;
  readonly #forms: () => Promise<readonly FormDefinition[]>;
  readonly #world: World;
  /** By path. Of a file that was broken later the last good content stays in use. */
  readonly #files = new Map<string, ProcessFile>();
  readonly #parsed = new Map<string, ProcessDefinition>();
  /** The processes that the requests which waited for them have been taken over to. */
  #takenOverTo: ReadonlySet<string> = new Set();
  #refreshing: Promise<void> | undefined;
  #refreshedAt = Number.NEGATIVE_INFINITY;
  /** Is told when a process has come, which earlier requests may have waited for. */
  onNew: () => Promise<void> = async () => {};

  /**
   * @param packsPath folder of the packs, each of which may have a `process.json`.
   * @param ownPath folder of the association's own, which go before those of the packs.
   * @param forms looks for the forms that are served: what a process says of their fields is compared with them.
   */
  constructor(
    packsPath: string,
    ownPath: string,
    store: ProcessStore,
    forms: () => Promise<readonly FormDefinition[]>,
    world: World,
  ) {
    this.#forms = forms;
    this.#packsPath = packsPath;
    this.#ownPath = ownPath;
    this.#store = store;
    this.#world = world;
  }

  /** The process for the requests of a form, where there is one that can be used. Requests that come meanwhile are taken over later. */
  async forForm(formId: string): Promise<KnownProcess | undefined> {
    if (this.#world.clock() - this.#refreshedAt > BELIEVED) await this.refresh();
    return this.inUse(formId);
  }

  /** The same, without a look at the disk. */
  inUse(formId: string): KnownProcess | undefined {
    const meant = this.#ordered.find(([, { known, forms }]) =>
      (known?.process.forms ?? forms).includes(formId),
    );
    return meant?.[1].known;
  }

  /** All that are in use now, the association's own first. */
  get current(): readonly KnownProcess[] {
    return this.#ordered.flatMap(([, { known }]) => known ?? []);
  }

  get #ordered(): readonly (readonly [path: string, file: ProcessFile])[] {
    const own = (path: string) => (path.startsWith(this.#ownPath) ? 0 : 1);
    return [...this.#files].sort(([one], [other]) => own(one) - own(other) || (one < other ? -1 : 1));
  }

  /** A process that requests were filed under, whether or not it is still in use. @throws Error where there is none. */
  async stored(sha256: string): Promise<ProcessDefinition> {
    const known = this.#parsed.get(sha256);
    if (known !== undefined) return known;
    const stored = await this.#store.find(sha256);
    if (stored === undefined) throw new Error('a process that requests were filed under is missing');
    // It was parsed before it was kept; rules that have become stricter since must not lock its requests.
    const process = JSON.parse(stored.document) as ProcessDefinition;
    this.#parsed.set(sha256, process);
    return process;
  }

  /** Digests of all processes, those that are in use no more too, that know one of some roles. */
  async knowing(roles: readonly string[]): Promise<readonly string[]> {
    const known: string[] = [];
    for (const sha256 of await this.#store.digests()) {
      const process = await this.stored(sha256);
      if (process.roles.some(({ id }) => roles.includes(id))) known.push(sha256);
    }
    return known;
  }

  /** Looks at the disk; takes over, where a process has come, the requests that waited for it. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#lookAtAll().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #lookAtAll(): Promise<void> {
    const forms = await this.#forms();
    const paths = [...(await this.#packFiles()), ...(await this.#ownFiles())];
    for (const path of this.#files.keys()) if (!paths.includes(path)) this.#files.delete(path);
    for (const path of paths) await this.#look(path, forms);
    this.#refreshedAt = this.#world.clock();
    const inUse = this.current.map(({ sha256 }) => sha256);
    if (inUse.some((sha256) => !this.#takenOverTo.has(sha256))) {
      this.#tellRivals();
      // Where that fails, the next look tries it again.
      await this.onNew();
    }
    this.#takenOverTo = new Set(inUse);
  }

  /** Two files of the association's own for one form: one of them is in vain. */
  #tellRivals(): void {
    const claims = new Map<string, string>();
    for (const [path, { known }] of this.#ordered) {
      for (const form of known?.process.forms ?? []) {
        const other = claims.get(form);
        if (other === undefined) claims.set(form, path);
        else if (path.startsWith(this.#ownPath))
          this.#world.print(
            `${path}: warning: requests of "${form}" are handled by ${other}, not by this file`,
          );
      }
    }
  }

  async #packFiles(): Promise<readonly string[]> {
    const entries = await readdir(this.#packsPath, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => join(this.#packsPath, name, 'process.json'));
  }

  async #ownFiles(): Promise<readonly string[]> {
    const names = await readdir(this.#ownPath).catch(() => []);
    const json = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    return json.map((name) => join(this.#ownPath, name));
  }

  async #look(path: string, forms: readonly FormDefinition[]): Promise<void> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      this.#files.delete(path);
      return;
    }
    const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
    const earlier = this.#files.get(path);
    if (earlier?.stamp === stamp) return;
    const bytes = await readFile(path).catch(() => undefined);
    const source = bytes && readProcess(bytes, forms);
    for (const problem of source?.problems ?? []) this.#world.print(problemLine(path, problem));
    const known = source && (await this.#take(source));
    this.#files.set(path, { stamp, known: known ?? earlier?.known, forms: formsIn(source?.json) });
  }

  async #take({ usable: process, document, sha256 }: ProcessSource): Promise<KnownProcess | undefined> {
    if (process === undefined || document === undefined || sha256 === undefined) return undefined;
    const { id: processId, version } = process;
    await this.#store.remember({ sha256, processId, version, document }, instant(this.#world));
    this.#parsed.set(sha256, process);
    return { sha256, process };
  }
}

/** The forms that a document names, whatever else is wrong with it. */
function formsIn(json: unknown): readonly string[] {
  const { forms } = Object(json) as { forms?: unknown };
  return Array.isArray(forms) ? forms.filter((form) => typeof form === 'string') : [];
}
