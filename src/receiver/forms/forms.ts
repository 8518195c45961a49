import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormDefinition } from '../../core/definition.js';
import type { FoundList } from '../../core/option-lists.js';
import { withLists } from '../../core/option-lists.js';
import { parseDefinition } from '../../core/parse.js';
import { catalog } from '../../fields/catalog.js';
import { Problem } from '../http/problem.js';
import type { DefinitionStore } from '../storage/definition-store.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import { problemLine } from './definition-source.js';
import type { JsonFile } from './json-folder.js';
import { JsonFolder } from './json-folder.js';
import type { ServedJson } from './served-json.js';

/** Which text of which form somebody filled in. */
export interface FormReference {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** A form that can be filled in, and where its definition is served. */
export interface FoundForm {
  readonly definition: FormDefinition;
  readonly address: string;
}

/** Whether a form has others' data declared: it needs to be given them, and nobody can begin with it. */
export function isDeclaration({ steps }: FormDefinition): boolean {
  return steps.some(({ fields }) => fields.some(({ type }) => type === 'given'));
}

/** How long what was seen on the disk is believed, in milliseconds, where nothing says it is outdated. */
const BELIEVED = 1_000;

const hasSteps = (json: unknown): boolean => typeof json === 'object' && json !== null && 'steps' in json;

/** All forms that are served: those of the packs, and the web admin's own. */
export class Forms {
  /** The web admin's own. */
  readonly own: JsonFolder;
  readonly #packsPath: string;
  readonly #packs = new Map<string, JsonFolder>();
  readonly #store: DefinitionStore;
  readonly #world: World;
  /** Every definition that somebody asked for since the start, by its digest. */
  readonly #parsed = new Map<string, FormDefinition>();
  #refreshing: Promise<void> | undefined;
  #refreshedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param packsPath a folder with a folder for each pack.
   * @param ownPath where the web admin puts definitions.
   */
  constructor(packsPath: string, ownPath: string, store: DefinitionStore, world: World) {
    this.#packsPath = packsPath;
    this.#store = store;
    this.#world = world;
    this.own = new JsonFolder(ownPath, () => true);
  }

  /** Looks for files that are new or have changed, keeps their definitions and tells their problems. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#look().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** A file of a pack, as it is on the disk now. */
  async packFile(pack: string, name: string): Promise<JsonFile | undefined> {
    await this.refresh();
    return this.#packs.get(pack)?.find(name);
  }

