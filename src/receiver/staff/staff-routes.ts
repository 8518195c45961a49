import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { isReference } from '../../core/reference.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { HandledRequest } from '../handling/handled-request.js';
import type { HandledRequests, WantedChange } from '../handling/handled-requests.js';
import type { Admission } from '../http/admission.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { Processes } from '../processes/processes.js';
import type { HandlingStore } from '../storage/handling-store.js';
import type { PartnerStore } from '../storage/partner-store.js';
import type { StaffMember, StaffStore } from '../storage/staff-store.js';
import type { ScanState } from '../storage/tables.js';
import { shaped } from '../submissions/body-shapes.js';
import { keyUse } from '../submissions/idempotency-key.js';
import { nameFor } from '../uploads/file-name.js';
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
  readonly processes: Processes;
  readonly store: HandlingStore;
  readonly staff: StaffStore;
  readonly partners: PartnerStore;
  readonly uploads: Uploads;
  /** Whether the scanner that files wait for cannot be asked. */
  readonly isScannerDown: () => boolean;
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

/** `api/staff`: for those who handle the requests. Every call is written down before it is answered, reads and refusals too. */
export function serveStaff(app: FastifyInstance, services: StaffServices): void {
  const { authentication, requests, processes, store, staff, partners, uploads, trail, admission, world } =
    services;

  /** @throws Problem `file-waiting`, `infected` */
  function mustBeClean(scan: ScanState | null): void {
    if (scan === 'found' || scan === 'infected') throw new Problem('infected');
    if (scan !== 'waiting') return;
    const detail = services.isScannerDown() ? 'The scanner cannot be asked now.' : undefined;
    throw new Problem('file-waiting', { headers: { 'Retry-After': '60' }, ...(detail && { detail }) });
  }

  app.get('/api/staff/me', async (request) => {
    const { id, name, roles } = await authentication.of(request);
    await trail.write({ by: id, roles, action: 'me' });
    return { id, name, roles };
  });

  app.get('/api/staff/requests', async (request) => {
    const who = await authentication.of(request);
    return orRefused(who, 'list', undefined, async () => {
      const query = shaped(listQuery, request.query);
      const { state, form, ended, open, after, most } = query;
      const wanted = Math.min(LARGEST_PAGE, Math.max(1, Number(most ?? PAGE)));
      const isEnded = ended === undefined ? undefined : ended === 'yes';
      await processes.refresh();
      const known = await processes.knowing(who.roles);
      if (known.length === 0) throw new Problem('role');
      const filter = { processes: known, state, form, isEnded, open, after: placeIn(after), most: wanted };
      const rows = await store.list(filter);
      const details = { ...query, count: rows.length };
      await trail.write({ by: who.id, roles: who.roles, action: 'listed', details });
      const last = rows.length === wanted ? rows.at(-1) : undefined;
      return { requests: rows.map(listedView), ...(last !== undefined && { next: placeOf(last) }) };
    });
  });

  app.get<OneRequest>('/api/staff/requests/:reference', async (request) => {
    const who = await authentication.of(request);
    const { reference } = request.params;
    return orRefused(who, 'read', reference, async () => {
      const read = await mustFind(reference, who);
      await writeRead(read, who);
      return viewFor(read, who, request);
    });
  });

  app.get<{ Params: { reference: string; id: string } }>(
    '/api/staff/requests/:reference/files/:id',
    async (request, reply) => {
      const who = await authentication.of(request);
      const { reference, id } = request.params;
      return orRefused(who, 'readFile', reference, async () => {
        const read = await mustFind(reference, who);
        if (!filesOf(read, new Set()).some((file) => file.id === id)) throw new Problem('unknown-upload');
        const readable = filesOf(read, withheldFrom(read.process, read.rules, who.roles));
        const file = readable.find((one) => one.id === id);
        if (file === undefined) throw new Problem('role');
        const whole = await uploads.whole(id);
        if (whole === undefined) throw new Problem('unknown-upload');
        mustBeClean(whole.upload.scan);
        const details = { file: id, path: file.path };
        await trail.write({ by: who.id, roles: who.roles, action: 'readFile', reference, details });
        reply
          .header('Content-Disposition', `attachment; filename="${nameFor(id, file.type)}"`)
          .header('Content-Security-Policy', "default-src 'none'; sandbox");
        reply.header('Content-Length', String(whole.upload.size));
        return reply.type(file.type).send(Readable.from(whole.pieces()));
      });
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
      return orRefused(who, name, reference, async () => {
        const body = shaped(shape, request.body);
        const key = request.headers['idempotency-key'];
        const use = key === undefined ? undefined : keyUse(key, `${name} ${who.id} ${reference}`, body);
        if (!isReference(reference)) throw new Problem('unknown-request');
        const done = await requests.change(
          reference,
          use,
          (before) => want(before, body, who),
          (before) => mustKnow(before, who),
        );
        // What was done is in the log; where nothing was to be done, the request is read all the same.
        if (!done.isChanged) await writeRead(done.request, who);
        return viewFor(done.request, who, request);
      });
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

  /** The request, for somebody who has a role in its process. @throws Problem `unknown-request`, `role` */
  async function mustFind(reference: string, who: StaffMember): Promise<HandledRequest> {
    const read = isReference(reference) ? await requests.find(reference) : undefined;
    if (read === undefined) throw new Problem('unknown-request');
    mustKnow(read, who);
    return read;
  }

  async function writeRead({ stored, process, rules }: HandledRequest, who: StaffMember): Promise<void> {
    const details = { withheld: [...withheldFrom(process, rules, who.roles)] };
    const { reference } = stored;
    await trail.write({ by: who.id, roles: who.roles, action: 'read', reference, details });
  }

  async function viewFor(read: HandledRequest, who: StaffMember, request: AboutOne) {
    const names = new Map((await staff.all()).map(({ id, name }) => [id, name]));
    const partner = await partners.thatReferred(read.stored.reference);
    const known = await uploads.known(filesOf(read, new Set()).map(({ id }) => id));
    const view = await staffView(read, who, languageOf(request, read), names, known);
    return { ...view, ...(partner !== undefined && { partner: { id: partner.id, name: partner.name } }) };
  }

  /** Does something, and writes down where it is refused. */
  async function orRefused<Result>(
    who: StaffMember,
    what: string,
    reference: string | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Whatever else stands in an address is no name of a request.
      const about = reference !== undefined && isReference(reference) ? { reference } : {};
      const details = { what, code: error.code };
      await trail.write({ by: who.id, roles: who.roles, action: 'refused', ...about, details });
      throw error;
    }
  }
}

/** @throws Problem `role` where somebody has none in the process of a request. */
function mustKnow({ process }: HandledRequest, { roles }: StaffMember): void {
  if (!process.roles.some(({ id }) => roles.includes(id))) throw new Problem('role');
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
  const [, receivedAt, reference] =
    /^(\d{4}-\d\d-\d\dT[\d:.]{1,16}Z) (\d{14})$/.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (receivedAt === undefined || reference === undefined)
    throw new Problem('malformed', { detail: '"after" is no end of a page.' });
  return { receivedAt, reference };
}
