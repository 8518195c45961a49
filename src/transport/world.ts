/** What the transport needs of the world around it. Tests pass their own; in a page `pageWorld` is right. */
export interface World {
  readonly fetch: typeof fetch;
  /** Resolves after some milliseconds. After the signal is aborted nobody listens, and no timer need go on. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  /** A number from 0 up to but not 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** False only where the device is sure to have no connection. */
  readonly online: () => boolean;
  /** Resolves when the device has a connection again. After the signal is aborted nobody listens. */
  readonly whenOnline: (signal: AbortSignal) => Promise<unknown>;
}

/** How patient the transport is. */
export interface Patience {
  /** How many attempts in a row may fail. */
  readonly attempts: number;
  /** Milliseconds that one attempt may take, the answer included. */
  readonly timeout: number;
  /** Bytes of the first piece of a file. */
  readonly firstPiece: number;
  /** Bytes of a piece of a file on a fast connection. */
  readonly largestPiece: number;
}

/** Where and how things are sent. */
export interface Line extends World, Patience {}

export const pageWorld: World = {
  fetch: (...request) => fetch(...request),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }),
  random: Math.random,
  now: Date.now,
  // Node 20 has no navigator, and later ones say nothing about the connection.
  online: () => globalThis.navigator?.onLine !== false,
  whenOnline: (signal) =>
    new Promise((resolve) => addEventListener('online', resolve, { once: true, signal })),
};

export const usualPatience: Patience = {
  attempts: 5,
  timeout: 30_000,
  firstPiece: 256_000,
  largestPiece: 1_000_000,
};
