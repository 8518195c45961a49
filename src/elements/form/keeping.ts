import type { ReactiveController } from 'lit';
import { nothing } from 'lit';
import type { Fate, Stored } from '../../transport/delivery.js';
import type { Entry, Outbox } from '../../transport/outbox/outbox.js';
import { mayPass } from '../../transport/transport.js';
import { thisDevice } from '../../transport/vault/device.js';
import { mayHaveKept } from '../../transport/vault/may-have-kept.js';
import type { Correspondent } from './correspondence.js';
import type { DraftingHost } from './drafting/drafter.js';
import { Drafter } from './drafting/drafter.js';
import { TaafiSentEvent } from './events.js';
import type { Offer } from './keep-offer.js';
import type { LoadedDefinition } from './load-definition.js';
import type { PageHost } from './page-host.js';
import type { Runner } from './runner.js';
import type { Sender } from './sender.js';
import { sendingProgress } from './sending-progress.js';
import type { Page } from './session.js';

/** The element whose requests are kept, as far as the keeping needs it. */
export interface KeepingHost extends Correspondent, DraftingHost {
  readonly keep: 'ask' | 'off' | undefined;
  readonly spokenLanguage: string;
  /** Forgets every answer and begins anew. */
  reset(): void;
  show(loaded: LoadedDefinition | undefined): Promise<void>;
}

type OutboxPart = typeof import('./outbox-part.js');

/** A request that was taken back into a form. */
interface Changing {
  readonly id: string;
  /** What of its answers could not go back. */
  readonly leftOut: readonly string[];
  readonly runner: Runner;
  /** Where the person was led with it. */
  readonly page: Page;
  readonly fate?: Fate;
}

/**
 * What of a form is kept on the device until it can be sent. What does that is brought once there is something to keep,
 * which is before the line may be found to be down: as soon as the person begins.
 */
