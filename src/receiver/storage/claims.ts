import type { Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** A file that a submission names, and where. */
export interface Claim {
  readonly pointer: string;
  readonly id: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Thrown inside a transaction, so that all of it is undone. */
export class MissingFiles extends Error {
  readonly pointers: readonly string[];

  constructor(pointers: readonly string[]) {
    super('files are missing');
    this.pointers = pointers;
  }
}

/** Each file must have arrived whole, be what the answer says, and belong to nobody else. */
export async function claimFiles(
  transaction: Transaction<Tables>,
  claims: readonly Claim[],
  reference: string,
): Promise<void> {
  const missing = new Set<Claim>();
  // In one order always: of two that claim the same files one waits, and neither for the other.
  const ordered = [...claims].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const claim of ordered) {
    const { id, mediaType, size } = claim;
    const result = await transaction
      .updateTable('upload')
      .set({ reference })
      .where('id', '=', id)
      .where('completed_at', 'is not', null)
      .where('media_type', '=', mediaType)
      .where('size', '=', size)
      .where('reference', 'is', null)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) missing.add(claim);
  }
  if (missing.size === 0) return;
  throw new MissingFiles(claims.filter((claim) => missing.has(claim)).map(({ pointer }) => pointer));
}
