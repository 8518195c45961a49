import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { HandledRequest } from '../handling/handled-request.js';
import type { HandledRequests, WantedChange } from '../handling/handled-requests.js';
import type { Admission } from '../http/admission.js';
import { clientOf } from '../http/client.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { Tries } from '../http/tries.js';
import type { PartnerStore } from '../storage/partner-store.js';
import { shaped } from '../submissions/body-shapes.js';
import { keyUse } from '../submissions/idempotency-key.js';
import type { KeysAtWork } from '../submissions/keys-at-work.js';
import type { Uploads } from '../uploads/uploads.js';
import type { World } from '../world.js';
import { instant } from '../world.js';
import { itemShape, lookUpShape, ownMoveShape, questionShape, rightShape, sharingShape } from './bodies.js';
import type { LookUp } from './look-up.js';
import { asked, ownMove, provided, rightAsked } from './own-changes.js';
import type { Sessions } from './sessions.js';
import type { TrackView } from './track-view.js';
import { trackView, viewTag } from './track-view.js';
import type { TrackingTokens } from './tracking-tokens.js';

export interface TrackServices {
  readonly lookUp: LookUp;
  readonly tokens: TrackingTokens;
  readonly sessions: Sessions;
  readonly requests: HandledRequests;
  readonly uploads: Uploads;
  readonly keys: KeysAtWork;
  /** The partners that referred people. */
  readonly partners: PartnerStore;
  readonly tries: Tries;
  readonly admission: Admission;
  readonly world: World;
}

type Want<Body> = (found: HandledRequest, body: Body) => WantedChange | undefined;

/** After how many seconds it makes sense to ask again. */
const PACE = '60';

/**
 * An answer to a look-up takes at least so long, in milliseconds: what differs between a reference that exists and one
 * that does not, some microseconds of the database, is lost in the timer.
 */
const FLOOR = 100;

/** `api/track`: for the person whose request it is. */
export function serveTracking(app: FastifyInstance, services: TrackServices): void {
  const { lookUp, tokens, sessions, requests, uploads, keys, partners, tries, admission, world } = services;

  const viewOf = async (found: HandledRequest): Promise<TrackView> =>
    trackView(found, await sharingOf(found.stored.reference, partners));

  const sendView = async (
    request: FastifyRequest,
    reply: FastifyReply,
    found: HandledRequest,
  ): Promise<FastifyReply> => {
    const view = await viewOf(found);
    const tag = viewTag(view);
    reply.header('ETag', tag).header('Retry-After', PACE);
    if (request.method === 'GET' && request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.send(view);
  };

  app.post('/api/track', { preParsing: admission.admit }, async (request, reply) => {
    tries.count(clientOf(request));
    const body = shaped(lookUpShape, request.body);
    const [reference] = await notBefore(FLOOR, lookUp.open(body));
    const found = await requests.find(reference);
    if (found === undefined) throw new Problem('unknown-request');
    const view = await viewOf(found);
    reply.header('ETag', viewTag(view)).header('Retry-After', PACE);
    return { ...tokens.begin(reference), view };
  });

  app.get('/api/track', async (request, reply) => {
    const found = await requests.find(await sessions.referenceOf(request));
    if (found === undefined) throw new Problem('session');
    return sendView(request, reply, found);
  });

  /** Does something to a request once per key. */
  const doOnce = async <Body>(
    { headers }: FastifyRequest,
    operation: string,
    reference: string,
    body: Body,
    want: Want<Body>,
  ): Promise<HandledRequest> => {
    const use = keyUse(headers['idempotency-key'], `${operation} ${reference}`, body);
    const done = await keys.run(use.keyHash, () =>
      requests.change(reference, use, (found) => want(found, body)),
    );
    return done.request;
  };

  /** What he does, answered with his request as it is then. */
  const does =
    <Shape extends z.ZodMiniType>(operation: string, shape: Shape, want: Want<z.infer<Shape>>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const reference = await sessions.referenceOf(request);
      const body = shaped(shape, request.body);
      return sendView(request, reply, await doOnce(request, operation, reference, body, want));
    };

  const options = { preParsing: admission.admit };
  app.post('/api/track/items', options, async (request, reply) => {
    const body = shaped(itemShape, request.body);
    const files = 'files' in body ? body.files : [];
    // Only whose request it is may have files settled.
    const reference = await sessions.referenceOf(request);
    for (const { id } of files) await uploads.settle(id);
    const changed = await doOnce(request, 'item', reference, body, provided);
    uploads.claimed(files);
    return sendView(request, reply, changed);
  });
  app.post(
    '/api/track/questions',
    options,
    does('question', questionShape, (found, body) => asked(found, body, world)),
  );
  app.post(
    '/api/track/moves',
    options,
    does('move', ownMoveShape, (found, body) => ownMove(found, body, world)),
  );
  app.post(
    '/api/track/rights',
    options,
    does('right', rightShape, (found, body) => rightAsked(found, body, world)),
  );
  app.post('/api/track/sharing', options, async (request, reply) => {
    const reference = await sessions.referenceOf(request);
    shaped(sharingShape, request.body);
    // Stopped twice, it is stopped.
    await partners.stopSharing(reference, instant(world));
    const found = await requests.find(reference);
    if (found === undefined) throw new Problem('session');
    return sendView(request, reply, found);
  });
  app.post('/api/track/end', options, async (request, reply) => {
    await sessions.end(request);
    return reply.code(204).send();
  });
  refuseOtherMethods(app, '/api/track', ['GET', 'POST']);
  for (const name of ['items', 'questions', 'moves', 'rights', 'sharing', 'end'])
    refuseOtherMethods(app, `/api/track/${name}`, ['POST']);
}

/** What the person still lets the partner know that referred him. */
async function sharingOf(reference: string, partners: PartnerStore): Promise<TrackView['sharing']> {
  const referral = await partners.ofRequest(reference);
  if (referral === undefined || referral.stoppedAt !== undefined || referral.shares.length === 0)
    return undefined;
  const partner = await partners.find(referral.partner);
  if (partner === undefined || partner.removedAt !== undefined) return undefined;
  return { partner: partner.name, what: referral.shares.map(({ what }) => what) };
}

/** Waits for some work, and in any case for so many milliseconds. Fails no sooner than it succeeds. */
async function notBefore<Result>(milliseconds: number, work: Promise<Result>): Promise<[Result]> {
  const timer = new Promise((resolve) => setTimeout(resolve, milliseconds));
  const [done] = await Promise.allSettled([work, timer]);
  if (done.status === 'rejected') throw done.reason;
  return [done.value];
}
