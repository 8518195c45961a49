import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const METHODS = 'GET, HEAD, POST, PATCH, DELETE';
const HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-None-Match, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset';
const READABLE = 'ETag, Location, Retry-After, Tus-Resumable, Upload-Length, Upload-Offset';

/** How long a browser may remember a preflight, in seconds. */
const REMEMBERED = '600';

/** Addresses that browsers themselves post to, without asking. */
export interface CrossOriginRules {
  /** Origins of other sites that may embed forms, each as `https://example.org`. Never `*`, never `null`. */
  readonly origins: readonly string[];
  /** Paths that take a POST from anywhere, for nothing is done with it. */
  readonly open: readonly string[];
}

/**
 * CORS by an allow-list: the origin is echoed only from there, nobody sends credentials. What would change something
 * is refused when it comes from any other page, even where the browser would not have let it read the answer.
 */
export function guardOrigins(app: FastifyInstance, { origins, open }: CrossOriginRules): void {
  const allowed = new Set(origins);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Vary', 'Origin');
    const { origin } = request.headers;
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (origin !== undefined && allowed.has(origin)) {
      reply.header('Access-Control-Allow-Origin', origin).header('Access-Control-Expose-Headers', READABLE);
      if (isPreflight) {
        reply.header('Access-Control-Allow-Methods', METHODS).header('Access-Control-Allow-Headers', HEADERS);
        return reply.header('Access-Control-Max-Age', REMEMBERED).code(204).send();
      }
    } else if (origin !== undefined && !isSameOrigin(request, origin)) {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (!isRead && !open.includes(request.routeOptions.url ?? '')) {
        throw new Problem('origin', { detail: 'TAAFI_ORIGINS lists the origins that are allowed.' });
      }
    }
    return undefined;
  });
}

/**
 * The browser's own word counts first: a proxy in between may have changed the Host. Older browsers (Safari before
 * 16.4) do not give it; there the host counts, which a trusted proxy passes on. Pages can set none of these.
 */
export function isSameOrigin({ headers, host, protocol, ips }: FastifyRequest, origin: string): boolean {
  if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (!URL.canParse(origin)) return false;
  // Only a trusted proxy, which has a list of addresses, can tell whether the page came by https.
  const isSchemeTold = ips !== undefined && headers['x-forwarded-proto'] !== undefined;
  const own = `${isSchemeTold ? protocol : new URL(origin).protocol.slice(0, -1)}://${host}`;
  // Read as an address, so that a port that goes without saying may be said.
  return URL.canParse(own) && new URL(own).origin === new URL(origin).origin;
}
