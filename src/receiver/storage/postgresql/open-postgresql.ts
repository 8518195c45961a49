import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Storage } from '../storage.js';
import { migrateToLatest, storageOn } from '../storage.js';
import type { Tables } from '../tables.js';
import type { DatabaseAddress } from './address.js';
import { DatabaseFault } from './database-fault.js';
import type { PoolLimits } from './pool.js';
import { openPool, patientLimits } from './pool.js';

/** Of all that asks PostgreSQL for locks by number, these are the receiver's. */
const ALONE = 7_433_640_029n;

/**
 * Opens a database of PostgreSQL and brings its tables up to date; where several do so at once, one does it and the others wait.
 * @throws Error with a sentence where it cannot be used.
 */
export async function openPostgresql(address: DatabaseAddress, limits: PoolLimits): Promise<Storage> {
  try {
    const patient = await connected(address, patientLimits);
    try {
      await mustHoldArabic(patient, address);
      await migrateToLatest(patient);
    } finally {
      await patient.destroy();
    }
    const db = await connected(address, limits);
    return storageOn(db, {
      alone: async (work) => {
        const lock = await connected(address, patientLimits);
        try {
          return await lock.transaction().execute(async (transaction) => {
            await sql`select pg_advisory_xact_lock(${sql.lit(ALONE)})`.execute(transaction);
            return work();
          });
        } finally {
          await lock.destroy();
        }
      },
    });
  } catch (error) {
    throw error instanceof DatabaseFault ? new Error(sentenceFor(error, address), { cause: error }) : error;
  }
}

/** Kysely on a pool of its own. */
export async function connected(address: DatabaseAddress, limits: PoolLimits): Promise<Kysely<Tables>> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await openPool(address, limits) }) });
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
