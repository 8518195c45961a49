import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes of a file that are sealed together: what arrives is on the disk in pieces of this size, and none of it in plain. */
export const CHUNK = 65_536;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Bytes that sealing adds to a chunk. */
const SEAL = IV_BYTES + TAG_BYTES;
/** Bytes of a full chunk on the disk. */
export const SEALED_CHUNK = CHUNK + SEAL;

/** The key of one file, and its name in the folder: a chunk opens in its own file and at its own place alone. */
export interface FileKey {
  readonly key: Buffer;
  readonly file: string;
}

/** AES-256-GCM. `iv` is new each time: the last chunk of a file is sealed again as it grows. */
export function sealChunk({ key, file }: FileKey, index: number, bytes: Uint8Array, iv: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aboutOf(file, index));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes of a chunk; undefined where they are not as they were sealed, as after a write that was cut short. */
export function openChunk({ key, file }: FileKey, index: number, sealed: Buffer): Buffer | undefined {
  if (sealed.length <= SEAL) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aboutOf(file, index)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** How many bytes are sealed in so many on the disk, and how many chunks they are. */
export function sealedIn(length: number): { readonly bytes: number; readonly chunks: number } {
  const full = Math.floor(length / SEALED_CHUNK);
  const rest = length % SEALED_CHUNK;
  return rest <= SEAL
    ? { bytes: full * CHUNK, chunks: full }
    : { bytes: full * CHUNK + rest - SEAL, chunks: full + 1 };
}

export const IV_LENGTH = IV_BYTES;

function aboutOf(file: string, index: number): Buffer {
  return Buffer.from(`taafi-kit file 1 ${file} ${index}`);
}
