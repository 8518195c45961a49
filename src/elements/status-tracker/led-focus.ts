import type { ReactiveController } from 'lit';
import type { TrackerHost } from './tracker-host.js';

/** Leads the person to a place that the next drawing will have. */
export class LedFocus implements ReactiveController {
  readonly #host: TrackerHost;
  #wanted = '';

  constructor(host: TrackerHost) {
    this.#host = host;
    host.addController(this);
  }

  to(id: string): void {
    this.#wanted = id;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const wanted = this.#wanted;
    this.#wanted = '';
    if (wanted === '') return;
    const found = this.#host.renderRoot.querySelector<HTMLElement>(`#${wanted}`);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest' });
  }
}
