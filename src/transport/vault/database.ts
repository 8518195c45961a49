import type { Device } from './device.js';
import { DATABASE } from './device.js';
import { answerOf, done } from './idb.js';
import { VaultError, vaultErrorOf } from './vault-error.js';

const VERSION = 1;
/** Milliseconds. A browser that has not opened its storage by then will not. */
const LONGEST_OPENING = 5000;

/** The tables: what is kept in which drawer until when, its sealed parts, and what the vault needs for itself. */
export const tables = ['outbox', 'drafts', 'parts', 'keys', 'device'] as const;
export type Table = (typeof tables)[number];

/**
 * The database of the vault, opened when it is first needed, and given up at once where another page wants to delete it
 * or to make it newer.
 */
export class Database {
  readonly #device: Device;
  readonly #onTaken: () => void;
  #opening: Promise<IDBDatabase> | undefined;

  /** @param onTaken called when another page of the site has deleted everything, or made it newer than is known here. */
  constructor(device: Device, onTaken: () => void) {
    this.#device = device;
    this.#onTaken = onTaken;
  }

  /**
   * Does something in one transaction: wholly or not at all. When it resolves, what was written is on the disk.
   * @throws VaultError
   */
  async transact<T>(
    names: readonly Table[],
    mode: 'readonly' | 'readwrite',
    work: (table: (name: Table) => IDBObjectStore) => Promise<T> | T,
  ): Promise<T> {
    try {
      const transaction = await this.#begin(names, mode);
      const end = done(transaction);
      // Whoever waits for `work` first hears of its own failure.
      end.catch(() => undefined);
      const result = await this.#worked(transaction, work);
      await end;
      return result;
    } catch (error) {
      throw vaultErrorOf(error);
    }
  }

  close(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    void opening?.then((database) => database.close()).catch(() => undefined);
  }

  /**
   * Empties every table over the connection that is there. None is opened for it: the database may be on its way out just
   * now, and would be made anew by a page that may not be there any more to delete it again.
   */
  async clear(): Promise<void> {
    try {
      const transaction = (await this.#opening)?.transaction(tables, 'readwrite', { durability: 'strict' });
      if (transaction === undefined) return;
      const end = done(transaction);
      for (const name of tables) transaction.objectStore(name).clear();
      transaction.commit();
      await end;
    } catch (error) {
      if ((error as DOMException).name !== 'InvalidStateError') throw vaultErrorOf(error);
    }
  }

  /** Deletes the database. Other pages give it up at once. */
  async delete(): Promise<void> {
    this.close();
    try {
      await answerOf(this.#factory().deleteDatabase(DATABASE));
    } catch (error) {
      throw vaultErrorOf(error);
    }
  }

  async #worked<T>(
    transaction: IDBTransaction,
    work: (table: (name: Table) => IDBObjectStore) => Promise<T> | T,
  ): Promise<T> {
    try {
      const result = await work((name) => transaction.objectStore(name));
      if (transaction.mode === 'readwrite') transaction.commit();
      return result;
    } catch (error) {
      // What made it end tells more than that it has ended.
      if (transaction.error !== null) throw transaction.error;
      transaction.abort();
      throw error;
    }
  }

  async #begin(names: readonly Table[], mode: 'readonly' | 'readwrite'): Promise<IDBTransaction> {
    const options = { durability: mode === 'readwrite' ? 'strict' : 'default' } as const;
    try {
      return (await this.#open()).transaction(names, mode, options);
    } catch (error) {
      // The browser has let go of it: site data were cleared, or another page has asked for it just now.
      if ((error as DOMException).name !== 'InvalidStateError') throw error;
      this.close();
      return (await this.#open()).transaction(names, mode, options);
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#opening ??= this.#opened().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  #factory(): IDBFactory {
    const { indexedDB } = this.#device;
    if (indexedDB === undefined) throw new VaultError('refused');
    return indexedDB;
  }

  #opened(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = this.#factory().open(DATABASE, VERSION);
      let isTooLate = false;
      const timer = setTimeout(() => {
        isTooLate = true;
        reject(new VaultError('blocked'));
      }, LONGEST_OPENING);
      request.onupgradeneeded = () => makeTables(request.result);
      request.onerror = () => {
        clearTimeout(timer);
        reject(request.error);
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        const database = request.result;
        if (isTooLate) {
          database.close();
          return;
        }
        database.onversionchange = () => {
          this.close();
          // At once: whoever waits for the microtask of `close` has to wait for it too.
          database.close();
          this.#onTaken();
        };
        database.onclose = () => this.close();
        resolve(database);
      };
    });
  }
}

function makeTables(database: IDBDatabase): void {
  database.createObjectStore('outbox', { keyPath: 'id' });
  database.createObjectStore('drafts', { keyPath: 'id' });
  database.createObjectStore('parts', { keyPath: ['drawer', 'id', 'name'] });
  database.createObjectStore('keys', { keyPath: 'id' });
  database.createObjectStore('device', { keyPath: 'id' });
}
