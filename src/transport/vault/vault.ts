import type { Table } from './database.js';
import { Database } from './database.js';
import type { Device } from './device.js';
import { thisDevice } from './device.js';
import { answerOf } from './idb.js';
import { packed, unpacked } from './packed-value.js';
import type { Sealed } from './seal.js';
import { newSealingKey, sealed, unsealed } from './seal.js';
import { VaultError } from './vault-error.js';

/** Milliseconds: what is kept on a device is gone after seven days. */
export const LONGEST_KEPT = 7 * 24 * 60 * 60 * 1000;
/** Milliseconds for which it is known that something is gone, so that the person can be told. */
const LONGEST_KNOWN = 30 * 24 * 60 * 60 * 1000;
/** Held, by many at once, while something is written, and by one alone while an empty vault is taken away. */
const WRITING = 'taafi-kit-vault';

/** Requests that could not be sent yet; answers that are not finished. */
export type Drawer = 'outbox' | 'drafts';

/** What is kept under an id: its values are asked for one by one. */
export interface Kept {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** As it is written: gone is what was past its time, of which nothing but that is left. */
interface Head extends Kept {
  readonly isGone?: boolean;
}

/** Which page has something to itself. */
interface Note extends Kept {
  readonly page: string;
}

interface Part extends Sealed {
  readonly drawer: Drawer;
  readonly id: string;
  readonly name: string;
}

/**
 * The one place of the kit that writes to the device. Every value is sealed with a key that cannot be read out of the
 * browser, and is gone when its time is over: whenever the vault is opened, it first does away with that.
 *
 * Every method rejects with a {@link VaultError} where the browser does not let it be done.
 */
export class Vault {
  readonly #device: Device;
  readonly #database: Database;
  #wiped: Promise<void> | undefined;

