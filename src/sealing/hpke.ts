import { joined, latin } from './bytes.js';
import type { KeyHandle, KeyUse, P256Jwk, Subtle } from './subtle.js';

/*
 * Hybrid Public Key Encryption (RFC 9180) in base mode, one message for each encapsulation: DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256, AES-256-GCM. Names are those of the RFC.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** One sealed message: the encapsulated key, a point of P-256 in 65 bytes, and the ciphertext with its tag. */
export interface Sealed {
  readonly enc: Bytes;
  readonly ciphertext: Bytes;
}

/** What a message is bound to: opened with anything else, it does not open. */
export interface Binding {
  readonly info: Bytes;
  readonly aad: Bytes;
}

/** The AEAD by its id in the RFC, with the bytes of its key. The kit uses the second; the first is that of the RFC's vectors. */
export const aeads = {
  aes128gcm: { id: 1, keyBytes: 16 },
  aes256gcm: { id: 2, keyBytes: 32 },
} as const;

type Aead = (typeof aeads)[keyof typeof aeads];

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const KEM = joined(latin('KEM'), two(0x0010));
const NONE = new Uint8Array(0);
/** Bytes of a nonce, and of what a Diffie-Hellman and a hash give. */
const NONCE = 12;
const HASH = 32;

/** A pair of keys for one message. Tests give the pair of the RFC's vectors. */
export async function ephemeralPair(
  subtle: Subtle,
): Promise<{ readonly publicKey: KeyHandle; readonly privateKey: KeyHandle }> {
  // An algorithm with two keys gives both.
  return (await subtle.generateKey(CURVE, false, ['deriveBits'])) as {
    publicKey: KeyHandle;
    privateKey: KeyHandle;
  };
}

/** Seals a message to a public key, a point of P-256 in 65 bytes. Rejects where that is no such point. */
export async function seal(
  message: Bytes,
  publicKey: Bytes,
  binding: Binding,
  subtle: Subtle,
  aead: Aead = aeads.aes256gcm,
  pair = ephemeralPair(subtle),
): Promise<Sealed> {
  const { publicKey: ephemeral, privateKey } = await pair;
  const enc = new Uint8Array(await subtle.exportKey('raw', ephemeral));
  const reader = await subtle.importKey('raw', publicKey, CURVE, true, []);
  const shared = await sharedSecret(privateKey, reader, joined(enc, publicKey), subtle);
  const { key, nonce } = await keySchedule(shared, binding, aead, ['encrypt'], subtle);
  const ciphertext = await subtle.encrypt(gcm(nonce, binding), key, message);
  return { enc, ciphertext: new Uint8Array(ciphertext) };
}

/** Opens a message with the private key. Rejects where it was sealed to another key, bound to something else, or changed. */
export async function open(
  { enc, ciphertext }: Sealed,
  jwk: P256Jwk,
  publicKey: Bytes,
  binding: Binding,
  subtle: Subtle,
  aead: Aead = aeads.aes256gcm,
): Promise<Bytes> {
  const privateKey = await subtle.importKey('jwk', jwk, CURVE, false, ['deriveBits']);
  const ephemeral = await subtle.importKey('raw', enc, CURVE, true, []);
  const shared = await sharedSecret(privateKey, ephemeral, joined(enc, publicKey), subtle);
  const { key, nonce } = await keySchedule(shared, binding, aead, ['decrypt'], subtle);
  return new Uint8Array(await subtle.decrypt(gcm(nonce, binding), key, ciphertext));
}

/** `ExtractAndExpand` of the KEM, from what Encap and Decap have in common. */
async function sharedSecret(
  own: KeyHandle,
  other: KeyHandle,
  context: Bytes,
  subtle: Subtle,
): Promise<Bytes> {
  const derived = await subtle.deriveBits({ name: 'ECDH', public: other } as { name: string }, own, HASH * 8);
  const dh = new Uint8Array(derived);
  const secret = await labeledExtract(KEM, NONE, 'eae_prk', dh, subtle);
  return labeledExpand(KEM, secret, 'shared_secret', context, HASH, subtle);
}

/** `KeySchedule` in base mode: the key, and the nonce of the first message, which is the only one. */
async function keySchedule(
  shared: Bytes,
  { info }: Binding,
  { id, keyBytes }: Aead,
  uses: KeyUse[],
  subtle: Subtle,
): Promise<{ readonly key: KeyHandle; readonly nonce: Bytes }> {
  const suite = joined(latin('HPKE'), two(0x0010), two(0x0001), two(id));
  const [pskHash, infoHash] = await Promise.all([
    labeledExtract(suite, NONE, 'psk_id_hash', NONE, subtle),
    labeledExtract(suite, NONE, 'info_hash', info, subtle),
  ]);
  const context = joined(Uint8Array.of(0), pskHash, infoHash);
  const secret = await labeledExtract(suite, shared, 'secret', NONE, subtle);
  const raw = await labeledExpand(suite, secret, 'key', context, keyBytes, subtle);
  const nonce = await labeledExpand(suite, secret, 'base_nonce', context, NONCE, subtle);
  return { key: await subtle.importKey('raw', raw, { name: 'AES-GCM' }, false, uses), nonce };
}

function labeledExtract(
  suite: Bytes,
  salt: Bytes,
  label: string,
  ikm: Bytes,
  subtle: Subtle,
): Promise<Bytes> {
  return hmac(salt, joined(latin('HPKE-v1'), suite, latin(label), ikm), subtle);
}

/** No more than one block of the hash is ever wanted. */
async function labeledExpand(
  suite: Bytes,
  secret: Bytes,
  label: string,
  info: Bytes,
  length: number,
  subtle: Subtle,
): Promise<Bytes> {
  const labeled = joined(two(length), latin('HPKE-v1'), suite, latin(label), info);
  return (await hmac(secret, joined(labeled, Uint8Array.of(1)), subtle)).slice(0, length);
}

async function hmac(secret: Bytes, message: Bytes, subtle: Subtle): Promise<Bytes> {
  // WebCrypto takes no empty key; HMAC fills every short one up with zeros.
  const raw = secret.length === 0 ? new Uint8Array(HASH) : secret;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', raw, algorithm, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, message));
}

function gcm(iv: Bytes, { aad }: Binding): { readonly name: string } {
  return { name: 'AES-GCM', iv, additionalData: aad } as { name: string };
}

/** I2OSP(n, 2) */
function two(number: number): Bytes {
  return Uint8Array.of(number >> 8, number & 255);
}
