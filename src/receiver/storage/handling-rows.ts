import type { Transaction } from 'kysely';
import type { Happening } from '../../core/process/handled.js';
import type { Keyring } from '../vault/keyring.js';
import { placeIn } from './sealed-columns.js';
import type { HandlingTable, Tables } from './tables.js';

/** What lists show of where a request stands, worked out from its events. */
export interface Standing {
  readonly version: number;
  readonly state: string;
  readonly isEnded: boolean;
  /** The day before which no answer comes; undefined once there is one. */
  readonly notBefore: string | undefined;
  readonly openItems: number;
  readonly openQuestions: number;
  readonly openRights: number;
}

/** An event as it is kept. */
export interface StoredEvent {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly happening: Happening;
}

/** Adds what has happened to a request. */
export async function putEvents(
  transaction: Transaction<Tables>,
  keyring: Keyring,
  reference: string,
  at: string,
  events: readonly Omit<StoredEvent, 'at'>[],
): Promise<void> {
  for (const { version, by, happening } of events) {
    await transaction
      .insertInto('event')
      .values({
        reference,
        version,
        at,
        done_by: by,
        happening: keyring.seal(placeIn('event', reference, version), JSON.stringify(happening)),
      })
      .execute();
  }
}

/** The columns of a row that say where a request stands. */
export function columnsOf({
  version,
  state,
  isEnded,
  notBefore,
  openItems,
  openQuestions,
  openRights,
}: Standing): Omit<
  HandlingTable,
  'reference' | 'form_id' | 'process_sha256' | 'factors' | 'received_at' | 'changed_at'
> {
  return {
    version,
    state,
    is_ended: isEnded ? 1 : 0,
    not_before: notBefore ?? null,
    open_items: openItems,
    open_questions: openQuestions,
    open_rights: openRights,
  };
}
