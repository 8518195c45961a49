import type { FastifyInstance } from 'fastify';
import type { LogFormat } from '../log-lines.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import { clientOf } from './client.js';
import { ClientNames } from './client-names.js';
import type { Problem, ProblemCode } from './problem.js';
import { isSuspicious, refusalOf } from './refusals.js';

/** An answer, as it is told. */
interface Told {
  readonly method: string;
  /** The pattern of the route and not the address, which can hold an id, and a query whatever somebody wrote there. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Why it was refused. */
  readonly problem?: ProblemCode | undefined;
  /** A name for the client, where that may matter for the security. */
  readonly client?: string | undefined;
}

/** Prints one line for each answer. */
export function logRequests(app: FastifyInstance, world: World, format: LogFormat): void {
  const names = new ClientNames(world);
  app.addHook('onResponse', async (request, { statusCode: status, elapsedTime }) => {
    const { method, routeOptions } = request;
    const problem = refusalOf(request);
    const isNamed = problem !== undefined && isSuspicious(problem);
    printLine(world, format, {
      method,
      route: routeOptions.url ?? '-',
      status,
      ms: Math.round(elapsedTime),
      problem,
      client: isNamed ? names.nameOf(clientOf(request)) : undefined,
    });
  });
}

/** Prints one line for what was refused before it was a request: of that neither method nor route are known. */
export function logNoRequest(world: World, format: LogFormat, { status, code }: Problem): void {
  printLine(world, format, { method: '-', route: '-', status, ms: 0, problem: code });
}

function printLine(world: World, format: LogFormat, told: Told): void {
  if (format === 'json') {
    world.print(JSON.stringify({ at: instant(world), kind: 'request', ...told }));
    return;
  }
  const { method, route, status, ms, problem, client } = told;
  const why = problem === undefined ? '' : ` ${problem}`;
  world.print(`${method} ${route} ${status} ${ms} ms${why}${client === undefined ? '' : ` by ${client}`}`);
}
