import { canonicalJson } from '../../core/canonical-json.js';
import { catalogAtHand, viewOf } from '../../fields/at-hand.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import type { EnclosedFile, Fate, Stored } from '../../transport/delivery.js';
import { Delivery } from '../../transport/delivery.js';
import { definitionDigest, sha256Hex } from '../../transport/digest.js';
import type { Outgoing, SendFailure, Signed, Submission, Transport } from '../../transport/transport.js';
import { isSendError, SendError } from '../../transport/transport.js';
import type { Runner } from './runner.js';
import type { Session } from './session.js';
import { signedAnswers, signs } from './signing.js';

/** Sends one form. Sending again goes on from where it stopped. */
export class Sender {
  readonly #delivery: Delivery;
  readonly #runner: Runner;
  #abort: AbortController | undefined;
  /** Why it was not sent the last time. */
  failure: SendFailure | undefined;

  /** @param fate what is known of earlier attempts, where the answers come back from the outbox. */
  constructor(transport: Transport, runner: Runner, fate?: Fate) {
    this.#delivery = new Delivery(transport, fate);
    this.#runner = runner;
  }

  /** What has been submitted and may have arrived. */
  get fate(): Fate {
    return this.#delivery.fate;
  }

  get files(): readonly EnclosedFile[] {
    return filesOf(this.#runner);
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /**
   * The receipt once everything is stored; undefined when it is not, and then the person has been told why.
   * @param before done when it is known what is sent, and waited for.
   */
  async send(before?: () => Promise<unknown>): Promise<Stored | undefined> {
    if (this.#abort !== undefined) return undefined;
    const abort = new AbortController();
    this.#abort = abort;
    this.failure = undefined;
    try {
      this.#delivery.submit(await outgoingOf(this.#runner));
      await before?.();
      const stored = await this.#delivery.send(this.files, abort.signal, (progress) =>
        this.#runner.tellSending(progress),
      );
      this.#runner.tellSending({ kind: 'idle' });
      return stored;
    } catch (error) {
      this.#tellFailure(error);
      return undefined;
    } finally {
      this.#abort = undefined;
    }
  }

  #tellFailure(error: unknown): void {
    if (!isSendError(error)) {
      this.#runner.tellSending({ kind: 'failed', failure: 'unexpected' });
      // Not a failure of the line but of the kit: whoever looks after the page must be able to see it.
      console.error(error);
      return;
    }
    this.failure = error.failure;
    // Without it the request can be sent as it is.
    if (error.failure === 'referral') this.#runner.besides = {};
    if (error.failure === 'refused' && error.problems?.length) this.#runner.session.refuse(error.problems);
    this.#runner.tellSending({ kind: 'failed', failure: error.failure });
    this.#runner.showFailure();
  }
}

function filesOf({ session, files }: Runner): EnclosedFile[] {
  return [...session.engine.shownFields()]
    .filter((node) => node.field.kind === 'files' && node.answer !== undefined)
    .flatMap((node) => node.answer as readonly FileAnswer[])
    .map(({ id, name, size }) => ({ id, name, size, blob: files.get(id) }));
}

/** What is sent, with what only the holder of a key may read sealed. @throws SendError */
export async function outgoingOf(form: Submitting): Promise<Outgoing> {
  const submission = submissionOf(form);
  const { engine } = form.session;
  const isSealed = [...engine.root.nodes.values()].some(({ definition }) => definition.type === 'sealed');
  if (!isSealed) return submission;
  const seal = viewOf('sealed')?.seal;
  // Nothing that is to be sealed goes out as it is.
  if (seal === undefined) throw new SendError('not-sealed');
  return seal(submission, engine, catalogAtHand);
}

/** A form as far as it is sent. */
type Submitting = Pick<Runner, 'session' | 'loaded' | 'context'> & Partial<Pick<Runner, 'besides'>>;

/** What is sent: the answers that are shown, which form they answer, and the record of every statement ticked. */
export function submissionOf({ session, loaded, context, besides }: Submitting): Submission {
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
