/**
 * 128 random bits as 22 characters of base64url: the key of a submission or the id of an upload. Pass
 * `(bytes) => crypto.getRandomValues(bytes)`, which pages without TLS have too.
 */
export function randomKey(getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(16);
  getRandomValues(bytes);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}

/** A new key from the browser's own randomness. */
export function newKey(): string {
  return randomKey((bytes) => crypto.getRandomValues(bytes));
}

/** @throws RangeError where the text is not what `randomKey` makes; a receiver would refuse it. */
export function mustBeKey(text: string): void {
  if (!/^[\w-]{22}$/.test(text)) throw new RangeError('A key is 22 characters of base64url, from randomKey.');
}
