import type { Kysely, Transaction } from 'kysely';
import type { Text } from '../../core/text.js';
import type { StoredConsent } from './request-store.js';
import type { PartnerTable, Tables } from './tables.js';

/** An organisation that may refer people. */
export interface Partner {
  readonly id: string;
  readonly name: Text;
  /** The sites it may refer from and show forms on, each as `https://example.org`. */
  readonly origins: readonly string[];
  /** Ed25519, 32 bytes as base64url. */
  readonly publicKey: string;
  readonly createdAt: string;
  readonly removedAt: string | undefined;
}

/** What a person may allow a partner to be told: that and when his request came, that and when it was decided. */
export const shareable = ['received', 'decided'] as const;
export type Shareable = (typeof shareable)[number];

/** One thing the person allowed, with the record of that consent: which sentence, in which language, when. */
export interface Share extends Omit<StoredConsent, 'path'> {
  readonly what: Shareable;
}

/** A referral that a request came of. */
export interface UsedReferral {
  readonly partner: string;
  /** The partner's own name for it. */
  readonly id: string;
  readonly shares: readonly Share[];
}

/** The same with the request, as it is kept. */
export interface StoredReferral extends UsedReferral {
  readonly reference: string;
  readonly receivedAt: string;
  readonly stoppedAt: string | undefined;
}

/** Keeps the partners, and which requests came of their referrals. Who was removed stays named. */
export class PartnerStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async add({ id, name, origins, publicKey, createdAt }: Omit<Partner, 'removedAt'>): Promise<void> {
    await this.#db
      .insertInto('partner')
      .values({
        id,
        name: JSON.stringify(name),
        origins: JSON.stringify(origins),
        public_key: publicKey,
        created_at: createdAt,
        removed_at: null,
      })
      .execute();
  }

  /** Whether there was one to give other origins to. */
  async setOrigins(id: string, origins: readonly string[]): Promise<boolean> {
    const result = await this.#db
      .updateTable('partner')
      .set({ origins: JSON.stringify(origins) })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Whether there was one to remove. */
  async remove(id: string, now: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('partner')
      .set({ removed_at: now })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Somebody who is a partner now, or was. */
  async find(id: string): Promise<Partner | undefined> {
    const row = await this.#db.selectFrom('partner').selectAll().where('id', '=', id).executeTakeFirst();
    return row && partnerIn(row);
  }

  /** All that ever were. */
  async all(): Promise<readonly Partner[]> {
    const rows = await this.#db
      .selectFrom('partner')
      .selectAll()
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(partnerIn);
  }

  /** The referral that a request came of. */
  async ofRequest(reference: string): Promise<StoredReferral | undefined> {
    const row = await this.#db
      .selectFrom('partner_referral')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirst();
    return row && storedReferral(row);
  }

  /** The partner that referred the person of a request, whether or not it is one still. */
  async thatReferred(reference: string): Promise<Partner | undefined> {
    const referral = await this.ofRequest(reference);
    return referral && this.find(referral.partner);
  }

  /** Those of a partner that its people still let it know something of, in the order of its own names. */
  async sharedWith(partner: string): Promise<readonly StoredReferral[]> {
    const rows = await this.#db
      .selectFrom('partner_referral')
      .selectAll()
      .where('partner', '=', partner)
      .where('stopped_at', 'is', null)
      .where('shares', '<>', '[]')
      .orderBy('id')
      .execute();
    return rows.map(storedReferral);
  }

  /** Whether there was anything to stop. */
  async stopSharing(reference: string, now: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('partner_referral')
      .set({ stopped_at: now })
      .where('reference', '=', reference)
      .where('stopped_at', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }
}

/** Thrown inside a transaction, so that all of it is undone. */
export class ReferralUsed extends Error {}

/** Of two requests that come of the same referral one is first. */
export async function keepReferral(
  transaction: Transaction<Tables>,
  { partner, id, shares }: UsedReferral,
  reference: string,
  receivedAt: string,
): Promise<void> {
  const result = await transaction
    .insertInto('partner_referral')
    .values({
      partner,
      id,
      reference,
      received_at: receivedAt,
      shares: JSON.stringify(shares),
      stopped_at: null,
    })
    .onConflict((conflict) => conflict.columns(['partner', 'id']).doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) throw new ReferralUsed();
}

function partnerIn({ id, name, origins, public_key, created_at, removed_at }: PartnerTable): Partner {
  return {
    id,
    name: JSON.parse(name) as Text,
    origins: JSON.parse(origins) as readonly string[],
    publicKey: public_key,
    createdAt: created_at,
    removedAt: removed_at ?? undefined,
  };
}

/** A row as it is handed out. */
export function storedReferral(row: Tables['partner_referral']): StoredReferral {
  return {
    partner: row.partner,
    id: row.id,
    reference: row.reference,
    receivedAt: row.received_at,
    shares: JSON.parse(row.shares) as readonly Share[],
    stoppedAt: row.stopped_at ?? undefined,
  };
}
