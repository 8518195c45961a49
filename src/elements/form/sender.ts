import { canonicalJson } from '../../core/canonical-json.js';
import type { FileAnswer } from '../../fields/file/file.type.js';
import { definitionDigest } from '../../transport/digest.js';
import { newKey } from '../../transport/key.js';
import type { Receipt, Submission, Transport, Wait } from '../../transport/transport.js';
import { SendError } from '../../transport/transport.js';
import type { Runner } from './runner.js';

/** Sends one form: first its files, then the answers. Sending again goes on from where it stopped. */
export class Sender {
  readonly #transport: Transport;
  readonly #runner: Runner;
  readonly #arrived = new Set<string>();
  #abort: AbortController | undefined;
  /** The key of what was last tried: the same answers keep it, so that they are never stored twice. */
  #last: { readonly content: string; readonly key: string } | undefined;

  constructor(transport: Transport, runner: Runner) {
    this.#transport = transport;
    this.#runner = runner;
  }

  cancel(): void {
    this.#abort?.abort();
  }

  /** The receipt once everything is stored; undefined when it is not, and then the person has been told why. */
  async send(): Promise<Receipt | undefined> {
    if (this.#abort !== undefined) return undefined;
    const abort = new AbortController();
    this.#abort = abort;
    try {
      await this.#sendFiles(abort.signal);
      const receipt = await this.#sendAnswers(abort.signal);
      this.#runner.tellSending({ kind: 'idle' });
      return receipt;
    } catch (error) {
      this.#tellFailure(error);
      return undefined;
    } finally {
      this.#abort = undefined;
    }
  }

  async #sendAnswers(signal: AbortSignal): Promise<Receipt> {
    const submission = submissionOf(this.#runner);
    const content = canonicalJson(submission);
    if (this.#last?.content !== content) {
      this.#last = { content, key: newKey() };
    }
    this.#runner.tellSending({ kind: 'request' });
    return this.#transport.submit(submission, {
      key: this.#last.key,
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
    if (!(error instanceof SendError)) {
      this.#runner.tellSending({ kind: 'failed', failure: 'unexpected' });
      // Not a failure of the line but of the kit: whoever looks after the page must be able to see it.
      console.error(error);
      return;
    }
    if (error.failure === 'refused' && error.problems.length > 0) {
      // Files the receiver has not, or no longer, are sent again the next time.
      this.#arrived.clear();
      this.#runner.session.refuse(error.problems);
    }
    this.#runner.tellSending({ kind: 'failed', failure: error.failure });
    this.#runner.showFailure();
  }
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
export function submissionOf({ session, loaded, context }: Runner): Submission {
  const { engine, agreements } = session;
  const { id, version } = loaded.definition;
  const consents = [...engine.shownFields()].flatMap((node) => {
    const agreement =
      node.definition.type === 'statement' && node.answer === true ? agreements.get(node) : undefined;
    return agreement === undefined ? [] : [{ path: node.path, ...agreement }];
  });
  return {
    form: { id, version, sha256: definitionDigest(loaded.json) },
    language: context.locale.language,
    answers: engine.answers(),
    consents,
  };
}
