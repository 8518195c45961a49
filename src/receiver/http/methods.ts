import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Problem } from './problem.js';

const all = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
] as const satisfies readonly HTTPMethods[];

/** Answers 405 at an address for every method but `taken`, before any body is read; Fastify would answer 404. */
export function refuseOtherMethods(app: FastifyInstance, url: string, taken: readonly HTTPMethods[]): void {
  const allow = [...taken, ...(taken.includes('GET') && !taken.includes('HEAD') ? ['HEAD'] : [])];
  app.route({
    url,
    method: all.filter((method) => !allow.includes(method)),
    onRequest: async () => {
      throw new Problem('method', { headers: { Allow: allow.join(', ') } });
    },
    handler: () => undefined,
  });
}
