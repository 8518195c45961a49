/** The one database of the kit on a device. */
export const DATABASE = 'taafi-kit';

/** What the vault needs of the browser. Tests pass their own; in a page `thisDevice` is right. */
export interface Device {
  /** Undefined, or throwing when it is asked for, where the page may keep nothing. */
  readonly indexedDB: IDBFactory | undefined;
  /** Undefined in pages without TLS. */
  readonly subtle: SubtleCrypto | undefined;
  /** Undefined in older browsers. */
  readonly locks: LockManager | undefined;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => unknown;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const thisDevice: Device = {
  get indexedDB(): IDBFactory | undefined {
    return globalThis.indexedDB;
  },
  get subtle(): SubtleCrypto | undefined {
    return globalThis.crypto.subtle as SubtleCrypto | undefined;
  },
  get locks(): LockManager | undefined {
    return (navigator as Partial<Navigator>).locks;
  },
  random: (bytes) => crypto.getRandomValues(bytes),
  now: Date.now,
};
