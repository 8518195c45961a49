import { generateKeyPairSync } from 'node:crypto';
import * as z from 'zod/mini';
import { isP256Point } from '../core/p256.js';
import { sha256Hex } from '../receiver/digest.js';
import { base64url, fromBase64url, joined } from '../sealing/bytes.js';
import type { OpeningKey, SealingKey } from '../sealing/envelope.js';
import type { P256Jwk } from '../sealing/subtle.js';
import { CommandError } from './command.js';
import { givenFile, textIn } from './given-file.js';
import { plainLine } from './plain-text.js';

const part = z.string().check(z.regex(/^[\w-]{43}$/));

const keyShape = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().check(z.minLength(1)),
  x: part,
  y: part,
  d: part,
});

/** A private key as it is written to its file: a JSON Web Key (RFC 7517), `kid` being the id that definitions name. */
export type KeyFile = P256Jwk & { readonly kid: string };

/** A new pair. Where no id is wanted it is the start of the digest of the public key. */
export function newSealingKey(id: string | undefined): { readonly file: KeyFile; readonly key: SealingKey } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const publicKey = pointOf(x, y);
  const kid = id ?? sha256Hex(fromBase64url(publicKey) ?? new Uint8Array(0)).slice(0, 16);
  return { file: { kty: 'EC', crv: 'P-256', kid, x, y, d }, key: { id: kid, publicKey } };
}

/** The keys in files that `taafi sealing-key` wrote, named with commas between them. @throws CommandError */
export async function openingKeysIn(paths: string): Promise<readonly OpeningKey[]> {
  return Promise.all(paths.split(',').map(openingKeyIn));
}

async function openingKeyIn(path: string): Promise<OpeningKey> {
  const text = textIn(await givenFile(path));
  try {
    const { kid, ...jwk } = keyShape.parse(JSON.parse(text ?? ''));
    const publicKey = pointOf(jwk.x, jwk.y);
    if (isP256Point(publicKey)) return { id: kid, publicKey, jwk };
  } catch {
    // Told below.
  }
  throw new CommandError(`${plainLine(path)}: that is no private key of taafi sealing-key.`);
}

/** An uncompressed point (SEC 1, 2.3.3) in base64url. */
function pointOf(x: string, y: string): string {
  const [one, other] = [x, y].map((text) => fromBase64url(text) ?? new Uint8Array(0));
  return base64url(joined(Uint8Array.of(4), one ?? new Uint8Array(0), other ?? new Uint8Array(0)));
}
