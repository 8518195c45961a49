import type { Kysely, Selectable } from 'kysely';
import type { ScanState, Tables, UploadTable } from './tables.js';

export type StoredUpload = Readonly<Selectable<UploadTable>>;

/** Keeps what is known of files; how much of one has arrived, its length on the disk tells. */
export class UploadStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Adds an upload; where one of that id is there already, gives that one. */
  async add(
    upload: Pick<StoredUpload, 'id' | 'file' | 'size' | 'created_at' | 'data_key'>,
  ): Promise<StoredUpload> {
    const empty = { media_type: null, completed_at: null, reference: null };
    const added: StoredUpload = { ...upload, ...empty, marks: null, scan: null, scanned_at: null };
    await this.#db
      .insertInto('upload')
      .values(added)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return (await this.find(upload.id)) ?? added;
  }

  async find(id: string): Promise<StoredUpload | undefined> {
    const [row] = await this.#db.selectFrom('upload').selectAll().where('id', '=', id).execute();
    return row;
  }

  /** Those of these ids that there are. */
  async findAll(ids: readonly string[]): Promise<StoredUpload[]> {
    if (ids.length === 0) return [];
    return this.#db.selectFrom('upload').selectAll().where('id', 'in', ids).execute();
  }

  /** All that no request has claimed, the oldest first. */
  unclaimed(): Promise<StoredUpload[]> {
    const unclaimed = this.#db.selectFrom('upload').selectAll().where('reference', 'is', null);
    return unclaimed.orderBy('created_at').execute();
  }

  /** Names of the files that arrived last and belong to requests. */
  async newest(most: number): Promise<readonly string[]> {
    const rows = await this.#db
      .selectFrom('upload')
      .select('file')
      .where('reference', 'is not', null)
      .orderBy('completed_at', 'desc')
      .limit(most)
      .execute();
    return rows.map(({ file }) => file);
  }

  /** Notes that an upload has arrived whole; false where it has another file by now, in which it may not have. */
  async complete(
    { id, file }: StoredUpload,
    { mediaType, marks, scan }: { mediaType: string; marks: readonly string[]; scan: ScanState | null },
    now: string,
  ): Promise<boolean> {
    await this.#db
      .updateTable('upload')
      .set({ media_type: mediaType, marks: JSON.stringify(marks), scan, completed_at: now })
      .where('id', '=', id)
      .where('file', '=', file)
      .where('completed_at', 'is', null)
      .execute();
    return (await this.find(id))?.file === file;
  }

  /** Forgets an upload; false where a request has claimed it in the meantime, or it has another file by now. */
  async remove({ id, file }: Pick<StoredUpload, 'id' | 'file'>): Promise<boolean> {
    const result = await this.#db
      .deleteFrom('upload')
      .where('id', '=', id)
      .where('file', '=', file)
      .where('reference', 'is', null)
      .executeTakeFirst();
    return result.numDeletedRows > 0n;
  }

  /** Names of all files that belong to an upload. */
  async files(): Promise<ReadonlySet<string>> {
    const rows = await this.#db.selectFrom('upload').select('file').execute();
    return new Set(rows.map(({ file }) => file));
  }

  /** Files from before files were sealed, at most so many of those after an id. */
  unsealed(after: string, most: number): Promise<StoredUpload[]> {
    const unsealed = this.#db.selectFrom('upload').selectAll().where('data_key', 'is', null);
    return unsealed.where('id', '>', after).orderBy('id').limit(most).execute();
  }

  /** Puts a sealed copy in the place of a file; false where that has another one by now, or has arrived whole meanwhile. */
  async replace(
    { id, file, completed_at }: StoredUpload,
    copy: { file: string; dataKey: string },
  ): Promise<boolean> {
    const result = await this.#db
      .updateTable('upload')
      .set({ file: copy.file, data_key: copy.dataKey })
      .where('id', '=', id)
      .where('file', '=', file)
      .where('completed_at', completed_at === null ? 'is' : '=', completed_at)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Has every whole file that no scanner has looked at wait for one. */
  async awaitScan(): Promise<void> {
    await this.#db
      .updateTable('upload')
      .set({ scan: 'waiting' })
      .where('scan', 'is', null)
      .where('completed_at', 'is not', null)
      .execute();
  }

  /** Files that wait for the scanner, at most so many of those after an id. */
  waitingForScan(after: string, most: number): Promise<StoredUpload[]> {
    const waiting = this.#db.selectFrom('upload').selectAll().where('scan', '=', 'waiting');
    return waiting.where('id', '>', after).orderBy('id').limit(most).execute();
  }

  /** Infected files whose requests have not been told. */
  untold(most: number): Promise<StoredUpload[]> {
    const found = this.#db.selectFrom('upload').selectAll().where('scan', '=', 'found');
    return found.where('reference', 'is not', null).orderBy('completed_at').limit(most).execute();
  }

  /** Notes what the scanner has said; false where that was not the state any more. */
  async noteScan(id: string, from: ScanState, to: ScanState, now: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('upload')
      .set({ scan: to, scanned_at: now })
      .where('id', '=', id)
      .where('scan', '=', from)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }
}
