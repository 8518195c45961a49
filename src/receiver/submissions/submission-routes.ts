import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Admission } from '../http/admission.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { KeyUse } from '../storage/key-uses.js';
import type { RequestStore } from '../storage/request-store.js';
import { referralShape, shaped, submissionShape } from './body-shapes.js';
import { keyUse } from './idempotency-key.js';
import type { KeysAtWork } from './keys-at-work.js';
import type { Referrals } from './referrals.js';
import type { Submissions } from './submissions.js';
import { responseOf } from './submissions.js';

export interface SubmissionServices {
  readonly submissions: Submissions;
  readonly referrals: Referrals;
  readonly requests: RequestStore;
  readonly keys: KeysAtWork;
  readonly admission: Admission;
}

/** `POST api/submissions` and `POST api/referrals`: each done once per key, however often it is asked for. */
export function takeSubmissions(app: FastifyInstance, services: SubmissionServices): void {
  const { submissions, referrals, requests, keys, admission } = services;

  const once =
    (operation: string, take: (use: KeyUse, body: unknown) => Promise<string>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { body } = request;
      if (body === undefined) throw new Problem('malformed', { detail: 'There is no body.' });
      const use = keyUse(request.headers['idempotency-key'], operation, asked(body));
      const response = await keys.run(use.keyHash, async () => {
        // What was answered once is answered again, whatever has become of the form since.
        const earlier = await requests.earlierUse(use);
        return earlier.state === 'new' ? take(use, body) : responseOf(earlier);
      });
      return reply.code(201).type('application/json; charset=utf-8').send(response);
    };

  app.post(
    '/api/submissions',
    { preParsing: admission.admit },
    once('submission', (use, body) => submissions.take(use, shaped(submissionShape, body))),
  );
  app.post(
    '/api/referrals',
    { preParsing: admission.admit },
    once('referral', (use, body) => referrals.take(use, shaped(referralShape, body))),
  );
  for (const url of ['/api/submissions', '/api/referrals']) refuseOtherMethods(app, url, ['POST']);
}

/** What tells one request from another: not how it was filled in, which is another one when it is sent again. */
function asked(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { guard: _guard, ...rest } = body as Record<string, unknown>;
  return rest;
}
