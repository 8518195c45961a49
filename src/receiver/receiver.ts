import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { serveDeclaredData } from './declarations/declaration-routes.js';
import { Declarations } from './declarations/declared-data.js';
import { openLinkTokens } from './declarations/link-tokens.js';
import { serveEvidence } from './evidence/evidence-routes.js';
import { openSigningKeys } from './evidence/signing-keys.js';
import { serveForms } from './forms/form-routes.js';
import { Forms } from './forms/forms.js';
import { Admission } from './http/admission.js';
import { countReports } from './http/content-policy-reports.js';
import { guardOrigins } from './http/cross-origin.js';
import { answerErrors, clientErrorHandler, frameworkErrors } from './http/error-answers.js';
import { serveHealth } from './http/health.js';
import { LARGEST_BODY, readJsonBodies } from './http/json-body.js';
import { logRequests } from './http/request-log.js';
import { REPORTS_PATH, secureEveryAnswer } from './http/security-headers.js';
import { serveStaticFiles } from './http/static-files.js';
import { Tries } from './http/tries.js';
import { openStorage } from './storage/storage.js';
import { KeysAtWork } from './submissions/keys-at-work.js';
import { Referrals } from './submissions/referrals.js';
import type { SignatureVerifiers } from './submissions/signature-providers.js';
import { takeSubmissions } from './submissions/submission-routes.js';
import { Submissions } from './submissions/submissions.js';
import { sweepRegularly } from './sweep.js';
import { largestFile } from './uploads/largest-file.js';
import { UploadFiles } from './uploads/upload-files.js';
import { takeUploads } from './uploads/upload-routes.js';
import { Uploads } from './uploads/uploads.js';
import type { UploadLimits } from './uploads/waiting-files.js';
import { usualLimits } from './uploads/waiting-files.js';
import type { World } from './world.js';
import { realWorld } from './world.js';

/** How often one client may open links to requests in so many seconds. */
const LINK_TRIES = 60;
const LINK_SECONDS = 600;

export interface ReceiverOptions extends Partial<World> {
  /** Folder of all that is kept; made with mode 0700 where it is not there. */
  readonly dataDir: string;
  /** Folder that `npm run build` made, with the packs, the kit and the demonstration. */
  readonly dist?: string;
  /** Origins of other sites that may embed forms. */
  readonly origins?: readonly string[];
  /** Whether `X-Forwarded-For`, `-Host` and `-Proto` are believed, as far as the proxy itself wrote them. */
  readonly trustProxy?: boolean;
  /** Who is asked about signatures that were given elsewhere, by the names of the providers. */
  readonly signatureProviders?: SignatureVerifiers;
  readonly uploadLimits?: Partial<UploadLimits>;
  /** Bytes of JSON bodies that may be held in memory at once. */
  readonly mostHeld?: number;
  /** Milliseconds; for tests. */
  readonly timeouts?: Partial<Timeouts>;
}

/** How long a client may take, in milliseconds. */
interface Timeouts {
  readonly headers: number;
  /** A whole request: a piece of a file over a slow line takes minutes. */
  readonly request: number;
  /** Nothing at all in either direction. */
  readonly silence: number;
  /** How often the first two are looked at. */
  readonly check: number;
}

const usualTimeouts: Timeouts = { headers: 15_000, request: 300_000, silence: 60_000, check: 5_000 };

/** The folder of the build this file belongs to: it is compiled to dist/src/receiver. */
const ownDist = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The receiver as a Fastify app that listens nowhere yet. Closing it finishes what is being answered, breaks off
 * files on their way (they go on after a restart) and closes the database.
 */
export async function createReceiver(options: ReceiverOptions): Promise<FastifyInstance> {
  const { dataDir, dist = ownDist, origins = [], trustProxy = false, signatureProviders = {} } = options;
  const world: World = {
    clock: options.clock ?? realWorld.clock,
    random: options.random ?? realWorld.random,
    print: options.print ?? realWorld.print,
  };
  await mkdir(join(dataDir, 'forms'), { recursive: true, mode: 0o700 });
  const storage = await openStorage(join(dataDir, 'taafi.db'));
  const keys = await openSigningKeys(dataDir, world, (await storage.evidence.last())?.record);
  const forms = new Forms(join(dist, 'src/packs'), join(dataDir, 'forms'), storage.definitions, world);
  await forms.refresh();
  const uploads = new Uploads(
    storage.uploads,
    new UploadFiles(join(dataDir, 'uploads')),
    () => largestFile(forms.definitions),
    { ...usualLimits, ...options.uploadLimits },
    world,
  );
  await uploads.start();

  const app = newApp({ ...usualTimeouts, ...options.timeouts }, trustProxy);
  logRequests(app, world.print);
  secureEveryAnswer(app);
  guardOrigins(app, { origins, open: [REPORTS_PATH] });
  answerErrors(app, world.print);
  readJsonBodies(app);
  const reports = await countReports(app);
  serveHealth(app, reports);
  const declarations = new Declarations(
    forms,
    storage.requests,
    storage.evidence,
    await openLinkTokens(dataDir),
  );
  const submissions = new Submissions(
    forms,
    uploads,
    storage.requests,
    declarations,
    keys,
    signatureProviders,
    world,
  );
  const [atWork, admission] = [new KeysAtWork(), new Admission(options.mostHeld)];
  const referrals = new Referrals(forms, storage.requests, world);
  takeSubmissions(app, { submissions, referrals, requests: storage.requests, keys: atWork, admission });
  serveDeclaredData(app, declarations, new Tries(LINK_TRIES, LINK_SECONDS, world), admission);
  serveEvidence(app, keys, storage.evidence, admission);
  await takeUploads(app, uploads);
  serveForms(app, forms);
  await serveStaticFiles(app, dist);
  const sweep = await sweepRegularly(uploads, storage.requests, world);
  app.addHook('preClose', async () => uploads.stopAll());
  app.addHook('onClose', async () => {
    await sweep.stop();
    storage.checkpoint();
    await storage.close();
  });
  await app.ready();
  return app;
}

function newApp({ headers, request, silence, check }: Timeouts, trustProxy: boolean): FastifyInstance {
  const app = fastify({
    logger: false,
    // Of what is passed on only the last counts: the rest is what the client told the proxy.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: LARGEST_BODY,
    requestTimeout: request,
    connectionTimeout: silence,
    keepAliveTimeout: 10_000,
    return503OnClosing: false,
    frameworkErrors,
    clientErrorHandler,
    http: { connectionsCheckingInterval: check },
  });
  app.server.headersTimeout = headers;
  return app;
}
