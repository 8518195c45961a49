import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import type { Storage } from '../../src/receiver/storage/storage.js';
import { storageOn, upToDate } from '../../src/receiver/storage/storage.js';
import type { Tables } from '../../src/receiver/storage/tables.js';
import { masterKeySource } from '../../src/receiver/vault/master-key-source.js';

/** PostgreSQL within this process: the real one, compiled to WebAssembly. It has one connection, which is waited for. */
export class PostgreSql {
  readonly #database = new PGlite();
  readonly masterKey = randomBytes(32).toString('base64');
  #free: Promise<void> = Promise.resolve();

  /** What a receiver keeps, in this database. Several receivers may each have one. */
  async storage(masterKeys = this.masterKey): Promise<Storage> {
    const pool = {
      connect: async () => {
        const before = this.#free;
        let release = () => {};
        this.#free = new Promise((resolve) => {
          release = resolve;
        });
        await before;
        return { query: this.#query, release };
      },
      end: async () => {},
    };
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) });
    const keyring = await upToDate(db, masterKeySource('', { TAAFI_MASTER_KEY: masterKeys }));
    return storageOn(db, keyring, {});
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** In the shape of the `pg` package, which Kysely's dialect is written for. */
  readonly #query = async (sql: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await this.#database.query(sql, [...parameters]);
    const command = sql.trim().split(/\s/)[0]?.toUpperCase() ?? '';
    return { command, rowCount: affectedRows ?? rows.length, rows };
  };
}
