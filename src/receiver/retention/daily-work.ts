import type { MasterKeyUses } from '../storage/master-key-uses.js';
import type { World } from '../world.js';
import { instant, riyadhDay } from '../world.js';
import type { Retention } from './retention.js';
import { retentionRules } from './retention-rules.js';

/** What is done once a day, and at every start: what has been kept long enough goes, and earlier master keys that nothing needs. */
export class DailyWork {
  readonly #dataDir: string;
  readonly #retention: Retention;
  readonly #masterKeys: MasterKeyUses;
  readonly #world: World;
  #day = '';
  #isStopped = false;

  constructor(dataDir: string, retention: Retention, masterKeys: MasterKeyUses, world: World) {
    this.#dataDir = dataDir;
    this.#retention = retention;
    this.#masterKeys = masterKeys;
    this.#world = world;
  }

  /** Does what was not done today. */
  async run(): Promise<void> {
    const today = riyadhDay(this.#world);
    if (today === this.#day) return;
    this.#day = today;
    await this.#destroy();
    await this.#reseal();
  }

  /** Breaks off between two requests. */
  stop(): void {
    this.#isStopped = true;
  }

  async #destroy(): Promise<void> {
    const { print } = this.#world;
    const rules = await retentionRules(this.#dataDir).catch((error: Error) => {
      print(`fault: nothing is destroyed: ${error.message}`);
      return undefined;
    });
    if (rules === undefined) return;
    const gone = await this.#retention.run(rules, () => this.#isStopped);
    if (gone.length > 0) print(`destroyed: ${gone.length}, whose time was over`);
  }

  async #reseal(): Promise<void> {
    if (this.#masterKeys.keyring.keys.length === 1) return;
    const { texts, dropped, broken } = await this.#masterKeys.reseal(instant(this.#world));
    const { print } = this.#world;
    print(`master keys: ${texts} texts sealed anew, ${dropped.length} earlier keys needed no more`);
    for (const { table, column } of broken.slice(0, 1))
      print(`fault: ${broken.length} sealed texts cannot be opened, such as one of ${table}.${column}`);
  }
}
