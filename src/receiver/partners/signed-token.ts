import { createPublicKey, verify } from 'node:crypto';
import * as z from 'zod/mini';
import { parseJson } from '../../core/json-source.js';

/** Characters of a token: what may be filled in beforehand is a page of answers, not a file. */
export const LONGEST_TOKEN = 16_000;

/** What a token says of itself before anybody has looked at its signature. */
export interface UnverifiedToken {
  /** Whose key signed it, as it says. */
  readonly keyId: string;
  readonly type: string;
  readonly claims: unknown;
  /** Whether a public key (Ed25519, 32 bytes as base64url) has signed exactly these characters. */
  isSignedBy(publicKey: string): boolean;
}

const headerShape = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.string(),
  kid: z.string().check(z.regex(/^[\w-]{22}$/)),
});

/**
 * Takes a JSON Web Signature in compact form apart (RFC 7515, EdDSA by RFC 8037); undefined for all that is none. It is
 * read to the letter: of the last character of base64url not every bit counts, so other spellings of the same bytes
 * are refused, and so is any other algorithm than the one there is.
 */
export function readToken(token: string): UnverifiedToken | undefined {
  if (token.length > LONGEST_TOKEN) return undefined;
  const parts = token.split('.');
  const [header, claims, signature] = parts.map(bytesIn);
  if (parts.length !== 3 || header === undefined || claims === undefined || signature?.length !== 64)
    return undefined;
  const head = headerShape.safeParse(jsonIn(header));
  const content = jsonIn(claims);
  if (!head.success || content === undefined) return undefined;
  const signed = Buffer.from(token.slice(0, token.lastIndexOf('.')));
  return {
    keyId: head.data.kid,
    type: head.data.typ,
    claims: content,
    isSignedBy: (publicKey) => verify(null, signed, keyOf(publicKey), signature),
  };
}

function bytesIn(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url');
  return part !== '' && bytes.toString('base64url') === part ? bytes : undefined;
}

function jsonIn(bytes: Buffer): unknown {
  try {
    const parsed = parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return 'value' in parsed ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(publicKey: string) {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}
