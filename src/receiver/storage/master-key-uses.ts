import type { Kysely } from 'kysely';
import type { Place } from '../vault/envelope.js';
import { BrokenSeal, envelopeIn } from '../vault/envelope.js';
import type { Keyring } from '../vault/keyring.js';
import { MissingMasterKey, openKeyring } from '../vault/keyring.js';
import type { MasterKeySource } from '../vault/master-key-source.js';
import { inTransaction } from './in-transaction.js';
import { sealedColumns, sealedKeys } from './sealed-columns.js';
import { changeTexts } from './sealed-rows.js';
import type { Tables } from './tables.js';

/** Who began to seal with the earlier key before it was replaced has stored it by then, in milliseconds. */
const LAST_USE = 10 * 60 * 1000;

/** What has become of what is sealed. */
export interface Resealed {
  /** Texts whose keys are sealed by the master key in use now, and were not before. */
  readonly texts: number;
  /** Ids of earlier master keys that nothing needs any more. */
  readonly dropped: readonly string[];
  /** Where something is that cannot be opened. */
  readonly broken: readonly Place[];
}

/** What one kind of database does in its own way: see `OwnWays`. */
interface Ways {
  readonly emptyLog: () => void;
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Which master keys the data here need. */
export class MasterKeyUses {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;
  readonly #ways: Ways;

  constructor(db: Kysely<Tables>, keyring: Keyring, ways: Ways) {
    this.#db = db;
    this.#keyring = keyring;
    this.#ways = ways;
  }

  get keyring(): Keyring {
    return this.#keyring;
  }

  /** Puts a new master key in use: at once for everybody who reads the same file. `now` is an ISO time. */
  async rotate(now: string): Promise<Resealed> {
    await this.#ways.alone(async () => {
      await this.#keyring.rotate(now);
      await noteMasterKey(this.#db, this.#keyring, now);
    });
    return this.reseal(now);
  }

  /**
   * Seals the data keys anew that are under an earlier master key, a step at a time while others write, and takes those away
   * that nothing needs any more.
   */
  async reseal(now: string): Promise<Resealed> {
    const found = new Map<string, number>();
    const broken: Place[] = [];
    for (const column of [...sealedColumns, ...sealedKeys]) {
      await changeTexts(this.#db, column, (place, text) => {
        try {
          const other = this.#keyring.rewrap(place, text);
          if (other !== undefined) count(found, envelopeIn(text, place).keyId);
          return other;
        } catch (error) {
          if (!(error instanceof BrokenSeal || error instanceof MissingMasterKey)) throw error;
          broken.push(place);
          return undefined;
        }
      });
    }
    // One that was just found to be needed may be so again: next time.
    const dropped = broken.length > 0 ? [] : await this.#drop((id) => !found.has(id), now);
    this.#ways.emptyLog();
    return { texts: [...found.values()].reduce((sum, one) => sum + one, 0), dropped, broken };
  }

  /** Forgets earlier master keys that are not needed, and takes those away that are ours; gives their ids. */
  async #drop(isUnused: (id: string) => boolean, now: string): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('master_key').select(['id', 'since']).execute();
    const [{ id: current }, ...earlier] = this.#keyring.keys;
    const since = rows.find(({ id }) => id === current)?.since ?? now;
    const isOver = (replacedAt = since) => Date.parse(replacedAt) + LAST_USE <= Date.parse(now);
    const unused = earlier.filter(({ id, replacedAt }) => isUnused(id) && isOver(replacedAt));
    // A key that came after this one is in use at another receiver, or will be.
    const isEarlier = (id: string) => rows.every((row) => row.id !== id || row.since <= since);
    const ids = unused.map(({ id }) => id).filter(isEarlier);
    if (ids.length === 0) return [];
    // Alone: who writes the keys anew meanwhile would lose one, or have one lost that was just made.
    await this.#ways.alone(async () => {
      // First here: a key that is named here and is nowhere else would stop the next start.
      await this.#db.deleteFrom('master_key').where('id', 'in', ids).execute();
      if (this.#keyring.isOurs) await this.#keyring.drop(new Set(ids));
    });
    return ids;
  }

  /** Writes what is there already. @throws Error where nothing can be written */
  async mustWrite(): Promise<void> {
    await this.#db
      .updateTable('chain_head')
      .set((eb) => ({ sequence: eb.ref('sequence') }))
      .where('chain', '=', 'audit')
      .execute();
  }

  /** Whether the key in use is where it is kept and opens what it has sealed. */
  async isAtHand(): Promise<boolean> {
    try {
      await mustOpen(this.#db, this.#keyring);
      return this.#keyring.isKept;
    } catch (error) {
      if (error instanceof BrokenSeal || error instanceof MissingMasterKey) return false;
      throw error;
    }
  }
}

/** The keyring for what a database holds. @throws Error with a sentence where it has not all keys that are needed */
export async function keyringFor(db: Kysely<Tables>, source: MasterKeySource): Promise<Keyring> {
  return openKeyring(source, !(await isSealed(db)));
}

/**
 * Writes down that the master key in use is needed from now on, after all that are needed have been found to be here.
 * @throws MissingMasterKey, BrokenSeal
 */
export async function noteMasterKey(db: Kysely<Tables>, keyring: Keyring, now: string): Promise<void> {
  // Nothing is written where all is as it was: whoever only reads waits for nobody.
  if ((await mustOpen(db, keyring)).has(keyring.keys[0].id)) return;
  await inTransaction(db, async (transaction) => {
    // Of two receivers with different keys that start on the same database, one waits and finds the other's.
    await transaction
      .updateTable('chain_head')
      .set((eb) => ({ sequence: eb.ref('sequence') }))
      .where('chain', '=', 'audit')
      .execute();
    await mustOpen(transaction, keyring);
    const { id } = keyring.keys[0];
    await transaction
      .insertInto('master_key')
      .values({ id, sealed: keyring.seal(markOf(id), id), since: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  });
}

/** Finds that all keys which are needed are here; gives their ids. */
async function mustOpen(db: Kysely<Tables>, keyring: Keyring): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('master_key').select(['id', 'sealed']).execute();
  for (const { id, sealed } of rows) {
    if (!keyring.keys.some((key) => key.id === id)) throw new MissingMasterKey(id, keyring.place);
    keyring.open(markOf(id), sealed);
  }
  return new Set(rows.map(({ id }) => id));
}

async function isSealed(db: Kysely<Tables>): Promise<boolean> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'master_key')) return false;
  return (await db.selectFrom('master_key').select('id').limit(1).execute()).length > 0;
}

function markOf(id: string): Place {
  return { table: 'master_key', row: id, column: 'sealed' };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
