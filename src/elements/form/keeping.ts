import type { ReactiveController } from 'lit';
import { nothing } from 'lit';
import type { Fate, Stored } from '../../transport/delivery.js';
import type { Outbox } from '../../transport/outbox/outbox.js';
import { mayPass } from '../../transport/transport.js';
import { thisDevice } from '../../transport/vault/device.js';
import { mayHaveKept } from '../../transport/vault/may-have-kept.js';
import type { Correspondent } from './correspondence.js';
import type { DraftingHost } from './drafting/drafter.js';
import { Drafter } from './drafting/drafter.js';
import type { Offer } from './keep-offer.js';
import type { KeptPanel } from './kept-panel.js';
import type { LoadedDefinition } from './load-definition.js';
import type { PageHost } from './page-host.js';
import type { Runner } from './runner.js';
import type { Sender } from './sender.js';
import { sendingProgress } from './sending-progress.js';

/** The element whose requests are kept, as far as the keeping needs it. */
export interface KeepingHost extends Correspondent, DraftingHost {
  readonly keep: 'ask' | 'off' | undefined;
  readonly spokenLanguage: string;
  /** Forgets every answer and begins anew. */
  reset(): void;
  show(loaded: LoadedDefinition | undefined): Promise<void>;
}

type OutboxPart = typeof import('./outbox-part.js');

/**
 * What of a form is kept on the device until it can be sent. What does that is brought once there is something to keep,
 * which is before the line may be found to be down: as soon as the person begins.
 */
export class Keeping implements ReactiveController {
  readonly #host: KeepingHost;
  #part: OutboxPart | undefined;
  #bringing: Promise<OutboxPart> | undefined;
  /** Only where something is kept: to look creates what it looks into. */
  #kept: KeptPanel | undefined;
  /** What sent last, for which form. */
  #last: { readonly sender: Sender; readonly runner: Runner } | undefined;
  #offer: Offer = 'open';
  readonly #drafter: Drafter;

  constructor(host: KeepingHost) {
    this.#host = host;
    this.#drafter = new Drafter(host);
    host.addController(this);
    // A form of one page is sent from its first.
    host.addEventListener('input', () => this.#expect(), { once: true });
    void this.#look();
  }

  hostConnected(): void {
    this.#kept?.listen();
  }

  hostDisconnected(): void {
    this.#kept?.unlisten();
  }

  hostUpdated(): void {
    const { runner } = this.#host;
    const hasBegun = runner !== undefined && runner.session.page !== runner.session.first;
    if (hasBegun) this.#expect();
  }

  /** Whether all that was typed is kept in a draft. */
  get isSafe(): boolean {
    return this.#drafter.isSafe;
  }

  /** What stands above the form. */
  above(runner: Runner): unknown {
    return [this.#kept?.draw(runner), this.#drafter.above(runner)];
  }

  /** What stands below it. */
  below(runner: Runner): unknown {
    return this.#drafter.below(runner);
  }

  /** The form is begun anew: what is kept of it to be gone on with goes too. */
  reset(): void {
    this.#drafter.end();
  }

  /** What is known of earlier attempts of a form whose answers have come back from the outbox. */
  fateOf(runner: Runner): Fate | undefined {
    return this.#kept?.changingIn(runner)?.fate;
  }

  /**
   * Sends, and has the receipt shown; on a device that is the person's own the request is kept from before that until the
   * receipt has been seen: where the page ends in between, it is sent once more under its key, and its receipt comes again.
   */
  async send(sender: Sender, runner: Runner, show: (stored: Stored) => Promise<void>): Promise<void> {
    this.#last = { sender, runner };
    this.#offer = 'open';
    const isSurvey = runner.loaded.definition.survey !== undefined;
    const isOwn = !isSurvey && this.#canKeep && (await this.#isOwnDevice());
    let stored: Stored | undefined;
    let id: string | undefined;
    let notShown: { readonly error: unknown } | undefined;
    const send = async (): Promise<void> => {
      stored = await sender.send(async () => {
        // Where it cannot be kept, that is no reason not to send it.
        if (isOwn) id = await this.#keep(sender, runner).catch(() => undefined);
      });
      if (stored === undefined) return;
      if (id !== undefined) this.#kept?.beingShown.add(id);
      try {
        await show(stored);
        await this.#isOver(id, runner);
      } catch (error) {
        // What could not be shown stays here, and nothing is to be sent again at once.
        if (id !== undefined) this.#kept?.beingShown.delete(id);
        notShown = { error };
      }
    };
    const outbox = isOwn ? this.#kept?.outbox : undefined;
    await (outbox === undefined ? send() : outbox.whileSending(sender.fate.key, send));
    if (notShown !== undefined) throw notShown.error;
    if (stored !== undefined) return;
    if (id !== undefined && sender.failure !== undefined && mayPass(sender.failure)) this.#leave(id);
    // It is in the form again, to be changed there.
    else if (id !== undefined) await this.#kept?.outbox.delete(id).catch(() => undefined);
  }

  /** How the sending goes; where it has failed for now, the offer to keep what was to be sent. */
  drawSending(page: PageHost): unknown {
    const { sending } = page;
    if (sending.kind !== 'failed') return sendingProgress(page);
    const failure = this.#last?.sender.failure;
    const isLast = this.#last !== undefined && this.#last.runner === this.#host.runner;
    if (!isLast || failure === undefined || !mayPass(failure) || !this.#canKeep) return nothing;
    return this.#part?.keepOffer(this.#offer, page, () => void this.#take()) ?? nothing;
  }

  /** Forgets everything that is kept on this device. */
  forget(): void {
    this.#last = undefined;
    this.#kept?.forget();
  }

  get #canKeep(): boolean {
    const { keep, transport, receiver } = this.#host;
    return (
      keep !== 'off' && transport === undefined && receiver !== undefined && thisDevice.subtle !== undefined
    );
  }

  /** Whether anything is kept here that is to be shown, and sent. */
  async #look(): Promise<void> {
    if (!(await mayHaveKept())) return;
    try {
      await this.open();
    } catch {
      // Without what shows it, or where the browser lets it not be read, it stays where it is until the next time.
    }
  }

  async #isOwnDevice(): Promise<boolean> {
    try {
      return (await mayHaveKept()) && (await (await this.open()).isOwnDevice());
    } catch {
      return false;
    }
  }

