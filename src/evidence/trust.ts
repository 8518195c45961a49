import { keyIdOf } from './record.js';

/** A public key of a receiver, and when it was in use. */
export interface PublicKey {
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** 32 bytes in hexadecimal. */
  readonly publicKey: string;
  /** ISO 8601, UTC: what was received earlier cannot be sealed by it. */
  readonly since: string;
  /** Since then another one seals; absent for the one in use. */
  readonly until?: string | undefined;
}

/** What checking needs of the machine it runs on, which is not the same in Node and in every browser. */
export interface Cryptography {
  /** SHA-256 in hexadecimal; of a text, of its UTF-8 bytes. */
  readonly sha256: (content: string | Uint8Array) => string;
  /** Whether an Ed25519 signature of a key is on a text's UTF-8 bytes. Keys and signatures are hexadecimal. */
  readonly isSealed: (text: string, signature: string, publicKey: string) => boolean;
}

/** Whether a key was in use at a time. Times are compared, not their spelling: key files are also written by hand. */
export function wasInUse({ since, until }: PublicKey, time: string): boolean {
  const at = Date.parse(time);
  return at >= Date.parse(since) && (until === undefined || at <= Date.parse(until));
}

/** What a public key is called by; `publicKey` is hexadecimal. */
export function idOfKey(publicKey: string, { sha256 }: Pick<Cryptography, 'sha256'>): string {
  const bytes = publicKey.match(/../g) ?? [];
  return keyIdOf(
    Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    sha256,
  );
}
