import type { HttpAnswer } from './exchange.js';
import { exchange } from './exchange.js';
import { codeOf, secondsToWait } from './failure.js';
import { membersOf } from './receipts.js';
import type { TrackedView } from './tracked-view.js';
import { viewIn } from './tracked-view.js';
import { SendError } from './transport.js';
import type { Line } from './world.js';

/** How a person shows that a request is his: what he knows, or the token of a link. */
export type Opening =
  | { readonly reference: string; readonly factor: string }
  | { readonly reference: string; readonly token: string };

/** A request as it was seen. `view` is absent where nothing has changed. */
export interface Seen {
  readonly view?: TrackedView;
  readonly etag?: string;
  /** After how many seconds it makes sense to ask again; undefined where the receiver does not say. */
  readonly pace?: number;
}

/** A request that is open. */
export interface OpenRequest extends Seen {
  readonly view: TrackedView;
  /** What stands for the person from now on. It is kept in memory only. */
  readonly session: string;
}

/** Where a person's own doing is sent to. */
export type Doing = 'items' | 'questions' | 'moves' | 'rights' | 'sharing';

/** Why something came to nothing. */
export type TrackingTrouble =
  /** The device says it has no connection. */
  | 'offline'
  /** No answer came, or not in time. */
  | 'unreachable'
  /** The receiver has a fault, or asks to come back later. */
  | 'busy'
  | 'tooMany'
  /** There is no such request, or what was given with the reference does not belong to it. */
  | 'unknown'
  /** The time of the link is over. */
  | 'expired'
  /** The session is over. */
  | 'session'
  /** The request has gone on meanwhile, and this cannot be done any more. */
  | 'moved'
  /** A file has not arrived. */
  | 'notArrived'
  | 'refused'
  /** Something answered that is not a receiver. */
  | 'unexpected';

/** Why something came to nothing. The message is for developers; it holds nothing a person typed. */
export class TrackingError extends Error {
  readonly trouble: TrackingTrouble;
  /** How many seconds the receiver asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(trouble: TrackingTrouble, about: { retryAfter?: number | undefined; cause?: unknown } = {}) {
    super(`Not done: ${trouble}`, { cause: about.cause });
    this.name = 'TrackingError';
    this.trouble = trouble;
    this.retryAfter = about.retryAfter;
  }
}

/**
 * The way of a person to his request, as docs/http-contract.md has it under "Following a request". Every method asks
 * once and rejects with a `TrackingError`. References, factors, tokens and sessions travel in bodies and headers only.
 */
export class Tracking {
  readonly #line: Line;
  readonly #address: string;

  /** `base` is the address of the receiver, with or without a slash at the end. */
  constructor(base: string, line: Line) {
    this.#line = line;
    this.#address = `${base.replace(/([^/])$/, '$1/')}api/track`;
  }

  async open(opening: Opening, signal: AbortSignal): Promise<OpenRequest> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(opening),
    };
    const answer = await this.#ask(this.#address, request, signal);
    const { session, view } = membersOf(answer.body);
    const seen = viewIn(view);
    if (typeof session !== 'string' || session === '' || seen === undefined)
      throw new TrackingError('unexpected');
    return { ...this.#aboutIn(answer), session, view: seen };
  }

  /** Looks again; `etag` is that of what was seen last. */
  async look(session: string, etag: string | undefined, signal: AbortSignal): Promise<Seen> {
    const headers = { ...authorized(session), ...(etag !== undefined && { 'If-None-Match': etag }) };
    const answer = await this.#ask(this.#address, { headers }, signal);
    return answer.status === 304 ? this.#aboutIn(answer) : this.#seenIn(answer);
  }

  /** Does something, and gives the request as it is then. The same key makes it the same doing. It cannot be called back. */
  async act(session: string, doing: Doing, body: object, key: string): Promise<Seen> {
    const request = {
      method: 'POST',
      headers: {
        ...authorized(session),
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${key}"`,
      },
      body: JSON.stringify(body),
    };
    return this.#seenIn(await this.#ask(`${this.#address}/${doing}`, request));
  }

  /** Ends a session, also while the page is being left. Where it does not arrive, the session ends by itself within a day. */
  async end(session: string): Promise<void> {
    const request = { method: 'POST', headers: authorized(session), keepalive: true };
    await this.#ask(`${this.#address}/end`, request);
  }

  #seenIn(answer: HttpAnswer): Seen & { readonly view: TrackedView } {
    const view = viewIn(answer.body);
    if (view === undefined) throw new TrackingError('unexpected');
    return { ...this.#aboutIn(answer), view };
  }

  #aboutIn({ headers }: HttpAnswer): Seen {
    const etag = headers.get('ETag');
    const pace = secondsToWait(headers.get('Retry-After'), this.#line.now());
    return { ...(etag !== null && { etag }), ...(pace !== undefined && { pace }) };
  }

  async #ask(url: string, request: RequestInit, signal?: AbortSignal): Promise<HttpAnswer> {
    const answer = await exchange(this.#line, url, request, signal).catch((cause: unknown) => {
      const isOffline = cause instanceof SendError && cause.failure === 'offline';
      throw new TrackingError(isOffline ? 'offline' : 'unreachable', { cause });
    });
    const { status, headers, body } = answer;
    if ((status >= 200 && status < 300) || status === 304) return answer;
    const retryAfter = secondsToWait(headers.get('Retry-After'), this.#line.now());
    throw new TrackingError(troubleOf(status, codeOf(body)), { retryAfter });
  }
}

function authorized(session: string): { readonly Authorization: string } {
  return { Authorization: `Bearer ${session}` };
}

/** Codes of problem documents, whatever the status they come with. */
const named: Readonly<Record<string, TrackingTrouble>> = {
  'unknown-request': 'unknown',
  'link-expired': 'expired',
  'too-many-tries': 'tooMany',
  session: 'session',
  move: 'moved',
  answers: 'notArrived',
  'in-progress': 'busy',
};

function troubleOf(status: number, code: string): TrackingTrouble {
  if (Object.hasOwn(named, code)) return named[code] ?? 'refused';
  if (status === 401) return 'session';
  if (status === 429) return 'tooMany';
  if (status < 400) return 'unexpected';
  return status >= 500 || status === 408 || status === 425 ? 'busy' : 'refused';
}
