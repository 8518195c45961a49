import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { HandledRequests, WantedChange } from '../handling/handled-requests.js';
import type { Admission } from '../http/admission.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { HandlingStore } from '../storage/handling-store.js';
import type { StaffMember } from '../storage/staff-store.js';
import { shaped } from '../submissions/body-shapes.js';
import { keyUse } from '../submissions/idempotency-key.js';
import type { Uploads } from '../uploads/uploads.js';
import type { World } from '../world.js';
import type { Authentication } from './authentication.js';
import { answerShape, findingShape, listQuery, moveShape, rightDoneShape, settleShape } from './bodies.js';
import { withheldFrom } from './confinement.js';
import { answered, found, moved, rightDone, settled } from './staff-changes.js';
import { filesOf, listedView, staffView } from './staff-view.js';

export interface StaffServices {
  readonly authentication: Authentication;
  readonly requests: HandledRequests;
  readonly store: HandlingStore;
  readonly uploads: Uploads;
  readonly trail: AuditTrail;
  readonly admission: Admission;
  readonly world: World;
}

const PAGE = 50;
const LARGEST_PAGE = 200;

interface OneRequest {
  Params: { reference: string };
  Querystring: { language?: unknown };
}

type AboutOne = FastifyRequest<OneRequest>;

/** `api/staff`: for those who handle the requests. Every call is written down before it is answered, reads too. */
export function serveStaff(app: FastifyInstance, services: StaffServices): void {
  const { authentication, requests, store, uploads, trail, admission, world } = services;

  app.get('/api/staff/me', async (request) => {
    const { id, name, roles } = await authentication.of(request);
    await trail.write({ by: id, roles, action: 'me' });
    return { id, name, roles };
  });

  app.get('/api/staff/requests', async (request) => {
    const who = await authentication.of(request);
    const query = shaped(listQuery, request.query);
    const { state, form, ended, open, after, most } = query;
    const wanted = Math.min(LARGEST_PAGE, Math.max(1, Number(most ?? PAGE)));
    const isEnded = ended === undefined ? undefined : ended === 'yes';
    const rows = await store.list({ state, form, isEnded, open, after: placeIn(after), most: wanted });
    const details = { ...query, count: rows.length };
    await trail.write({ by: who.id, roles: who.roles, action: 'listed', details });
    const last = rows.length === wanted ? rows.at(-1) : undefined;
    return { requests: rows.map(listedView), ...(last !== undefined && { next: placeOf(last) }) };
  });

  app.get<OneRequest>('/api/staff/requests/:reference', async (request) => {
    const who = await authentication.of(request);
    const read = await mustFind(request.params.reference, who, 'read');
    return staffView(read, who, languageOf(request, read));
  });

  app.get(
    '/api/staff/requests/:reference/files/:id',
    async (request: FastifyRequest<{ Params: { reference: string; id: string } }>, reply) => {
      const who = await authentication.of(request);
      const { reference, id } = request.params;
      const read = await requests.find(reference);
      const all = read && filesOf(read, new Set());
      if (read === undefined || !all?.some((file) => file.id === id)) {
        await refused(who, 'readFile', reference);
        throw new Problem('unknown-request');
      }
      const file = filesOf(read, withheldFrom(read.process, read.rules, who.roles)).find(
        (one) => one.id === id,
      );
      if (file === undefined) {
        await refused(who, 'readFile', reference);
        throw new Problem('role');
      }
      const path = await uploads.pathOf(id);
      if (path === undefined) throw new Problem('unknown-upload');
      const details = { file: id, path: file.path };
      await trail.write({ by: who.id, roles: who.roles, action: 'readFile', reference, details });
      reply
        .header('Content-Disposition', 'attachment')
        .header('Content-Security-Policy', "default-src 'none'; sandbox");
      return reply.type(file.type).send(createReadStream(path));
    },
  );

  /** What is done to a request: once per key where it comes with one, answered with the request as it is then. */
  const does = <Shape extends z.ZodMiniType>(
    name: string,
    shape: Shape,
    want: (request: HandledRequest, body: z.infer<Shape>, who: StaffMember) => WantedChange | undefined,
  ) => {
    const url = `/api/staff/requests/:reference/${name}`;
    app.post<OneRequest>(url, { preParsing: admission.admit }, async (request) => {
      const who = await authentication.of(request);
      const { reference } = request.params;
      const body = shaped(shape, request.body);
      const key = request.headers['idempotency-key'];
      const use = key === undefined ? undefined : keyUse(key, `${name} ${who.id} ${reference}`, body);
      try {
        const changed = await requests.change(reference, use, (before) => want(before, body, who));
        return await staffView(changed, who, languageOf(request, changed));
      } catch (error) {
        if (error instanceof Problem && error.status < 500) await refused(who, name, reference, error.code);
        throw error;
      }
    });
    refuseOtherMethods(app, url, ['POST']);
  };
  does('moves', moveShape, (request, body, who) => moved(request, body, who, world));
  does('verifications', findingShape, found);
  does('answers', answerShape, answered);
  does('items', settleShape, settled);
  does('rights', rightDoneShape, rightDone);

  for (const url of ['me', 'requests', 'requests/:reference', 'requests/:reference/files/:id'])
    refuseOtherMethods(app, `/api/staff/${url}`, ['GET']);

  async function mustFind(reference: string, who: StaffMember, action: string): Promise<HandledRequest> {
    const read = await requests.find(reference);
    if (read === undefined) {
      await refused(who, action, reference);
      throw new Problem('unknown-request');
    }
    const withheld = [...withheldFrom(read.process, read.rules, who.roles)];
    await trail.write({ by: who.id, roles: who.roles, action, reference, details: { withheld } });
    return read;
  }

  async function refused(
    who: StaffMember,
    what: string,
    reference: string,
    code = 'unknown-request',
  ): Promise<void> {
    // Whatever else stands in an address is no name of a request.
    const about = /^\d{14}$/.test(reference) ? { reference } : {};
    await trail.write({ by: who.id, roles: who.roles, action: 'refused', ...about, details: { what, code } });
  }
}

function languageOf({ query }: AboutOne, { stored }: HandledRequest): string {
  return query.language === 'ar' || query.language === 'en' ? query.language : stored.language;
}

/** Where a page ended, as one word for an address. */
function placeOf({ receivedAt, reference }: { receivedAt: string; reference: string }): string {
  return Buffer.from(`${receivedAt} ${reference}`).toString('base64url');
}

function placeIn(after: string | undefined): { receivedAt: string; reference: string } | undefined {
  if (after === undefined) return undefined;
  const [receivedAt = '', reference = ''] = Buffer.from(after, 'base64url').toString().split(' ');
  return { receivedAt, reference };
}
