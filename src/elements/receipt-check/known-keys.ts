import { publicKeysIn } from '../../evidence/public-keys.js';
import type { Cryptography, PublicKey } from '../../evidence/trust.js';

/** How long keys may take, in milliseconds. */
const PATIENCE = 15_000;

/** The public keys at an address. @throws Error where they cannot be had. */
export async function keysAt(address: string, cryptography: Cryptography): Promise<readonly PublicKey[]> {
  const leaving = new AbortController();
  const timer = setTimeout(() => leaving.abort(), PATIENCE);
  try {
    const { signal } = leaving;
    if (address === '') throw new Error('no address was given');
    const response = await fetch(address, { referrerPolicy: 'no-referrer', signal });
    const keys = response.ok ? publicKeysIn(await response.text(), cryptography) : undefined;
    if (keys === undefined) throw new Error('there are no public keys at that address');
    return keys;
  } finally {
    clearTimeout(timer);
  }
}
