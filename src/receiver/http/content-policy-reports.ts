import type { FastifyInstance } from 'fastify';
import { refuseOtherMethods } from './methods.js';
import { REPORTS_PATH } from './security-headers.js';

/** Bytes of one report. */
const LARGEST = 64_000;

/** Counts what browsers report. What a report says is not looked at: it can hold addresses and pieces of a page. */
export async function countReports(app: FastifyInstance): Promise<{ readonly count: number }> {
  const reports = { count: 0 };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/csp-report', 'application/reports+json', 'application/json'],
      { parseAs: 'buffer', bodyLimit: LARGEST },
      async () => undefined,
    );
    scope.post(REPORTS_PATH, async (_request, reply) => {
      reports.count += 1;
      return reply.code(204).send();
    });
  });
  refuseOtherMethods(app, REPORTS_PATH, ['POST']);
  return reports;
}
