import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { AuditTrail } from './audit/audit-trail.js';
import { serveDeclaredData } from './declarations/declaration-routes.js';
import { Declarations } from './declarations/declared-data.js';
import { LinkTokens } from './declarations/link-tokens.js';
import { DraftHalves } from './drafts/draft-halves.js';
import { serveDrafts } from './drafts/draft-routes.js';
import { serveEvidence } from './evidence/evidence-routes.js';
import { openSigningKeys } from './evidence/signing-keys.js';
import { serveForms } from './forms/form-routes.js';
import { Forms } from './forms/forms.js';
import type { GuardPart } from './guard/guard.js';
import { Guard } from './guard/guard.js';
import { serveChallenges } from './guard/guard-routes.js';
import { takeOverEarlier } from './handling/beginning.js';
import { HandledRequests } from './handling/handled-requests.js';
import { Admission } from './http/admission.js';
import { closeWithoutDelay } from './http/closing.js';
import { countReports } from './http/content-policy-reports.js';
import { guardOrigins } from './http/cross-origin.js';
import { answerErrors } from './http/error-answers.js';
import { serveHealth } from './http/health.js';
import { readJsonBodies } from './http/json-body.js';
import type { Problem } from './http/problem.js';
import { serveReadiness } from './http/readiness.js';
import { logNoRequest, logRequests } from './http/request-log.js';
import { REPORTS_PATH, secureEveryAnswer } from './http/security-headers.js';
import type { Timeouts } from './http/server.js';
import { newServer, usualTimeouts } from './http/server.js';
import { serveStaticFiles } from './http/static-files.js';
import { Tries } from './http/tries.js';
import { openLinkSecret } from './link-secret.js';
import type { LogFormat } from './log-lines.js';
import { worldWithLog } from './log-lines.js';
import { Deliveries } from './notifications/deliveries.js';
import { NOTIFIED, notificationLog } from './notifications/notification-log.js';
import { openWebhookSecret, webhook } from './notifications/webhook.js';
import { serveEmbeds } from './partners/embed-routes.js';
import { PartnerAuthentication } from './partners/partner-authentication.js';
import { PartnerReferrals } from './partners/partner-referrals.js';
import { servePartners } from './partners/partner-routes.js';
import { REFER_PATH, serveRefer } from './partners/refer-routes.js';
import { Processes } from './processes/processes.js';
import { DailyWork } from './retention/daily-work.js';
import { Retention } from './retention/retention.js';
import { ScanQueue } from './scanning/scan-queue.js';
import type { Scanner } from './scanning/scanner.js';
import type { DatabaseSettings } from './settings.js';
import { mustBelongTogether } from './shared-data.js';
import { Authentication } from './staff/authentication.js';
import { serveStaff } from './staff/staff-routes.js';
import type { Storage } from './storage/storage.js';
import { storageAt } from './storage/storage-at.js';
import { KeysAtWork } from './submissions/keys-at-work.js';
import { Referrals } from './submissions/referrals.js';
import type { SignatureVerifiers } from './submissions/signature-providers.js';
import { takeSubmissions } from './submissions/submission-routes.js';
import { Submissions } from './submissions/submissions.js';
import { serveResults } from './surveys/results-routes.js';
import { serveSurveys } from './surveys/survey-routes.js';
import { Surveys } from './surveys/surveys.js';
import { sweepRegularly } from './sweep.js';
import { LookUp } from './tracking/look-up.js';
import { Sessions } from './tracking/sessions.js';
import { serveTracking } from './tracking/track-routes.js';
import { TrackingTokens } from './tracking/tracking-tokens.js';
import { largestFile } from './uploads/largest-file.js';
import { UploadFiles } from './uploads/upload-files.js';
import { takeUploads } from './uploads/upload-routes.js';
import { Uploads } from './uploads/uploads.js';
import type { UploadLimits } from './uploads/waiting-files.js';
import { usualLimits } from './uploads/waiting-files.js';
import type { MasterKeySource } from './vault/master-key-source.js';
import { masterKeySource } from './vault/master-key-source.js';
import type { World } from './world.js';
import { realWorld } from './world.js';

/** How often one client may open links to requests in so many seconds. */
const LINK_TRIES = 60;
const LINK_SECONDS = 600;

/** How many referrals of partners one client may open in so many seconds: a clinic has one address. */
const REFERRALS = 120;
const REFERRAL_SECONDS = 600;

/** How often one client may try to open a request to follow it, in so many seconds. */
const LOOK_UPS = 10;
const LOOK_UP_SECONDS = 60;

/** How often one client may come with an invitation that cannot be used, in so many seconds. */
const INVITATION_TRIES = 20;
const INVITATION_SECONDS = 600;

/** How often one client may answer surveys that are open to all, in so many seconds: a clinic has one address. */
const OPEN_ANSWERS = 60;
const OPEN_SECONDS = 3_600;

/** How many drafts one client may begin in so many seconds: a family has one address, and so has a clinic. */
const DRAFTS = 60;
const DRAFT_SECONDS = 600;

