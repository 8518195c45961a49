import type { Device } from '../../../src/transport/vault/device.js';
import { thisDevice } from '../../../src/transport/vault/device.js';

/** The browser of the test with a clock of its own, that time passes by when it is told to. */
export function deviceFor(start = Date.parse('2026-11-22T09:00:00Z')): {
  readonly device: Device;
  pass(milliseconds: number): void;
} {
  let now = start;
  return {
    device: Object.create(thisDevice, { now: { value: () => now } }) as Device,
    pass(milliseconds) {
      now += milliseconds;
    },
  };
}

/** The device as it was before the kit was ever used on it. */
export function forgetDevice(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('taafi-kit');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** All that stands in the database of the kit: its bytes as text, and the keys. */
export async function storedBytes(): Promise<{ bytes: string; keys: CryptoKey[] }> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('taafi-kit');
    request.onsuccess = () => resolve(request.result);
  });
  const found: { bytes: string; keys: CryptoKey[] } = { bytes: '', keys: [] };
  const look = (value: unknown): void => {
    if (value instanceof CryptoKey) found.keys.push(value);
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      found.bytes += new TextDecoder().decode(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
    else found.bytes += String(value);
  };
  for (const name of Array.from(database.objectStoreNames)) {
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
    rows.forEach(look);
  }
  database.close();
  return found;
}
