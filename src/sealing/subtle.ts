/** A key that only the machine looks into. */
export type KeyHandle = object;

/** A private key of P-256 as a JSON Web Key (RFC 7518, 6.2). */
export interface P256Jwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

interface Named {
  readonly name: string;
}

export type KeyUse = 'deriveBits' | 'sign' | 'encrypt' | 'decrypt';

type Bytes = Uint8Array<ArrayBuffer>;

/** What sealing needs of WebCrypto, which browsers and Node give as `crypto.subtle`; browsers only to pages with TLS. */
export interface Subtle {
  importKey(
    format: 'jwk',
    key: object,
    algorithm: Named,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<KeyHandle>;
  importKey(
    format: 'raw',
    key: Bytes,
    algorithm: Named,
    extractable: boolean,
    uses: KeyUse[],
  ): Promise<KeyHandle>;
  exportKey(format: 'raw', key: KeyHandle): Promise<ArrayBuffer>;
  generateKey(algorithm: Named, extractable: boolean, uses: KeyUse[]): Promise<unknown>;
  deriveBits(algorithm: Named, key: KeyHandle, length: number): Promise<ArrayBuffer>;
  sign(algorithm: string, key: KeyHandle, data: Bytes): Promise<ArrayBuffer>;
  encrypt(algorithm: Named, key: KeyHandle, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: Named, key: KeyHandle, data: Bytes): Promise<ArrayBuffer>;
}
