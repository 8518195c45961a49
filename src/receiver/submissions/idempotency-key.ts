import { canonicalJson } from '../../core/canonical-json.js';
import { sha256Hex } from '../digest.js';
import { Problem } from '../http/problem.js';
import type { KeyUse } from '../storage/key-uses.js';

/**
 * The key of a request and what was asked under it (draft-ietf-httpapi-idempotency-key-header-07: a structured
 * string, so it stands in quotes). Only hashes are kept.
 *
 * @param operation tells the routes apart, so that a key is for one of them.
 * @throws Problem `malformed` where there is no key or not one of 128 bits, or the body has no canonical form.
 */
export function keyUse(header: string | string[] | undefined, operation: string, body: unknown): KeyUse {
  const key = /^"([A-Za-z0-9_-]{22})"$/.exec(String(header ?? ''))?.[1];
  if (key === undefined) {
    const detail = 'Idempotency-Key must be 22 characters of base64url in double quotes.';
    throw new Problem('malformed', { detail });
  }
  return { keyHash: sha256Hex(key), fingerprint: sha256Hex(`${operation} ${canonical(body)}`) };
}

function canonical(body: unknown): string {
  try {
    return canonicalJson(body);
  } catch {
    throw new Problem('malformed', { detail: 'A text holds half a character (a lone surrogate).' });
  }
}
