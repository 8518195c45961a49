import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Running } from './running-receiver.js';
import { newKey, read } from './running-receiver.js';
import type { SmallType } from './small-files.js';
import { smallFile } from './small-files.js';

export const tus = { 'Tus-Resumable': '1.0.0' };
const octets = { ...tus, 'Content-Type': 'application/offset+octet-stream' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

export { smallFile as fileOf } from './small-files.js';

export async function create(
  { url }: Running,
  id: string,
  size: number | string,
  name = 'a.pdf',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const metadata = `id ${base64(id)},filename ${base64(name)}`;
  const all = { ...tus, 'Upload-Length': String(size), 'Upload-Metadata': metadata, ...headers };
  return read(await fetch(`${url}/api/uploads`, { method: 'POST', headers: all }));
}

export async function patch(
  { url }: Running,
  id: string,
  offset: number | string,
  bytes: Buffer,
): Promise<Answer> {
  const headers = { ...octets, 'Upload-Offset': String(offset) };
  return read(
    await fetch(`${url}/api/uploads/${id}`, { method: 'PATCH', headers, body: new Uint8Array(bytes) }),
  );
}

export async function head({ url }: Running, id: string): Promise<Answer> {
  return read(await fetch(`${url}/api/uploads/${id}`, { method: 'HEAD', headers: tus }));
}

export async function remove({ url }: Running, id: string): Promise<Answer> {
  return read(await fetch(`${url}/api/uploads/${id}`, { method: 'DELETE', headers: tus }));
}

/** Sends a whole file; gives what an answer says of it. */
export async function upload(receiver: Running, type: SmallType = 'application/pdf', size = 500) {
  const id = newKey();
  assert.equal((await create(receiver, id, size)).status, 201);
  assert.equal((await patch(receiver, id, 0, smallFile(type, size))).status, 204);
  const ending = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }[type];
  return { id, name: `عقد.${ending}`, type: type as string, size };
}

export const filesIn = ({ dataDir }: Running) => readdirSync(join(dataDir, 'uploads'));
