import type { FastifyInstance } from 'fastify';
import { associationSchema } from '../../core/association.js';
import type { Text } from '../../core/text.js';
import type { Forms, FoundForm } from '../forms/forms.js';
import { isDeclaration } from '../forms/forms.js';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import { policyForFrameOf } from '../http/security-headers.js';
import type { PartnerStore } from '../storage/partner-store.js';
import { EMBED_STYLE, embedPage, embedStyles } from './embed-page.js';

/**
 * `GET embed/<form>?partner=<id>&lang=<code>`: a form for a frame on the pages of one partner. Browsers show it in frames
 * of that partner's origins only; where there is no such partner, or none any more, in no frame at all.
 */
export function serveEmbeds(
  app: FastifyInstance,
  forms: Forms,
  partners: PartnerStore,
  pages: { readonly tracker: string | undefined; readonly isGuarded: boolean },
): void {
  app.get<{ Params: { name: string }; Querystring: { partner?: unknown; lang?: unknown } }>(
    '/embed/:name',
    async (request, reply) => {
      const { partner, lang: language } = request.query;
      const form = await forms.named(request.params.name);
      if (form === undefined || isDeclaration(form.definition)) throw new Problem('not-found');
      const origins = await originsOf(partner, partners);
      const association = await associationOf(form, forms);
      return reply
        .header('Content-Security-Policy', policyForFrameOf(origins))
        .type('text/html; charset=utf-8')
        .send(embedPage({ form, language, origins, host: request.host, association, ...pages }));
    },
  );
  app.get(EMBED_STYLE, (_request, reply) => {
    reply.header('Cache-Control', 'max-age=3600').type('text/css; charset=utf-8').send(embedStyles);
  });
  for (const url of ['/embed/:name', EMBED_STYLE]) refuseOtherMethods(app, url, ['GET']);
}

async function originsOf(id: unknown, partners: PartnerStore): Promise<readonly string[]> {
  const partner = typeof id === 'string' ? await partners.find(id) : undefined;
  return partner === undefined || partner.removedAt !== undefined ? [] : partner.origins;
}

/** Name of the association whose pack the form is of; a form of the web admin's own has none. */
async function associationOf({ address }: FoundForm, forms: Forms): Promise<Text | undefined> {
  const [, pack] = /^\/packs\/([^/]+)\//.exec(address) ?? [];
  const file = pack === undefined ? undefined : await forms.packFile(pack, 'association');
  if (file?.served === undefined) return undefined;
  const read = associationSchema.safeParse(JSON.parse(file.served.identity.toString()));
  return read.success ? read.data.name : undefined;
}
