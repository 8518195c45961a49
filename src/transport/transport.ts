import type { Answers } from '../core/engine.js';
import type { Evidence } from '../evidence/record.js';

/** Which text of which form: `sha256` is the `definitionDigest` of the definition as it was served. */
export interface FormReference {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

/** One statement that was ticked: where it stands, the language it was read in, and when (ISO 8601, UTC). */
export interface Consent {
  readonly path: string;
  readonly language: string;
  readonly at: string;
}

/** One signature that was given: in which language, when what is signed was shown, when it was signed (ISO 8601, UTC). */
export interface Signed {
  readonly path: string;
  readonly language: string;
  /** SHA-256 of the canonical JSON of all other answers, in hexadecimal: what was signed. */
  readonly contentSha256: string;
  readonly shownAt: string;
  readonly signedAt: string;
}

/** What a person sends. The answers are in their stored form and hold only what is shown. */
export interface Submission {
  readonly form: FormReference;
  readonly language: string;
  readonly answers: Answers;
  readonly consents: readonly Consent[];
  /** Absent where the form has nothing to sign. */
  readonly signatures?: readonly Signed[];
  /** The earlier request whose data are declared, with the token of its receipt. */
  readonly about?: { readonly reference: string; readonly token: string };
  /** The partner's referral that the request comes of, and what the person allows the partner to be told. */
  readonly partner?: {
    readonly ticket: string;
    readonly shares: readonly {
      readonly what: 'received' | 'decided';
      readonly language: string;
      readonly at: string;
    }[];
  };
  readonly guard?: GuardRecord;
}

/** A submission as the device keeps it until the receipt is there. */
export interface Outgoing extends Submission {
  /** Where parts of the answers are sealed, all of them as the person gave them. Never sent. */
  readonly own?: Answers;
}

/** How a form was filled in, for a receiver that tells people from programs by it. Never among the answers. */
export interface GuardRecord {
  readonly challenge: string;
  /** One number for each puzzle of the challenge; absent where that was not done in time. */
  readonly solution?: readonly number[];
  /** Whether something stands in the field that no person sees. */
  readonly trapped: boolean;
}

/** The receiver's word that a submission is stored. Nobody is told «sent» without one. */
export interface Receipt {
  /** Fourteen digits, the last two of which check the others; empty for a survey, whose answers nobody can look up. */
  readonly reference: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The day (`2026-12-01`, in Riyadh) before which no answer comes. */
  readonly notBefore?: string;
  /** The same that was sent. */
  readonly form: FormReference;
  /** Hexadecimal. */
  readonly answersSha256: string;
  /** With the reference, the key to this request: who has both is the person, or whom he gave them to. */
  readonly token?: string;
  /** With the reference, what opens the status tracker, where the request is handled by a process. */
  readonly tracking?: string;
  /** What the receiver has sealed, where it seals: with the definition and the answers it makes the file of a receipt. */
  readonly evidence?: Evidence;
}

/** «I do not understand the steps»: a question to the officer. Contact data are the person's own choice. */
export interface Referral {
  readonly form: { readonly id: string; readonly version: string };
  readonly step: string;
  readonly question: string;
  readonly contact?: string;
  readonly language: string;
}

export interface ReferralReceipt {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

/** A pause before something is tried again. */
export interface Wait {
  /** How many attempts in a row have failed: 1 after the first. */
  readonly attempt: number;
  /** How long it takes at most; when the device is offline it ends as soon as it is online again. */
  readonly milliseconds: number;
  readonly reason: SendFailure;
}

export interface SendOptions {
  /** From `randomKey`: made once for what is sent, kept with it, and the same whenever it is sent again. */
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onWait?: (wait: Wait) => void;
}

export interface UploadOptions {
  readonly signal: AbortSignal;
  /** Told how many bytes the receiver has: always more than before, and at the end the size of the file. */
  readonly onProgress?: (bytesSent: number) => void;
  readonly onWait?: (wait: Wait) => void;
}

/**
 * The way from a form to a receiver. Each method tries again by itself where that can help, and gives up after a
 * while so that the person can be told; calling it again with the same key or id never makes a second one.
 *
 * Every method rejects with a `SendError`, soon after the signal is aborted too. What was aborted or given up may
 * have arrived all the same.
 */
export interface Transport {
  submit(submission: Submission, options: SendOptions): Promise<Receipt>;
  refer(referral: Referral, options: SendOptions): Promise<ReferralReceipt>;
  /**
   * Resolves when the receiver has the whole file. `id` is from `randomKey`; an upload that stopped half-way goes on
   * from there when it is called again with the same id and file. When it is aborted the receiver forgets the file.
   */
  upload(
    file: Blob,
    about: { readonly id: string; readonly name: string },
    options: UploadOptions,
  ): Promise<void>;
}

/** Why nothing was stored, as far as is known here. */
export type SendFailure =
  /** The device says it has no connection. */
  | 'offline'
  /** No answer came, or not in time. */
  | 'unreachable'
  /** The receiver asks to come back later, or is still working on the same key. */
  | 'busy'
  /** The receiver, or what stands before it, reported a fault of its own. */
  | 'failing'
  /** Something answered that is not a receiver, such as a hotel's sign-in page, or the answer was cut off. */
  | 'unexpected'
  /** What was sent was not taken; `problems` says where answers are at fault. */
  | 'refused'
  /** Another version of the form is served now. */
  | 'form-changed'
  /** The form is served no more. */
  | 'unknown-form'
  /** The key was used before for something else, which may be stored. */
  | 'key-reused'
  /** Somebody has signed the data meanwhile. */
  | 'already-signed'
  /** The partner's referral that the request comes of cannot be used any more. */
  | 'referral'
  /** The invitation to the survey cannot be used, or no more. */
  | 'unknown-invitation'
  | 'too-large'
  /** The bytes of the file are of no kind the receiver takes. */
  | 'file-type'
  /** The device can no longer read the file that was chosen: it was moved, changed or deleted. */
  | 'unreadable'
  /** The page cannot seal what only the holder of a key may read. */
  | 'not-sealed'
  /** The signal was aborted. */
  | 'cancelled';

/** One answer the receiver refused, as it names the place (a JSON pointer) and the reason. */
export interface RefusedAnswer {
  readonly pointer: string;
  readonly code: string;
}

/** Failures that may pass: sending the same again with the same key makes sense. */
const passing: readonly SendFailure[] = ['offline', 'unreachable', 'busy', 'failing', 'unexpected'];

/** Why something was not sent. The message is for developers; it holds nothing a person typed. */
export class SendError extends Error {
  readonly failure: SendFailure;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  readonly problems: readonly RefusedAnswer[];
  /** How many seconds the receiver asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    failure: SendFailure,
    about: {
      status?: number;
      problems?: readonly RefusedAnswer[];
      retryAfter?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(`Not sent: ${failure}`, { cause: about.cause });
    this.name = 'SendError';
    this.failure = failure;
    this.status = about.status;
    this.problems = about.problems ?? [];
    this.retryAfter = about.retryAfter;
  }

  /** Whether the same may well succeed later, without anybody changing anything. */
  get mayPass(): boolean {
    return mayPass(this.failure);
  }
}

export const mayPass = (failure: SendFailure): boolean => passing.includes(failure);

/** Known by what it says: the transport of a page that has the kit by a script tag has not this class to make one of. */
export const isSendError = (error: unknown): error is Pick<SendError, 'failure'> & Partial<SendError> =>
  Boolean((error as Partial<SendError> | undefined)?.failure);
