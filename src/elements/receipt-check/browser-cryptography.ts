import { etc, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Cryptography } from '../../evidence/trust.js';

/**
 * Cryptography for every browser: what browsers bring themselves is missing on pages without https, and knows Ed25519
 * only since 2025.
 */
export function browserCryptography(): Cryptography {
  etc.sha512Sync = (...messages) => sha512(etc.concatBytes(...messages));
  return {
    sha256: (content) => bytesToHex(sha256(content)),
    isSealed(text, signature, publicKey) {
      try {
        // Without ZIP 215, as strict as RFC 8032 and Node are.
        return verify(signature, utf8ToBytes(text), publicKey, { zip215: false });
      } catch {
        // 32 bytes that are no key.
        return false;
      }
    },
  };
}
