import type { Kysely, Migration } from 'kysely';
import type { Keyring } from '../../vault/keyring.js';
import type { Tables } from '../tables.js';
import { firstTables } from './001-first-tables.js';
import { evidence } from './002-evidence.js';
import { handling } from './003-handling.js';
import { surveys } from './004-surveys.js';
import { partners } from './005-partners.js';
import { drafts } from './006-drafts.js';
import { sealAll, sealing } from './007-sealing.js';
import { files } from './008-files.js';
import { fingerprints } from './009-fingerprints.js';
import { suspicions } from './010-suspicions.js';

/** Changes of the tables, in the order of their names. One that was released is never changed. */
export const migrationsWith = (keyring: Keyring): Readonly<Record<string, Migration>> => ({
  '001-first-tables': wholly(firstTables),
  '002-evidence': wholly(evidence),
  '003-handling': wholly(handling),
  '004-surveys': wholly(surveys),
  '005-partners': wholly(partners),
  '006-drafts': wholly(drafts),
  '007-sealing': {
    up: async (db: Kysely<Tables>) => {
      await sealing(db);
      await sealAll(db, keyring);
    },
  },
  '008-files': wholly(files),
  '009-fingerprints': wholly(fingerprints),
  '010-suspicions': wholly(suspicions),
});

/**
 * All of a change or none of it. Kysely does so by itself for PostgreSQL, but not for SQLite, which can do it too. There
 * the process may be killed before Kysely has noted that it is done: then it is done again, and must not mind.
 */
function wholly(change: (db: Kysely<Tables>) => Promise<void>): Migration {
  return {
    up: (db: Kysely<Tables>) => (db.isTransaction ? change(db) : db.transaction().execute(change)),
  };
}
