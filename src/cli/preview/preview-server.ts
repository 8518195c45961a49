import { unwatchFile, watchFile } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';
import { sendJson } from '../../receiver/forms/served-json.js';
import { secureEveryAnswer, securityHeaders } from '../../receiver/http/security-headers.js';
import { framePage, previewPage } from './preview-page.js';
import type { PreviewedFile } from './preview-state.js';

/** How often the file is looked at, in milliseconds. */
const LOOKED_AT_EVERY = 200;

/** Where the build has put everything: dist/. */
const dist = fileURLToPath(new URL('../../../', import.meta.url));

/** Names this machine has for itself. A page of another site that found a way here has another. */
const ownNames = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The policy of every page of the kit; this one shows the form in frames. */
const policy = `${securityHeaders['Content-Security-Policy']}; frame-src 'self'`;

/** Serves the page of `taafi preview` and tells it each time the file has changed. It takes nothing in. */
export async function createPreview(file: PreviewedFile): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true });
  secureEveryAnswer(app);
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (!ownNames.test(headers.host ?? '')) await reply.code(421).send();
  });
  app.get('/', (_request, reply) =>
    reply.header('Content-Security-Policy', policy).type('text/html; charset=utf-8').send(previewPage()),
  );
  app.get('/frame', (_request, reply) => reply.type('text/html; charset=utf-8').send(framePage()));
  tellChanges(app, file);
  // Where a definition of this folder finds its lists, by their addresses under a receiver too.
  for (const folder of ['/lists', '/forms/lists']) {
    app.get<{ Params: { file: string } }>(`${folder}/:file`, (request, reply) => {
      const list = file.lists.served(request.params.file);
      return list === undefined ? reply.code(404).send() : sendJson(request, reply, list);
    });
  }
  await app.register(fastifyStatic, { root: dist, serve: false });
  for (const [folder, prefix] of [
    ['browser', '/kit/'],
    ['themes', '/themes/'],
    ['src/preview', '/preview/'],
  ] as const) {
    await app.register(fastifyStatic, {
      root: join(dist, folder),
      prefix,
      decorateReply: false,
      cacheControl: false,
    });
  }
  return app;
}

/** `/events`: how the file is now, and again each time it has been saved (server-sent events). */
function tellChanges(app: FastifyInstance, file: PreviewedFile): void {
  const listening = new Set<ServerResponse>();
  const message = async () => `data: ${JSON.stringify(await file.read())}\n\n`;
  const onChange = async () => {
    const told = await message();
    for (const response of listening) response.write(told);
  };
  watchFile(file.path, { interval: LOOKED_AT_EVERY }, onChange);
  app.addHook('onClose', async () => unwatchFile(file.path, onChange));
  app.get('/events', async (_request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'Content-Type': 'text/event-stream; charset=utf-8',
    });
    // Back soon after the command was started again.
    raw.write('retry: 1000\n\n');
    listening.add(raw);
    raw.once('close', () => listening.delete(raw));
    raw.write(await message());
  });
}
