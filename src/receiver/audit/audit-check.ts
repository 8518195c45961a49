import * as z from 'zod/mini';
import { canonicalJson } from '../../core/canonical-json.js';
import type { PublicKey } from '../../evidence/trust.js';
import { wasInUse } from '../../evidence/trust.js';
import { sha256Hex } from '../digest.js';
import { nodeCryptography } from '../evidence/sealing.js';
import type { AuditHead, StoredAuditLink } from '../storage/audit-log.js';
import type { Kept } from '../storage/storage.js';
import { auditText } from './audit-trail.js';

/** What is wrong with the audit log. */
export type AuditFault =
  /** Entries are gone from between others; `until` is the last of them. */
  | 'missing'
  /** The entry is none, or not written as it was. */
  | 'unreadable'
  /** It stands where another one belongs. */
  | 'place'
  /** It does not name the entry before it. */
  | 'link'
  | 'unknown-key'
  | 'key-not-in-use'
  /** It is not what was sealed. */
  | 'seal'
  /** The last entry is not the one that the head of the chain names: entries were cut off, or the head was changed. */
  | 'head'
  /** The entry that was noted earlier is another one now. */
  | 'noted'
  /** Something was done to a request of which there is no entry. */
  | 'not-logged'
  /** What is kept of a change is not what was written down when it was made. */
  | 'not-as-logged';

export interface FoundAuditFault {
  readonly code: AuditFault;
  /** The entry that it is about; 0 where there is none. */
  readonly sequence: number;
  readonly until?: number;
  /** The change that it is about. */
  readonly reference?: string;
  readonly version?: number;
}

/** What was looked at. */
export interface AuditCount {
  readonly entries: number;
  /** Changes of requests that were compared with their entries. */
  readonly changes: number;
  readonly last: AuditHead | undefined;
}

/** Entries that are held in memory at once. */
const MOST = 1_000;

const recordShape = z.looseObject({
  v: z.literal(1),
  sequence: z.int(),
  previous: z.string(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  keyId: z.string(),
});

/**
 * Checks every entry: no gaps, each naming the one before it, each sealed by a key in use then, and the last the one that
 * the chain ends with; and that each change of a request is in it, as it was made.
 * @param noted an entry whose digest was written down elsewhere: only that finds a log which was cut and sealed anew.
 */
export async function* checkAudit(
  { audit: log, handling }: Pick<Kept, 'audit' | 'handling'>,
  keys: readonly PublicKey[],
  noted?: AuditHead,
  most = MOST,
): AsyncGenerator<FoundAuditFault, AuditCount> {
  let entries = 0;
  let last: AuditHead = { sequence: 0, sha256: '' };
  const changes = new Map<string, { readonly sequence: number; readonly sha256: string }>();
  let isNotedSeen = noted === undefined || noted.sequence === 0;
  // From the first row on: what somebody has put there is no part of the log, and must be told.
  for (let after: number | undefined; ; ) {
    const rows = await log.after(after, most);
    for (const row of rows) {
      entries += 1;
      const { sequence } = row;
      if (sequence > last.sequence + 1)
        yield { code: 'missing', sequence: last.sequence + 1, until: sequence - 1 };
      for (const code of faultsOf(row, last, keys)) yield { code, sequence };
      last = { sequence, sha256: sha256Hex(row.record) };
      const change = changeIn(row.record);
      if (change !== undefined) changes.set(change.name, { sequence, sha256: change.sha256 });
      if (noted?.sequence === sequence) {
        isNotedSeen = true;
        if (noted.sha256 !== last.sha256) yield { code: 'noted', sequence };
      }
      after = sequence;
    }
    if (rows.length < most) break;
  }
  const head = await log.head();
  if (head?.sequence !== last.sequence || head.sha256 !== last.sha256) {
    yield { code: 'head', sequence: Math.max(last.sequence, head?.sequence ?? 0) };
  }
  if (!isNotedSeen && noted !== undefined) yield { code: 'noted', sequence: noted.sequence };
  let compared = 0;
  for (let place: { reference: string; version: number } | undefined; ; ) {
    const events = await handling.eventsAfter(place, most);
    for (const { reference, version, happening } of events) {
      place = { reference, version };
      // That a request has come is in the chain of evidence.
      if (happening === '{"kind":"received"}') continue;
      compared += 1;
      const logged = changes.get(nameOf(reference, version));
      if (logged === undefined) yield { code: 'not-logged', sequence: 0, reference, version };
      else if (logged.sha256 !== sha256Hex(happening))
        yield { code: 'not-as-logged', sequence: logged.sequence, reference, version };
    }
    if (events.length < most) break;
  }
  return { entries, changes: compared, last: last.sequence > 0 ? last : undefined };
}

/** What an entry says of a change: which one, and the digest of what has happened. */
function changeIn(text: string): { readonly name: string; readonly sha256: string } | undefined {
  const { reference, details } = (recordIn(text) ?? {}) as {
    reference?: unknown;
    details?: { version?: unknown; sha256?: unknown };
  };
  if (typeof reference !== 'string' || typeof details?.version !== 'number') return undefined;
  return { name: nameOf(reference, details.version), sha256: String(details.sha256) };
}

const nameOf = (reference: string, version: number): string => `${reference} ${version}`;

function* faultsOf(
  { sequence, record: text, seal }: StoredAuditLink,
  last: AuditHead,
  keys: readonly PublicKey[],
): Generator<AuditFault> {
  const record = recordIn(text);
  if (record === undefined) {
    yield 'unreadable';
    return;
  }
  if (record.sequence !== sequence) yield 'place';
  // After a gap nobody knows what it should name.
  if (sequence === last.sequence + 1 && record.previous !== last.sha256) yield 'link';
  const key = keys.find(({ id }) => id === record.keyId);
  if (key === undefined) yield 'unknown-key';
  else if (!wasInUse(key, record.at)) yield 'key-not-in-use';
  else if (!/^[0-9a-f]{128}$/.test(seal) || !nodeCryptography.isSealed(auditText(text), seal, key.publicKey))
    yield 'seal';
}

/** An entry; undefined where it is none, or another byte is in it than was written. */
function recordIn(text: string): z.infer<typeof recordShape> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return canonicalJson(json) === text ? recordShape.parse(json) : undefined;
  } catch {
    return undefined;
  }
}
