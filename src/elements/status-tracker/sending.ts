import { newKey } from '../../transport/key.js';
import type { Doing } from '../../transport/tracking.js';
import type { TrackerHost } from './tracker-host.js';
import type { Trouble } from './trouble.js';
import { troubleOf } from './trouble.js';

/** One thing a person wants to send: once, however often he presses the button. */
export class Sending {
  readonly #host: TrackerHost;
  /** The key of what was sent last and came to nothing: the same sent again is the same. */
  #sent: { readonly content: string; readonly key: string } | undefined;
  isBusy = false;
  trouble: Trouble | undefined;

  constructor(host: TrackerHost) {
    this.#host = host;
  }

  /**
   * Whether it has arrived. `done` is said then, and with it the state where that has become another one; otherwise
   * `trouble` says why not.
   */
  async send(doing: Doing, body: object, done: string): Promise<boolean> {
    const before = this.#host.view?.state.id;
    return this.during(async () => {
      const { state } = await this.#host.act(doing, body, this.#keyOf(body));
      this.#sent = undefined;
      const { words } = this.#host.telling;
      const title = words.news.state(this.#host.telling.plain(state.title));
      this.#host.say(state.id === before ? done : `${done} ${title}`);
    });
  }

  /** Does some work as a part of it, and keeps what kept it from being done. */
  async during(work: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    this.trouble = undefined;
    this.#host.requestUpdate();
    try {
      await work();
    } catch (error) {
      this.trouble = troubleOf(error);
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
    return this.trouble === undefined;
  }

  #keyOf(body: object): string {
    const content = JSON.stringify(body);
    if (this.#sent?.content !== content) this.#sent = { content, key: newKey() };
    return this.#sent.key;
  }
}
