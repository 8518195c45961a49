import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Presses of Shift that leave the page, and within how many milliseconds (GOV.UK exit this page). */
const PRESSES = 3;
const WITHIN = 5000;

/** The element a person may want to leave in haste. */
export interface ExitHost extends ReactiveControllerHost, HTMLElement {
  forget(): void;
  /** Shift was pressed; so many more presses leave the page. */
  onShift(left: number): void;
}

/**
 * The way out for somebody who is being watched: at once nothing of the page is to be seen, what was typed is
 * forgotten, and another site takes the place of this page in the history.
 */
export class QuickExit implements ReactiveController {
  readonly #host: ExitHost;
  #times: number[] = [];
  /** Where to go; without it there is no way out to offer. */
  url: string | undefined;

  constructor(host: ExitHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('keyup', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('keyup', this.#onKey);
  }

  leave(): void {
    if (this.url === undefined) return;
    this.#host.forget();
    const { documentElement, body } = this.#host.ownerDocument;
    // The page goes dark before the network is asked: a slow connection must not leave it readable.
    body.hidden = true;
    body.style.setProperty('display', 'none', 'important');
    documentElement.style.setProperty('background', '#fff', 'important');
    globalThis.location.replace(this.url);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.url === undefined) return;
    if (event.key !== 'Shift') {
      this.#times = [];
      return;
    }
    this.#times = [...this.#times.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
    const left = PRESSES - this.#times.length;
    if (left <= 0) this.leave();
    else this.#host.onShift(left);
  };
}
