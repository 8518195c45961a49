import { canonicalJson } from '../../core/canonical-json.js';
import { recordShape, sealShape } from '../../evidence/receipt-shape.js';
import type { Evidence, EvidenceRecord } from '../../evidence/record.js';
import type { PublicKey } from '../../evidence/trust.js';
import type { EvidenceFault } from '../../evidence/verify.js';
import { sealProblems } from '../../evidence/verify.js';
import type { StoredLink, UnsealedRequests } from '../storage/evidence-chain.js';
import type { Kept } from '../storage/storage.js';
import type { KeptFiles } from '../uploads/kept-files.js';
import type { RequestFault, StoredRequest } from './request-check.js';
import { RequestCheck } from './request-check.js';
import { linkOf, nodeCryptography } from './sealing.js';

/** What is wrong with what is stored. */
export type ChainFault =
  /** Records are gone from between others; `until` is the last of them. */
  | 'missing'
  /** The record is none, or is not written as it was. */
  | 'unreadable'
  /** The record stands where another one belongs. */
  | 'place'
  /** It does not name the record before it. */
  | 'link'
  | Extract<EvidenceFault, 'unknown-key' | 'key-not-in-use' | 'seal'>
  | RequestFault
  /** There are requests that nobody has sealed; `count` says how many. */
  | 'unsealed';

export interface StoredFault {
  readonly code: ChainFault;
  /** Position in the chain; none where there is no record. */
  readonly sequence?: number;
  readonly until?: number;
  readonly count?: number;
  readonly reference?: string;
}

/** What was looked at. */
export interface ChainCount {
  readonly records: number;
  /** Records of requests that were deleted since: the record stays, and is no fault. */
  readonly deleted: number;
  /** How many of those were destroyed because their time was over, and when the last one was (ISO). */
  readonly destroyed: number;
  readonly lastDestroyedAt: string | undefined;
  readonly files: number;
  /** Requests from before there were keys. */
  readonly earlier: number;
  /** The last record, and what the next one would call it by. */
  readonly last: { readonly sequence: number; readonly link: string } | undefined;
}

/** Records that are held in memory at once. */
const MOST = 500;

/**
 * Checks the whole chain and what belongs to it: no gaps, each record naming the one before it, each sealed by a key
 * in use then, and what is stored of each request as it was sealed. `kept` must be of one moment.
 */
export async function* checkChain(
  kept: Kept,
  files: KeptFiles,
  keys: readonly PublicKey[],
  most = MOST,
): AsyncGenerator<StoredFault, ChainCount> {
  const requests = new RequestCheck(kept.definitions, files);
  let [records, deleted, destroyed] = [0, 0, 0];
  const gone = new Map((await kept.retention.log()).map(({ name, destroyedAt }) => [name, destroyedAt]));
  let lastDestroyedAt: string | undefined;
  let before: Place = { sequence: 0, link: null };
  // From the first row on: what somebody has put there is no part of the chain, and must be told.
  for (let after: number | undefined; ; ) {
    const rows = await kept.evidence.after(after, most);
    const stored = await storedOf(kept, rows);
    for (const row of rows) {
      records += 1;
      yield* gap(before, row);
      const read = readLink(row);
      yield* tell(row, linkFaults(read, row, before, keys));
      const request = stored.get(row.reference);
      const destroyedAt = gone.get(row.reference);
      if (request === undefined) {
        deleted += 1;
        if (destroyedAt !== undefined) {
          destroyed += 1;
          if (destroyedAt > (lastDestroyedAt ?? '')) lastDestroyedAt = destroyedAt;
        }
      }
      if (request !== undefined && read?.evidence.record.reference === row.reference) {
        yield* tell(row, await requests.faultsOf(read.evidence.record, request));
      }
      const isInPlace = read?.evidence.record.sequence === row.sequence;
      if (row.sequence > 0) before = { sequence: row.sequence, link: isInPlace ? read.link : undefined };
      after = row.sequence;
    }
    if (rows.length < most) break;
  }
  const { before: earlier, since: count, first } = await unsealed(kept, keys);
  if (count > 0 && first !== undefined) yield { code: 'unsealed', count, reference: first };
  const last = before.link ? { sequence: before.sequence, link: before.link } : undefined;
  return { records, deleted, destroyed, lastDestroyedAt, files: requests.files, earlier, last };
}

/** The last row that was looked at; `link` is undefined where nobody can know what the next one should name. */
interface Place {
  readonly sequence: number;
  readonly link: string | null | undefined;
}

interface ReadLink {
  readonly evidence: Evidence;
  readonly link: string;
}

/** The rows of a page's requests, by their references. */
async function storedOf(
  { requests, evidence }: Kept,
  rows: readonly StoredLink[],
): Promise<ReadonlyMap<string, StoredRequest>> {
  const references = rows.map(({ reference }) => reference);
  if (references.length === 0) return new Map();
  const signatures = await evidence.signaturesOf(references);
  const submissions = await requests.submissionsOf(references);
  return new Map(
    submissions.map((submission) => {
      const { reference } = submission;
      return [
        reference,
        { submission, signatures: signatures.filter((signature) => signature.reference === reference) },
      ];
    }),
  );
}

function* gap(before: Place, { sequence }: StoredLink): Generator<StoredFault> {
  const expected = before.sequence + 1;
  if (sequence > expected) {
    yield { code: 'missing', sequence: expected, until: sequence - 1, count: sequence - expected };
  }
}

/** A record and its seal; undefined where they are none, or another byte is in them than was written. */
function readLink({ record, seal }: StoredLink): ReadLink | undefined {
  try {
    const evidence = {
      record: recordShape.parse(JSON.parse(record)) as EvidenceRecord,
      seal: sealShape.parse(JSON.parse(seal)),
    };
    const isAsWritten = canonicalJson(evidence.record) === record && canonicalJson(evidence.seal) === seal;
    return isAsWritten ? { evidence, link: linkOf(evidence.record) } : undefined;
  } catch {
    return undefined;
  }
}

function* linkFaults(
  read: ReadLink | undefined,
  row: StoredLink,
  before: Place,
  keys: readonly PublicKey[],
): Generator<ChainFault> {
  if (read === undefined) {
    yield 'unreadable';
    return;
  }
  const { record } = read.evidence;
  const isInPlace = record.sequence === row.sequence && record.reference === row.reference;
  if (!isInPlace) yield 'place';
  const isAfterGap = row.sequence !== before.sequence + 1;
  if (isInPlace && !isAfterGap && before.link !== undefined && record.previous !== before.link) yield 'link';
  for (const { code } of sealProblems(read.evidence, { keys, cryptography: nodeCryptography })) {
    // These are the only faults of a seal.
    yield code as 'unknown-key' | 'key-not-in-use' | 'seal';
  }
}

function* tell({ sequence, reference }: StoredLink, codes: Iterable<ChainFault>): Generator<StoredFault> {
  for (const code of codes) yield { code, sequence, reference };
}

/** Since there are keys, every request has its record. */
function unsealed({ evidence }: Kept, keys: readonly PublicKey[]): Promise<UnsealedRequests> {
  const [start = ''] = keys.map(({ since }) => since).sort();
  return evidence.unsealed(start);
}
