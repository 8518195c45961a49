import type { JsonWebKey } from 'node:crypto';
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import * as z from 'zod/mini';
import { CommandError } from './command.js';
import { givenFile, textIn } from './given-file.js';
import { plainLine } from './plain-text.js';

const part = z.string().check(z.regex(/^[\w-]{43}$/));

const keyShape = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().check(z.regex(/^[\w-]{22}$/)),
  x: part,
  d: part,
});

/** A partner's key as a JSON Web Key (RFC 8037); `kid` is the partner's id. */
export type PartnerKey = z.infer<typeof keyShape>;

/** A new key for a partner. */
export function newPartnerKey(kid: string): PartnerKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', kid, x, d };
}

/** The key in a file that `taafi partner add` wrote. @throws CommandError */
export async function partnerKeyIn(path: string): Promise<PartnerKey> {
  const text = textIn(await givenFile(path));
  try {
    return keyShape.parse(JSON.parse(text ?? ''));
  } catch {
    throw new CommandError(`${plainLine(path)}: that is not the key of a partner.`);
  }
}

/** Claims as a JSON Web Signature in compact form (RFC 7515), signed with EdDSA. */
export function signed(typ: string, claims: object, key: PartnerKey): string {
  const encoded = [{ alg: 'EdDSA', typ, kid: key.kid }, claims].map((content) =>
    Buffer.from(JSON.stringify(content)).toString('base64url'),
  );
  const text = encoded.join('.');
  const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}
