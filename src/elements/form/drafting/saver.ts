import type { Draft } from '../../../transport/drafts/drafts.js';
import { DraftGone } from '../../../transport/drafts/drafts.js';
import { VaultError } from '../../../transport/vault/vault-error.js';
import type { Runner } from '../runner.js';
import { contentOf, filesIn } from './draft-content.js';

/** How it stands with what was typed last: on the device, on its way there, or why not. */
export type Saved = 'saved' | 'saving' | 'full' | 'files' | 'gone' | 'other';

/** Milliseconds without a change after which the answers are written. */
const PAUSE = 1_000;

/**
 * Writes the answers of a form into its draft while the person goes on: after a pause, with every page, and when the page
 * goes out of sight. A keystroke costs no more than setting a clock.
 */
export class Saver {
  readonly draft: Draft;
  readonly #runner: Runner;
  readonly #host: EventTarget;
  readonly #tell: () => void;
  #state: Saved = 'saving';
  #isOld = true;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Files that are on the device, and those that could not be brought there. */
  readonly #files: Set<string>;
  readonly #refused = new Set<string>();

  /** @param files ids of those that are in the draft already. @param tell called when {@link state} is another one. */
  constructor(
    draft: Draft,
    runner: Runner,
    host: EventTarget,
    tell: () => void,
    files: Iterable<string> = [],
  ) {
    this.draft = draft;
    this.#runner = runner;
    this.#host = host;
    this.#tell = tell;
    this.#files = new Set(files);
    host.addEventListener('taafi-change', this.#onChange);
    host.addEventListener('taafi-page', this.#onAway);
    document.addEventListener('visibilitychange', this.#onAway);
    globalThis.addEventListener('pagehide', this.#onAway);
  }

  get state(): Saved {
    return this.#state;
  }

  /** Whether nothing would be lost if the page were closed now. */
  get isSafe(): boolean {
    return !this.#isOld && this.#state === 'saved';
  }

  /** Writes what is not written yet. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#write().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Writes nothing any more; done when what is being written is. */
  async stop(): Promise<void> {
    this.draft.end();
    clearTimeout(this.#timer);
    this.#isOld = false;
    this.#host.removeEventListener('taafi-change', this.#onChange);
    this.#host.removeEventListener('taafi-page', this.#onAway);
    document.removeEventListener('visibilitychange', this.#onAway);
    globalThis.removeEventListener('pagehide', this.#onAway);
    await this.#running;
  }

  /** Something else than typing has changed the answers. */
  changed(): void {
    this.#isOld = true;
  }

  readonly #onChange = (): void => {
    this.#isOld = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  };

  readonly #onAway = (event: Event): void => {
    if (event.type === 'taafi-page') this.#isOld = true;
    void this.save();
  };

  async #write(): Promise<void> {
    while (this.#isOld) {
      this.#isOld = false;
      try {
        await this.draft.save(contentOf(this.#runner));
        this.#become((await this.#writeFiles()) ? 'saved' : 'files');
      } catch (error) {
        this.#become(stateAfter(error));
        // Not waited for: it waits for this.
        if (this.#state === 'gone') void this.stop();
        return;
      }
    }
  }

  /** Brings files to the device that are not there, and takes away those that were removed; false where one is missing. */
  async #writeFiles(): Promise<boolean> {
    const wanted = new Set(filesIn(this.#runner).map(({ id }) => id));
    for (const id of wanted) {
      const file = this.#runner.files.get(id);
      if (file === undefined || this.#files.has(id) || this.#refused.has(id)) continue;
      try {
        await this.draft.saveFile(id, file);
        this.#files.add(id);
      } catch (error) {
        if (error instanceof DraftGone) throw error;
        this.#refused.add(id);
      }
    }
    for (const id of this.#files) {
      if (wanted.has(id)) continue;
      await this.draft.dropFile(id);
      this.#files.delete(id);
    }
    return ![...wanted].some((id) => this.#refused.has(id));
  }

  #become(state: Saved): void {
    const isNew = state !== this.#state;
    this.#state = state;
    if (isNew) this.#tell();
  }
}

function stateAfter(error: unknown): Saved {
  if (error instanceof DraftGone) return 'gone';
  return error instanceof VaultError && error.failure === 'full' ? 'full' : 'other';
}