/** How often one client may try to go on with a draft, in so many seconds. */
const DRAFT_TRIES = 60;
const DRAFT_TRY_SECONDS = 600;

/** How many forms one client may open in so many seconds: a clinic has one address. */
const CHALLENGES = 240;
const CHALLENGE_SECONDS = 600;

/** How often one client may come with a token of nobody, in so many seconds. */
const STRANGERS = 20;
const STRANGER_SECONDS = 60;

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
  /** Address of the page with the status tracker: messages hold a link to it. */
  readonly tracker?: string | undefined;
  /** Address of the page with the survey: invitations hold a link to it. */
  readonly survey?: string | undefined;
  /** Where messages to applicants are handed on; without it they are written to a file. */
  readonly webhook?: { readonly url: string; readonly secret?: string | undefined } | undefined;
  /** Where the keys are that what is kept is sealed with; in `dataDir` where nothing is said. */
  readonly masterKeys?: MasterKeySource | undefined;
  /** A database of PostgreSQL in place of the file in `dataDir`. */
  readonly database?: DatabaseSettings | undefined;
  /** A database that is open already, in place of both. */
  readonly storage?: Storage | undefined;
  /** Looks at every file before anybody gets it. */
  readonly scanner?: Scanner | undefined;
  /** Milliseconds after which a scanner that could not be asked is asked again; for tests. */
  readonly scanPause?: number;
  /** What is looked at to tell people from programs; nothing where there is none. */
  readonly guard?: readonly GuardPart[] | undefined;
  /** Whether the demonstration is served at `/`; it is where nothing is said. */
  readonly demo?: boolean | undefined;
  readonly uploadLimits?: Partial<UploadLimits>;
  /** How lines are printed. */
  readonly log?: LogFormat | undefined;
  /** Whether it is about to stop: `api/ready` says so before anything ends. */
  readonly isStopping?: (() => boolean) | undefined;
  /** Bytes that must be free on the disk for it to be ready. */
  readonly leastFree?: number | undefined;
  /** Bytes of JSON bodies that may be held in memory at once. */
  readonly mostHeld?: number;
  /** Milliseconds; for tests. */
  readonly timeouts?: Partial<Timeouts>;
}

/** The folder of the build this file belongs to: it is compiled to dist/src/receiver. */
const ownDist = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The receiver as a Fastify app that listens nowhere yet. Closing it finishes what is being answered, breaks off
 * files on their way (they go on after a restart) and closes the database.
 */
