import type { FormDefinition } from '../../core/definition.js';
import type { FieldDefinition } from '../../core/field-type.js';
import type { FileDefinition } from '../../fields/file/file.type.js';
import { largestOf } from '../../fields/file/file.type.js';

/** Bytes of one file where no form allows more: a photo of a phone fits. */
const USUAL = 10_000_000;
/** Bytes of one file that no form may go beyond. */
const MOST = 50_000_000;

/** Bytes that one file may have: what the most generous field of any form takes. */
export function largestFile(definitions: readonly FormDefinition[]): number {
  const wanted = definitions.flatMap(({ steps }) => steps.flatMap(({ fields }) => sizesIn(fields)));
  return Math.min(Math.max(USUAL, ...wanted), MOST);
}

function sizesIn(fields: readonly FieldDefinition[]): number[] {
  return fields.flatMap((field) => [
    // Fields of this type were shaped by its own schema.
    ...(field.type === 'file' ? [largestOf(field as FileDefinition)] : []),
    ...sizesIn(field.fields ?? []),
  ]);
}
