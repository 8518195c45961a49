import { createHash } from 'node:crypto';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { migrateToLatest } from '../storage.js';
import type { Tables } from '../tables.js';
import type { DatabaseAddress } from './address.js';
import { connected } from './open-postgresql.js';
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
 * read back and found the same. Nobody else may have the file open meanwhile.
 * @throws CannotMove
 */
export async function moveToPostgresql(file: string, address: DatabaseAddress): Promise<Moved> {
  const source = await openAlone(file);
  const target = await connected(address, patientLimits);
  try {
    await migrateToLatest(target);
    return await target.transaction().execute(async (transaction) => {
      const tables = tablesIn(source);
      const sums = new Map(tables.map((table) => [table.name, sumOf(table, source)]));
      const rows = new Map([...sums].map(([name, sum]) => [name, sum.rows]));
      if (!(await isEmpty(transaction, tables))) {
        if (await areSame(transaction, tables, sums)) return { rows, wasThere: true };
        throw new CannotMove(
          `${address.shown} holds data already: nothing was moved. Make an empty database.`,
        );
      }
      await sql`delete from chain_head`.execute(transaction);
      for (const table of tables) await copy(table, source, transaction);
      if (await areSame(transaction, tables, sums)) return { rows, wasThere: false };
      throw new CannotMove('what was copied is not what was there: nothing was moved.');
    });
  } finally {
    source.close();
    await target.destroy();
  }
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Opens a file that nobody else has open, with the tables of this version, as the target has them. */
async function openAlone(file: string): Promise<Database.Database> {
  const source = new Database(file);
  try {
    source.pragma('locking_mode = EXCLUSIVE');
    await migrateToLatest(new Kysely<Tables>({ dialect: new SqliteDialect({ database: source }) }));
    source.exec('begin exclusive');
    return source;
  } catch (error) {
    source.close();
    if ((error as NodeJS.ErrnoException).code?.startsWith('SQLITE_BUSY') !== true) throw error;
    throw new CannotMove(`${file} is in use: stop the receiver first.`);
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

/** Whether nobody has ever used it: its tables were made, and no more. */
async function isEmpty(target: Kysely<Tables>, tables: readonly Table[]): Promise<boolean> {
  for (const { name } of tables) {
    const rule = name === 'chain_head' ? sql`where sequence > 0` : sql``;
    const { rows } = await sql`select 1 from ${sql.table(name)} ${rule} limit 1`.execute(target);
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
