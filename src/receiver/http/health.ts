import type { FastifyInstance } from 'fastify';
import { refuseOtherMethods } from './methods.js';

/** `GET api/health`: that it answers, and how often a browser reported a violation of the content policy. */
export function serveHealth(app: FastifyInstance, reports: { readonly count: number }): void {
  app.get('/api/health', () => ({ status: 'ok', cspReports: reports.count }));
  refuseOtherMethods(app, '/api/health', ['GET']);
}
