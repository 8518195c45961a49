import { createHash } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import type { Keyring } from '../../vault/keyring.js';
import type { MasterKeySource } from '../../vault/master-key-source.js';
import { migrateToLatest, upToDate } from '../storage.js';
import type { Tables } from '../tables.js';
import type { DatabaseAddress } from './address.js';
import { aloneOn, connected } from './open-postgresql.js';
import { patientLimits } from './pool.js';

/** Rows of one statement at most, and characters after which it is long enough. */
const BATCH = { rows: 200, characters: 1_000_000 };

/** What a table holds: how many rows, and the digests of all of them in one, whatever their order. */
interface Sum {
  readonly rows: number;
  readonly digest: string;
}

type Value = string | number | null | Buffer;

/** Told to whoever moves the data; nothing was changed anywhere. */
export class CannotMove extends Error {}

export interface Moved {
  /** Rows by table. */
  readonly rows: ReadonlyMap<string, number>;
  /** Whether it was all there already, as after a move that was broken off at its very end. */
  readonly wasThere: boolean;
}

/**
 * Copies all of a database file into an empty database of PostgreSQL: in one transaction, which is committed only after every row was
 * read back and found the same. What is sealed is copied as it is, for the same master keys. Nobody else may have the file open meanwhile.
 * @param master where the keys are that the file is sealed with.
 * @throws CannotMove
 */
export async function moveToPostgresql(
  file: string,
  address: DatabaseAddress,
  master: MasterKeySource,
): Promise<Moved> {
  const { source, keyring } = await openAlone(file, master);
  try {
    const target = await connected(address, patientLimits);
    try {
      return await aloneOn(target, async () => {
        await migrateToLatest(target, keyring);
        return target.transaction().execute((transaction) => copyAll(source, transaction, address));
      });
    } finally {
      await target.destroy();
    }
  } finally {
    source.close();
  }
}

async function copyAll(
  source: Database.Database,
  target: Kysely<Tables>,
  address: DatabaseAddress,
): Promise<Moved> {
  const tables = tablesIn(source);
  const sums = new Map(tables.map((table) => [table.name, sumOf(table, source)]));
  const rows = new Map([...sums].map(([name, sum]) => [name, sum.rows]));
  if (!(await isEmpty(target, tables))) {
    if (await areSame(target, tables, sums)) return { rows, wasThere: true };
    throw new CannotMove(`${address.shown} holds data already: nothing was moved. Make an empty database.`);
  }
  for (const name of madeWithTables.keys()) await sql`delete from ${sql.table(name)}`.execute(target);
  for (const table of tables) await copy(table, source, target);
  if (await areSame(target, tables, sums)) return { rows, wasThere: false };
  throw new CannotMove('what was copied is not what was there: nothing was moved.');
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Opens a file that nobody else has open, with the tables of this version, as the target has them, and sealed. */
async function openAlone(
  file: string,
  master: MasterKeySource,
): Promise<{ readonly source: Database.Database; readonly keyring: Keyring }> {
  const source = new Database(file);
  try {
    source.pragma('locking_mode = EXCLUSIVE');
    // What stood there open before it was sealed is gone from the file.
    source.pragma('secure_delete = ON');
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: source }) });
    const keyring = await upToDate(db, master);
    // All of it is in the one file, which gets another name afterwards, and its log holds nothing that was open.
    source.pragma('wal_checkpoint(TRUNCATE)');
    source.exec('begin exclusive');
    return { source, keyring };
  } catch (error) {
    source.close();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('SQLITE_BUSY')) throw new CannotMove(`${file} is in use: stop the receiver first.`);
    // A master key that is missing, or is not the right one.
    if (code === undefined) throw new CannotMove(message);
    throw error;
  }
}

