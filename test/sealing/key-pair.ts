import { generateKeyPairSync } from 'node:crypto';
import { base64url, fromBase64url, joined } from '../../src/sealing/bytes.js';
import type { P256Jwk } from '../../src/sealing/subtle.js';

/** A pair of keys to seal with: the private one as a JSON Web Key, the public one as a point and as a definition has it. */
export interface KeyPair {
  readonly jwk: P256Jwk;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly written: string;
}

export function newPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // Node gives the members of RFC 7518.
  const jwk = privateKey.export({ format: 'jwk' }) as unknown as P256Jwk;
  const [x, y] = [jwk.x, jwk.y].map((part) => fromBase64url(part) ?? new Uint8Array(0));
  const publicKey = joined(Uint8Array.of(4), x as Uint8Array, y as Uint8Array);
  return { jwk, publicKey, written: base64url(publicKey) };
}
