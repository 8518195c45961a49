import type { ReactiveController, ReactiveControllerHost } from 'lit';

let trails = 0;

/**
 * Makes the browser's back and forward lead through the pages of a form. The address stays as it is: only the entry's
 * state holds the name of the page, and nothing a person typed.
 */
export class HistoryTrail implements ReactiveController {
  readonly #show: (page: string) => void;
  readonly #key: string;
  #first: string | undefined;
  /** How many entries of this form lie behind the present one. */
  #depth = 0;

  constructor(host: ReactiveControllerHost, show: (page: string) => void) {
    this.#show = show;
    this.#key = `taafi-${trails}`;
    trails += 1;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('popstate', this.#onPop);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('popstate', this.#onPop);
  }

  /** Names the page the form opened with. */
  begin(page: string): void {
    this.#first = page;
    this.#depth = 0;
  }

  /** Adds a page that was gone to. */
  push(page: string): void {
    this.#depth += 1;
    history.pushState({ ...history.state, [this.#key]: { page, depth: this.#depth } }, '');
  }

  /** Goes back by the browser's own history where the last step of it was within the form. */
  back(): boolean {
    if (this.#depth === 0) return false;
    history.back();
    return true;
  }

  readonly #onPop = ({ state }: PopStateEvent): void => {
    if (this.#first === undefined) return;
    const entry = (state as Record<string, { page: string; depth: number } | undefined> | null)?.[this.#key];
    this.#depth = entry?.depth ?? 0;
    this.#show(entry?.page ?? this.#first);
  };
}
