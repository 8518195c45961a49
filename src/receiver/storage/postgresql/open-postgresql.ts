import { Kysely, PostgresDialect, sql } from 'kysely';
import type { MasterKeySource } from '../../vault/master-key-source.js';
import type { Storage } from '../storage.js';
import { storageOn, upToDate } from '../storage.js';
import type { Tables } from '../tables.js';
import type { DatabaseAddress } from './address.js';
import { DatabaseFault } from './database-fault.js';
import type { PoolLimits } from './pool.js';
import { openPool, patientLimits } from './pool.js';

/** Of all that asks PostgreSQL for locks by number, these are the receiver's. */
const ALONE = 7_433_640_029n;

/**
 * Opens a database of PostgreSQL and brings its tables up to date; where several do so at once, one does it and the others wait, so that all
 * have the master key of the first.
 * @param master where the keys are that it is sealed with.
 * @throws Error with a sentence where it cannot be used, or keys are missing or are not the right ones.
 */
export async function openPostgresql(
  address: DatabaseAddress,
  master: MasterKeySource,
  limits: PoolLimits,
): Promise<Storage> {
  try {
    const keyring = await patiently(address, async (db) => {
      await mustHoldArabic(db, address);
      return aloneOn(db, () => upToDate(db, master));
    });
    const db = await connected(address, limits);
    return storageOn(db, keyring, {
      alone: (work) => patiently(address, (patient) => aloneOn(patient, work)),
    });
  } catch (error) {
    throw error instanceof DatabaseFault ? new Error(sentenceFor(error, address), { cause: error }) : error;
  }
}

/** Does something while nobody else does such a thing on this database, who asks by this. One connection is held meanwhile. */
export async function aloneOn<Result>(db: Kysely<Tables>, work: () => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(ALONE)})`.execute(transaction);
    return work();
  });
}

/** Kysely on a pool of its own. */
export async function connected(address: DatabaseAddress, limits: PoolLimits): Promise<Kysely<Tables>> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await openPool(address, limits) }) });
}

/** Works with connections that wait as long as it takes, and closes them. */
async function patiently<Result>(
  address: DatabaseAddress,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const db = await connected(address, patientLimits);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

async function mustHoldArabic(db: Kysely<Tables>, { shown }: DatabaseAddress): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new Error(`The database ${shown} is kept in ${encoding}: make one with ENCODING 'UTF8'.`);
}

/** What a fault of connecting means to whoever runs the receiver. */
function sentenceFor({ code }: DatabaseFault, { shown }: DatabaseAddress): string {
  switch (code) {
    case 'PG_AWAY':
      return `The database ${shown} does not answer, or not as TAAFI_DATABASE_URL says (TLS, port).`;
    case 'PG_28P01':
    case 'PG_28000':
      return `The database ${shown} refuses the name or the password in TAAFI_DATABASE_URL.`;
    case 'PG_3D000':
      return `There is no database ${shown}: make it, or mend TAAFI_DATABASE_URL.`;
    case 'PG_42501':
      return `The user in TAAFI_DATABASE_URL may make no tables in ${shown}: let him own the database.`;
    case 'PG_53300':
      return `The database ${shown} has no connection left: see TAAFI_DATABASE_POOL.`;
    default:
      return `The database ${shown} cannot be used: it answered ${code.slice(3)}.`;
  }
}
