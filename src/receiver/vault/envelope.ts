import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Where a sealed text belongs. It opens nowhere else: who can write to the database cannot move it to another row. */
export interface Place {
  readonly table: string;
  /** The primary key of the row; of several columns with `/` between them. */
  readonly row: string;
  readonly column: string;
}

/**
 * Something sealed as it is kept: the id of the master key, the data key sealed by that, and what was sealed by the data
 * key. Where only a key is kept, as for a file, the last part is not there.
 */
export interface Envelope {
  readonly keyId: string;
  readonly dataKey: Buffer;
  readonly content: Buffer | undefined;
}

/** What every envelope begins with, and nothing else that is kept in a sealed column: JSON begins otherwise. */
export const ENVELOPE = 'taafi1.';

/** AES-256-GCM: the IV comes first, the tag last. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What is sealed for another purpose does not open for this one. */
export type Purpose = 'key' | 'content';

/** Told of what is not as it was sealed, by its place and without anything that is in it. */
export class BrokenSeal extends Error {
  readonly place: Place;

  constructor(place: Place) {
    const { table, column, row } = place;
    super(`${table}.${column} of ${row} is not as it was sealed: it was changed, or belongs elsewhere.`);
    this.name = 'BrokenSeal';
    this.place = place;
  }
}

/** Whether a text is sealed; nothing is said of whether it can be opened. */
export function isEnvelope(text: string): boolean {
  return text.startsWith(ENVELOPE);
}

export function envelopeText({ keyId, dataKey, content }: Envelope): string {
  const parts = [keyId, base64(dataKey), ...(content === undefined ? [] : [base64(content)])];
  return ENVELOPE + parts.join('.');
}

/** @throws BrokenSeal where it is not written as `envelopeText` writes it, to the last bit. */
export function envelopeIn(text: string, place: Place): Envelope {
  const [keyId = '', dataKey = '', content, ...more] = text.slice(ENVELOPE.length).split('.');
  const envelope = {
    keyId,
    dataKey: Buffer.from(dataKey, 'base64url'),
    content: content === undefined ? undefined : Buffer.from(content, 'base64url'),
  };
  // base64url has several spellings of the same bytes, and only one is ours.
  if (!isEnvelope(text) || more.length > 0 || envelopeText(envelope) !== text) throw new BrokenSeal(place);
  return envelope;
}

/** Seals bytes with a key, for one purpose and one place. `iv` is 12 bytes that were never used with this key. */
export function sealed(
  key: Buffer,
  iv: Uint8Array,
  bytes: Uint8Array,
  purpose: Purpose,
  place: Place,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aboutOf(purpose, place));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws BrokenSeal */
export function unsealed(key: Buffer, bytes: Buffer, purpose: Purpose, place: Place): Buffer {
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new BrokenSeal(place);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aboutOf(purpose, place)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BrokenSeal(place);
  }
}

function aboutOf(purpose: Purpose, { table, row, column }: Place): Buffer {
  return Buffer.from(JSON.stringify(['taafi-kit', 1, purpose, table, row, column]));
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64url');
}
