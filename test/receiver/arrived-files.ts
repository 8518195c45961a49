import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import Database from 'libsql';
import { placeOf } from '../../src/receiver/uploads/file-place.js';
import { KeptFiles } from '../../src/receiver/uploads/kept-files.js';
import { UploadFiles } from '../../src/receiver/uploads/upload-files.js';
import { Keyring } from '../../src/receiver/vault/keyring.js';
import { masterKeySource } from '../../src/receiver/vault/master-key-source.js';
import { realWorld } from '../../src/receiver/world.js';

interface Place {
  readonly dataDir: string;
}

interface Row {
  readonly id: string;
  readonly file: string;
  readonly dataKey: string | null;
  readonly size: number;
}

function rowsIn({ dataDir }: Place): Row[] {
  const database = new Database(join(dataDir, 'taafi.db'), { readonly: true });
  const rows = database.prepare('SELECT id, file, data_key AS dataKey, size FROM upload ORDER BY id').all();
  database.close();
  return rows as Row[];
}

function keyringIn({ dataDir }: Place): Keyring | undefined {
  const source = masterKeySource(dataDir, {});
  const keys = source.read();
  return keys && new Keyring(source, keys);
}

/** Files as programs beside the receiver read them. */
export function keptFilesIn(place: Place): KeptFiles {
  return new KeptFiles(new UploadFiles(join(place.dataDir, 'uploads')), keyringIn(place));
}

/** What has arrived of each file, by its id. */
export async function arrivedFiles(place: Place): Promise<Map<string, Buffer>> {
  const kept = keptFilesIn(place);
  const arrived = new Map<string, Buffer>();
  for (const row of rowsIn(place)) arrived.set(row.id, await buffer(kept.pieces(row)));
  return arrived;
}

/** The one file that has arrived. */
export async function theFile(place: Place): Promise<Buffer> {
  const [file, ...others] = (await arrivedFiles(place)).values();
  if (file === undefined || others.length > 0) throw new Error('there is not one file');
  return file;
}

/** Has more of every file arrive behind the receiver's back. */
export async function completeFiles(place: Place, bytes: Buffer): Promise<void> {
  const keyring = keyringIn(place);
  for (const { id, file, dataKey } of rowsIn(place)) {
    if (keyring === undefined || dataKey === null) throw new Error('it is not sealed');
    const key = keyring.dataKey(placeOf(id), dataKey);
    const writer = await new UploadFiles(join(place.dataDir, 'uploads')).append({ file, key }, realWorld);
    await writer.write(bytes.subarray(writer.length));
    await writer.close();
  }
}
