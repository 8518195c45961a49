import type { ChosenFile, FileDefinition } from './file.type.js';
import { endedName, mediaTypesOf } from './file.type.js';
import { readyPhoto } from './ready-photo.js';

/** Where the bytes of chosen files are. */
export interface FileBytes {
  get(id: string): Blob | undefined;
  replace(id: string, bytes: File): void;
}

/**
 * Makes the photos among chosen files ready, one after the other, for each takes memory while it is drawn.
 * @param settle is told of each as it is then.
 */
export async function readyFiles(
  chosen: readonly ChosenFile[],
  bytes: FileBytes,
  definition: FileDefinition,
  settle: (file: ChosenFile) => void,
): Promise<readonly ChosenFile[]> {
  const ready: ChosenFile[] = [];
  for (const file of chosen) {
    const settled = file.isPending ? await readyFile(file, bytes, definition) : file;
    if (settled !== file) settle(settled);
    ready.push(settled);
  }
  return ready;
}

async function readyFile(
  { isPending: _isPending, ...file }: ChosenFile,
  bytes: FileBytes,
  definition: FileDefinition,
): Promise<ChosenFile> {
  const photo = bytes.get(file.id);
  if (photo === undefined || file.type === undefined) return file;
  const accepted = mediaTypesOf(definition);
  const isOriginal = definition.photos === 'original';
  try {
    const ready = await readyPhoto(photo, file.type, { accepted, isOriginal });
    if (ready === undefined) return { ...file, isDamaged: true };
    const { mediaType: type, isUncleaned } = ready;
    const name = endedName(file.name, type);
    bytes.replace(file.id, new File([ready.bytes], name, { type }));
    return { ...file, name, size: ready.bytes.size, type, ...(isUncleaned && { isUncleaned }) };
  } catch {
    // Its bytes cannot be read any more, and sending it will say so.
    return { ...file, isUncleaned: true };
  }
}
