import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { HandledRequests } from '../handling/handled-requests.js';
import type { Admission } from '../http/admission.js';
import { clientOf } from '../http/client.js';
import { isSameOrigin } from '../http/cross-origin.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { Tries } from '../http/tries.js';
import type { PartnerStore } from '../storage/partner-store.js';
import { shaped } from '../submissions/body-shapes.js';
import type { PartnerAuthentication } from './partner-authentication.js';
import type { PartnerReferrals } from './partner-referrals.js';
import { partnerView } from './partner-view.js';
import { LONGEST_TOKEN } from './signed-token.js';

export interface PartnerServices {
  readonly referrals: PartnerReferrals;
  readonly store: PartnerStore;
  readonly requests: HandledRequests;
  readonly authentication: PartnerAuthentication;
  /** Counts referrals that one client opens. */
  readonly tries: Tries;
  readonly admission: Admission;
}

const openShape = z.strictObject({
  form: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/)),
  token: z.string().check(z.maxLength(LONGEST_TOKEN)),
  /** The site around the frame the form stands in. */
  host: z.optional(z.string().check(z.maxLength(300))),
});

/**
 * `POST api/partner-referrals`: a person opens a referral. `GET api/partner/referrals`: a partner asks what became of
 * those whose people let it know.
 */
export function servePartners(app: FastifyInstance, services: PartnerServices): void {
  const { referrals, store, requests, authentication, tries, admission } = services;

  app.post('/api/partner-referrals', { preParsing: admission.admit }, async (request) => {
    tries.count(clientOf(request));
    const { form, token, host } = shaped(openShape, request.body);
    const { origin } = request.headers;
    const from = origin === undefined || isSameOrigin(request, origin) ? [] : [origin];
    return referrals.open(token, form, host === undefined ? from : [...from, host]);
  });

  app.get('/api/partner/referrals', async (request) => {
    const { id } = await authentication.of(request);
    const views = [];
    for (const referral of await store.sharedWith(id)) {
      const view = partnerView(referral, await requests.find(referral.reference));
      if (view !== undefined) views.push(view);
    }
    return { referrals: views };
  });

  app.get<{ Params: { id: string } }>('/api/partner/referrals/:id', async (request) => {
    const { id } = await authentication.of(request);
    const referral = (await store.sharedWith(id)).find((one) => one.id === request.params.id);
    const view = referral && partnerView(referral, await requests.find(referral.reference));
    // The same whether it is unknown, unused, or its person has not allowed it.
    if (view === undefined) throw new Problem('not-found');
    return view;
  });

  refuseOtherMethods(app, '/api/partner-referrals', ['POST']);
  for (const url of ['/api/partner/referrals', '/api/partner/referrals/:id'])
    refuseOtherMethods(app, url, ['GET']);
}
