import type { FastifyInstance } from 'fastify';
import type { LogFormat } from '../log-lines.js';
import type { World } from '../world.js';
import { instant } from '../world.js';

/**
 * One line for each answer: method, pattern of the route, status, milliseconds. The pattern and not the address,
 * because an address can hold an id, and a query whatever somebody wrote there.
 */
export function logRequests(app: FastifyInstance, world: World, format: LogFormat): void {
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode: status, elapsedTime }) => {
    const { url: route = '-' } = routeOptions;
    const ms = Math.round(elapsedTime);
    world.print(
      format === 'text'
        ? `${method} ${route} ${status} ${ms} ms`
        : JSON.stringify({ at: instant(world), kind: 'request', method, route, status, ms }),
    );
  });
}
