import { canonicalJson } from '../../core/canonical-json.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import { definitionDigest, sha256Hex } from '../../transport/digest.js';
import { newKey } from '../../transport/key.js';
import type { Receipt, SendFailure, Signed, Submission, Transport, Wait } from '../../transport/transport.js';
import { isSendError, mayPass, SendError } from '../../transport/transport.js';
import type { Runner } from './runner.js';
import type { Session } from './session.js';
import { signedAnswers, signs } from './signing.js';

/** What the receiver has stored. */
export interface Stored {
  readonly receipt: Receipt;
  /** What was sent for it. */
  readonly submission: Submission;
  /** It is what was sent before the last changes: nobody could know then that it had arrived. */
  readonly isEarlier: boolean;
}

/** Sends one form: first its files, then the answers. Sending again goes on from where it stopped. */
export class Sender {
  readonly #transport: Transport;
  readonly #runner: Runner;
  readonly #arrived = new Set<string>();
  #abort: AbortController | undefined;
  /** The key of this request, the same until it is known whether something has arrived under it. */
  #key = newKey();
  /** What was sent under the key and may have arrived, the latest first. */
  #unknown: readonly Submission[] = [];

  constructor(transport: Transport, runner: Runner) {
    this.#transport = transport;
    this.#runner = runner;
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** The receipt once everything is stored; undefined when it is not, and then the person has been told why. */
  async send(): Promise<Stored | undefined> {
    if (this.#abort !== undefined) return undefined;
    const abort = new AbortController();
    this.#abort = abort;
    try {
      await this.#sendFiles(abort.signal);
      const stored = await this.#sendAnswers(abort.signal);
      this.#runner.tellSending({ kind: 'idle' });
      return stored;
    } catch (error) {
      this.#tellFailure(error);
      return undefined;
    } finally {
      this.#abort = undefined;
    }
  }

  /**
   * Sends the answers as they are now. Where the fate of an earlier attempt is unknown, nothing may be stored beside
   * it: under the same key the receiver takes these answers if it has nothing yet, and refuses them as `key-reused` if it
   * has; then what was sent before is sent again, word for word, for its receipt.
   */
  async #sendAnswers(signal: AbortSignal): Promise<Stored> {
    const now = submissionOf(this.#runner);
    // In another language, or with a statement ticked once more, it is the same request.
    const submission = this.#unknown.find((earlier) => sameAnswers(earlier, now)) ?? now;
    const earlier = this.#unknown.filter((other) => other !== submission);
    this.#unknown = [submission, ...earlier];
    for (const attempt of this.#unknown) {
      try {
        const receipt = await this.#submit(attempt, signal);
        return { receipt, submission: attempt, isEarlier: attempt !== submission };
      } catch (error) {
        if (isKeyReused(error) && attempt !== this.#unknown.at(-1)) continue;
        if (isSendError(error) && !mayHaveArrived(error.failure)) this.#forget(attempt);
        throw error;
      }
    }
    throw new SendError('key-reused');
  }

  /** This has surely not been stored. Where that is true of all, what is sent next is a request of its own. */
  #forget(attempt: Submission): void {
    this.#unknown = this.#unknown.filter((other) => other !== attempt);
    if (this.#unknown.length === 0) this.#key = newKey();
  }

  #submit(submission: Submission, signal: AbortSignal): Promise<Receipt> {
    this.#runner.tellSending({ kind: 'request' });
    return this.#transport.submit(submission, {
      key: this.#key,
      signal,
      onWait: (wait) => this.#runner.tellSending({ kind: 'request', wait: seconds(wait) }),
    });
  }

  async #sendFiles(signal: AbortSignal): Promise<void> {
    const files = filesOf(this.#runner);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    for (const { id, name, size } of files) {
      const file = this.#runner.files.get(id);
      if (file !== undefined && !this.#arrived.has(id)) {
        let sent = before;
        const tell = (wait?: number) =>
          this.#runner.tellSending({ kind: 'files', sent, total, ...(wait !== undefined && { wait }) });
        tell();
        await this.#transport.upload(
          file,
          { id, name },
          {
            signal,
            onProgress: (bytes) => {
              sent = before + bytes;
              tell();
            },
            onWait: (wait) => tell(seconds(wait)),
          },
        );
        this.#arrived.add(id);
      }
      before += size;
    }
  }

  #tellFailure(error: unknown): void {
    if (!isSendError(error)) {
      this.#runner.tellSending({ kind: 'failed', failure: 'unexpected' });
      // Not a failure of the line but of the kit: whoever looks after the page must be able to see it.
      console.error(error);
      return;
    }
    // Without it the request can be sent as it is.
    if (error.failure === 'referral') this.#runner.besides = {};
    if (error.failure === 'refused' && error.problems?.length) {
      // Files the receiver has not, or no longer, are sent again the next time.
      this.#arrived.clear();
      this.#runner.session.refuse(error.problems);
    }
    this.#runner.tellSending({ kind: 'failed', failure: error.failure });
    this.#runner.showFailure();
  }
}

function sameAnswers(one: Submission, other: Submission): boolean {
  return canonicalJson([one.form, one.answers]) === canonicalJson([other.form, other.answers]);
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

function filesOf({ session }: Runner): FileAnswer[] {
  return [...session.engine.shownFields()]
    .filter((node) => node.field.kind === 'files' && node.answer !== undefined)
    .flatMap((node) => node.answer as readonly FileAnswer[]);
}

/** What is sent: the answers that are shown, which form they answer, and the record of every statement ticked. */
export function submissionOf({ session, loaded, context, besides }: Runner): Submission {
  const { engine, agreements } = session;
  const { id, version } = loaded.definition;
  const consents = [...engine.shownFields()].flatMap((node) => {
    const agreement =
      node.definition.type === 'statement' && node.answer === true ? agreements.get(node) : undefined;
    return agreement === undefined ? [] : [{ path: node.path, ...agreement }];
  });
  const signatures = signaturesOf(session);
  return {
    form: { id, version, sha256: definitionDigest(loaded.json) },
    language: context.locale.language,
    answers: engine.answers(),
    consents,
    ...(signatures.length > 0 && { signatures }),
    ...besides,
  };
}

/** The record of every signature that was given. */
function signaturesOf({ engine, signing }: Session): readonly Signed[] {
  const nodes = [...engine.shownFields()].filter((node) => node.answer !== undefined && signs(node));
  const given = nodes.flatMap((node) => {
    const found = signing.of(node);
    return found === undefined ? [] : [{ path: node.path, ...found }];
  });
  if (given.length === 0) return [];
  const contentSha256 = sha256Hex(canonicalJson(signedAnswers(engine)));
  return given.map(({ path, language, shownAt, signedAt }) => ({
    path,
    language,
    contentSha256,
    shownAt,
    signedAt,
  }));
}
