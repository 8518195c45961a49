import type { FormDefinition } from '../../core/definition.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { ChosenFile, FileDefinition } from '../../fields/file/file.type.js';
import type { FileBytes } from '../../fields/file/ready-files.js';

const bring = () => import('../../fields/file/ready-files.js');

/** Has what makes photos ready here before somebody chooses one: where he does he may be without a connection. */
export function expectPhotos({ steps }: FormDefinition): void {
  // Whoever needs it asks again.
  if (steps.some(({ fields }) => hasFiles(fields))) bring().catch(() => undefined);
}

/** Makes the photos among chosen files ready; undefined where what does it cannot be brought. */
export async function readyFiles(
  chosen: readonly ChosenFile[],
  bytes: FileBytes,
  definition: FieldDefinition,
  settle: (file: ChosenFile) => void,
): Promise<readonly ChosenFile[] | undefined> {
  const brought = await bring().catch(() => undefined);
  // Only fields for files have chosen files.
  return brought?.readyFiles(chosen, bytes, definition as FileDefinition, settle);
}

function hasFiles(fields: readonly FieldDefinition[]): boolean {
  return fields.some(({ type, fields: inner = [] }) => type === 'file' || hasFiles(inner));
}
