import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TrackedView } from '../../transport/tracked-view.js';
import type { Doing, OpenRequest, Seen, Tracking } from '../../transport/tracking.js';
import { TrackingError } from '../../transport/tracking.js';
import { within } from '../../transport/within.js';
import type { Line } from '../../transport/world.js';
import type { Trouble } from './trouble.js';
import { troubleOf } from './trouble.js';

/** Seconds between two looks where the receiver names none, and the least and the most of what it may name. */
const USUAL_PACE = 60;
const SHORTEST_PACE = 10;
const LONGEST_PACE = 3600;
/** Nobody reads a page that is hidden. */
const HIDDEN = 5;
/** So that all who came together do not come back together; always on top of what was asked for. */
const JITTER = 0.2;
/** How much slower it gets at most while looking comes to nothing. */
const SLOWEST = 8;

/** Who wants to know what becomes of a request. */
export interface Follower extends ReactiveControllerHost {
  readonly line: Line;
  readonly tracking: Tracking;
  /** Somebody else has changed the request. */
  onNews(before: TrackedView, after: TrackedView): void;
  /** The session is over; the request must be opened again. */
  onLost(reference: string): void;
}

/**
 * The request that is open, looked at again and again: at the pace the receiver asks for, slower while the page is
 * hidden. The session is kept here and nowhere else.
 */
export class Following implements ReactiveController {
  readonly #host: Follower;
  #session: string | undefined;
  #etag: string | undefined;
  #interval = 0;
  #failures = 0;
  /** Counts what was done, so that a look that began before does not undo it on the page. */
  #turn = 0;
  /** What the person has done and is still on its way. */
  readonly #acts = new Set<Promise<unknown>>();
  #running: AbortController | undefined;
  #waiting = new AbortController();
  view: TrackedView | undefined;
  /** When the request was last known to be as it is shown, in milliseconds since 1970. */
  seenAt = 0;
  #lookedAt = 0;
  /** What keeps the page from being up to date. */
  trouble: Trouble | undefined;

  constructor(host: Follower) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (this.#session !== undefined) this.#run();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#rest();
  }

  start({ session, ...seen }: OpenRequest): void {
    this.forget();
    this.#session = session;
    this.#take(seen);
    this.#run();
  }

  /** The session and what was seen are nowhere any more, and the session opens nothing even for who has copied it. */
  forget(): void {
    this.#rest();
    if (this.#session !== undefined) this.#end(this.#session);
    this.#turn += 1;
    this.#session = undefined;
    this.#etag = undefined;
    this.#failures = 0;
    this.view = undefined;
    this.trouble = undefined;
    this.#host.requestUpdate();
  }

  /** At once, for the page may be left; after what is still on its way, which the session is needed for. */
  #end(session: string): void {
    const { tracking } = this.#host;
    const end = () => void tracking.end(session).catch(() => undefined);
    if (this.#acts.size === 0) end();
    else void Promise.allSettled(this.#acts).then(end);
  }

  /**
   * Does something for the person. It is let arrive also where the request is closed meanwhile: he has pressed the button,
   * and nobody would tell him that it came to nothing.
   * @throws TrackingError
   */
  async act(doing: Doing, body: object, key: string): Promise<TrackedView> {
    const session = this.#session;
    if (session === undefined) throw new TrackingError('session');
    try {
      const seen = await this.#underWay(this.#host.tracking.act(session, doing, body, key));
      if (session === this.#session) this.#take(seen, true);
      // What is done is answered with the request as it is then.
      return seen.view as TrackedView;
    } catch (error) {
      if (session !== this.#session) throw new TrackingError('session');
      const { kind } = troubleOf(error);
      if (kind === 'session') this.#lose();
      if (kind === 'moved') await this.look();
      throw error;
    }
  }

  async #underWay<Result>(act: Promise<Result>): Promise<Result> {
    this.#acts.add(act);
    try {
      return await act;
    } finally {
      this.#acts.delete(act);
    }
  }

  /** Looks at once. */
  async look(): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    const turn = this.#turn;
    const { signal } = this.#running ?? new AbortController();
    this.#lookedAt = this.#host.line.now();
    const result = await this.#host.tracking.look(session, this.#etag, signal).catch(troubleOf);
    // Something was done meanwhile, or the request was closed: what came now is older than what is shown.
    if (turn !== this.#turn || signal.aborted) return;
    if ('kind' in result) this.#fail(result);
    else this.#take(result);
  }

  /** @param isOwn it is what the person has done himself, and no news to him */
  #take(seen: Seen, isOwn = false): void {
    const { line } = this.#host;
    const before = this.view;
    this.#turn += 1;
    this.#failures = 0;
    this.trouble = undefined;
    this.#lookedAt = line.now();
    this.seenAt = line.now();
    this.#setInterval(seen.pace);
    if (seen.view !== undefined) {
      this.view = seen.view;
      this.#etag = seen.etag;
      if (before !== undefined && !isOwn) this.#host.onNews(before, seen.view);
    }
    this.#host.requestUpdate();
  }

  #fail(trouble: Trouble): void {
    if (trouble.kind === 'session') {
      this.#lose();
      return;
    }
    this.#failures += 1;
    this.trouble = trouble;
    this.#setInterval(trouble.retryAfter);
    this.#host.requestUpdate();
  }

  #lose(): void {
    const { view } = this;
    this.#session = undefined;
    this.forget();
    if (view !== undefined) this.#host.onLost(view.reference);
  }

  #setInterval(asked = USUAL_PACE): void {
    const pace = Math.min(LONGEST_PACE, Math.max(SHORTEST_PACE, asked));
    const slower = Math.min(SLOWEST, 2 ** Math.max(0, this.#failures - 1));
    this.#interval = pace * slower * 1000 * (1 + JITTER * this.#host.line.random());
  }

  #run(): void {
    this.#rest();
    this.#running = new AbortController();
    void this.#lookAgainAndAgain(this.#running.signal);
  }

  #rest(): void {
    this.#running?.abort();
    this.#waiting.abort();
  }

  async #lookAgainAndAgain(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const left = this.#lookedAt + this.#interval * (document.hidden ? HIDDEN : 1) - this.#host.line.now();
      if (left > 0) await this.#pause(left);
      else await this.look();
    }
  }

  /** Waits, or less long where there is a reason to reckon again. */
  async #pause(milliseconds: number): Promise<void> {
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    await within(signal, (inner) => this.#host.line.wait(milliseconds, inner)).catch(() => undefined);
  }

  readonly #onVisibility = (): void => this.#waiting.abort();
}
