import * as z from 'zod/mini';
import { canonicalJson } from '../../core/canonical-json.js';
import type { PublicKey } from '../../evidence/trust.js';
import { wasInUse } from '../../evidence/trust.js';
import { sha256Hex } from '../digest.js';
import { nodeCryptography } from '../evidence/sealing.js';
import type { AuditHead, AuditLog, StoredAuditLink } from '../storage/audit-log.js';
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
  | 'noted';

export interface FoundAuditFault {
  readonly code: AuditFault;
  /** The entry that it is about. */
  readonly sequence: number;
  readonly until?: number;
}

/** What was looked at. */
export interface AuditCount {
  readonly entries: number;
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
 * the chain ends with.
 * @param noted an entry whose digest was written down elsewhere: only that finds a log which was cut and sealed anew.
 */
export async function* checkAudit(
  log: AuditLog,
  keys: readonly PublicKey[],
  noted?: AuditHead,
  most = MOST,
): AsyncGenerator<FoundAuditFault, AuditCount> {
  let entries = 0;
  let last: AuditHead = { sequence: 0, sha256: '' };
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
      if (noted?.sequence === sequence) {
        isNotedSeen = true;
        if (noted.sha256 !== last.sha256) yield { code: 'noted', sequence };
      }
      after = sequence;
    }
    if (rows.length < most) break;
  }
  const head = await log.head();
  if (head.sequence !== last.sequence || head.sha256 !== last.sha256) {
    yield { code: 'head', sequence: Math.max(last.sequence, head.sequence) };
  }
  if (!isNotedSeen && noted !== undefined) yield { code: 'noted', sequence: noted.sequence };
  return { entries, last: last.sequence > 0 ? last : undefined };
}

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
