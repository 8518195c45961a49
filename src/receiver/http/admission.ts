import type { FastifyReply, FastifyRequest } from 'fastify';
import { LARGEST_BODY } from './json-body.js';
import { busy } from './problem.js';

/** Bytes of JSON that may be on their way at once. A request is a few thousand bytes, so this is ten thousands. */
const MOST_AT_ONCE = 64_000_000;

/** Bounds what bodies being read take of the memory: what is too much is asked to come back. */
export class Admission {
  readonly #most: number;
  #bytes = 0;

  constructor(most = MOST_AT_ONCE) {
    this.#most = most;
  }

  /** A hook for routes that read a whole body. */
  readonly admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const bytes = Math.min(Number(request.headers['content-length'] ?? LARGEST_BODY) || 0, LARGEST_BODY);
    if (this.#bytes + bytes > this.#most) throw busy(5);
    this.#bytes += bytes;
    reply.raw.once('close', () => {
      this.#bytes -= bytes;
    });
  };
}
