import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing } from 'lit';
import type { FormDefinition } from '../../../core/definition.js';
import { draftingTitle } from '../../../locale/drafting-title.js';
import type { Transport } from '../../../transport/transport.js';
import { mayHaveKept } from '../../../transport/vault/may-have-kept.js';
import type { LoadedDefinition } from '../load-definition.js';
import type { Runner } from '../runner.js';
import type { Drafting } from './drafting.js';

/** The element whose answers are kept, as far as the keeping needs it. */
export interface DraftingHost extends ReactiveControllerHost, HTMLElement {
  /** Whether the person is asked if his answers are to be kept. */
  readonly keep: 'ask' | 'off' | undefined;
  readonly receiver: string | undefined;
  readonly transport: Transport | undefined;
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly page: string;
  readonly runner: Runner | undefined;
  readonly disabled: boolean;
  /** What is on the page is not the person's own form yet. */
  readonly isConfirming?: boolean;
}

/**
 * The way to keep answers that are not finished. All that does it is brought when somebody asks for it, or where the kit has
 * something on this device: whoever fills a form in in one go pays for a button.
 */
export class Drafter implements ReactiveController {
  readonly #host: DraftingHost;
  #bringing: Promise<Drafting> | undefined;
  #drafting: Drafting | undefined;
  /** The form for which it was asked whether anything of it is here. */
  #looked: LoadedDefinition | undefined;

  constructor(host: DraftingHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether all that was typed is kept. */
  get isSafe(): boolean {
    return this.#drafting?.isSafe ?? false;
  }

  hostUpdated(): void {
    const { runner } = this.#host;
    if (runner === undefined || runner.loaded === this.#looked || !this.#canKeep(runner)) return;
    this.#looked = runner.loaded;
    void this.#look(runner);
  }

  /** What stands above the page. */
  above(runner: Runner): unknown {
    return this.#canKeep(runner) ? (this.#drafting?.above(runner) ?? nothing) : nothing;
  }

  /** What stands below it. */
  below(runner: Runner): unknown {
    if (!this.#canKeep(runner)) return nothing;
    return html`<div class="help no-print">
        <button type="button" class="quiet" part="button" id="keep" @click=${() => void this.#open()}>
          ${draftingTitle[runner.context.locale.language]}
        </button>
        ${this.#drafting?.status(runner) ?? nothing}
      </div>
      ${this.#drafting?.dialog(runner) ?? nothing}`;
  }

  /** Forgets what is kept of this form. */
  end(): void {
    // What is being brought finds nothing to offer any more.
    void this.#bringing?.then((drafting) => drafting.end()).catch(() => undefined);
  }

  #canKeep({ session, loaded }: Runner): boolean {
    const { keep, disabled, isConfirming = false } = this.#host;
    return (
      keep !== 'off' &&
      !disabled &&
      !isConfirming &&
      session.page !== 'receipt' &&
      isKeepable(loaded.definition)
    );
  }

  async #look(runner: Runner): Promise<void> {
    try {
      if (await mayHaveKept()) await (await this.#bring()).look(runner);
    } catch (error) {
      // Nothing is offered, and the form goes on as if nothing were kept.
      console.warn(error);
    }
  }

  async #open(): Promise<void> {
    try {
      (await this.#bring()).open();
    } catch {
      this.#host.runner?.tellSending({ kind: 'failed', failure: 'unreachable' });
      this.#host.runner?.focusOn('sending');
    }
  }

  async #bring(): Promise<Drafting> {
    this.#bringing ??= import('./drafting.js').then(({ Drafting }) => {
      this.#drafting = new Drafting(this.#host);
      return this.#drafting;
    });
    try {
      return await this.#bringing;
    } catch (error) {
      this.#bringing = undefined;
      throw error;
    }
  }
}

/** Surveys are over in two minutes, and data that somebody else has given are not the person's to keep. */
function isKeepable({ survey, steps }: FormDefinition): boolean {
  return survey === undefined && !steps.some(({ fields }) => fields.some(({ type }) => type === 'given'));
}
