import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has the browser ask before a page with answers that have not been sent is closed. */
export class LeaveWarning implements ReactiveController {
  readonly #hasUnsent: () => boolean;

  constructor(host: ReactiveControllerHost, hasUnsent: () => boolean) {
    this.#hasUnsent = hasUnsent;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('beforeunload', this.#onLeave);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeunload', this.#onLeave);
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#hasUnsent()) event.preventDefault();
  };
}
