import type { ChosenFile } from '../../fields/file/file.type.js';
import { Upload } from '../../transport/upload.js';
import type { TrackerHost } from './tracker-host.js';

/**
 * Sends one file, and tells how many of its bytes have arrived.
 * @throws SendError
 */
export async function upload(
  { line, uploads }: TrackerHost,
  bytes: Blob,
  { id, name }: ChosenFile,
  signal: AbortSignal,
  onProgress: (bytesSent: number) => void,
): Promise<void> {
  await new Upload(line, uploads, bytes, { id, name }, { signal, onProgress }).run();
}
