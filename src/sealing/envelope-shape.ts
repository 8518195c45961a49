/**
 * The answers of a sealed section as they are sent and stored: HPKE (RFC 9180) in base mode with DHKEM(P-256,
 * HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. Only who has the private key can open it.
 */
export interface Envelope {
  /** Version of this format. */
  readonly v: 1;
  /** Id of the key it is sealed to. */
  readonly key: string;
  /** The encapsulated key: a point of P-256, 65 bytes in base64url. */
  readonly enc: string;
  /** In base64url, with the tag of 16 bytes at its end. */
  readonly ciphertext: string;
}

/** What a person wrote is filled up to the next of these sizes, in bytes: from its length nobody is to tell what it says. */
export const SIZES: readonly number[] = [2, 8, 32, 128, 512].map((kibibytes) => kibibytes * 1024);

/** Bytes that AES-GCM adds. */
const TAG = 16;

/** Characters of the ciphertexts of each size. */
export const ciphertextLengths: readonly number[] = SIZES.map((size) => Math.ceil(((size + TAG) * 4) / 3));
