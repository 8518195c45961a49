import { dataFrom } from '../../core/data-shape.js';
import type { Stored } from '../../transport/delivery.js';
import { newKey } from '../../transport/key.js';
import type { Referral, Transport } from '../../transport/transport.js';
import { TaafiSentEvent, TaafiSubmitEvent } from './events.js';
import type { Later } from './later-part.js';
import type { Question, ReferralDialog } from './referral-dialog.js';
import type { Runner, RunnerHost } from './runner.js';
import type { Sender } from './sender.js';

/** The element whose answers are sent, as far as the sending needs it. */
export interface Correspondent extends RunnerHost {
  readonly transport: Transport | undefined;
  readonly receiver: string | undefined;
  /** Token of an invitation to a survey. */
  readonly invitation: string | undefined;
  readonly form: HTMLFormElement | null;
  readonly page: string;
  readonly runner: Runner | undefined;
  loadLater(): Promise<Later>;
  /** The answers are stored: they are forgotten here, and the receipt takes their place. */
  showReceipt(stored: Stored): Promise<void>;
}

/** All that goes from a form to the association: the answers, and questions about the procedure. */
export class Correspondence {
  readonly #host: Correspondent;
  #sender: Sender | undefined;
  #referral: ReferralDialog | undefined;
  /** What was asked last, word for word, with its key: asked again it is not stored twice. */
  #asked: { readonly referral: Referral; readonly key: string } | undefined;

  constructor(host: Correspondent) {
    this.#host = host;
  }

  /** The dialog for a question, once one has been opened. */
  get referral(): ReferralDialog | undefined {
    return this.#referral;
  }

  /** Stops what is under way and forgets what it was about. */
  end(): void {
    this.cancel();
    this.#sender = undefined;
    this.#asked = undefined;
    this.#referral?.clear();
  }

  cancel(): void {
    this.#sender?.cancel();
  }

  /** Sends the answers, unless the page wants to do that itself or its own form is to take them. */
  async send(): Promise<void> {
    const { runner } = this.#host;
    if (runner === undefined) return;
    const answers = runner.session.engine.answers();
    const { data: shape } = runner.loaded.definition;
    const data = shape && dataFrom(shape, answers);
    if (!this.#host.dispatchEvent(new TaafiSubmitEvent(answers, data))) return;
    const sender = await this.#senderFor(runner);
    const { keeping } = this.#host;
    if (sender === undefined) return;
    const show = async (stored: Stored): Promise<void> => {
      // Where the receipt cannot be shown, the button sends the same again, under the same key.
      await this.#host.showReceipt(stored);
      this.#sender = undefined;
      this.#host.dispatchEvent(new TaafiSentEvent(stored.receipt));
    };
    if (keeping !== undefined) return keeping.send(sender, runner, show);
    const stored = await sender.send();
    if (stored !== undefined) await show(stored);
  }

  /** What sends; undefined where it could not be loaded, or where the page's own form takes the answers. */
  async #senderFor(runner: Runner): Promise<Sender | undefined> {
    try {
      const later = await this.#host.loadLater();
      const transport = this.#transport(later);
      if (transport === undefined) this.#host.form?.requestSubmit();
      else this.#sender ??= new later.Sender(transport, runner, this.#host.keeping?.fateOf(runner));
    } catch {
      // The line is down, and nothing has been sent.
      runner.tellSending({ kind: 'failed', failure: 'unreachable' });
    }
    return this.#sender;
  }

  async openReferral(): Promise<void> {
    const { ReferralDialog } = await this.#host.loadLater();
    this.#referral ??= new ReferralDialog(this.#host, (...asked) => this.#refer(...asked));
    this.#referral.open();
  }

  /** Asks the social-research officer; the form stays as it is. */
  async #refer(asked: Question, signal: AbortSignal): Promise<void> {
    const { runner, page } = this.#host;
    const transport = this.#transport(await this.#host.loadLater());
    if (runner === undefined || transport === undefined) throw new TypeError('There is no receiver to ask.');
    if (this.#asked === undefined || !isSame(this.#asked.referral, asked)) {
      this.#asked = { referral: referralOf(asked, runner, page), key: newKey() };
    }
    const { referral, key } = this.#asked;
    await transport.refer(referral, { key, signal });
    this.#asked = undefined;
  }

  #transport({ guarded, httpTransport, surveyTransport }: Later): Transport | undefined {
    const { transport, receiver, invitation, runner } = this.#host;
    if (transport !== undefined || receiver === undefined) return transport;
    return runner?.loaded.definition.survey === undefined
      ? guarded(this.#host, httpTransport(receiver))
      : surveyTransport(receiver, invitation);
  }
}

function referralOf({ question, contact }: Question, { loaded, context }: Runner, page: string): Referral {
  const { id, version } = loaded.definition;
  const referral = { form: { id, version }, step: page, question, language: context.locale.language };
  return contact === '' ? referral : { ...referral, contact };
}

function isSame({ question, contact = '' }: Referral, asked: Question): boolean {
  return question === asked.question && contact === asked.contact;
}
