import type { Device } from '../vault/device.js';
import type { Vault } from '../vault/vault.js';

/** Milliseconds for which a page without locks has its turn, and after which it says that it still needs it. */
const TURN = 60_000;
const RENEWAL = 20_000;

/**
 * Sees to it that of several pages one at a time sends what is kept under an id: by the browser's locks, which end with
 * the page that holds them; where there are none, by a note in the vault, which is over after a minute.
 */
export class Turns {
  readonly #device: Pick<Device, 'locks' | 'now'>;
  readonly #vault: Vault;
  /** Who this page is to the others. */
  readonly #page: string;

  constructor(device: Pick<Device, 'locks' | 'now'>, vault: Vault, page: string) {
    this.#device = device;
    this.#vault = vault;
    this.#page = page;
  }

  /** Does the work, unless another page is at it: then nothing is done. */
  async take(id: string, work: () => Promise<void>): Promise<boolean> {
    const { locks } = this.#device;
    if (locks === undefined) return this.#byNote(id, work);
    return locks.request(`taafi-kit-outbox ${id}`, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await work();
      return lock !== null;
    });
  }

  async #byNote(id: string, work: () => Promise<void>): Promise<boolean> {
    const note = () => this.#vault.take(id, this.#page, this.#device.now() + TURN);
    if (!(await note())) return false;
    // Where it cannot be renewed, the other page sends the same under the same key: nothing is doubled.
    const renewal = setInterval(() => void note().catch(() => false), RENEWAL);
    try {
      await work();
    } finally {
      clearInterval(renewal);
      await this.#vault.giveBack(id, this.#page).catch(() => undefined);
    }
    return true;
  }
}
