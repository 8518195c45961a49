import type { Kysely, Selectable } from 'kysely';
import type { Tables, UploadTable } from './tables.js';

export type StoredUpload = Readonly<Selectable<UploadTable>>;

/** Keeps what is known of files; how much of one has arrived, its length on the disk tells. */
export class UploadStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Adds an upload; where one of that id is there already, gives that one. */
  async add(upload: Pick<StoredUpload, 'id' | 'file' | 'size' | 'created_at'>): Promise<StoredUpload> {
    const added: StoredUpload = { ...upload, media_type: null, completed_at: null, reference: null };
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

  async complete(id: string, mediaType: string, now: string): Promise<void> {
    await this.#db
      .updateTable('upload')
      .set({ media_type: mediaType, completed_at: now })
      .where('id', '=', id)
      .where('completed_at', 'is', null)
      .execute();
  }

  /** Forgets an upload; false where a request has claimed it in the meantime. */
  async remove(id: string): Promise<boolean> {
    const result = await this.#db
      .deleteFrom('upload')
      .where('id', '=', id)
      .where('reference', 'is', null)
      .executeTakeFirst();
    return result.numDeletedRows > 0n;
  }

  /** Names of all files that belong to an upload. */
  async files(): Promise<ReadonlySet<string>> {
    const rows = await this.#db.selectFrom('upload').select('file').execute();
    return new Set(rows.map(({ file }) => file));
  }
}
