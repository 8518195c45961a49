import type { FastifyInstance } from 'fastify';

/**
 * One line for each answer: method, pattern of the route, status, milliseconds. The pattern and not the address,
 * because an address can hold an id, and a query whatever somebody wrote there.
 */
export function logRequests(app: FastifyInstance, print: (line: string) => void): void {
  app.addHook('onResponse', async (request, reply) => {
    const pattern = request.routeOptions.url ?? '-';
    print(`${request.method} ${pattern} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`);
  });
}