  /** Has what keeps on its way, while the line is there. */
  #expect(): void {
    if (this.#canKeep) void this.#bring().catch(() => undefined);
  }

  #bring(): Promise<OutboxPart> {
    this.#bringing ??= import('./outbox-part.js').then(
      (part) => {
        this.#part = part;
        this.#host.requestUpdate();
        return part;
      },
      (error: unknown) => {
        this.#bringing = undefined;
        throw error;
      },
    );
    return this.#bringing;
  }

  /** Shows what is kept, and has it sent. Rejects where what does that cannot be brought, or nothing can be read. */
  async open(): Promise<Outbox> {
    const part = await this.#bring();
    if (this.#kept === undefined) {
      const outbox = part.outboxOfPage();
      await outbox.start();
      this.#kept ??= new part.KeptPanel(this.#host, outbox);
      this.#kept.listen();
      this.#host.requestUpdate();
    }
    return this.#kept.outbox;
  }

  /** The person has pressed the button. */
  async #take(): Promise<void> {
    const last = this.#last;
    if (last === undefined || this.#offer === 'keeping') return;
    this.#become('keeping');
    try {
      this.#leave(await this.#keep(last.sender, last.runner));
    } catch (error) {
      // What is not the vault's own failure is that of a file.
      this.#become((error as { failure?: Offer }).failure ?? 'unreadable');
      this.#focusOn('keep-failed');
    }
  }

  async #keep(sender: Sender, runner: Runner): Promise<string> {
    const part = await this.#bring();
    const { receiver = '', invitation, clock } = this.#host;
    const letter = part.letterOf(sender, runner, { receiver, invitation, clock });
    const outbox = await this.open();
    await outbox.keep(letter, sender.files, runner.loaded.json);
    const before = this.#kept?.changingIn(runner)?.id;
    if (before !== undefined && before !== letter.key) await outbox.delete(before);
    return letter.key;
  }

  /** It is in the outbox now, and no more in the form. */
  #leave(id: string): void {
    this.#kept?.outbox.note(id, { failure: this.#last?.sender.failure });
    this.#last = undefined;
    this.#kept?.endChanging();
    this.#offer = 'open';
    this.#host.reset();
    this.#focusOn(this.#part?.titleId({ id }));
  }

  /** The receipt is there: what was kept of it is to go. */
  async #isOver(id: string | undefined, runner: Runner): Promise<void> {
    const kept = this.#kept;
    const ids = new Set([id, kept?.changingIn(runner)?.id]);
    kept?.endChanging();
    this.#last = undefined;
    for (const one of ids) if (one !== undefined) await kept?.outbox.delete(one).catch(() => undefined);
  }

  #become(offer: Offer): void {
    this.#offer = offer;
    this.#host.requestUpdate();
  }

  #focusOn(id: string | undefined): void {
    if (id !== undefined) this.#host.runner?.focusOn(id);
    this.#host.requestUpdate();
  }
}
