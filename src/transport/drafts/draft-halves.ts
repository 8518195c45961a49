import type { HttpAnswer } from '../exchange.js';
import { exchange } from '../exchange.js';
import { SendError } from '../transport.js';
import type { Line } from '../world.js';
import { pageWorld, usualPatience } from '../world.js';

/** What the receiver gives for a new draft. */
export interface NewHalf {
  readonly id: string;
  readonly half: Uint8Array<ArrayBuffer>;
  /** Six digits, told to the person and kept nowhere. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What comes of a code: the half, or how often another code may be tried, or that there is nothing to open any more. */
export type Release = { readonly half: Uint8Array<ArrayBuffer> } | { readonly triesLeft: number } | 'gone';

/** Why the receiver gives nothing. */
export type HalfTrouble = 'offline' | 'unreachable' | 'tooMany';

export class HalfError extends Error {
  readonly trouble: HalfTrouble;

  constructor(trouble: HalfTrouble, cause?: unknown) {
    super(`No half of a draft's key: ${trouble}`, { cause });
    this.name = 'HalfError';
    this.trouble = trouble;
  }
}

const BYTES = 32;

/** The halves of keys of drafts that a receiver keeps (`api/drafts` of docs/http-contract.md). Of answers it learns nothing. */
export class ReceiverHalves {
  readonly #line: Line;
  readonly #root: string;

  constructor(receiver: string, line: Partial<Line> = {}) {
    this.#line = { ...pageWorld, ...usualPatience, ...line };
    this.#root = `${receiver.replace(/([^/])$/, '$1/')}api/drafts`;
  }

  /** @throws HalfError */
  async create(): Promise<NewHalf> {
    const { status, body } = await this.#post('', {});
    const { id, half, code, until } = recordIn(body);
    const bytes = bytesIn(half);
    const moment = typeof until === 'string' ? Date.parse(until) : Number.NaN;
    const isWhole = typeof id === 'string' && typeof code === 'string' && !Number.isNaN(moment);
    if (status !== 201 || bytes === undefined || !isWhole) throw new HalfError('unreachable');
    return { id, half: bytes, code, until: moment };
  }

  /** @throws HalfError */
  async release(id: string, code: string): Promise<Release> {
    const { status, body } = await this.#post('/release', { id, code });
    const { half, triesLeft, type } = recordIn(body);
    const bytes = bytesIn(half);
    if (status === 200 && bytes !== undefined) return { half: bytes };
    if (type === 'urn:taafi-kit:problem:draft-code' && typeof triesLeft === 'number')
      return triesLeft > 0 ? { triesLeft } : 'gone';
    if (type === 'urn:taafi-kit:problem:unknown-draft') return 'gone';
    throw new HalfError('unreachable');
  }

  /** Has the receiver destroy its half, also when the page is being left. What does not arrive is swept after its time. */
  delete(id: string): void {
    void this.#post('/deletion', { id }, true).catch(() => undefined);
  }

  async #post(path: string, content: object, keepalive = false): Promise<HttpAnswer> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(content),
      keepalive,
    };
    const answer = await exchange(this.#line, this.#root + path, request).catch((cause: unknown) => {
      const isOffline = cause instanceof SendError && cause.failure === 'offline';
      throw new HalfError(isOffline ? 'offline' : 'unreachable', cause);
    });
    if (answer.status === 429) throw new HalfError('tooMany');
    return answer;
  }
}

function recordIn(body: unknown): Partial<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? body : {};
}

/** Bytes of a half as base64url. */
function bytesIn(half: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof half !== 'string' || !/^[\w-]{43}$/.test(half)) return undefined;
  const bytes = Uint8Array.from(
    atob(half.replaceAll('-', '+').replaceAll('_', '/')),
    (character) => character.codePointAt(0) ?? 0,
  );
  return bytes.length === BYTES ? bytes : undefined;
}
