import type { ReactiveController } from 'lit';
import { LARGEST_ANSWERS_FILE, readAnswersFile } from '../../../core/answers-file.js';
import type { LeftOut } from '../../../core/taking-up.js';
import { draftingWordsOf } from '../../../locale/drafting-words.js';
import { HalfError, ReceiverHalves } from '../../../transport/drafts/draft-halves.js';
import type { Draft } from '../../../transport/drafts/drafts.js';
import { Drafts } from '../../../transport/drafts/drafts.js';
import { mayHaveKept } from '../../../transport/vault/may-have-kept.js';
import { Vault } from '../../../transport/vault/vault.js';
import { VaultError } from '../../../transport/vault/vault-error.js';
import type { Runner } from '../runner.js';
import { takeUpInto } from '../take-up-into.js';
import { answersText, downloadAnswers } from './answers-download.js';
import { filesIn, typeAgain } from './draft-content.js';
import type { DraftingHost } from './drafter.js';
import type { DialogState, OwnTrouble } from './drafting-dialog.js';
import { draftingDialog } from './drafting-dialog.js';
import { Saver } from './saver.js';
import type { Greeting } from './welcome-back.js';
import { savedStatus, welcomeBack } from './welcome-back.js';

/** Keeps the answers of a form that is not finished: on a device that is the person's own, or in a file he takes with him. */
export class Drafting implements ReactiveController {
  readonly #host: DraftingHost;
  readonly #vault = new Vault(undefined, () => this.#onTaken());
  #drafts: Drafts | undefined;
  #saver: Saver | undefined;
  #dialog: DialogState = { kind: 'closed' };
  /** Shown until the person has written it down. */
  #code: string | undefined;
  #greeting: Greeting | undefined;
  /** What is under way; when the form is forgotten meanwhile, it comes to nothing. */
  #turn = 0;

