import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { clientErrors, frameworkErrors } from './error-answers.js';
import { LARGEST_BODY } from './json-body.js';
import type { Problem } from './problem.js';

/** How long a client may take, in milliseconds. */
export interface Timeouts {
  readonly headers: number;
  /** A whole request: a piece of a file over a slow line takes minutes. */
  readonly request: number;
  /** Nothing at all in either direction. */
  readonly silence: number;
  /** Between two requests over one connection. */
  readonly keepAlive: number;
  /** How often the first two are looked at. */
  readonly check: number;
}

export const usualTimeouts: Timeouts = {
  headers: 15_000,
  request: 300_000,
  silence: 60_000,
  keepAlive: 10_000,
  check: 5_000,
};

/**
 * An HTTP server with no address of its own yet, which waits for nobody longer than it may.
 * @param refused is told of what Node refuses before Fastify sees it.
 */
export function newServer(
  { headers, request, silence, keepAlive, check }: Timeouts,
  trustProxy: boolean,
  refused: (problem: Problem) => void,
): FastifyInstance {
  const app = fastify({
    logger: false,
    // Of what is passed on only the last counts: the rest is what the client told the proxy.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: LARGEST_BODY,
    requestTimeout: request,
    connectionTimeout: silence,
    keepAliveTimeout: keepAlive,
    return503OnClosing: false,
    frameworkErrors: frameworkErrors(trustProxy),
    clientErrorHandler: clientErrors(refused),
    http: { connectionsCheckingInterval: check },
  });
  app.server.headersTimeout = headers;
  return app;
}
