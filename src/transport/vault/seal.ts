import { VaultError } from './vault-error.js';

/** How the seal is made; a seal of another version is not opened. */
const SEAL_VERSION = 1;
/** Bytes: what AES-GCM is made for. */
const NONCE = 12;

/** What is written of a value: never the value. */
export interface Sealed {
  readonly seal: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** A key that can be used on this device and cannot be read out of it, not by this page either. */
export function newSealingKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  return subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals some bytes for their place: elsewhere they cannot be opened. */
export async function sealed(
  bytes: Uint8Array<ArrayBuffer>,
  place: readonly string[],
  key: CryptoKey,
  { subtle, random }: { subtle: SubtleCrypto; random: (bytes: Uint8Array<ArrayBuffer>) => unknown },
): Promise<Sealed> {
  const nonce = new Uint8Array(NONCE);
  random(nonce);
  const additionalData = additional(place, SEAL_VERSION);
  const written = await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, bytes);
  return { seal: SEAL_VERSION, nonce, bytes: written };
}

/** @throws VaultError `damaged` */
export async function unsealed(
  { seal, nonce, bytes }: Sealed,
  place: readonly string[],
  key: CryptoKey,
  subtle: SubtleCrypto,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (seal !== SEAL_VERSION) throw new TypeError(`Unknown seal: ${seal}`);
    const additionalData = additional(place, seal);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, bytes));
  } catch (cause) {
    throw new VaultError('damaged', cause);
  }
}

function additional(place: readonly string[], version: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([...place, version]));
}