  constructor(host: DraftingHost) {
    this.#host = host;
    host.addEventListener('taafi-sent', () => this.end());
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('taafi-leaving', this.#onLeaving);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('taafi-leaving', this.#onLeaving);
    void this.#saver?.save();
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('#keeping');
    if (dialog !== null && !dialog.open && dialog.isConnected) dialog.showModal();
  }

  get isSafe(): boolean {
    return this.#saver?.isSafe ?? false;
  }

  /** Offers to go on with what is kept of this form on this device. */
  async look(runner: Runner): Promise<void> {
    if (this.#saver !== undefined || this.#host.receiver === undefined) return;
    const turn = this.#turn;
    const drafts = this.#draftsAt(this.#host.receiver);
    const until = await drafts.find(runner.loaded.definition.id);
    const isOver =
      until === undefined && (await this.#vault.gone('drafts')).includes(runner.loaded.definition.id);
    if (isOver) await this.#vault.forgetGone('drafts');
    if (until === undefined) await this.#vault.tidy();
    if (runner !== this.#host.runner || turn !== this.#turn) return;
    if (until !== undefined) this.#greet({ kind: 'back', until, code: '' });
    else if (isOver) this.#greet({ kind: 'over' });
  }

  open(): void {
    if (this.#code !== undefined) this.#become({ kind: 'code', code: this.#code });
    else this.#become(this.#saver === undefined ? { kind: 'choosing' } : { kind: 'kept' });
  }

  /** The form is forgotten, or its answers have arrived: nothing of it is kept. */
  end(): void {
    this.#turn += 1;
    this.#greeting = undefined;
    this.#code = undefined;
    this.#become({ kind: 'closed' });
    void this.#delete().catch(() => undefined);
  }

  above({ context }: Runner): unknown {
    return welcomeBack(this.#greeting, context.locale, {
      typed: (code) => {
        if (this.#greeting?.kind === 'back') this.#greeting = { ...this.#greeting, code };
      },
      goOn: () => void this.#goOn(),
      anew: () => void this.#anew(),
      close: () => {
        this.#greet(undefined);
        this.#host.runner?.focusOn('title');
      },
    });
  }

  /** How it stands with what is kept, below the page. */
  status({ context }: Runner): unknown {
    return this.#saver && savedStatus(this.#saver.state, this.#saver.draft.until, context.locale);
  }

  dialog(runner: Runner): unknown {
    return draftingDialog(this.#dialog, runner.context.locale, {
      canBeOwn: this.#canBeOwn && this.#greeting?.kind !== 'back',
      hasAnswers: answersText(runner) !== undefined,
      until: this.#saver?.draft.until,
      own: () => void this.#begin(),
      written: () => {
        this.#code = undefined;
        this.#close();
      },
      delete: () => void this.#deleteByHand(),
      download: () => {
        downloadAnswers(runner);
        if (this.#dialog.kind !== 'closed') this.#become({ ...this.#dialog, isDownloaded: true });
      },
      take: (file) => void this.#takeFile(file),
      close: () => this.#close(),
      closed: (dialog) => {
        // It may have been opened again since.
        if (dialog.isConnected && !dialog.open) this.#become({ kind: 'closed' });
      },
    });
  }

  get #canBeOwn(): boolean {
    const { receiver, transport } = this.#host;
    const isAble = globalThis.isSecureContext && navigator.onLine !== false;
    return isAble && receiver !== undefined && transport === undefined;
  }

  #draftsAt(receiver: string): Drafts {
    this.#drafts ??= new Drafts(this.#vault, new ReceiverHalves(receiver));
    return this.#drafts;
  }

  /** The person has said that this device is his own. */
  async #begin(): Promise<void> {
    const { runner, receiver } = this.#host;
    if (runner === undefined || receiver === undefined || this.#dialog.kind === 'beginning') return;
    const turn = this.#turn;
    this.#become({ kind: 'beginning' });
    const drafts = this.#draftsAt(receiver);
    try {
      const { draft, code } = await drafts.begin(runner.loaded.definition.id);
      const saver = new Saver(draft, runner, this.#host, () => this.#onSaved());
      this.#saver = saver;
      await saver.save();
      if (saver.state !== 'saved' && saver.state !== 'files')
        throw new VaultError(saver.state === 'full' ? 'full' : 'blocked');
      await this.#vault.sayOwnDevice(true);
      if (turn !== this.#turn) return;
      this.#code = code;
      this.#become({ kind: 'code', code });
    } catch (error) {
      await this.#delete().catch(() => undefined);
      if (turn === this.#turn) this.#become({ kind: 'choosing', ownTrouble: troubleOf(error) });
    }
  }

  async #goOn(): Promise<void> {
    const { runner, receiver } = this.#host;
    const greeting = this.#greeting;
    if (runner === undefined || receiver === undefined || greeting?.kind !== 'back') return;
    const { until, code } = greeting;
    if (!/^\d{6}$/.test(code)) {
      this.#greet({ kind: 'back', until, code, fault: 'missing' }, 'keep-code');
      return;
    }
    this.#greet({ kind: 'back', until, code, isOpening: true });
    const turn = this.#turn;
    try {
      const draft = await this.#draftsAt(receiver).open(runner.loaded.definition.id, code);
      if (turn !== this.#turn || runner !== this.#host.runner) return;
      if (draft === 'gone') {
        this.#greet({ kind: 'gone' }, 'keep-notice');
        await this.#tidy();
      } else if ('triesLeft' in draft) {
        this.#greet({ kind: 'back', until, code: '', fault: { triesLeft: draft.triesLeft } }, 'keep-code');
      } else await this.#restore(runner, draft, turn);
    } catch (error) {
      if (turn === this.#turn)
        this.#greet({ kind: 'back', until, code, fault: troubleOf(error) }, 'keep-code');
    }
  }

  async #restore(runner: Runner, draft: Draft, turn: number): Promise<void> {
    const content = await draft.content();
    const files = new Map<string, File>();
    for (const id of fileIdsIn(content?.answers)) {
      const file = await draft.file(id).catch(() => undefined);
      if (file !== undefined) files.set(id, file);
    }
    const left = content === undefined ? [] : await takeUpInto(runner, content.answers, files);
    if (turn !== this.#turn || runner !== this.#host.runner) return;
    const { version } = runner.loaded.definition;
    const isChanged = content !== undefined && content.form.version !== version;
    if (content !== undefined) {
      typeAgain(runner, content.typed);
      runner.besides = content.besides;
      this.#goTo(runner, isChanged ? undefined : content.page);
    }
    const kept = filesIn(runner).map(({ id }) => id);
    this.#saver = new Saver(draft, runner, this.#host, () => this.#onSaved(), kept);
    this.#tellTaken(left, isChanged);
    await this.#saver.save();
  }

  async #anew(): Promise<void> {
    this.#greet(undefined);
    this.#host.runner?.focusOn('title');
    await this.#delete().catch(() => undefined);
  }

  async #takeFile(file: File): Promise<void> {
    const { runner } = this.#host;
    if (runner === undefined || this.#dialog.kind === 'closed') return;
    const { definition } = runner.loaded;
    const turn = this.#turn;
    const text = await textOf(file);
    const read =
      text === 'unreadable' || text === 'too-large' ? text : readAnswersFile(text.text, definition.id);
    if (turn !== this.#turn || runner !== this.#host.runner) return;
    if (typeof read === 'string') {
      this.#become({ kind: this.#saver === undefined ? 'choosing' : 'kept', fileFault: read });
      runner.focusOn('keep-file');
      return;
    }
    try {
      const left = await takeUpInto(runner, read.answers);
      if (turn !== this.#turn) return;
      this.#close();
      if (runner.session.page === 'start') this.#goTo(runner, undefined);
      this.#tellTaken(left, read.form.version !== definition.version);
      this.#saver?.changed();
      void this.#saver?.save();
    } catch {
      // The rules could not be brought: nothing was taken.
      this.#become({ kind: 'choosing', ownTrouble: 'unreachable' });
    }
  }

  /** Shows a page the person has been on; those before it count as seen. Without one, the first that asks something. */
  #goTo(runner: Runner, name: string | undefined): void {
    const { session } = runner;
    const page =
      (name === undefined ? undefined : session.pageNamed(name)) ?? session.steps[0] ?? session.first;
    for (const step of session.steps) {
      session.visited.add(session.nameOf(step));
      if (step === page) break;
    }
    if (page !== session.page) runner.go(page);
  }

  #tellTaken(left: readonly LeftOut[], isChanged: boolean): void {
    this.#greet({ kind: 'taken', left, isChanged }, 'keep-notice');
  }

  async #deleteByHand(): Promise<void> {
    try {
      await this.#delete();
      this.#code = undefined;
      this.#become({ kind: 'choosing', isDeleted: true });
      this.#host.runner?.focusOn('keep-title');
    } catch (error) {
      this.#become({ kind: 'kept', ownTrouble: troubleOf(error) });
    }
  }

  /** Nothing of this form is left here. Where no receiver is named, nothing was ever kept. */
  async #delete(): Promise<void> {
    const { runner, receiver } = this.#host;
    const saver = this.#saver;
    this.#saver = undefined;
    await saver?.stop();
    if (receiver === undefined || runner === undefined) return;
    if (this.#drafts === undefined && !(await mayHaveKept())) return;
    await this.#draftsAt(receiver).delete(runner.loaded.definition.id);
    await this.#tidy();
  }

  /** Where nothing else is kept, nothing shows that anything was. */
  async #tidy(): Promise<void> {
    const others = await Promise.all([this.#vault.list('drafts'), this.#vault.list('outbox')]);
    if (others.every(({ length }) => length === 0)) await this.#vault.sayOwnDevice(false);
    await this.#vault.tidy();
    this.#host.requestUpdate();
  }

  /** Somebody leaves in haste: both halves go at once, without waiting for each other. */
  readonly #onLeaving = (): void => {
    this.#turn += 1;
    this.#drafts?.destroyHalf();
    void this.#saver?.stop();
    this.#saver = undefined;
    if (this.#drafts !== undefined) void this.#vault.forgetAll().catch(() => undefined);
  };

  /** Another page of this site has deleted everything. */
  #onTaken(): void {
    void this.#saver?.save();
  }

  #onSaved(): void {
    const { runner } = this.#host;
    if (runner === undefined || this.#saver === undefined) return;
    const { state } = this.#saver;
    if (state !== 'saved' && state !== 'saving')
      runner.announce(draftingWordsOf(runner.context.locale).unsaved[state]);
    this.#host.requestUpdate();
  }

  #greet(greeting: Greeting | undefined, focus?: string): void {
    this.#greeting = greeting;
    if (focus !== undefined) this.#host.runner?.focusOn(focus);
    this.#host.requestUpdate();
  }

  #become(state: DialogState): void {
    const isOther = state.kind !== this.#dialog.kind;
    this.#dialog = state;
    if (isOther && state.kind === 'code') this.#host.runner?.focusOn('keep-title');
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#host.renderRoot.querySelector<HTMLDialogElement>('#keeping')?.close();
    this.#become({ kind: 'closed' });
  }
}

function troubleOf(error: unknown): OwnTrouble {
  if (error instanceof HalfError) return error.trouble;
  if (error instanceof VaultError) return error.failure;
  console.error(error);
  return 'unreachable';
}

/** Ids of all files in answers that were kept, in lists too. */
function fileIdsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fileIdsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, size } = value as { id?: unknown; size?: unknown };
  return typeof id === 'string' && typeof size === 'number' ? [id] : Object.values(value).flatMap(fileIdsIn);
}

async function textOf(file: File): Promise<{ readonly text: string } | 'too-large' | 'unreadable'> {
  if (file.size > LARGEST_ANSWERS_FILE) return 'too-large';
  try {
    const bytes = await file.arrayBuffer();
    // What is no UTF-8 is no JSON either.
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  } catch {
    return 'unreadable';
  }
}
