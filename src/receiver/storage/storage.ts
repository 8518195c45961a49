import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { Keyring } from '../vault/keyring.js';
import type { MasterKeySource } from '../vault/master-key-source.js';
import { masterKeySource } from '../vault/master-key-source.js';
import { instant, realWorld } from '../world.js';
import { AuditLog } from './audit-log.js';
import { DefinitionStore } from './definition-store.js';
import { DraftStore } from './draft-store.js';
import { EvidenceChain } from './evidence-chain.js';
import { Fingerprints } from './fingerprints.js';
import { HandlingStore } from './handling-store.js';
import { LookUpTries } from './look-up-tries.js';
import { keyringFor, MasterKeyUses, noteMasterKey } from './master-key-uses.js';
import { migrationsWith } from './migrations/migrations.js';
import { EarlierRequests } from './new-handling.js';
import { Outbox } from './outbox.js';
import { PartnerStore } from './partner-store.js';
import { ProcessStore } from './process-store.js';
import { RequestStore } from './request-store.js';
import { RetentionStore } from './retention-store.js';
import { StaffStore } from './staff-store.js';
import { SurveyStore } from './survey-store.js';
import type { Tables } from './tables.js';
import { UploadStore } from './upload-store.js';

/** Milliseconds to wait for another process, such as an export, before giving up. */
const PATIENCE = 5_000;

/** What was received, with the definitions it was filed under. */
export interface Kept {
  readonly definitions: DefinitionStore;
  readonly requests: RequestStore;
  readonly evidence: EvidenceChain;
  readonly audit: AuditLog;
  readonly handling: HandlingStore;
  readonly retention: RetentionStore;
}

/** All that is kept in the database. Files are beside it, see `uploads/`. */
export interface Storage extends Kept {
  readonly uploads: UploadStore;
  readonly processes: ProcessStore;
  readonly earlier: EarlierRequests;
  readonly tries: LookUpTries;
  readonly staff: StaffStore;
  readonly outbox: Outbox;
  readonly surveys: SurveyStore;
  readonly partners: PartnerStore;
  readonly masterKeys: MasterKeyUses;
  readonly drafts: DraftStore;
  readonly fingerprints: Fingerprints;
  /**
   * Reads everything as it is at one moment, whatever comes in meanwhile. The receiver goes on writing; only its log
   * cannot be emptied as long as this lasts.
   */
  atOneMoment<Result>(read: (kept: Kept) => Promise<Result>): Promise<Result>;
  /** Puts what is in the log into the database, so that this one file is a whole copy. */
  checkpoint(): void;
  /** Does something while no other receiver on this database does such a thing: begin, with what all must have in common. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** What one kind of database does in its own way. */
export interface OwnWays {
  readonly checkpoint?: () => void;
  /** The same as `checkpoint`, without waiting for who reads the log. */
  readonly emptyLog?: () => void;
  readonly alone?: Storage['alone'];
}

/**
 * Opens the database file, makes it where it is not there, and brings its tables up to date. With the write-ahead log
 * and `synchronous = FULL` every commit is on the disk before it is acknowledged.
 * @param master where the keys are that it is sealed with; beside it where nothing is said.
 * @throws Error with a sentence where they are missing or are not the right ones
 */
export async function openStorage(
  file: string,
  master: MasterKeySource = masterKeySource(dirname(file), {}),
): Promise<Storage> {
  const database = new Database(file, { timeout: PATIENCE });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is gone from the file.
  database.pragma('secure_delete = ON');
  // Its log and its index take over the mode of the database.
  chmodSync(file, 0o600);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const checkpoint = () => {
    database.pragma('wal_checkpoint(TRUNCATE)');
  };
  const emptyLog = () => {
    // Where somebody is reading it stays as it is until the next time: nobody waits for that.
    database.pragma('busy_timeout = 0');
    checkpoint();
    database.pragma(`busy_timeout = ${PATIENCE}`);
  };
  try {
    return storageOn(db, await upToDate(db, master, emptyLog), { checkpoint, emptyLog });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/**
 * Brings the tables up to date, with all sealed that must be, and gives the keys it is sealed with.
 * @param master where they are.
 * @param emptyLog makes the database whole without its log, where it has one, without waiting for who reads it.
 * @throws Error with a sentence where keys are missing or are not the right ones
 */
export async function upToDate(
  db: Kysely<Tables>,
  master: MasterKeySource,
  emptyLog: () => void = () => undefined,
): Promise<Keyring> {
  const keyring = await keyringFor(db, master);
  const changes = await migrateToLatest(db, keyring);
  await noteMasterKey(db, keyring, instant(realWorld));
  // What was not sealed before is not to be found in the log either.
  if (changes.includes('007-sealing')) emptyLog();
  return keyring;
}

/** Makes the changes of the tables that have not been made yet, and gives their names. */
export async function migrateToLatest(db: Kysely<Tables>, keyring: Keyring): Promise<readonly string[]> {
  const { error, results = [] } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrationsWith(keyring) }) },
  }).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/**
 * What is kept in a database whose tables are up to date, any that Kysely speaks to as it does to SQLite: nothing in the queries
 * is SQLite's own.
 */
export function storageOn(
  db: Kysely<Tables>,
  keyring: Keyring,
  { checkpoint = () => undefined, emptyLog = checkpoint, alone = (work) => work() }: OwnWays,
): Storage {
  return {
    definitions: new DefinitionStore(db),
    requests: new RequestStore(db, keyring),
    evidence: new EvidenceChain(db),
    audit: new AuditLog(db, keyring),
    uploads: new UploadStore(db),
    processes: new ProcessStore(db),
    handling: new HandlingStore(db, keyring),
    earlier: new EarlierRequests(db, keyring),
    tries: new LookUpTries(db),
    staff: new StaffStore(db, keyring),
    outbox: new Outbox(db, keyring),
    surveys: new SurveyStore(db, keyring, emptyLog),
    partners: new PartnerStore(db),
    retention: new RetentionStore(db, keyring, emptyLog),
    masterKeys: new MasterKeyUses(db, keyring, { emptyLog, alone }),
    drafts: new DraftStore(db),
    fingerprints: new Fingerprints(db),
    atOneMoment: (read) =>
      // SQLite has no other level; PostgreSQL would see what others commit meanwhile.
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((moment) =>
          read({
            definitions: new DefinitionStore(moment),
            requests: new RequestStore(moment, keyring),
            evidence: new EvidenceChain(moment),
            audit: new AuditLog(moment, keyring),
            handling: new HandlingStore(moment, keyring),
            retention: new RetentionStore(moment, keyring, emptyLog),
          }),
        ),
    checkpoint,
    alone,
    close: () => db.destroy(),
  };
}
