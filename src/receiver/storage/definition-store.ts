import type { Kysely } from 'kysely';
import type { DefinitionTable, Tables } from './tables.js';

/** A definition as it was served; `document` is its canonical JSON, `sha256` the digest of that. */
export interface StoredDefinition {
  readonly sha256: string;
  readonly formId: string;
  readonly version: string;
  readonly document: string;
}

/** Keeps every definition that was ever served. */
export class DefinitionStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Keeps a definition; seeing it again changes nothing. */
  async remember({ sha256, formId, version, document }: StoredDefinition, now: string): Promise<void> {
    await this.#db
      .insertInto('definition')
      .values({ sha256, form_id: formId, version, document, first_seen_at: now })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
  }

  async find(sha256: string): Promise<StoredDefinition | undefined> {
    const [row] = await this.#db.selectFrom('definition').selectAll().where('sha256', '=', sha256).execute();
    return row && definitionIn(row);
  }

  /** All definitions that were served as a version of a form. */
  async ofVersion(formId: string, version: string): Promise<readonly StoredDefinition[]> {
    const served = this.#db.selectFrom('definition').selectAll().where('form_id', '=', formId);
    return (await served.where('version', '=', version).execute()).map(definitionIn);
  }

  /** All definitions of a form that were ever served, the newest first. */
  async ofForm(formId: string): Promise<readonly StoredDefinition[]> {
    const served = this.#db.selectFrom('definition').selectAll().where('form_id', '=', formId);
    return (await served.orderBy('first_seen_at', 'desc').execute()).map(definitionIn);
  }

  /** Definitions that submissions were filed under, the newest first. */
  async used(): Promise<readonly StoredDefinition[]> {
    const rows = await this.#db
      .selectFrom('definition')
      .selectAll()
      .where('sha256', 'in', (query) => query.selectFrom('submission').select('definition_sha256'))
      .orderBy('first_seen_at', 'desc')
      .execute();
    return rows.map(definitionIn);
  }
}

function definitionIn({ sha256, form_id, version, document }: DefinitionTable): StoredDefinition {
  return { sha256, formId: form_id, version, document };
}
