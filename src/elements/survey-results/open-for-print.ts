import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Opens whatever is folded up while the page is printed: paper cannot be pressed. */
export class OpenForPrint implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  #opened: readonly HTMLDetailsElement[] = [];

  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('beforeprint', this.#open);
    globalThis.addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeprint', this.#open);
    globalThis.removeEventListener('afterprint', this.#close);
  }

  readonly #open = (): void => {
    this.#opened = [...this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.#opened) details.open = true;
  };

  readonly #close = (): void => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };
}
