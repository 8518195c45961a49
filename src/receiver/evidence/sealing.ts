import type { KeyObject } from 'node:crypto';
import { createPublicKey, sign, verify } from 'node:crypto';
import type { Evidence, EvidenceRecord } from '../../evidence/record.js';
import { sealedText } from '../../evidence/record.js';
import type { Cryptography } from '../../evidence/trust.js';
import { sha256Hex } from '../digest.js';
import type { SigningKeys } from './signing-keys.js';

/** What of a record is known before it has its place in the chain. */
export type UnsealedRecord = Omit<EvidenceRecord, 'v' | 'sequence' | 'previous' | 'reference' | 'keyId'>;

/** The last link of the chain. */
export interface Link {
  readonly sequence: number;
  readonly record: EvidenceRecord;
}

/** Gives a record its place after the last one, and seals it. */
export function seal(
  unsealed: UnsealedRecord,
  reference: string,
  last: Link | undefined,
  keys: SigningKeys,
): Evidence {
  const { current } = keys;
  const record: EvidenceRecord = {
    v: 1,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last === undefined ? null : linkOf(last.record),
    reference,
    ...unsealed,
    keyId: current.id,
  };
  const signature = signedBy(keys, sealedText(record));
  return { record, seal: { algorithm: 'Ed25519', publicKey: current.publicKey, signature } };
}

/** The Ed25519 signature of a text, in hexadecimal. */
export function signedBy({ privateKey }: SigningKeys, text: string): string {
  return sign(null, Buffer.from(text), privateKey).toString('hex');
}

/** What the next record calls this one by. */
export function linkOf(record: EvidenceRecord): string {
  return sha256Hex(sealedText(record));
}

/** Node's own cryptography, for checking. */
export const nodeCryptography: Cryptography = {
  sha256: sha256Hex,
  isSealed: (text, signature, publicKey) =>
    !isNoKey.test(publicKey) &&
    verify(null, Buffer.from(text), keyFrom(publicKey), Buffer.from(signature, 'hex')),
};

/**
 * Points of small order, under which one signature fits many texts, and numbers beyond the field, in hexadecimal: OpenSSL
 * takes them for keys, and what checks in browsers does not. The first bit of the last byte is a sign.
 */
const isNoKey = new RegExp(
  `^(?:${[
    '0[01](?:00){30}[08]0',
    'ec(?:ff){30}[7f]f',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc[08]5',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03[7f]a',
    '(?:e[def]|f.)(?:ff){30}[7f]f',
  ].join('|')})$`,
);

function keyFrom(publicKey: string): KeyObject {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
