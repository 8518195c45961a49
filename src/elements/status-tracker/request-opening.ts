import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatReference } from '../../core/reference.js';
import type { Opening, Tracking } from '../../transport/tracking.js';
import type { Following } from './following.js';
import type { LookUpForm } from './look-up-form.js';
import type { Telling } from './telling.js';
import { takeLink } from './tracking-link.js';
import type { Trouble } from './trouble.js';
import { troubleOf, troubleSentence } from './trouble.js';

/** What opening a request needs of the element around it. */
export interface OpeningHost extends ReactiveControllerHost {
  readonly telling: Telling;
  readonly tracking: Tracking;
  say(sentence: string): void;
  focusOn(id: string): void;
  /** Closes the request that is open. */
  forget(): void;
  /** Forgets what was written for another request. */
  forgetWritten(): void;
}

/** Opens a request, by what was typed or by a link in the page's address; where it does not open, the form says why. */
export class RequestOpening implements ReactiveController {
  readonly #host: OpeningHost;
  readonly #lookUp: LookUpForm;
  readonly #following: Following;
  #running = new AbortController();
  /** The request that what was written belongs to: it is kept where the same one is opened again. */
  #written = '';
  /** Whether one is being opened by a link: nobody has typed, so there is no form to show meanwhile. */
  isByLink = false;

  constructor(host: OpeningHost, lookUp: LookUpForm, following: Following) {
    this.#host = host;
    this.#lookUp = lookUp;
    this.#following = following;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('hashchange', this.#onHash);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('hashchange', this.#onHash);
  }

  /** Whatever is being opened is not waited for any more. */
  stop(): void {
    this.#running.abort();
    this.isByLink = false;
    this.#written = '';
  }

  /** Opens what the page's address leads to, if it leads to a request. */
  openLink(): void {
    const link = takeLink(window);
    if (link === undefined) return;
    this.#host.forget();
    if (link === 'broken') this.fail({ kind: 'brokenLink' }, false);
    else void this.open(link);
  }

  async open(opening: Opening): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const isTyped = 'factor' in opening;
    this.#become(isTyped ? 'typed' : 'link');
    this.#host.say(this.#host.telling.words.lookUp.opening);
    const result = await this.#host.tracking.open(opening, signal).catch(troubleOf);
    if (signal.aborted) return;
    this.#become('idle');
    if ('kind' in result) {
      if (!isTyped) this.#lookUp.fill(formatReference(opening.reference));
      const isOfLink = result.kind === 'unknown' && !isTyped;
      this.fail(isOfLink ? { kind: 'unknownLink' } : result, isTyped);
      return;
    }
    const { reference, state } = result.view;
    if (reference !== this.#written) this.#host.forgetWritten();
    this.#written = reference;
    this.#lookUp.fill('');
    this.#following.start(result);
    this.#host.say(isTyped ? '' : this.#host.telling.plain(state.title));
    if (isTyped) this.#host.focusOn('title');
  }

  /** The form says why. Who waits for an answer is led there; whoever does something else is told. */
  fail(trouble: Trouble, isAwaited: boolean): void {
    this.#lookUp.trouble = trouble;
    if (isAwaited) this.#host.focusOn('errors');
    this.#host.say(isAwaited ? '' : troubleSentence(trouble, this.#host.telling.words));
    this.#host.requestUpdate();
  }

  #become(what: 'typed' | 'link' | 'idle'): void {
    this.isByLink = what === 'link';
    this.#lookUp.isBusy = what === 'typed';
    this.#host.requestUpdate();
  }

  readonly #onHash = (): void => this.openLink();
}
