import type { Kysely } from 'kysely';
import type { Keyring } from '../vault/keyring.js';
import { placeIn } from './sealed-columns.js';
import type { StaffTable, Tables } from './tables.js';

/** Somebody who works with the requests. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly removedAt: string | undefined;
}

/** Keeps who works with the requests. Who has left stays named: the log says what he did. */
export class StaffStore {
  readonly #db: Kysely<Tables>;
  readonly #keyring: Keyring;

  constructor(db: Kysely<Tables>, keyring: Keyring) {
    this.#db = db;
    this.#keyring = keyring;
  }

  async add(
    { id, name, roles, createdAt }: Omit<StaffMember, 'removedAt'>,
    tokenSha256: string,
  ): Promise<void> {
    await this.#db
      .insertInto('staff')
      .values({
        id,
        name: this.#keyring.seal(placeIn('staff', id), name),
        roles: JSON.stringify(roles),
        token_sha256: tokenSha256,
        created_at: createdAt,
        removed_at: null,
      })
      .execute();
  }

  /** Whether there was somebody to give another token to. */
  async replaceToken(id: string, tokenSha256: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('staff')
      .set({ token_sha256: tokenSha256 })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Whether there was somebody to remove. */
  async remove(id: string, now: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('staff')
      .set({ removed_at: now })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Who has a token now. */
  async withToken(tokenSha256: string): Promise<StaffMember | undefined> {
    const row = await this.#db
      .selectFrom('staff')
      .selectAll()
      .where('token_sha256', '=', tokenSha256)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return row && this.#memberIn(row);
  }

  /** Everybody, those who have left too. */
  async all(): Promise<readonly StaffMember[]> {
    const rows = await this.#db.selectFrom('staff').selectAll().orderBy('created_at').orderBy('id').execute();
    return rows.map((row) => this.#memberIn(row));
  }

  #memberIn({ id, name, roles, created_at, removed_at }: StaffTable): StaffMember {
    return {
      id,
      name: this.#keyring.open(placeIn('staff', id), name),
      roles: JSON.parse(roles) as string[],
      createdAt: created_at,
      removedAt: removed_at ?? undefined,
    };
  }
}
