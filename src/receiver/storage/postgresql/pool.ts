import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import type { DatabaseAddress } from './address.js';
import { endsConnection, faultOf } from './database-fault.js';

/** How the connections are used. Times in milliseconds; 0 is without end. */
export interface PoolLimits {
  /** Connections that one process opens at most. */
  readonly most: number;
  /** How long one waits for a free connection, or a new one. */
  readonly connecting: number;
  /** How long one statement may take, a lock that it waits for included. */
  readonly statement: number;
  /** How long a transaction may stand still. */
  readonly idleTransaction: number;
}

/** For a receiver: whoever waits longer is better told to come back. */
export const servingLimits: PoolLimits = {
  most: 10,
  connecting: 5_000,
  statement: 10_000,
  idleTransaction: 30_000,
};

/** For a command and for changes of the tables, which take as long as they take. */
export const patientLimits: PoolLimits = { most: 2, connecting: 10_000, statement: 0, idleTransaction: 0 };

/** So much longer than the database the receiver waits itself: for a line that has fallen silent. */
const SILENCE = 5_000;

/**
 * Connections to PostgreSQL, opened when they are needed: after the database was restarted new ones are. Faults come as
 * `DatabaseFault`, and a connection that had one of the line is not used again.
 * @throws Error where the package `pg` is not installed.
 */
export async function openPool({ url, tls }: DatabaseAddress, limits: PoolLimits): Promise<PostgresPool> {
  const { Pool } = await driver();
  const pool = new Pool({
    connectionString: url,
    ssl: tls,
    application_name: 'taafi-kit',
    max: limits.most,
    connectionTimeoutMillis: limits.connecting,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    ...(limits.statement > 0 && {
      statement_timeout: limits.statement,
      query_timeout: limits.statement + SILENCE,
    }),
    ...(limits.idleTransaction > 0 && { idle_in_transaction_session_timeout: limits.idleTransaction }),
  });
  // A connection that breaks while nobody uses it is taken out by the pool; without a listener the process would end.
  pool.on('error', () => undefined);
  return {
    async connect() {
      try {
        return new Connection(await pool.connect());
      } catch (error) {
        throw faultOf(error);
      }
    },
    end: () => pool.end(),
  };
}

/** One connection, from when it was taken until it is given back. */
class Connection implements PostgresPoolClient {
  readonly #client: PoolClient;
  #isBroken = false;

  constructor(client: PoolClient) {
    this.#client = client;
    // What breaks between two statements is found by the next one.
    client.on('error', this.#onError);
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    // Nothing here streams.
    if (typeof sql !== 'string') throw new Error('no cursors are used');
    return this.#run<R>(sql, parameters);
  }

  release(): void {
    this.#client.off('error', this.#onError);
    this.#client.release(this.#isBroken);
  }

  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      // The driver knows the commands as texts.
      return (await this.#client.query(sql, [...parameters])) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      const fault = faultOf(error);
      if (endsConnection(fault)) this.#isBroken = true;
      throw fault;
    }
  }

  readonly #onError = () => {
    this.#isBroken = true;
  };
}

async function driver() {
  try {
    return (await import('pg')).default;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('TAAFI_DATABASE_URL needs the package pg, which is not installed: npm install pg');
  }
}
