import type { ReactiveController, ReactiveControllerHost } from 'lit';

const NARROWEST = 220;
const WIDEST = 620;
/** Where nobody knows yet how wide the element is, as in a page that hides it. */
const USUAL = 340;

/** How much room charts have: they are drawn in pixels of the page, so that their letters stay as large as the others. */
export class ChartRoom implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: ResizeObserver;
  #width = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      // What is drawn anew at once may change what is being observed, which the browser tells as an error.
      requestAnimationFrame(() => this.#measure(entry?.contentRect.width ?? 0));
    });
    host.addController(this);
  }

  /** In CSS pixels. */
  get width(): number {
    return this.#width;
  }

  hostConnected(): void {
    this.#measure(this.#host.clientWidth);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(host: number): void {
    // Whoever hides it for a while finds it as he left it.
    if (host === 0 && this.#width > 0) return;
    // As much as the padding of `.root` takes at both sides.
    const padding = 2 * Math.min(32, Math.max(16, globalThis.innerWidth * 0.04));
    const width = Math.floor(Math.max(NARROWEST, Math.min(WIDEST, (host || USUAL) - padding)));
    if (width === this.#width) return;
    this.#width = width;
    this.#host.requestUpdate();
  }
}