  /** A list of options beside the forms of a pack, or beside the web admin's own. */
  async list(pack: string | undefined, file: string): Promise<ServedJson | undefined> {
    await this.refresh();
    return (pack === undefined ? this.own : this.#packs.get(pack))?.lists.served(file);
  }

  /** A file of the web admin, as it is on the disk now. */
  async ownFile(name: string): Promise<JsonFile | undefined> {
    await this.refresh();
    return this.own.find(name);
  }

  /** The form of a name: one of the web admin's own, or else one of a pack. */
  async named(name: string): Promise<FoundForm | undefined> {
    await this.refresh();
    const places = [
      ['/forms', this.own] as const,
      ...[...this.#packs].map(([pack, folder]) => [`/packs/${pack}`, folder] as const),
    ];
    for (const [base, folder] of places) {
      const definition = folder.find(name)?.form?.definition;
      if (definition !== undefined) return { definition, address: `${base}/${name}.json` };
    }
    return undefined;
  }

  /** All definitions that are served now. */
  get definitions(): readonly FormDefinition[] {
    return this.#files().flatMap(({ form }) => form?.definition ?? []);
  }

  /**
   * The rules a form was filled in by, also where a newer version is served by now.
   * @throws Problem `unknown-form` or `form-changed`.
   */
  async rulesOf({ id, version, sha256 }: FormReference): Promise<FormDefinition> {
    await this.#mustServe(id);
    let rules = this.#parsed.get(sha256) ?? (await this.#stored(sha256));
    if (rules === undefined) {
      // The file may have changed within the last moment.
      await this.refresh();
      rules = this.#parsed.get(sha256);
    }
    if (rules !== undefined && rules.id === id && rules.version === version) return rules;
    const broken = this.#files().find((file) => idOf(file) === id && file.form?.definition === undefined);
    if (broken === undefined) throw new Problem('form-changed');
    this.#tell(broken);
    throw new Problem('form-changed', { detail: 'The definition of this form has errors: see the console.' });
  }

  /**
   * All that was ever served as a version of a form, which may have been mended without a new number.
   * @throws Problem `unknown-form`, or `form-changed` where it never was.
   */
  async textsOf({ id, version }: Omit<FormReference, 'sha256'>): Promise<readonly FormDefinition[]> {
    await this.#mustServe(id);
    let texts = await this.#store.ofVersion(id, version);
    if (texts.length === 0) {
      // The file may have changed within the last moment.
      await this.refresh();
      texts = await this.#store.ofVersion(id, version);
    }
    if (texts.length === 0) throw new Problem('form-changed');
    // They were parsed before they were kept; only names of steps and languages are looked at.
    return texts.map(({ document }) => JSON.parse(document) as FormDefinition);
  }

  /** @throws Problem `unknown-form` where no file, good or bad, is about a form of that id. */
  async #mustServe(id: string): Promise<void> {
    if (this.#world.clock() - this.#refreshedAt > BELIEVED || !this.#serves(id)) await this.refresh();
    if (!this.#serves(id)) throw new Problem('unknown-form');
  }

  #serves(id: string): boolean {
    return this.#files().some((file) => idOf(file) === id);
  }

  /** The rules of a definition that something was filed under, whether or not its form is still served. */
  async storedRules(sha256: string): Promise<FormDefinition> {
    const rules = this.#parsed.get(sha256) ?? (await this.#stored(sha256));
    if (rules === undefined) throw new Problem('internal');
    return rules;
  }

  async #stored(sha256: string): Promise<FormDefinition | undefined> {
    const stored = await this.#store.find(sha256);
    if (stored === undefined) return undefined;
    const { definition } = parseDefinition(JSON.parse(stored.document), catalog);
    if (definition === undefined) return undefined;
    // A list that is gone is not missed: what was chosen of it was checked when it was sent.
    const whole = withLists(definition, (src) => this.#listAt(src)).definition;
    this.#parsed.set(sha256, whole);
    return whole;
  }

  /** A list by the address in a definition: the web admin's own, or one of a pack. */
  #listAt(src: string): FoundList {
    const found = [this.own, ...this.#packs.values()].map(({ lists }) => lists.find(src));
    return found.find((one) => 'options' in one) ?? this.own.lists.find(src);
  }

  async #look(): Promise<void> {
    const entries = await readdir(this.#packsPath, { withFileTypes: true }).catch(() => []);
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      if (!this.#packs.has(name))
        this.#packs.set(name, new JsonFolder(join(this.#packsPath, name), hasSteps));
    }
    for (const folder of [...this.#packs.values(), this.own]) {
      for (const file of await folder.refresh()) await this.#take(file);
    }
    this.#refreshedAt = this.#world.clock();
  }

  async #take(file: JsonFile): Promise<void> {
    this.#tell(file);
    const { definition, document, sha256 } = file.form ?? {};
    if (definition === undefined || document === undefined || sha256 === undefined) return;
    const { id: formId, version } = definition;
    await this.#store.remember({ sha256, formId, version, document }, instant(this.#world));
    this.#parsed.set(sha256, definition);
  }

  #tell({ path, form }: JsonFile): void {
    for (const problem of form?.problems ?? []) this.#world.print(problemLine(path, problem));
  }

  #files(): readonly JsonFile[] {
    return [...this.#packs.values(), this.own].flatMap((folder) => folder.files);
  }
}

/** The form a file is about, also where it has errors; as a last resort the file is called by it. */
function idOf({ name, form }: JsonFile): string | undefined {
  if (form === undefined) return undefined;
  if (form.definition !== undefined) return form.definition.id;
  const { id } = Object(form.json) as { id?: unknown };
  return typeof id === 'string' ? id : name;
}
