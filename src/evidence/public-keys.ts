import * as z from 'zod/mini';
import { instantShape } from './receipt-shape.js';
import type { Cryptography, PublicKey } from './trust.js';
import { idOfKey } from './trust.js';

/** What the file of the public keys and the answer of `GET api/keys` hold. */
export const publicKeysShape = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
        publicKey: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        since: instantShape,
        until: z.optional(instantShape),
      }),
    )
    .check(z.minLength(1)),
});

/** The public keys in a JSON text; undefined where it holds anything else, or a key under another's name. */
export function publicKeysIn(
  text: string,
  cryptography: Pick<Cryptography, 'sha256'>,
): readonly PublicKey[] | undefined {
  const { success, data } = publicKeysShape.safeParse(jsonIn(text));
  const isTrue = ({ id, publicKey }: PublicKey) => idOfKey(publicKey, cryptography) === id;
  return success && data.keys.every(isTrue) ? data.keys : undefined;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
