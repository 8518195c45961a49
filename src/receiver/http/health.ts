import type { FastifyInstance } from 'fastify';
import type { Outbox } from '../storage/outbox.js';
import { refuseOtherMethods } from './methods.js';

/**
 * `GET api/health`: that it answers, how often a browser reported a violation of the content policy, and how many
 * messages wait to be handed on or were given up.
 */
export function serveHealth(
  app: FastifyInstance,
  reports: { readonly count: number },
  outbox: Pick<Outbox, 'counts'>,
): void {
  app.get('/api/health', async () => ({
    status: 'ok',
    cspReports: reports.count,
    messages: await outbox.counts(),
  }));
  refuseOtherMethods(app, '/api/health', ['GET']);
}
