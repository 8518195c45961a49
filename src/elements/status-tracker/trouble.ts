import type { TrackerWords } from '../../locale/tracker-words.js';
import { waitOf } from '../../locale/waits.js';
import type { TrackingTrouble } from '../../transport/tracking.js';
import { TrackingError } from '../../transport/tracking.js';
import type { SendFailure } from '../../transport/transport.js';
import { SendError } from '../../transport/transport.js';

/** What came to nothing, as the person is told. */
export interface Trouble {
  readonly kind: TrackingTrouble | 'unknownLink' | 'brokenLink' | 'unreadable' | 'fileType' | 'fileTooLarge';
  /** How many seconds the receiver asks to wait. */
  readonly retryAfter?: number | undefined;
}

/** What happened, and what to do now. */
export function troubleSentence({ kind, retryAfter }: Trouble, { troubles }: TrackerWords): string {
  if (kind !== 'tooMany') return troubles[kind];
  return troubles.tooMany(retryAfter === undefined ? undefined : waitOf(retryAfter));
}

/** The trouble an error tells of. @throws the error itself where it is a fault of the program */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TrackingError) return { kind: error.trouble, retryAfter: error.retryAfter };
  if (error instanceof SendError)
    return { kind: ofUploads[error.failure] ?? 'refused', retryAfter: error.retryAfter };
  throw error;
}

const ofUploads: Partial<Record<SendFailure, Trouble['kind']>> = {
  offline: 'offline',
  unreachable: 'unreachable',
  busy: 'busy',
  failing: 'busy',
  unexpected: 'unexpected',
  'too-large': 'fileTooLarge',
  'file-type': 'fileType',
  unreadable: 'unreadable',
};
