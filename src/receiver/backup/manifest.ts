import * as z from 'zod/mini';
import { canonicalJson } from '../../core/canonical-json.js';
import { sha256Hex } from '../digest.js';

/** One file of a backup, by its path in the folder of all that is kept. */
export interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup consists of. */
export interface Manifest {
  readonly kind: 'taafi-backup';
  readonly v: 1;
  readonly madeAt: string;
  /** Whether the keys are in it that open and seal. */
  readonly hasKeys: boolean;
  readonly files: readonly BackupFile[];
}

/** The file of the manifest, written last: a backup without it was broken off. */
export const MANIFEST = 'manifest.json';

/** Names of files in a folder that lead nowhere else. */
const path = z
  .string()
  .check(
    z.refine((text) =>
      text.split('/').every((part) => /^[\p{L}\p{N}_.-]+$/u.test(part) && !/^\.+$/.test(part)),
    ),
  );

const shape = z.strictObject({
  kind: z.literal('taafi-backup'),
  v: z.literal(1),
  madeAt: z.string(),
  hasKeys: z.boolean(),
  files: z.array(z.strictObject({ path, bytes: z.int(), sha256: z.string() })),
  sha256: z.string(),
});

/** Told of a backup that is not whole. */
export class BrokenBackup extends Error {}

/** A manifest as it is written, with its own digest. */
export function manifestText(manifest: Manifest): string {
  return `${canonicalJson({ ...manifest, sha256: sha256Hex(canonicalJson(manifest)) })}\n`;
}

/** @throws BrokenBackup where another byte is in it than was written */
export function manifestIn(text: string): Manifest {
  const { data } = shape.safeParse(jsonIn(text));
  if (data !== undefined) {
    const { sha256: _digest, ...manifest } = data;
    if (manifestText(manifest) === text) return manifest;
  }
  throw new BrokenBackup(`${MANIFEST} is not as it was written.`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
