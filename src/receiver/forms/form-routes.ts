import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseOtherMethods } from '../http/methods.js';
import { Problem } from '../http/problem.js';
import { formPage } from '../pages/form-page.js';
import { formsIndex } from '../pages/forms-index.js';
import { stylesheet } from '../pages/html.js';
import type { Forms } from './forms.js';
import type { JsonFile } from './json-folder.js';
import type { ServedJson } from './served-json.js';
import { sendJson } from './served-json.js';

/** The definitions of the packs, the web admin's own forms, a page for each of those, and a list of them. */
export function serveForms(app: FastifyInstance, forms: Forms, isGuarded: boolean): void {
  app.get<{ Params: { pack: string; file: string } }>('/packs/:pack/:file', async (request, reply) => {
    const { pack, file } = request.params;
    const found = file.endsWith('.json') ? await forms.packFile(pack, file.slice(0, -5)) : undefined;
    return sendJson(request, reply, servedOf(found));
  });
  app.get<{ Params: { name: string }; Querystring: { lang?: unknown } }>(
    '/forms/:name',
    async (request, reply) => {
      const { name } = request.params;
      const isJson = name.endsWith('.json');
      const found = await forms.ownFile(isJson ? name.slice(0, -5) : name);
      if (isJson) return sendJson(request, reply, servedOf(found));
      if (found === undefined) throw new Problem('not-found');
      // Who looks for a form that is not served reads why not.
      if (found.served === undefined) reply.code(404);
      return sendPage(reply, formPage(found, request.query.lang, isGuarded));
    },
  );
  app.get<{ Params: { file: string } }>('/forms/lists/:file', async (request, reply) => {
    return sendList(request, reply, await forms.list(undefined, request.params.file));
  });
  app.get<{ Params: { pack: string; file: string } }>('/packs/:pack/lists/:file', async (request, reply) => {
    const { pack, file } = request.params;
    return sendList(request, reply, await forms.list(pack, file));
  });
  const index = async (_request: FastifyRequest, reply: FastifyReply) => {
    await forms.refresh();
    return sendPage(reply, formsIndex(forms.own));
  };
  app.get('/forms/', index);
  app.get('/forms', index);
  app.get('/forms/style.css', (_request, reply) => {
    reply.header('Cache-Control', 'max-age=3600').type('text/css; charset=utf-8').send(stylesheet);
  });
  const lists = ['/packs/:pack/lists/:file', '/forms/lists/:file'];
  for (const url of [
    '/packs/:pack/:file',
    '/forms/:name',
    ...lists,
    '/forms/',
    '/forms',
    '/forms/style.css',
  ]) {
    refuseOtherMethods(app, url, ['GET']);
  }
}

/** @throws Problem `not-found` where there is no such list. */
function sendList(request: FastifyRequest, reply: FastifyReply, list: ServedJson | undefined): FastifyReply {
  if (list === undefined) throw new Problem('not-found');
  return sendJson(request, reply, list);
}

/** @throws Problem `not-found` where there is no such file, or it is not served. */
function servedOf(file: JsonFile | undefined): ServedJson {
  if (file === undefined) throw new Problem('not-found');
  const why = file.form?.problems[0]?.sentence.en;
  if (file.served === undefined) throw new Problem('not-found', why === undefined ? {} : { detail: why });
  return file.served;
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html);
}