/** Tables of the receiver, those that others refer to first. */
function tablesIn(source: Database.Database): readonly Table[] {
  const names = source
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .all()
    .map((row) => (row as { name: string }).name)
    .filter((name) => !/^(sqlite|kysely)_/.test(name));
  const ordered = new Set<string>();
  const add = (name: string) => {
    if (ordered.has(name)) return;
    const references = source.prepare(`select "table" as name from pragma_foreign_key_list(?)`).all(name);
    for (const { name: other } of references as { name: string }[]) if (other !== name) add(other);
    ordered.add(name);
  };
  for (const name of names) add(name);
  return [...ordered].map((name) => ({
    name,
    columns: source
      .prepare('select name from pragma_table_info(?)')
      .all(name)
      .map((row) => (row as { name: string }).name),
  }));
}

/** Rows as they stand in the file, one after the other. */
function* rowsIn({ name, columns }: Table, source: Database.Database): Generator<readonly Value[]> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  for (const row of source.prepare(`select ${list} from "${name}"`).iterate()) {
    yield columns.map((column) => (row as Record<string, Value>)[column] ?? null);
  }
}

async function copy(table: Table, source: Database.Database, target: Kysely<Tables>): Promise<void> {
  let [batch, characters]: [(readonly Value[])[], number] = [[], 0];
  const flush = async () => {
    if (batch.length > 0) await insert(table, batch, target);
    [batch, characters] = [[], 0];
  };
  for (const row of rowsIn(table, source)) {
    batch.push(row);
    for (const value of row) characters += typeof value === 'number' ? 8 : (value?.length ?? 0);
    if (batch.length === BATCH.rows || characters > BATCH.characters) await flush();
  }
  await flush();
}

async function insert(
  { name, columns }: Table,
  rows: readonly (readonly Value[])[],
  target: Kysely<Tables>,
): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(row)})`);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
    target,
  );
}

/** Tables that have rows before anything is kept, and which of them tell that something is. */
const madeWithTables: ReadonlyMap<string, RawBuilder<unknown>> = new Map([
  ['chain_head', sql`sequence > 0`],
  // Whoever opens it writes down his master key. Nothing is sealed with that where all else is empty.
  ['master_key', sql`false`],
]);

/** Whether nobody has ever used it: its tables were made, and no more. */
async function isEmpty(target: Kysely<Tables>, tables: readonly Table[]): Promise<boolean> {
  for (const { name } of tables) {
    const used = madeWithTables.get(name) ?? sql`true`;
    const { rows } = await sql`select 1 from ${sql.table(name)} where ${used} limit 1`.execute(target);
    if (rows.length > 0) return false;
  }
  return true;
}

async function areSame(
  target: Kysely<Tables>,
  tables: readonly Table[],
  sums: ReadonlyMap<string, Sum>,
): Promise<boolean> {
  for (const table of tables) {
    const [there, here] = [await sumAt(table, target), sums.get(table.name)];
    if (there.rows !== here?.rows || there.digest !== here.digest) return false;
  }
  return true;
}

function sumOf(table: Table, source: Database.Database): Sum {
  const sum = new Summing();
  for (const row of rowsIn(table, source)) sum.add(row);
  return sum.sum;
}

async function sumAt({ name, columns }: Table, target: Kysely<Tables>): Promise<Sum> {
  const sum = new Summing();
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare moving no scroll cursor for select ${list} from ${sql.table(name)}`.execute(target);
  for (;;) {
    const { rows } = await sql<Record<string, Value>>`fetch 500 from moving`.execute(target);
    for (const row of rows) sum.add(columns.map((column) => row[column] ?? null));
    if (rows.length === 0) break;
  }
  await sql`close moving`.execute(target);
  return sum.sum;
}

/** Adds up digests of rows so that their order does not matter; no two rows of a table are the same. */
class Summing {
  #rows = 0;
  readonly #digest = Buffer.alloc(32);

  add(row: readonly Value[]): void {
    const written = row.map((value) =>
      value === null ? null : Buffer.isBuffer(value) ? { bytes: value.toString('hex') } : String(value),
    );
    const digest = createHash('sha256').update(JSON.stringify(written)).digest();
    for (const [place, byte] of digest.entries()) this.#digest[place] = (this.#digest[place] ?? 0) ^ byte;
    this.#rows += 1;
  }

  get sum(): Sum {
    return { rows: this.#rows, digest: this.#digest.toString('hex') };
  }
}
