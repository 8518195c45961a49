import { newKey } from '../../transport/key.js';
import type { Receipt, Transport } from '../../transport/transport.js';
import { TaafiSentEvent, TaafiSubmitEvent } from './events.js';
import type { Question, ReferralDialog } from './referral-dialog.js';
import type { Runner, RunnerHost } from './runner.js';
import type { Sender } from './sender.js';

/** What is needed only after the first page. */
export type Later = typeof import('./later.js');

/** The element whose answers are sent, as far as the sending needs it. */
export interface Correspondent extends RunnerHost {
  readonly transport: Transport | undefined;
  readonly receiver: string | undefined;
  readonly form: HTMLFormElement | null;
  readonly page: string;
  readonly runner: Runner | undefined;
  loadLater(): Promise<Later>;
  /** The answers are stored: they are forgotten here, and the receipt takes their place. */
  showReceipt(receipt: Receipt): Promise<void>;
}

/** All that goes from a form to the association: the answers, and questions about the procedure. */
export class Correspondence {
  readonly #host: Correspondent;
  #sender: Sender | undefined;
  #isSending = false;
  #referral: ReferralDialog | undefined;

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
    this.#referral?.clear();
  }

  cancel(): void {
    this.#sender?.cancel();
  }

  /** Sends the answers, unless the page wants to do that itself or its own form is to take them. */
  async send(): Promise<void> {
    const { runner } = this.#host;
    if (runner === undefined || this.#isSending) return;
    this.#isSending = true;
    try {
      if (!this.#host.dispatchEvent(new TaafiSubmitEvent(runner.session.engine.answers()))) return;
      const receipt = await (await this.#senderFor(runner))?.send();
      if (receipt === undefined) return;
      this.#sender = undefined;
      await this.#host.showReceipt(receipt);
      this.#host.dispatchEvent(new TaafiSentEvent(receipt));
    } finally {
      this.#isSending = false;
    }
  }

  /** What sends; undefined where it could not be loaded, or where the page's own form takes the answers. */
  async #senderFor(runner: Runner): Promise<Sender | undefined> {
    try {
      const later = await this.#host.loadLater();
      const transport = this.#transport(later);
      if (transport === undefined) this.#host.form?.requestSubmit();
      else this.#sender ??= new later.Sender(transport, runner);
    } catch {
      // The line is down, and nothing has been sent.
      runner.tellSending({ kind: 'failed', failure: 'unreachable' });
    }
    return this.#sender;
  }

  async openReferral(): Promise<void> {
    const { ReferralDialog } = await this.#host.loadLater();
    this.#referral ??= new ReferralDialog(this.#host, (question) => this.#refer(question));
    this.#referral.open();
  }

  /** Asks the social-research officer; the form stays as it is. */
  async #refer({ question, contact }: Question): Promise<void> {
    const { runner, page } = this.#host;
    const transport = this.#transport(await this.#host.loadLater());
    if (runner === undefined || transport === undefined) throw new TypeError('There is no receiver to ask.');
    const { id, version } = runner.loaded.definition;
    const { language } = runner.context.locale;
    const asked = { form: { id, version }, step: page, question, language };
    await transport.refer(contact === '' ? asked : { ...asked, contact }, {
      key: newKey(),
      signal: new AbortController().signal,
    });
  }

  #transport({ httpTransport }: Later): Transport | undefined {
    const { transport, receiver } = this.#host;
    return transport ?? (receiver === undefined ? undefined : httpTransport(receiver));
  }
}
