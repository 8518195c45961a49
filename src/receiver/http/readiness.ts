import { statfs } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { MasterKeyUses } from '../storage/master-key-uses.js';
import type { Outbox } from '../storage/outbox.js';
import { refuseOtherMethods } from './methods.js';
import { Problem } from './problem.js';

/** Bytes that must be free for what one moment may bring. */
const LEAST_FREE = 256_000_000;
/** Messages that may wait before somebody should look why. */
const MOST_WAITING = 1_000;
/** Milliseconds for which an answer holds: whoever asks more often costs nothing more. */
const HOLDS = 2_000;

/** What is looked at; `messages` alone keeps nobody away, for requests are taken all the same. */
export interface Readiness {
  readonly database: boolean;
  readonly disk: boolean;
  readonly key: boolean;
  readonly messages: boolean;
}

/** What readiness is asked of. */
export interface ReadinessParts {
  readonly dataDir: string;
  readonly masterKeys: Pick<MasterKeyUses, 'isAtHand' | 'mustWrite'>;
  readonly outbox: Pick<Outbox, 'counts'>;
  /** Whether it is about to stop: others are to get what comes from now on. */
  readonly isStopping: () => boolean;
  readonly now: () => number;
  readonly leastFree?: number | undefined;
}

/**
 * `GET api/ready`: whether requests are to be led here, for a load balancer: 200, or 503 with what is missing. `api/health` tells
 * whether the program answers at all.
 */
export function serveReadiness(app: FastifyInstance, parts: ReadinessParts): void {
  let last: { readonly at: number; readonly checks: Promise<Readiness> } | undefined;
  const checks = (): Promise<Readiness> => {
    const at = parts.now();
    if (last === undefined || at - last.at >= HOLDS) last = { at, checks: readinessOf(parts) };
    return last.checks;
  };
  app.get('/api/ready', async (_request, reply) => {
    const found = await checks();
    const { database, disk, key } = found;
    if (!parts.isStopping() && database && disk && key) return { status: 'ready', checks: found };
    const status = parts.isStopping() ? 'stopping' : 'not-ready';
    const problem = new Problem('busy', {
      members: { ready: status, checks: found },
      headers: { 'Retry-After': '5' },
    });
    // Not thrown: it is asked for every few seconds, and is no fault each time.
    reply.code(problem.status).headers(problem.headers).type('application/problem+json');
    return JSON.stringify(problem);
  });
  refuseOtherMethods(app, '/api/ready', ['GET']);
}

async function readinessOf({
  dataDir,
  masterKeys,
  outbox,
  leastFree = LEAST_FREE,
}: ReadinessParts): Promise<Readiness> {
  const isSo = (question: Promise<boolean>) => question.catch(() => false);
  const [database, disk, key, messages] = await Promise.all([
    isSo(masterKeys.mustWrite().then(() => true)),
    isSo(statfs(dataDir).then(({ bavail, bsize }) => bavail * bsize >= leastFree)),
    isSo(masterKeys.isAtHand()),
    isSo(outbox.counts().then(({ waiting }) => waiting <= MOST_WAITING)),
  ]);
  return { database, disk, key, messages };
}
