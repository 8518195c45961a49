import { latin } from './bytes.js';

/** The UTF-8 bytes of a text. @throws URIError where it holds half a character */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return latin(
    encodeURIComponent(text).replaceAll(/%(..)/g, (_, byte: string) =>
      String.fromCharCode(Number.parseInt(byte, 16)),
    ),
  );
}

/** The text of UTF-8 bytes. @throws URIError where they are none */
export function fromUtf8(bytes: Uint8Array): string {
  return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
