import { canonicalJson } from '../core/canonical-json.js';
import { newKey } from './key.js';
import type { Outgoing, Receipt, SendFailure, Transport, Wait } from './transport.js';
import { isSendError, mayPass, SendError } from './transport.js';

/** What the receiver has stored. */
export interface Stored {
  readonly receipt: Receipt;
  /** What was sent for it. */
  readonly submission: Outgoing;
  /** It is what was sent before the last changes: nobody could know then that it had arrived. */
  readonly isEarlier: boolean;
}

/** One file of a request; `blob` is undefined where the device has it no more. */
export interface EnclosedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly blob: Blob | undefined;
}

/** How far the sending has come; `wait` in seconds, where something is tried again then. */
export type Progress =
  | { readonly kind: 'files'; readonly sent: number; readonly total: number; readonly wait?: number }
  | { readonly kind: 'request'; readonly wait?: number };

/** What is known of the sending of one request. Whoever goes on from it makes no second one, whatever has become of the first. */
export interface Fate {
  /** The same until it is known whether something has arrived under it. */
  readonly key: string;
  /** What was sent under the key and may have arrived, the latest first. */
  readonly unknown: readonly Outgoing[];
}

/** The sending of one request, however often it is tried: first its files, then the answers. */
export class Delivery {
  readonly #transport: Transport;
  readonly #arrived = new Set<string>();
  #fate: Fate;

  constructor(transport: Transport, fate: Fate = { key: newKey(), unknown: [] }) {
    this.#transport = transport;
    this.#fate = fate;
  }

  get fate(): Fate {
    return this.#fate;
  }

  /** Says what is to be sent next; from here on it may have arrived. */
  submit(now: Outgoing): void {
    const { key, unknown } = this.#fate;
    // In another language, or with a statement ticked once more, it is the same request.
    const submission = unknown.find((earlier) => sameAnswers(earlier, now)) ?? now;
    this.#fate = { key, unknown: [submission, ...unknown.filter((other) => other !== submission)] };
  }

  /**
   * Sends what was submitted last, and the files that are not there yet. Where the fate of an earlier attempt is unknown,
   * nothing may be stored beside it: under the same key the receiver takes these answers if it has nothing yet, and
   * refuses them as `key-reused` if it has; then what was sent before is sent again, word for word, for its receipt.
   * @throws SendError
   */
  async send(
    files: readonly EnclosedFile[],
    signal: AbortSignal,
    tell: (progress: Progress) => void,
  ): Promise<Stored> {
    await this.#sendFiles(files, signal, tell);
    const submission = this.#fate.unknown[0];
    for (const attempt of this.#fate.unknown) {
      try {
        tell({ kind: 'request' });
        const { own: _own, ...sent } = attempt;
        const receipt = await this.#transport.submit(sent, {
          key: this.#fate.key,
          signal,
          onWait: (wait) => tell({ kind: 'request', wait: seconds(wait) }),
        });
        return { receipt, submission: attempt, isEarlier: attempt !== submission };
      } catch (error) {
        if (isKeyReused(error) && attempt !== this.#fate.unknown.at(-1)) continue;
        if (isSendError(error) && !mayHaveArrived(error.failure)) this.#forget(attempt);
        // Files the receiver has not, or no longer, are sent again the next time.
        if (isSendError(error) && error.failure === 'refused') this.#arrived.clear();
        throw error;
      }
    }
    throw new SendError('key-reused');
  }

  async #sendFiles(
    files: readonly EnclosedFile[],
    signal: AbortSignal,
    tell: (progress: Progress) => void,
  ): Promise<void> {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    for (const { id, name, size, blob } of files) {
      if (blob !== undefined && !this.#arrived.has(id)) {
        let sent = before;
        const say = (wait?: number) =>
          tell({ kind: 'files', sent, total, ...(wait !== undefined && { wait }) });
        say();
        await this.#transport.upload(
          blob,
          { id, name },
          {
            signal,
            onProgress: (bytes) => {
              sent = before + bytes;
              say();
            },
            onWait: (wait) => say(seconds(wait)),
          },
        );
        this.#arrived.add(id);
      }
      before += size;
    }
  }

  /** This has surely not been stored. Where that is true of all, what is sent next is a request of its own. */
  #forget(attempt: Outgoing): void {
    const { key, unknown } = this.#fate;
    const others = unknown.filter((other) => other !== attempt);
    this.#fate = { key: others.length === 0 ? newKey() : key, unknown: others };
  }
}

/** Sealed twice, the same answers make two envelopes: those before the sealing are compared. */
function sameAnswers(one: Outgoing, other: Outgoing): boolean {
  const [content, otherContent] = [one, other].map(({ form, answers, own = answers }) => [form, own]);
  return canonicalJson(content) === canonicalJson(otherContent);
}

function isKeyReused(error: unknown): boolean {
  return isSendError(error) && error.failure === 'key-reused';
}

/** Whether what was sent may be stored although no receipt has come. */
function mayHaveArrived(failure: SendFailure): boolean {
  return mayPass(failure) || failure === 'cancelled' || failure === 'key-reused';
}

function seconds({ milliseconds }: Wait): number {
  return Math.ceil(milliseconds / 1000);
}
