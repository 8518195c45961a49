import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../http/problem.js';

export const TUS_VERSION = '1.0.0';

/** An upload as its creator wants it. What he calls the file is not looked at: it comes with the answers. */
export interface WantedUpload {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** @throws Problem `tus-version` */
export function mustSpeakTus(headers: IncomingHttpHeaders): void {
  if (headers['tus-resumable'] !== TUS_VERSION) {
    throw new Problem('tus-version', { headers: { 'Tus-Version': TUS_VERSION } });
  }
}

/** @throws Problem `malformed` where the length is missing or nothing, or the id is not one of 128 bits. */
export function wantedUpload(headers: IncomingHttpHeaders): WantedUpload {
  const size = wholeNumber(headers['upload-length']);
  if (size === undefined || size === 0) {
    throw new Problem('malformed', { detail: 'Upload-Length must be a number of bytes, at least 1.' });
  }
  const id = metadata(String(headers['upload-metadata'] ?? '')).get('id') ?? '';
  if (!isUploadId(id)) {
    throw new Problem('malformed', {
      detail: 'Upload-Metadata must have an id of 22 characters of base64url.',
    });
  }
  return { id, size };
}

/** @throws Problem `malformed` */
export function offsetOf(headers: IncomingHttpHeaders): number {
  const offset = wholeNumber(headers['upload-offset']);
  if (offset === undefined)
    throw new Problem('malformed', { detail: 'Upload-Offset must be a number of bytes.' });
  return offset;
}

export function isUploadId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}

/** At most fifteen digits, which a double holds exactly. */
function wholeNumber(header: string | string[] | undefined): number | undefined {
  return /^\d{1,15}$/.test(String(header ?? '')) ? Number(header) : undefined;
}

/** `key base64,key base64`; what is said twice counts as said last. */
function metadata(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}
