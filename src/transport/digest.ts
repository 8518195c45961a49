import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { canonicalJson } from '../core/canonical-json.js';

/**
 * The SHA-256 of a text's UTF-8 bytes, in 64 hexadecimal digits. Not by `crypto.subtle`: pages without TLS lack it,
 * and an association tries the kit at an address such as http://192.168.1.20 first.
 */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(text));
}

/**
 * The `sha256` of a form: the digest of its definition's canonical JSON, the same whatever the spacing and order.
 * @param json the definition as it was served, before any defaults are put in.
 * @throws TypeError for what JSON cannot say.
 */
export function definitionDigest(json: unknown): string {
  return sha256Hex(canonicalJson(json));
}
