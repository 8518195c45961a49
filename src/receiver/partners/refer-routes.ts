import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Forms, FoundForm } from '../forms/forms.js';
import { isDeclaration } from '../forms/forms.js';
import { isSameOrigin } from '../http/cross-origin.js';
import { LARGEST_BODY } from '../http/json-body.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import type { PartnerReferrals, ReferralRefusal } from './partner-referrals.js';
import { referPage } from './refer-page.js';

/** Takes a form post of any origin: whose it is, is looked at here. */
export const REFER_PATH = '/refer/:name';

type Named = { Params: { name: string }; Querystring: { lang?: unknown } };

/**
 * `POST refer/<form>`, an ordinary form post with the field `referral` from a page of the partner: the form, with what the
 * partner has filled in to be confirmed. What is posted stands in no address, and so in no history and no log. `GET`
 * is the form without a referral.
 */
export async function serveRefer(
  app: FastifyInstance,
  forms: Forms,
  referrals: PartnerReferrals,
  pages: { readonly tracker: string | undefined; readonly isGuarded: boolean },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_BODY },
      async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
    );
    // Whatever a page posts, the person gets the form.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, async () => undefined);
    scope.post<Named>(REFER_PATH, async (request, reply) => {
      const form = await formOf(request.params.name, forms);
      const token =
        request.body instanceof URLSearchParams ? (request.body.get('referral') ?? '').trim() : '';
      const refusal = await refusalOf(request, token, form, referrals);
      const { lang: language } = request.query;
      if (refusal !== undefined) reply.code(refusal === 'origin' ? 403 : 422);
      return reply
        .type('text/html; charset=utf-8')
        .send(
          referPage({ form, language, ...pages, refusal, token: refusal === undefined ? token : undefined }),
        );
    });
    scope.get<Named>(REFER_PATH, async (request, reply) => {
      const form = await formOf(request.params.name, forms);
      return reply
        .type('text/html; charset=utf-8')
        .send(referPage({ form, language: request.query.lang, ...pages }));
    });
  });
  refuseOtherMethods(app, REFER_PATH, ['GET', 'POST']);
}

/** @throws Problem `not-found` */
async function formOf(name: string, forms: Forms): Promise<FoundForm> {
  const form = await forms.named(name);
  // Nobody refers to a survey: its answers are nobody's.
  if (form === undefined || form.definition.survey !== undefined || isDeclaration(form.definition))
    throw new Problem('not-found');
  return form;
}

async function refusalOf(
  request: FastifyRequest,
  token: string,
  { definition }: FoundForm,
  referrals: PartnerReferrals,
): Promise<ReferralRefusal | undefined> {
  const { origin } = request.headers;
  // A browser names the origin of every page that posts; `null` is what a page says that does not want to be known.
  if (origin === undefined) return 'origin';
  try {
    await referrals.open(token, definition.id, isSameOrigin(request, origin) ? [] : [origin]);
    return undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === 'referral')
      return error.toJSON().reason as ReferralRefusal;
    throw error;
  }
}
