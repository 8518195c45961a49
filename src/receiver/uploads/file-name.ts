import { fileTypes } from '../../core/file-signature.js';

/** A name for a file that is handed out: nothing of it is the sender's own. */
export function nameFor(id: string, mediaType: string): string {
  const kind = Object.values(fileTypes).find((one) => one.mediaType === mediaType);
  return `${id}.${kind?.endings[0] ?? 'bin'}`;
}
