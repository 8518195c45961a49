import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { busy } from './problem.js';

/** Bytes of bodies that may be held at once. A request has a few thousand, so this is tens of thousands of them. */
const MOST = 128_000_000;

/** Bounds what bodies being read take of the memory: what is too much is asked to come back. */
export class Admission {
  readonly #most: number;
  #held = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** A `preParsing` hook for routes that read a whole body. Only what has arrived counts, not what was announced. */
  readonly admit = (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: RequestPayload,
    done: (error: Error | null, payload?: RequestPayload) => void,
  ): void => {
    if (this.#held >= this.#most) {
      done(busy(5));
      return;
    }
    let held = 0;
    reply.raw.once('close', () => {
      this.#held -= held;
      held = 0;
    });
    // Fastify listens too before anything flows, because nothing here is awaited.
    payload.on('data', (chunk: Buffer) => {
      held += chunk.length;
      this.#held += chunk.length;
      if (this.#held > this.#most) request.raw.destroy();
    });
    done(null, payload);
  };
}
