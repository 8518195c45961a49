import { nothing } from 'lit';
import { answersFileText } from '../../core/answers-file.js';
import type { Fate } from '../../transport/delivery.js';
import type { Entry, Outbox } from '../../transport/outbox/outbox.js';
import { TaafiSentEvent } from './events.js';
import type { KeepingHost } from './keeping.js';
import { arrivedSentence, isSameForm, removedSentence, saveKeptReceipt } from './kept-receipt.js';
import { keptRequests, titleId } from './kept-requests.js';
import { isShownIn } from './outbox-of-page.js';
import { fateOf, putBack } from './put-back.js';
import type { Runner } from './runner.js';
import { saveFile } from './save-file.js';
import type { Page } from './session.js';

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

/** What is kept on the device, as it stands above a form, and what the person does with it there. */
export class KeptPanel {
  readonly outbox: Outbox;
  /** What is kept for a moment still, while its receipt is being shown. */
  readonly beingShown = new Set<string>();
  readonly #host: KeepingHost;
  #unlisten: (() => void) | undefined;
  #changing: Changing | undefined;
  /** Answers to a survey that have arrived: nothing of them is kept. */
  #arrived: readonly Entry[] = [];
  #removing: string | undefined;
  #hasFailed = false;

  constructor(host: KeepingHost, outbox: Outbox) {
    this.#host = host;
    this.outbox = outbox;
  }

  /** Hears of what is sent, as long as the form stands in a page. */
  listen(): void {
    if (this.#host.isConnected) this.#unlisten ??= this.outbox.listen((sent) => this.#onChange(sent));
  }

  unlisten(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
  }

  /** The request that is being changed in a form; begun anew, the form has nothing to do with it. */
  changingIn(runner: Runner): Changing | undefined {
    return this.#changing?.runner === runner ? this.#changing : undefined;
  }

  /** What was being changed in the form is there no more. */
  endChanging(): void {
    this.#changing = undefined;
  }

  forget(): void {
    this.#changing = undefined;
    this.#arrived = [];
    void this.outbox.forgetAll().catch(() => undefined);
  }

  /** What is kept, on the page a form begins with; what has just arrived, wherever the person is. */
  draw(runner: Runner): unknown {
    const { outbox } = this;
    const { context, session, loaded } = runner;
    const changing = this.changingIn(runner);
    if (!isShownIn(this.#host, outbox)) return nothing;
    const isFirst = session.page === session.first || session.page === changing?.page;
    const kept = outbox.entries.filter(({ id }) => !this.beingShown.has(id));
    const entries = isFirst ? [...this.#arrived, ...kept] : this.#arrived;
    const [gone, unreadable] = isFirst ? [outbox.gone, outbox.unreadable] : [0, []];
    if (entries.length + gone + unreadable.length === 0 && !this.#hasFailed) return nothing;
    return keptRequests({
      locale: context.locale,
      entries: entries.filter(({ id }, index) => entries.findIndex((other) => other.id === id) === index),
      gone,
      unreadable,
      hasExit: loaded.definition.exit !== undefined,
      removing: this.#removing,
      changing,
      hasFailed: this.#hasFailed,
      canChange: ({ letter }) => this.#isOfThisForm(letter.unknown[0]?.form.id) && !session.touched,
      canShow: ({ state }) => state.kind === 'sent' && isSameForm(state.stored, loaded),
      send: (entry) => void this.#try(() => outbox.sendNow(entry.id)),
      change: (entry) => void this.#try(() => this.#change(entry)),
      download: ({ letter }) => {
        const [submission] = letter.unknown;
        if (submission === undefined) return;
        const { form, language, answers, own = answers } = submission;
        saveFile('answers.json', answersFileText(form, language, own));
      },
      ask: (id) => this.#ask(id),
      remove: (id) => void this.#try(() => this.#remove(id)),
      showReceipt: ({ state }) => {
        if (state.kind === 'sent') void this.#host.showReceipt(state.stored);
      },
      saveReceipt: (entry) => void this.#try(() => saveKeptReceipt(entry, outbox)),
      seeGone: () => void this.#try(() => outbox.forgetGone()),
    });
  }

  #onChange(sent: Entry | undefined): void {
    const host = this.#host;
    host.requestUpdate();
    if (sent?.state.kind !== 'sent') return;
    const { stored } = sent.state;
    this.#arrived = [...this.#arrived, sent];
    if (this.#isOfThisForm(stored.submission.form.id)) host.dispatchEvent(new TaafiSentEvent(stored.receipt));
    const { runner } = host;
    if (runner !== undefined && isShownIn(host, this.outbox))
      runner.announce(arrivedSentence(sent, runner.context.locale));
  }

  #isOfThisForm(id: string | undefined): boolean {
    return id !== undefined && id === this.#host.runner?.loaded.definition.id;
  }

  async #change(entry: Entry): Promise<void> {
    const [submission] = entry.letter.unknown;
    if (submission === undefined) return;
    const { files } = await this.outbox.contentOf(entry);
    await this.outbox.hold(entry);
    const { loaded } = this.#host.runner ?? {};
    this.#host.reset();
    await this.#host.show(loaded);
    const { runner } = this.#host;
    if (runner === undefined) return;
    const { state } = entry;
    const problems = state.kind === 'refused' ? state.problems : [];
    const leftOut = await putBack(runner, submission, files, problems);
    const fate = fateOf(entry);
    const { page } = runner.session;
    this.#changing = { id: entry.id, leftOut, runner, page, ...(fate !== undefined && { fate }) };
    this.#focusOn(titleId(entry));
  }

  #ask(id: string | undefined): void {
    const before = this.#removing;
    this.#removing = id;
    this.#focusOn(id === undefined ? before && titleId({ id: before }) : 'remove-title');
  }

  async #remove(id: string): Promise<void> {
    this.#arrived = this.#arrived.filter((entry) => entry.id !== id);
    this.#removing = undefined;
    if (this.#changing?.id === id) this.#changing = undefined;
    await this.outbox.delete(id);
    const { runner } = this.#host;
    runner?.announce(removedSentence(runner.context.locale));
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

  #focusOn(id: string | undefined): void {
    if (id !== undefined) this.#host.runner?.focusOn(id);
    this.#host.requestUpdate();
  }
}