export async function createReceiver(options: ReceiverOptions): Promise<FastifyInstance> {
  const { dataDir } = options;
  const world = worldWithLog(worldOf(options), options.log ?? 'text');
  for (const folder of ['forms', 'processes'])
    await mkdir(join(dataDir, folder), { recursive: true, mode: 0o700 });
  const masterKeys = options.masterKeys ?? masterKeySource(dataDir, {});
  const storage = options.storage ?? (await storageAt(options, masterKeys));
  try {
    return await receiverOn(storage, options, world);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

function worldOf({ clock, random, print }: ReceiverOptions): World {
  return {
    clock: clock ?? realWorld.clock,
    random: random ?? realWorld.random,
    print: print ?? realWorld.print,
  };
}

async function receiverOn(
  storage: Storage,
  options: ReceiverOptions,
  world: World,
): Promise<FastifyInstance> {
  const { dataDir, dist = ownDist, origins = [], trustProxy = false, signatureProviders = {} } = options;
  const { keys, secret } = await storage.alone(async () => {
    const last = (await storage.evidence.last())?.record;
    const own = { keys: await openSigningKeys(dataDir, world, last), secret: await openLinkSecret(dataDir) };
    if (options.database !== undefined) await mustBelongTogether(storage, dataDir, own);
    return own;
  });
  const forms = new Forms(join(dist, 'src/packs'), join(dataDir, 'forms'), storage.definitions, world);
  await forms.refresh();
  const tokens = new TrackingTokens(secret, world);
  const processes = new Processes(
    join(dist, 'src/packs'),
    join(dataDir, 'processes'),
    storage.processes,
    async () => {
      await forms.refresh();
      return forms.definitions;
    },
    world,
  );
  processes.onNew = () => takeOverEarlier(storage.earlier, processes, tokens, world);
  await processes.refresh();
  const uploads = new Uploads(
    {
      store: storage.uploads,
      files: new UploadFiles(join(dataDir, 'uploads')),
      keyring: storage.masterKeys.keyring,
      largest: () => largestFile(forms.definitions),
      limits: { ...usualLimits, ...options.uploadLimits },
      scan: options.scanner && (() => scans?.wake()),
      isShared: options.database !== undefined,
    },
    world,
  );
  await uploads.start();

  const refused = (problem: Problem) => logNoRequest(worldOf(options), options.log ?? 'text', problem);
  const app = newServer({ ...usualTimeouts, ...options.timeouts }, trustProxy, refused);
  closeWithoutDelay(app);
  logRequests(app, worldOf(options), options.log ?? 'text');
  secureEveryAnswer(app);
  guardOrigins(app, { origins, open: [REPORTS_PATH, REFER_PATH] });
  answerErrors(app, world.print);
  readJsonBodies(app);
  const reports = await countReports(app);
  serveHealth(app, reports, storage.outbox);
  serveReadiness(app, {
    dataDir,
    masterKeys: storage.masterKeys,
    outbox: storage.outbox,
    isStopping: options.isStopping ?? (() => false),
    now: world.clock,
    leastFree: options.leastFree,
  });
  const trail = new AuditTrail(storage.audit, keys, world);
  const requests = new HandledRequests(storage.handling, processes, forms, trail, world, () =>
    deliveries.wake(),
  );
  const { scanner, scanPause: pause } = options;
  const scans =
    scanner && new ScanQueue({ store: storage.uploads, uploads, scanner, requests, trail, pause }, world);
  const channel =
    options.webhook === undefined
      ? notificationLog(join(dataDir, NOTIFIED))
      : webhook(options.webhook.url, await openWebhookSecret(dataDir, options.webhook.secret), world);
  const pages = { tracker: options.tracker, survey: options.survey };
  const deliveries = new Deliveries(storage.outbox, requests, tokens, channel, pages, storage.surveys, world);
  const declarations = new Declarations(forms, storage.requests, storage.evidence, new LinkTokens(secret));
  const partners = new PartnerReferrals(storage.partners, forms, secret, world);
  const parts = options.guard ?? [];
  const guard = parts.length === 0 ? undefined : new Guard(parts, secret, world);
  const submissions = new Submissions(
    {
      forms,
      processes,
      uploads,
      store: storage.requests,
      declarations,
      partners,
      keys,
      tokens,
      verifiers: signatureProviders,
      guard,
      stored: () => deliveries.wake(),
    },
    world,
  );
  serveChallenges(app, guard, new Tries(CHALLENGES, CHALLENGE_SECONDS, world));
  const [atWork, admission] = [new KeysAtWork(), new Admission(options.mostHeld)];
  const referrals = new Referrals(forms, storage.requests, world);
  takeSubmissions(app, { submissions, referrals, requests: storage.requests, keys: atWork, admission });
  serveDeclaredData(app, declarations, new Tries(LINK_TRIES, LINK_SECONDS, world), admission);
  serveTracking(app, {
    lookUp: new LookUp(storage.tries, tokens, world),
    tokens,
    sessions: new Sessions(tokens, storage.tries, world),
    requests,
    uploads,
    keys: atWork,
    partners: storage.partners,
    tries: new Tries(LOOK_UPS, LOOK_UP_SECONDS, world),
    admission,
    world,
  });
  servePartners(app, {
    referrals: partners,
    store: storage.partners,
    requests,
    authentication: new PartnerAuthentication(
      storage.partners,
      new Tries(STRANGERS, STRANGER_SECONDS, world),
      world,
    ),
    tries: new Tries(REFERRALS, REFERRAL_SECONDS, world),
    admission,
  });
  const isGuarded = guard !== undefined;
  await serveRefer(app, forms, partners, { tracker: options.tracker, isGuarded });
  serveEmbeds(app, forms, storage.partners, { tracker: options.tracker, isGuarded });
  const surveys = new Surveys(forms, storage.surveys, world);
  serveSurveys(app, {
    surveys,
    keys: new KeysAtWork(),
    tries: new Tries(INVITATION_TRIES, INVITATION_SECONDS, world),
    openTries: new Tries(OPEN_ANSWERS, OPEN_SECONDS, world),
    admission,
  });
  serveDrafts(app, {
    halves: new DraftHalves(storage.drafts, secret, world),
    created: new Tries(DRAFTS, DRAFT_SECONDS, world),
    tries: new Tries(DRAFT_TRIES, DRAFT_TRY_SECONDS, world),
    admission,
  });
  const authentication = new Authentication(
    storage.staff,
    new Tries(STRANGERS, STRANGER_SECONDS, world),
    world,
  );
  serveResults(app, { surveys, authentication, trail });
  serveStaff(app, {
    authentication,
    requests,
    processes,
    store: storage.handling,
    staff: storage.staff,
    partners: storage.partners,
    uploads,
    isScannerDown: () => scans?.isDown === true,
    trail,
    admission,
    world,
  });
  serveEvidence(app, keys, storage.evidence, admission);
  await takeUploads(app, uploads);
  serveForms(app, forms, isGuarded);
  await serveStaticFiles(app, dist, options.demo ?? true);
  const sealing = uploads.sealEarlier().catch((error: NodeJS.ErrnoException) => {
    world.print(`fault: files from before could not be sealed: ${error.code ?? error.name}`);
  });
  await scans?.start();
  const retention = new Retention(storage.retention, dataDir, trail, world, 'receiver');
  const daily = new DailyWork(dataDir, retention, storage.masterKeys, world);
  const sweep = await sweepRegularly(uploads, storage, daily, world);
  app.addHook('preClose', async () => uploads.stopAll());
  app.addHook('onClose', async () => {
    await scans?.stop();
    await sealing;
    await sweep.stop();
    await deliveries.stop();
    storage.checkpoint();
    await storage.close();
  });
  await app.ready();
  deliveries.start();
  return app;
}