export class Keeping implements ReactiveController {
  readonly #host: KeepingHost;
  #part: OutboxPart | undefined;
  #bringing: Promise<OutboxPart> | undefined;
  /** Only where something is kept: to look creates what it looks into. */
  #outbox: Outbox | undefined;
  #unlisten: (() => void) | undefined;
  /** What sent last, for which form. */
  #last: { readonly sender: Sender; readonly runner: Runner } | undefined;
  #offer: Offer = 'open';
  #changing: Changing | undefined;
  /** Answers to a survey that have arrived: nothing of them is kept. */
  #arrived: readonly Entry[] = [];
  /** What is kept for a moment still, while its receipt is being shown. */
  readonly #shown = new Set<string>();
  #removing: string | undefined;
  #hasFailed = false;

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
    this.#listen();
  }

  hostDisconnected(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
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
    return [this.#panel(runner), this.#drafter.above(runner)];
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
    return this.#changingIn(runner)?.fate;
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
      if (id !== undefined) this.#shown.add(id);
      try {
        await show(stored);
        await this.#isOver(id, runner);
      } catch (error) {
        // What could not be shown stays here, and nothing is to be sent again at once.
        if (id !== undefined) this.#shown.delete(id);
        notShown = { error };
      }
    };
    await (isOwn && this.#outbox !== undefined ? this.#outbox.whileSending(sender.fate.key, send) : send());
    if (notShown !== undefined) throw notShown.error;
    if (stored !== undefined) return;
    if (id !== undefined && sender.failure !== undefined && mayPass(sender.failure)) this.#leave(id);
    // It is in the form again, to be changed there.
    else if (id !== undefined) await this.#outbox?.delete(id).catch(() => undefined);
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

  /** What is kept, on the page a form begins with; what has just arrived, wherever the person is. */
  #panel(runner: Runner): unknown {
    const { context, session, loaded } = runner;
    const changing = this.#changingIn(runner);
    const [part, outbox] = [this.#part, this.#outbox];
    if (part === undefined || outbox === undefined || !part.isShownIn(this.#host, outbox)) return nothing;
    const isFirst = session.page === session.first || session.page === changing?.page;
    const kept = outbox.entries.filter(({ id }) => !this.#shown.has(id));
    const entries = isFirst ? [...this.#arrived, ...kept] : this.#arrived;
    const [gone, unreadable] = isFirst ? [outbox.gone, outbox.unreadable] : [0, []];
    if (entries.length + gone + unreadable.length === 0 && !this.#hasFailed) return nothing;
    return part.keptRequests({
      locale: context.locale,
      entries: entries.filter(({ id }, index) => entries.findIndex((other) => other.id === id) === index),
      gone,
      unreadable,
      hasExit: loaded.definition.exit !== undefined,
      removing: this.#removing,
      changing,
      hasFailed: this.#hasFailed,
      canChange: ({ letter }) => this.#isOfThisForm(letter.unknown[0]?.form.id) && !session.touched,
      canShow: ({ state }) => state.kind === 'sent' && part.isSameForm(state.stored, loaded),
      send: (entry) => void this.#try(() => outbox.sendNow(entry.id)),
      change: (entry) => void this.#try(() => this.#change(entry, part, outbox)),
      download: ({ letter }) => {
        const [submission] = letter.unknown;
        if (submission === undefined) return;
        const { form, language, answers, own = answers } = submission;
        part.saveFile('answers.json', part.answersFileText(form, language, own));
      },
      ask: (id) => this.#ask(id),
      remove: (id) => void this.#try(() => this.#remove(id, outbox)),
      showReceipt: ({ state }) => {
        if (state.kind === 'sent') void this.#host.showReceipt(state.stored);
      },
      saveReceipt: (entry) => void this.#try(() => part.saveKeptReceipt(entry, outbox)),
      seeGone: () => void this.#try(() => outbox.forgetGone()),
    });
  }

  /** Forgets everything that is kept on this device. */
  forget(): void {
    this.#last = undefined;
    this.#changing = undefined;
    this.#arrived = [];
    void this.#outbox?.forgetAll().catch(() => undefined);
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
    if (this.#outbox === undefined) {
      const outbox = part.outboxOfPage();
      await outbox.start();
      this.#outbox = outbox;
      this.#listen();
      this.#host.requestUpdate();
    }
    return this.#outbox;
  }

  #listen(): void {
    if (this.#host.isConnected) this.#unlisten ??= this.#outbox?.listen((sent) => this.#onChange(sent));
  }

  #onChange(sent: Entry | undefined): void {
    this.#host.requestUpdate();
    if (sent?.state.kind !== 'sent') return;
    const { stored } = sent.state;
    this.#arrived = [...this.#arrived, sent];
    if (this.#isOfThisForm(stored.submission.form.id))
      this.#host.dispatchEvent(new TaafiSentEvent(stored.receipt));
    const [part, outbox, { runner }] = [this.#part, this.#outbox, this.#host];
    if (part === undefined || outbox === undefined || runner === undefined) return;
    if (part.isShownIn(this.#host, outbox))
      runner.announce(part.arrivedSentence(sent, runner.context.locale));
  }

  #isOfThisForm(id: string | undefined): boolean {
    return id !== undefined && id === this.#host.runner?.loaded.definition.id;
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
    const before = this.#changingIn(runner)?.id;
    if (before !== undefined && before !== letter.key) await outbox.delete(before);
    return letter.key;
  }

  /** It is in the outbox now, and no more in the form. */
  #leave(id: string): void {
    this.#outbox?.note(id, { failure: this.#last?.sender.failure });
    this.#last = undefined;
    this.#changing = undefined;
    this.#offer = 'open';
    this.#host.reset();
    this.#focusOn(this.#part?.titleId({ id }));
  }

  /** The receipt is there: what was kept of it is to go. */
  async #isOver(id: string | undefined, runner: Runner): Promise<void> {
    const ids = new Set([id, this.#changingIn(runner)?.id]);
    this.#changing = undefined;
    this.#last = undefined;
    for (const one of ids) if (one !== undefined) await this.#outbox?.delete(one).catch(() => undefined);
  }

  /** The request that is being changed in a form; begun anew, the form has nothing to do with it. */
  #changingIn(runner: Runner): Changing | undefined {
    return this.#changing?.runner === runner ? this.#changing : undefined;
  }

  async #change(entry: Entry, part: OutboxPart, outbox: Outbox): Promise<void> {
    const [submission] = entry.letter.unknown;
    if (submission === undefined) return;
    const { files } = await outbox.contentOf(entry);
    await outbox.hold(entry);
    const { loaded } = this.#host.runner ?? {};
    this.#host.reset();
    await this.#host.show(loaded);
    const { runner } = this.#host;
    if (runner === undefined) return;
    const { state } = entry;
    const problems = state.kind === 'refused' ? state.problems : [];
    const leftOut = await part.putBack(runner, submission, files, problems);
    const fate = part.fateOf(entry);
    const { page } = runner.session;
    this.#changing = { id: entry.id, leftOut, runner, page, ...(fate !== undefined && { fate }) };
    this.#focusOn(part.titleId(entry));
  }

  #ask(id: string | undefined): void {
    const before = this.#removing;
    this.#removing = id;
    this.#focusOn(id === undefined ? before && this.#part?.titleId({ id: before }) : 'remove-title');
  }

  async #remove(id: string, outbox: Outbox): Promise<void> {
    this.#arrived = this.#arrived.filter((entry) => entry.id !== id);
    this.#removing = undefined;
    if (this.#changing?.id === id) this.#changing = undefined;
    await outbox.delete(id);
    const { runner } = this.#host;
    if (runner !== undefined && this.#part !== undefined)
      runner.announce(this.#part.removedSentence(runner.context.locale));
    // The button that was pressed is gone.
    runner?.focusOn('title');
  }

  async #try(doing: () => Promise<unknown>): Promise<void> {
    this.#hasFailed = false;
    try {
      await doing();
    } catch {
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
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
