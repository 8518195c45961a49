import type { FastifyInstance } from 'fastify';
import type { LogFormat } from '../log-lines.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import { clientOf } from './client.js';
import { ClientNames } from './client-names.js';
import { isSuspicious, refusalOf } from './refusals.js';

/**
 * One line for each answer: method, pattern of the route, status, milliseconds, the code of the problem where it was refused,
 * and a name for the client where that may matter for the security. The pattern and not the address, because an address can
 * hold an id, and a query whatever somebody wrote there.
 */
export function logRequests(app: FastifyInstance, world: World, format: LogFormat): void {
  const names = new ClientNames(world);
  app.addHook('onResponse', async (request, { statusCode: status, elapsedTime }) => {
    const { method, routeOptions } = request;
    const { url: route = '-' } = routeOptions;
    const ms = Math.round(elapsedTime);
    const problem = refusalOf(request);
    const client =
      problem !== undefined && isSuspicious(problem) ? names.nameOf(clientOf(request)) : undefined;
    if (format === 'json') {
      const at = instant(world);
      world.print(JSON.stringify({ at, kind: 'request', method, route, status, ms, problem, client }));
      return;
    }
    const why = problem === undefined ? '' : ` ${problem}`;
    world.print(`${method} ${route} ${status} ${ms} ms${why}${client === undefined ? '' : ` by ${client}`}`);
  });
}
