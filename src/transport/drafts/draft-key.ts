/** What the key is for: another version, or another draft, has another key. */
const PURPOSE = 'taafi-kit draft 1';

/**
 * The key of a draft: HKDF-SHA-256 (RFC 5869) of the half on the device and the half at the receiver, one behind the other.
 * It cannot be read out of the browser, and is nowhere but in the memory of the page.
 */
export async function draftKey(
  onDevice: Uint8Array<ArrayBuffer>,
  atReceiver: Uint8Array<ArrayBuffer>,
  id: string,
  subtle: SubtleCrypto,
): Promise<CryptoKey> {
  const both = new Uint8Array(onDevice.length + atReceiver.length);
  both.set(onDevice);
  both.set(atReceiver, onDevice.length);
  const material = await subtle.importKey('raw', both, 'HKDF', false, ['deriveKey']);
  both.fill(0);
  const info = new TextEncoder().encode(`${PURPOSE} ${id}`);
  return subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
