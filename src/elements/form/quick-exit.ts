import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DATABASE } from '../../transport/vault/device.js';

/** Presses of Shift that leave the page, and within how many milliseconds (GOV.UK exit this page). */
const PRESSES = 3;
const WITHIN = 5000;

/**
 * Sent to the document when a person leaves in haste: whoever holds something of his forgets it at once. What prevents it
 * sees to the leaving itself, as a frame does that cannot lead the page around it away.
 */
const LEAVING = 'taafi-leaving';

/** The element a person may want to leave in haste. */
export interface ExitHost extends ReactiveControllerHost, HTMLElement {
  forget(): void;
  /** Shift was pressed; `left` tells how many more presses leave the page, also when that is said later. */
  onShift(left: () => number): void;
}

/**
 * The way out for somebody who is being watched: at once nothing of the page is to be seen, what was typed is
 * forgotten, in the other forms of the page too, and another site takes the place of this page in the history.
 */
export class QuickExit implements ReactiveController {
  readonly #host: ExitHost;
  #times: number[] = [];
  /** Whether Shift is being pressed by itself, and not for a capital letter, a selection or another keyboard. */
  #isAlone = false;
  /** Where to go; without it there is no way out to offer. */
  url: string | undefined;

  constructor(host: ExitHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen('addEventListener');
  }

  hostDisconnected(): void {
    this.#listen('removeEventListener');
  }

  leave(): void {
    if (this.url === undefined) return;
    const { ownerDocument } = this.#host;
    const isOurs = ownerDocument.dispatchEvent(new Event(LEAVING, { cancelable: true }));
    // The page goes dark before the network is asked: a slow connection must not leave it readable.
    const { documentElement, body } = ownerDocument;
    body.hidden = true;
    body.style.setProperty('display', 'none', 'important');
    documentElement.style.setProperty('background', '#fff', 'important');
    try {
      // What is kept on the device goes too, even where nothing that knows of it is here yet.
      indexedDB.deleteDatabase(DATABASE);
    } catch {
      // A page that may keep nothing has nothing to forget.
    }
    if (isOurs) globalThis.location.replace(this.url);
  }

  #listen(how: 'addEventListener' | 'removeEventListener'): void {
    const { ownerDocument } = this.#host;
    ownerDocument[how](LEAVING, this.#onLeaving);
    // Before the fields see them: what they stop counts as well.
    ownerDocument[how]('keydown', this.#onKeyDown, true);
    ownerDocument[how]('keyup', this.#onKeyUp, true);
    ownerDocument[how]('pointerdown', this.#onPointer, true);
  }

  readonly #onLeaving = (): void => this.#host.forget();

  readonly #onPointer = (): void => this.#startAgain();

  readonly #onKeyDown = (event: Event): void => {
    const { key, altKey, ctrlKey, metaKey, repeat } = event as KeyboardEvent;
    if (key === 'Shift' && !altKey && !ctrlKey && !metaKey) this.#isAlone ||= !repeat;
    else this.#startAgain();
  };

  readonly #onKeyUp = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Shift' || !this.#isAlone || this.url === undefined) return;
    this.#isAlone = false;
    this.#times = [...this.#times.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
    const left = () => PRESSES - this.#times.length;
    if (left() <= 0) this.leave();
    else this.#host.onShift(left);
  };

  #startAgain(): void {
    this.#isAlone = false;
    this.#times = [];
  }
}