  /** @param onTaken called when another page of the site has deleted everything, as on leaving in haste. */
  constructor(device: Device = thisDevice, onTaken: () => void = () => undefined) {
    this.#device = device;
    this.#database = new Database(device, () => {
      this.#wiped = undefined;
      onTaken();
    });
  }

  /**
   * Keeps values under an id, beside those of other names that are there; all of them until the same time, seven days
   * from now at most. Each value is JSON, with Blobs anywhere in it. It is on the disk, wholly, when this resolves.
   */
  async put(
    drawer: Drawer,
    id: string,
    until: number,
    values: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (!(until <= this.#device.now() + LONGEST_KEPT))
      throw new RangeError('The vault keeps nothing longer than seven days.');
    await this.#whileWriting(async () => {
      const key = await this.#keyToSeal();
      const parts: Part[] = [];
      for (const [name, value] of Object.entries(values)) {
        const bytes = await packed(value);
        const { subtle, random } = this.#sealing();
        parts.push({
          drawer,
          id,
          name,
          ...(await sealed(bytes, [drawer, id, name], key, { subtle, random })),
        });
      }
      await this.#transact([drawer, 'parts'], 'readwrite', (table) => {
        const head: Head = { id, until };
        table(drawer).put(head);
        for (const part of parts) table('parts').put(part);
      });
    });
  }

  /** One of the values under an id; undefined where there is none. */
  async get(drawer: Drawer, id: string, name: string): Promise<unknown> {
    const found = await this.#transact([drawer, 'parts', 'keys'], 'readonly', async (table) => {
      const [head, part, key] = await Promise.all([
        answerOf<Head | undefined>(table(drawer).get(id)),
        answerOf<Part | undefined>(table('parts').get([drawer, id, name])),
        answerOf<{ key: CryptoKey } | undefined>(table('keys').get('sealing')),
      ]);
      return head === undefined || this.#isPast(head) ? undefined : part && { part, key: key?.key };
    });
    if (found === undefined) return undefined;
    if (found.key === undefined) throw new VaultError('damaged');
    return unpacked(await unsealed(found.part, [drawer, id, name], found.key, this.#sealing().subtle));
  }

  /** What is kept, in the order in which it goes. */
  async list(drawer: Drawer): Promise<readonly Kept[]> {
    const heads = await this.#transact([drawer], 'readonly', (table) =>
      answerOf<Head[]>(table(drawer).getAll()),
    );
    return heads
      .filter((head) => !this.#isPast(head))
      .map(({ id, until }) => ({ id, until }))
      .sort((one, other) => one.until - other.until);
  }

  /** Deletes what is kept under an id. */
  async delete(drawer: Drawer, id: string): Promise<void> {
    await this.#transact([drawer, 'parts'], 'readwrite', (table) => {
      table(drawer).delete(id);
      deleteParts(table('parts'), drawer, id);
    });
  }

  /** The ids of what was deleted because its time was over, until {@link forgetGone}. */
  async gone(drawer: Drawer): Promise<readonly string[]> {
    const heads = await this.#transact([drawer], 'readonly', (table) =>
      answerOf<Head[]>(table(drawer).getAll()),
    );
    return heads.filter((head) => this.#isPast(head)).map(({ id }) => id);
  }

  /** Nothing is known any more of what was deleted because its time was over. */
  async forgetGone(drawer: Drawer): Promise<void> {
    for (const id of await this.gone(drawer)) await this.delete(drawer, id);
  }

  /** Notes that one page has something to itself until a time; false where another has it. */
  async take(what: string, page: string, until: number): Promise<boolean> {
    return this.#transact(['device'], 'readwrite', async (table) => {
      const found = await answerOf<Note | undefined>(table('device').get(`turn ${what}`));
      if (found !== undefined && found.page !== page && found.until > this.#device.now()) return false;
      const note: Note = { id: `turn ${what}`, until, page };
      table('device').put(note);
      return true;
    });
  }

  /** Takes that note away again. */
  async giveBack(what: string, page: string): Promise<void> {
    await this.#transact(['device'], 'readwrite', async (table) => {
      const found = await answerOf<Note | undefined>(table('device').get(`turn ${what}`));
      if (found?.page === page) table('device').delete(found.id);
    });
  }

  /** Whether the person has said, in the last seven days, that this device is his own. */
  async isOwnDevice(): Promise<boolean> {
    const word = await this.#transact(['device'], 'readonly', (table) =>
      answerOf<Kept | undefined>(table('device').get('own')),
    );
    return word !== undefined && word.until > this.#device.now();
  }

  /** Keeps the person's word that this device is his own, for seven days from now, or takes it back. */
  async sayOwnDevice(isOwn: boolean): Promise<void> {
    const word: Kept = { id: 'own', until: this.#device.now() + LONGEST_KEPT };
    await this.#whileWriting(() =>
      this.#transact(['device'], 'readwrite', (table) => {
        if (isOwn) table('device').put(word);
        else table('device').delete(word.id);
      }),
    );
  }

  /** Forgets everything of the kit on this device: every drawer, the key, and that the device is somebody's own. */
  async forgetAll(): Promise<void> {
    // Emptied first: to be deleted, a database has to wait until every page of the site has let go of it.
    await this.#database.clear();
    await this.#database.delete();
  }

  /** Takes an empty vault away altogether, so that nothing shows that it was there; what is not empty stays. */
  async tidy(): Promise<void> {
    const { locks } = this.#device;
    // Without locks another page may be writing just now: then an empty one stays.
    await locks?.request(WRITING, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      const names = ['outbox', 'drafts', 'device'] as const;
      const counts = await this.#transact(names, 'readonly', (table) =>
        Promise.all(names.map((name) => answerOf(table(name).count()))),
      );
      if (counts.every((count) => count === 0)) await this.#database.delete();
    });
  }

  close(): void {
    this.#database.close();
  }

  #sealing(): { subtle: SubtleCrypto; random: Device['random'] } {
    const { subtle, random } = this.#device;
    if (subtle === undefined) throw new VaultError('refused');
    return { subtle, random };
  }

  /** The key of this device; of two pages that make one at the same time both get the first. */
  async #keyToSeal(): Promise<CryptoKey> {
    const made = { id: 'sealing', key: await newSealingKey(this.#sealing().subtle) };
    return this.#transact(['keys'], 'readwrite', async (table) => {
      const found = await answerOf<typeof made | undefined>(table('keys').get(made.id));
      if (found === undefined) table('keys').put(made);
      return (found ?? made).key;
    });
  }

  async #whileWriting<T>(work: () => Promise<T>): Promise<T> {
    const { locks } = this.#device;
    return locks === undefined ? work() : await locks.request(WRITING, { mode: 'shared' }, work);
  }

  async #transact<T>(
    names: readonly Table[],
    mode: 'readonly' | 'readwrite',
    work: (table: (name: Table) => IDBObjectStore) => Promise<T> | T,
  ): Promise<T> {
    this.#wiped ??= this.#wipe().catch((error: unknown) => {
      this.#wiped = undefined;
      throw error;
    });
    await this.#wiped;
    return this.#database.transact(names, mode, work);
  }

  #isPast({ until, isGone = false }: Head): boolean {
    return isGone || until <= this.#device.now();
  }

  /** Does away with what is past its time; only that something is gone stays known for a while. */
  async #wipe(): Promise<void> {
    const now = this.#device.now();
    await this.#database.transact(['outbox', 'drafts', 'parts', 'device'], 'readwrite', async (table) => {
      for (const drawer of ['outbox', 'drafts'] as const) {
        for (const head of await answerOf<Head[]>(table(drawer).getAll())) {
          if (head.isGone) {
            if (head.until + LONGEST_KNOWN <= now) table(drawer).delete(head.id);
          } else if (head.until <= now) {
            table(drawer).put({ ...head, isGone: true });
            deleteParts(table('parts'), drawer, head.id);
          } else if (head.until > now + LONGEST_KEPT) {
            // The clock was ahead when it was written: it is not kept any longer for that.
            table(drawer).put({ ...head, until: now + LONGEST_KEPT });
          }
        }
      }
      for (const word of await answerOf<Kept[]>(table('device').getAll()))
        if (word.until <= now || word.until > now + LONGEST_KEPT) table('device').delete(word.id);
    });
  }
}

function deleteParts(parts: IDBObjectStore, drawer: Drawer, id: string): void {
  parts.delete(IDBKeyRange.bound([drawer, id], [drawer, id, []]));
}
